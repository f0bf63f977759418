// a code fence that is not closed, or is no fence
//
// Reports a code fence without an end, and a line that looks like a fence but
// has an invisible character before it, such as a zero-width space.
//
// The rest of the page becomes code, or the code becomes text: headings, links
// and tables are gone for the reader, in that language only. No generator fails
// on it.
//
// Bad:
//
//	-- install.md --
//	~~~sh
//	install it
//
//	Then start it.
//
// Good:
//
//	-- install.md --
//	~~~sh
//	install it
//	~~~
//
//	Then start it.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var brokenFence = lint.Rule{
	Name:     "broken-fence",
	Doc:      page("broken_fence.go"),
	Severity: lint.Error,
	Run:      func(p *lint.Pass) { reportProblems(p, doc.BrokenFence) },
}
