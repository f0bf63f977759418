package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lexicon"
)

// The rules on texts that do not correspond compare each translation with the
// source, or with the first column where no source is known.

// A facing is the text of one unit and of its counterpart, as the lexicon sees
// them, with how well they fit.
type facing struct {
	row  int // of the grid
	a, b lexicon.Text
	fit  lexicon.Fit
}

// littleKnown is how much must be known of two texts for them to be compared at
// all: under [lexicon.SureKnown] other evidence must join.
const littleKnown = 0.6

// facings returns what stands opposite each other in two columns directly within
// a row of the grid, where enough is known of it.
func facings(p *lint.Pass, pair *lexicon.Pair, parent, base, column int) []facing {
	var found []facing
	for i, row := range p.Grid.Children(parent) {
		if !lexicon.Compares(row.Kind) || !row.Has(base) || !row.Has(column) || row.Score < sureMatch {
			continue
		}
		f := facing{row: i, a: pair.From(row.Units[base].Text()), b: pair.To(row.Units[column].Text())}
		if f.fit = pair.Fit(f.a, f.b); f.fit.Known >= littleKnown {
			found = append(found, f)
		}
	}
	return found
}

// columnsOf returns the facings of each column of a table, by the place of the
// cells in their rows.
func columnsOf(p *lint.Pass, pair *lexicon.Pair, table, base, column int) map[int][]facing {
	cells := make(map[int][]facing)
	for r, row := range p.Grid.Children(table) {
		if row.Kind != doc.Row || !row.Has(base) || !row.Has(column) {
			continue
		}
		for _, f := range facings(p, pair, r, base, column) {
			at := p.Grid.Rows[f.row].Units[base].Column
			cells[at] = append(cells[at], f)
		}
	}
	return cells
}
