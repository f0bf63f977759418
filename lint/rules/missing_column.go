// a table column that another locale has
//
// Reports a column, named by its heading, that the source, or without a source
// most locales, have in a table and a translation lacks. Columns are matched by
// what stands in them, not by their number.
//
// The reader of that language misses one thing about every row. It is one
// finding, however many rows there are.
//
// Bad:
//
//	-- en/log.md --
//	| option | default | since  |
//	|--------|---------|--------|
//	| `port` | 8080    | 5.17.0 |
//	| `host` | db1     | 5.21.0 |
//	-- pt/log.md --
//	| opção  | padrão  |
//	|--------|---------|
//	| `port` | 8080    |
//	| `host` | db1     |
//
// Good:
//
//	-- en/log.md --
//	| option | default | since  |
//	|--------|---------|--------|
//	| `port` | 8080    | 5.17.0 |
//	-- pt/log.md --
//	| opção  | padrão  | desde  |
//	|--------|---------|--------|
//	| `port` | 8080    | 5.17.0 |

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var missingColumn = lint.Rule{
	Name:     "missing-column",
	Doc:      page("missing_column.go"),
	Severity: lint.Error,
	Run: func(p *lint.Pass) {
		for t := range p.Grid.Of(doc.Table) {
			// The first row that several locales have stands for all.
			for i, row := range p.Grid.Children(t) {
				if row.Kind == doc.Row && row.Score >= sureMatch && shared(row) > 1 {
					checkColumns(p, t, i)
					break
				}
			}
		}
	},
}

// shared returns how many columns of the grid have a unit.
func shared(row *align.Row) int {
	n := 0
	for c := range row.Units {
		if row.Has(c) {
			n++
		}
	}
	return n
}

func checkColumns(p *lint.Pass, table, header int) {
	row := &p.Grid.Rows[header]
	for i, cell := range p.Grid.Children(header) {
		var have, lack []int
		for c := range row.Units {
			switch {
			case !row.Has(c) || !corresponds(p.Grid, table, c):
			case cell.Has(c):
				have = append(have, c)
			case cellCount(row.Units[c]) < widest(row):
				lack = append(lack, c)
			}
		}
		if len(have) == 0 || !isMissing(p.Grid, cell, len(have), len(lack)) {
			continue
		}
		for _, c := range lack {
			f := lint.Finding{
				File: p.Grid.Columns[c].File, Span: gap(p.Grid, i, c),
				Where: align.Where(p.Grid.Rows[table].Units[c]),
			}
			var names []string
			for _, h := range have {
				u := cell.Units[h]
				f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[h].File, Span: u.Span, Text: short(u.Text())})
				names = append(names, p.Name(h))
			}
			f.Message = fmt.Sprintf("the column %q of %s is missing here", f.Notes[0].Text, lint.List(names))
			p.Report(f)
		}
	}
}

// widest returns the number of cells of the longest unit of a row.
func widest(row *align.Row) int {
	n := 0
	for _, u := range row.Units {
		if u != nil {
			n = max(n, cellCount(u))
		}
	}
	return n
}
