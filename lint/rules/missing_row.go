// a table row that another locale has
//
// Reports a table row, named by its key, that the source has and a translation
// lacks. Without a source it is the row that most locales have. Rows are
// matched by what they say (their key, numbers, code, links, names), so one row
// more or less is one finding, wherever in the table it stands.
//
// The reader of that language does not know that the option, the module or the
// limit exists.
//
// Bad:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	| host   | db1   |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| port   | 6666  |
//
// Good:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	| host   | db1   |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| host   | db1   |
//	| port   | 6666  |

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var missingRow = lint.Rule{
	Name:     "missing-row",
	Doc:      page("missing_row.go"),
	Severity: lint.Error,
	Run: func(p *lint.Pass) {
		for t, table := range p.Grid.Of(doc.Table) {
			for i, row := range p.Grid.Children(t) {
				if row.Kind != doc.Row {
					continue
				}
				have, lack := sides(p.Grid, t, row)
				if len(have) == 0 || !isMissing(p.Grid, row, len(have), len(lack)) {
					continue
				}
				for _, c := range lack {
					reportMissingRow(p, table, t, i, c, have)
				}
			}
		}
	},
}

// sides returns the columns that have a row of a table and those that lack it.
// A column without the table, or whose rows mostly found no counterpart, has no
// say.
func sides(g *align.Grid, table int, row *align.Row) (have, lack []int) {
	for c := range g.Columns {
		switch {
		case !g.Rows[table].Has(c) || !corresponds(g, table, c):
		case row.Has(c):
			have = append(have, c)
		default:
			lack = append(lack, c)
		}
	}
	return have, lack
}

// corresponds reports whether most rows of a column's table stand opposite a row
// of another column.
func corresponds(g *align.Grid, table, column int) bool {
	rows, matched := 0, 0
	for _, row := range g.Children(table) {
		if row.Kind != doc.Row || !row.Has(column) {
			continue
		}
		rows++
		for c := range row.Units {
			if c != column && row.Has(c) && row.Score >= sureMatch {
				matched++
				break
			}
		}
	}
	return matched*2 > rows
}

// isMissing reports whether a row that some columns lack is missing there, rather
// than too much in those that have it.
func isMissing(g *align.Grid, row *align.Row, have, lack int) bool {
	if g.Source >= 0 {
		return row.Has(g.Source)
	}
	return have >= lack
}

func reportMissingRow(p *lint.Pass, table *align.Row, t, i, column int, have []int) {
	teller := have[0]
	if s := p.Grid.Source; s >= 0 && p.Grid.Rows[i].Has(s) {
		teller = s
	}
	f := lint.Finding{
		File:  p.Grid.Columns[column].File,
		Span:  gap(p.Grid, t, i, column),
		Where: align.Where(table.Units[column]),
	}
	var names []string
	for _, c := range have {
		u := p.Grid.Rows[i].Units[c]
		f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: u.Span, Text: align.RowKey(u)})
		names = append(names, p.Name(c))
	}
	f.Message = fmt.Sprintf("the row %q of %s is missing here", align.RowKey(p.Grid.Rows[i].Units[teller]), lint.List(names))
	p.Report(f)
}

// gap returns the place where something is missing: the end of what stands
// before it in the column, else the start of what it belongs in.
func gap(g *align.Grid, parent, missing, column int) doc.Span {
	at := g.Rows[parent].Units[column].Span.Start
	for i, row := range g.Children(parent) {
		if i == missing {
			break
		}
		if row.Has(column) {
			at = row.Units[column].Span.End
		}
	}
	return doc.Span{Start: at, End: at}
}
