// a table row that stands elsewhere than in the source
//
// Reports a table row, found by its key, that stands at another place than in the
// source, as few rows as explain the difference. It is for information: order
// matters in a table of steps or priorities, and nowhere else.
//
// Bad:
//
//	-- en/log.md --
//	| step    | does          |
//	|---------|---------------|
//	| `stop`  | ends the work |
//	| `clean` | deletes files |
//	| `start` | begins anew   |
//	-- pt/log.md --
//	| passo   | faz             |
//	|---------|-----------------|
//	| `start` | recomeça        |
//	| `stop`  | encerra         |
//	| `clean` | apaga arquivos  |
//
// Good:
//
//	-- en/log.md --
//	| step    | does          |
//	|---------|---------------|
//	| `stop`  | ends the work |
//	| `start` | begins anew   |
//	-- pt/log.md --
//	| passo   | faz      |
//	|---------|----------|
//	| `stop`  | encerra  |
//	| `start` | recomeça |

package rules

import (
	"fmt"
	"sort"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var movedRow = lint.Rule{
	Name:     "moved-row",
	Doc:      page("moved_row.go"),
	Severity: lint.Info,
	Run: func(p *lint.Pass) {
		base := max(p.Grid.Source, 0)
		for t, table := range p.Grid.Of(doc.Table) {
			for c := range p.Grid.Columns {
				if c == base || !table.Has(c) || !table.Has(base) {
					continue
				}
				for _, row := range moved(p.Grid, t, base, c) {
					u, other := row.Units[c], row.Units[base]
					p.Report(lint.Finding{
						File: p.Grid.Columns[c].File, Span: u.Span, Where: align.Where(u),
						Message: fmt.Sprintf("the row %q stands elsewhere in %s", align.RowKey(u), p.Name(base)),
						Notes:   []lint.Note{{File: p.Grid.Columns[base].File, Span: other.Span, Text: align.RowKey(other)}},
					})
				}
			}
		}
	},
}

// moved returns the rows of a table that are not in the longest run of rows that
// stand in the same order in both columns.
func moved(g *align.Grid, table, base, column int) []*align.Row {
	var rows []*align.Row
	for _, row := range g.Children(table) {
		if row.Kind == doc.Row && row.Has(base) && row.Has(column) && row.Score >= sureMatch {
			rows = append(rows, row)
		}
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].Units[base].Span.Start < rows[j].Units[base].Span.Start })

	// Patience sorting by the place in the other column.
	at := func(i int) int { return rows[i].Units[column].Span.Start }
	var piles []int
	before := make([]int, len(rows))
	for i := range rows {
		p := sort.Search(len(piles), func(x int) bool { return at(piles[x]) >= at(i) })
		before[i] = -1
		if p > 0 {
			before[i] = piles[p-1]
		}
		if p == len(piles) {
			piles = append(piles, i)
		} else {
			piles[p] = i
		}
	}
	inOrder := make([]bool, len(rows))
	if len(piles) > 0 {
		for i := piles[len(piles)-1]; i >= 0; i = before[i] {
			inOrder[i] = true
		}
	}
	var out []*align.Row
	for i, row := range rows {
		if !inOrder[i] {
			out = append(out, row)
		}
	}
	return out
}
