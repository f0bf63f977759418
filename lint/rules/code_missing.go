// inline code that a translation lacks
//
// Reports inline code of the source that a translation does not have at that
// place, neither as code nor in its words.
//
// It is information: a translation may well say "the option above" where the
// source repeats a name, but more often the name was lost, or translated.
//
// Bad:
//
//	-- en/log.md --
//	Set `logLevel` in `conf.xml` before the start.
//	-- pt/log.md --
//	Defina o nível em `conf.xml` antes do início.
//
// Good:
//
//	-- en/log.md --
//	Set `logLevel` before the start.
//	-- pt/log.md --
//	Defina logLevel antes do início.

package rules

import (
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/fact"
)

var codeMissing = lint.Rule{
	Name:     "code-missing",
	Doc:      page("code_missing.go"),
	Severity: lint.Info,
	Run:      runCodeMissing,
}

func runCodeMissing(p *lint.Pass) {
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !comparesCode(row) {
			continue
		}
		base := baseColumn(p.Grid, row)
		for c, u := range row.Units {
			if c == base || u == nil || isEmpty(u) {
				continue
			}
			onlyA, onlyB := codeDifference(p, row, base, c)
			if len(onlyB) > 0 {
				continue // changed or translated rather than lost
			}
			elsewhere := sectionOf(u).Text()
			onlyA = slices.DeleteFunc(onlyA, func(f fact.Fact) bool {
				return isNumberAlone(f.Text) || !isSymbol(f.Text) || statedTwice(p, base, f) && hasWhole(elsewhere, f.Text)
			})
			for _, f := range onlyA {
				reportUnanswered(p, row, base, c, f)
			}
		}
	}
}

// statedTwice reports whether the section of some code has it once more.
func statedTwice(p *lint.Pass, column int, f fact.Fact) bool {
	n := 0
	for _, g := range p.Facts(column, sectionOf(f.Unit)) {
		if g.Kind == fact.Code && g.Text == f.Text {
			n++
		}
	}
	return n > 1
}
