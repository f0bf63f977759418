package align

import (
	"math"

	"github.com/doclint/doclint/lint/doc"
)

// table aligns tables that stand opposite each other: rows by what they say,
// columns by what stands in them, then cells by both.
func (a *aligner) table(tables []*doc.Unit, parent int) {
	models := make([]doc.TableModel, len(tables))
	rows := make([][]*doc.Unit, len(tables))
	byUnit := make([]map[*doc.Unit]doc.TableRow, len(tables))
	others := make([][]*doc.Unit, len(tables))
	for i, t := range tables {
		if t == nil {
			continue
		}
		models[i] = t.Table()
		byUnit[i] = make(map[*doc.Unit]doc.TableRow, len(models[i].Rows))
		for _, r := range models[i].Rows {
			rows[i] = append(rows[i], r.Unit)
			byUnit[i][r.Unit] = r
		}
		for child := range t.Children() {
			if child.Kind != doc.Row && child.Kind != doc.Comment {
				others[i] = append(others[i], child)
			}
		}
	}
	for _, m := range a.sequences(others) {
		a.add(m, parent)
	}
	columns := a.columns(models)
	for _, m := range a.sequences(rows) {
		a.tableRow(m, parent, columns, byUnit)
	}
}

// tableRow makes a row of a match of table rows, and one of each column's cells.
func (a *aligner) tableRow(m match, parent int, columns [][]int, byUnit []map[*doc.Unit]doc.TableRow) {
	at := len(a.grid.Rows)
	m.weaken(a.grid, parent)
	a.grid.Rows = append(a.grid.Rows, Row{Kind: doc.Row, Units: m.units, Score: m.score, Reason: m.reason, Parent: parent})
	if m.count() > 1 || len(m.units) == 1 {
		for _, column := range columns {
			cells := make([]*doc.Unit, len(m.units))
			some := 0
			for i, row := range m.units {
				if row == nil || column[i] < 0 {
					continue
				}
				// A cell that spans is compared where it begins.
				cell := byUnit[i][row].At(column[i])
				if cell != nil && cell.Column == column[i] && cell.Parent() == row {
					cells[i] = cell
					some++
				}
			}
			if some > 0 {
				score := m.score
				if some == 1 {
					score = 1
				}
				a.grid.Rows = append(a.grid.Rows, Row{
					Kind: doc.Cell, Units: cells, Score: score, Reason: m.reason, Parent: at, End: len(a.grid.Rows) + 1,
				})
			}
		}
	}
	a.grid.Rows[at].End = len(a.grid.Rows)
}

// columns aligns the columns of tables: an entry a grid column, -1 where a table
// has none. Tables of one width are taken column by column.
func (a *aligner) columns(models []doc.TableModel) [][]int {
	width, equal := -1, true
	for _, t := range models {
		if t.Unit == nil {
			continue
		}
		if width >= 0 && t.Columns != width {
			equal = false
		}
		width = max(width, t.Columns)
	}
	var aligned [][]int
	if equal {
		for c := range width {
			column := make([]int, len(models))
			for i, t := range models {
				column[i] = c
				if t.Unit == nil {
					column[i] = -1
				}
			}
			aligned = append(aligned, column)
		}
		return aligned
	}
	for _, i := range a.order {
		if models[i].Unit != nil {
			aligned = a.layColumns(aligned, models, i)
		}
	}
	return aligned
}

// layColumns adds the columns of one table to those of others.
func (a *aligner) layColumns(aligned [][]int, models []doc.TableModel, table int) [][]int {
	own := models[table]
	features := make([][]feature, own.Columns)
	for c := range own.Columns {
		features[c] = a.columnFeatures(own, c, table)
	}
	none := func(int) uint64 { return 0 }
	pairs := pairUp(len(aligned), own.Columns, func(i, j int) similarity {
		for _, c := range a.order {
			if aligned[i][c] >= 0 {
				shared, missing := overlap(a.profiles[c].words(), a.profiles[table].words(), a.columnFeatures(models[c], aligned[i][c], c), features[j])
				agreement := neutral
				if shared+missing > 0 {
					agreement = shared / (shared + missing/2)
				}
				look := alike(columnLook(models[c], aligned[i][c]), columnLook(own, j))
				return similarity{score: max(0.4*agreement+0.6*look, bar+0.01)}
			}
		}
		return similarity{}
	}, none, none)
	var laid [][]int
	i, j := 0, 0
	alone := func(c int) []int {
		column := make([]int, len(models))
		for x := range column {
			column[x] = -1
		}
		column[table] = c
		return column
	}
	for _, p := range append(pairs, pair{i: len(aligned), j: own.Columns}) {
		laid = append(laid, aligned[i:p.i]...)
		for ; j < p.j; j++ {
			laid = append(laid, alone(j))
		}
		if p.i < len(aligned) {
			aligned[p.i][table] = p.j
			laid = append(laid, aligned[p.i])
		}
		i, j = p.i+1, p.j+1
	}
	return laid
}

// A look is what the cells of a column look like in any language.
type look struct {
	filled float64 // share of the cells that have text
	length float64 // mean length of those, in bytes
}

// columnLook returns the look of a column in the first rows of a table.
func columnLook(t doc.TableModel, column int) look {
	var l look
	n := 0
	for _, row := range t.Rows[:min(len(t.Rows), sampleRows)] {
		cell := row.At(column)
		if row.Unit.Header || cell == nil {
			continue
		}
		n++
		if text := cell.Text(); text != "" {
			l.filled++
			l.length += float64(len(text))
		}
	}
	l.length /= max(l.filled, 1)
	l.filled /= max(float64(n), 1)
	return l
}

// alike says how much two columns look alike, 0..1.
func alike(a, b look) float64 {
	const slack = 6 // bytes: short texts vary more
	length := math.Exp(-math.Abs(math.Log((a.length + slack) / (b.length + slack))))
	return (1 - math.Abs(a.filled-b.filled)) * length
}

// sampleRows is how many rows of a long table columns are matched by.
const sampleRows = 50

// columnFeatures returns what the cells of a column say, of the first rows of a
// long table.
func (a *aligner) columnFeatures(t doc.TableModel, column, table int) []feature {
	var all []feature
	for _, row := range t.Rows[:min(len(t.Rows), sampleRows)] {
		if cell := row.At(column); cell != nil {
			all = append(all, a.profiles[table].words().of(cell)...)
		}
	}
	return unique(all)
}
