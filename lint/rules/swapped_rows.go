// a table cell that holds the text of another row
//
// Reports a cell whose words do not correspond to its counterpart's, but to that
// of another row of the same table: two cells were exchanged, or one was copied
// down. What corresponds to what is learned from the pages themselves, so it
// takes a tree of some size: a page alone teaches too little.
//
// The reader of that language is told of one option what is true of another, and
// nothing looks wrong.
//
// Bad:
//
//	-- en/a.md --
//	| option | meaning |
//	|--------|---------|
//	| `port` | The number on which the server listens |
//	| `host` | The name of the machine it runs on |
//	-- pt/a.md --
//	| opção  | significado |
//	|--------|-------------|
//	| `port` | O nome da máquina em que ele roda |
//	| `host` | O número em que o servidor escuta |
//
// Good:
//
//	-- en/a.md --
//	| option | meaning |
//	|--------|---------|
//	| `port` | The number on which the server listens |
//	| `host` | The name of the machine it runs on |
//	-- pt/a.md --
//	| opção  | significado |
//	|--------|-------------|
//	| `port` | O número em que o servidor escuta |
//	| `host` | O nome da máquina em que ele roda |

package rules

import (
	"fmt"
	"maps"
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lexicon"
)

var swappedRows = lint.Rule{
	Name:     "swapped-rows",
	Doc:      page("swapped_rows.go"),
	Severity: lint.Warning,
	Lexicon:  true,
	Run: func(p *lint.Pass) {
		base := max(p.Grid.Source, 0)
		for t, table := range p.Grid.Of(doc.Table) {
			for c := range p.Grid.Columns {
				if c == base || !table.Has(c) || !table.Has(base) {
					continue
				}
				known := reportExchanged(p, t, base, c)
				pair := p.Lexicon(base, c)
				if pair == nil {
					continue
				}
				cells := columnsOf(p, pair, t, base, c)
				for _, at := range slices.Sorted(maps.Keys(cells)) {
					reportStrays(p, pair, t, base, c, cells[at], known)
				}
			}
		}
	},
}

// reportExchanged reports two cells of one table column of which each says to the
// letter what the other one's counterpart says: names and values, for which no
// words need be known. It returns the cells that it reported.
func reportExchanged(p *lint.Pass, table, base, column int) map[*align.Row]bool {
	type key struct {
		at   int // column of the table
		text string
	}
	bySource := make(map[key]*align.Row)
	var cells []*align.Row
	for i := table + 1; i < p.Grid.Rows[table].End; i++ {
		cell := &p.Grid.Rows[i]
		if cell.Kind != doc.Cell || !cell.Has(base) || !cell.Has(column) || cell.Score < sureMatch {
			continue
		}
		a, b := cell.Units[base], cell.Units[column]
		if a.Column == 0 || a.Text() == "" || a.Text() == b.Text() {
			continue
		}
		k := key{a.Column, a.Text()}
		if _, ok := bySource[k]; ok {
			bySource[k] = nil // said twice: nothing tells which is meant
			continue
		}
		bySource[k] = cell
		cells = append(cells, cell)
	}
	reported := make(map[*align.Row]bool)
	for _, cell := range cells {
		a, b := cell.Units[base], cell.Units[column]
		other := bySource[key{a.Column, b.Text()}]
		if other != nil && bySource[key{a.Column, a.Text()}] == cell && other.Units[column].Text() == a.Text() {
			reportStray(p, base, column, cell, other)
			reported[cell] = true
		}
	}
	return reported
}

// reportStray reports the cell of a grid row whose text belongs to another one.
func reportStray(p *lint.Pass, base, column int, cell, home *align.Row) {
	u := cell.Units[column]
	p.Report(lint.Finding{
		File: p.Grid.Columns[column].File, Span: u.Span, Where: align.Where(u),
		Message: fmt.Sprintf("this text belongs to the row %q, going by %s", align.RowKey(home.Units[column].Parent()), p.Name(base)),
		Notes: []lint.Note{
			{File: p.Grid.Columns[base].File, Span: cell.Units[base].Span, Text: short(cell.Units[base].Text())},
			{File: p.Grid.Columns[base].File, Span: home.Units[base].Span, Text: short(home.Units[base].Text())},
		},
	})
}

// maxStrayRows bounds the rows of a column that are searched for a stray text's
// home: the search is quadratic.
const maxStrayRows = 300

// reportStrays reports the cells of one table column whose text belongs to
// another row, but for those that are known already.
func reportStrays(p *lint.Pass, pair *lexicon.Pair, table, base, column int, cells []facing, known map[*align.Row]bool) {
	for i, here := range cells {
		if here.fit.Score >= pair.Low || len(cells) > maxStrayRows || known[&p.Grid.Rows[here.row]] {
			continue
		}
		var origin *align.Row
		if h := home(pair, cells, i); h >= 0 {
			origin = &p.Grid.Rows[cells[h].row]
		} else {
			origin = twin(p, pair, here, table, base, column)
		}
		if origin != nil {
			reportStray(p, base, column, &p.Grid.Rows[here.row], origin)
		}
	}
}

// home returns the index of the cell whose source the text of the i-th cell is
// the translation of, -1 if there is none: one that it fits as translations do,
// and far better than its own. Where little is known of the texts, the text of
// that cell must belong to the i-th in turn.
func home(pair *lexicon.Pair, cells []facing, i int) int {
	best, score := -1, 0.0
	for j, other := range cells {
		there := pair.Fit(other.a, cells[i].b)
		if j == i || there.Score <= score || there.Score < pair.Usual*0.85 || there.Score < cells[i].fit.Score+0.4 {
			continue
		}
		if there.Known < lexicon.SureKnown || cells[i].fit.Known < lexicon.SureKnown {
			back := pair.Fit(cells[i].a, other.b)
			if back.Known < littleKnown || back.Score < pair.Usual*0.85 || other.fit.Score >= pair.Low {
				continue
			}
		}
		best, score = j, there.Score
	}
	return best
}

// twin returns the row of the cell that the text of a cell was copied from, nil
// if there is none: one of another source that says the same to the letter, where
// either much is known of the copy or the original corresponds.
func twin(p *lint.Pass, pair *lexicon.Pair, here facing, table, base, column int) *align.Row {
	if here.fit.Score >= pair.Low/2 {
		return nil
	}
	own := &p.Grid.Rows[here.row]
	a, b := own.Units[base], own.Units[column]
	for i := table + 1; i < p.Grid.Rows[table].End; i++ {
		cell := &p.Grid.Rows[i]
		if cell.Kind != doc.Cell || cell == own || !cell.Has(base) || !cell.Has(column) ||
			cell.Units[base].Column != a.Column || cell.Units[column].Text() != b.Text() || cell.Units[base].Text() == a.Text() {
			continue
		}
		if cell.Units[base].Text() == b.Text() {
			return nil // a value that is not translated: it was changed, not copied
		}
		there := pair.Fit(pair.From(cell.Units[base].Text()), here.b)
		if here.fit.Known >= lexicon.SureKnown && there.Score > here.fit.Score || there.Known >= littleKnown && there.Score >= pair.Usual*0.7 {
			return cell
		}
	}
	return nil
}
