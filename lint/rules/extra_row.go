// a table row that the source does not have
//
// Reports a table row, named by its key, that a translation alone has: the
// source, or without a source most locales, know nothing of it. Rows are matched
// as for missing-row.
//
// It is a row that was dropped from the source and lives on, or one that was
// pasted twice. The reader of that language is told of an option that does not
// exist any more.
//
// Bad:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| port   | 6666  |
//	| proxy  | none  |
//
// Good:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| porta  | 6666  |

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var extraRow = lint.Rule{
	Name:     "extra-row",
	Doc:      page("extra_row.go"),
	Severity: lint.Error,
	Run: func(p *lint.Pass) {
		for t := range p.Grid.Of(doc.Table) {
			for i, row := range p.Grid.Children(t) {
				if row.Kind != doc.Row {
					continue
				}
				have, lack := sides(p.Grid, t, row)
				if len(lack) == 0 || isMissing(p.Grid, row, len(have), len(lack)) {
					continue
				}
				for _, c := range have {
					reportExtraRow(p, t, i, c, lack)
				}
			}
		}
	},
}

func reportExtraRow(p *lint.Pass, t, i, column int, lack []int) {
	u := p.Grid.Rows[i].Units[column]
	f := lint.Finding{File: p.Grid.Columns[column].File, Span: u.Span, Where: align.Where(u)}
	var names []string
	for _, c := range lack {
		at := gap(p.Grid, t, i, c)
		f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: at})
		names = append(names, p.Name(c))
	}
	f.Message = fmt.Sprintf("the row %q is not in %s", align.RowKey(u), lint.List(names))
	p.Report(f)
}
