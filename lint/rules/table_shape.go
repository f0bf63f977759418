// a table that readers do not see as it was written
//
// Reports a row of a pipe table with more cells than the header, whose surplus
// GitHub and most generators drop; a row with fewer; a row that stands twice; a
// table that is never closed, or that a comment between its rows cuts in two.
//
// The reader of that page misses a cell or sees raw bars and dashes, and nothing
// fails.
//
// Bad:
//
//	-- ports.md --
//	| module | port |
//	|--------|------|
//	| mta    | 7777 | tcp |
//
// Good:
//
//	-- ports.md --
//	| module | port | protocol |
//	|--------|------|----------|
//	| mta    | 7777 | tcp      |

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var tableShape = lint.Rule{
	Name:     "table-shape",
	Doc:      page("table_shape.go"),
	Severity: lint.Warning,
	Run: func(p *lint.Pass) {
		reportProblems(p, doc.BrokenTable)
		for _, c := range p.Grid.Columns {
			for u := range c.Document.Units() {
				if u.Kind == doc.Table {
					checkShape(p, c.File, u)
				}
			}
		}
	},
}

// checkShape reports the rows of a table that are too long, too short, or there
// twice.
func checkShape(p *lint.Pass, file *doc.File, table *doc.Unit) {
	isPipe := file.Bytes()[table.Span.Start] != '<'
	width := 0
	seen := make(map[string]bool)
	for row := range table.Children() {
		if row.Kind != doc.Row {
			continue
		}
		report := func(message string) {
			p.Report(lint.Finding{File: file, Span: row.Span, Where: align.Where(row), Message: message})
		}
		cells := cellCount(row)
		switch {
		case row.Header && width == 0:
			width = cells
		case isPipe && cells > width:
			report(fmt.Sprintf("a row of %d cells in a table of %d columns: the rest is not shown", cells, width))
		case isPipe && cells < width:
			report(fmt.Sprintf("a row of %d cells in a table of %d columns", cells, width))
		}
		text := row.Text()
		if seen[text] && saysMuch(row) {
			report(fmt.Sprintf("the row %q stands twice in this table", align.RowKey(row)))
		}
		seen[text] = true
	}
}

func cellCount(row *doc.Unit) int {
	n := 0
	for cell := range row.Children() {
		if cell.Kind == doc.Cell {
			n++
		}
	}
	return n
}

// saysMuch reports whether a row says enough that it does not stand twice by
// chance: two cells with text or more, and a dozen characters.
func saysMuch(row *doc.Unit) bool {
	filled := 0
	for cell := range row.Children() {
		if cell.Kind == doc.Cell && cell.Text() != "" {
			filled++
		}
	}
	return filled >= 2 && len([]rune(row.Text())) >= 12
}
