// a table cell that is empty in one locale and filled in another
//
// Reports a cell that says nothing where its counterpart says something. A dash
// and the word for none count as nothing; an image or a check mark does not.
//
// A translation that lost a default value or a version reads as if there were
// none.
//
// Bad:
//
//	-- en/log.md --
//	| option | default | since  |
//	|--------|---------|--------|
//	| `port` | 8080    | 5.17.0 |
//	-- pt/log.md --
//	| opção  | padrão  | desde  |
//	|--------|---------|--------|
//	| `port` | 8080    |        |
//
// Good:
//
//	-- en/log.md --
//	| option | default | since  |
//	|--------|---------|--------|
//	| `port` | 8080    | -      |
//	-- pt/log.md --
//	| opção  | padrão  | desde  |
//	|--------|---------|--------|
//	| `port` | 8080    |        |

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lang"
)

var missingCell = lint.Rule{
	Name:     "missing-cell",
	Doc:      page("missing_cell.go"),
	Severity: lint.Error,
	Run: func(p *lint.Pass) {
		for _, row := range p.Grid.Of(doc.Cell) {
			if row.Score >= surePlace || row.Score >= likelyPlace && sameHeight(p.Grid, row) {
				checkFilled(p, row)
			}
		}
	},
}

// An empty cell confirms no match. From surePlace on it is taken to stand opposite
// a filled one all the same, from likelyPlace on if the tables have as many rows.
const (
	surePlace   = 0.45
	likelyPlace = 0.25
)

// sameHeight reports whether the table of a cell has as many rows in all columns,
// each opposite one of the others.
func sameHeight(g *align.Grid, cell *align.Row) bool {
	table := g.Rows[cell.Parent].Parent
	for _, row := range g.Children(table) {
		if row.Kind == doc.Row && shared(row) != shared(&g.Rows[table]) {
			return false
		}
	}
	return true
}

func checkFilled(p *lint.Pass, row *align.Row) {
	states := make([]string, len(row.Units))
	for c, u := range row.Units {
		switch {
		case u == nil:
		case isEmpty(u):
			states[c] = "empty"
		default:
			states[c] = "filled"
		}
	}
	verdict := lint.Vote(states, p.Grid.Source)
	for _, wrong := range verdict.Wrong {
		u := row.Units[wrong]
		f := lint.Finding{File: p.Grid.Columns[wrong].File, Span: u.Span, Where: align.Where(u)}
		var names []string
		for c, other := range row.Units {
			if other == nil || states[c] == states[wrong] {
				continue
			}
			names = append(names, p.Name(c))
			f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: other.Span, Text: short(other.Text())})
		}
		if states[wrong] == "empty" {
			filled := f.Notes[0].Text
			f.Message = fmt.Sprintf("empty here, %q in %s", filled, lint.List(names))
			f.Expected = filled
		} else {
			f.Message = fmt.Sprintf("%q here, empty in %s", short(u.Text()), lint.List(names))
			f.Found = short(u.Text())
		}
		p.Report(f)
	}
}

// isEmpty reports whether a cell says nothing: no text but dashes or a word for
// none, no image.
func isEmpty(cell *doc.Unit) bool {
	if !lang.IsNone(cell.Text()) {
		return false
	}
	for u := range cell.Descendants() {
		if u.Kind == doc.Image {
			return false
		}
	}
	return true
}
