// a number that a translation states and its source does not
//
// Reports a number of a translation that the source does not state at that
// place in any spelling: the mirror of number-missing.
//
// It is off by default. Translations make explicit what the source says in other
// words ("a dozen", "the last quarter"), so that a reader would call many of its
// findings right translations.
//
// Bad:
//
//	-- en/log.md --
//	The queue holds 2048 letters and is emptied regularly.
//	-- pt/log.md --
//	A fila comporta 2048 cartas e é esvaziada a cada 30 segundos.
//
// Good:
//
//	-- en/log.md --
//	The queue holds 2048 letters. It has twelve workers.
//	-- pt/log.md --
//	A fila comporta 2048 cartas. Tem 12 processos.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/fact"
)

var numberAdded = lint.Rule{
	Name:     "number-added",
	Doc:      page("number_added.go"),
	Severity: lint.Off,
	Run: func(p *lint.Pass) {
		if p.Grid.Source >= 0 {
			runUnanswered(p, addedNumbers)
		}
	},
}

// addedNumbers are those of a column that the source does not answer.
func addedNumbers(p *lint.Pass, row *align.Row, base, column int, moves *moves) (side int, numbers []fact.Fact) {
	diff := compareNumbers(p, row, base, column)
	return column, unanswered(p, row, base, column, diff, moves, true)
}
