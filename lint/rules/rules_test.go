package rules

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/linttest"
)

// TestRules runs each rule over its archive, which it must have.
func TestRules(t *testing.T) {
	if err := lint.Validate(All()); err != nil {
		t.Fatal(err)
	}
	for _, rule := range All() {
		t.Run(rule.Name, func(t *testing.T) {
			t.Parallel()
			linttest.Run(t, rule, archive(rule))
		})
	}
}

// TestAllSorted keeps the list in the order in which reports print it.
func TestAllSorted(t *testing.T) {
	if !slices.IsSortedFunc(All(), func(a, b lint.Rule) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the rules of All are not in order of their names")
	}
}

// archive returns the path of a rule's archive.
func archive(rule lint.Rule) string {
	return filepath.Join("testdata", strings.ReplaceAll(rule.Name, "-", "_")+".txtar")
}
