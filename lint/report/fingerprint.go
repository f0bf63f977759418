package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/doclint/doclint/lint"
)

// fingerprints counts the findings of one page that are alike, so that each has
// a fingerprint of its own. Pages have different names, so that no two pages
// share one.
type fingerprints map[string]int

// of returns what identifies a finding from one version of the page to the
// next: what it says, never the line or byte where it stands. Findings that are
// alike are told apart by their order.
func (seen fingerprints) of(f lint.Finding) string {
	key := fmt.Sprintf("%q", []string{f.Rule, f.Page, f.About(), f.Where, f.Found, f.Expected, f.Message})
	seen[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", key, seen[key]))
	return hex.EncodeToString(sum[:16])
}
