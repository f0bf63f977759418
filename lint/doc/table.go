package doc

import "slices"

// A TableModel is a table unit seen as a rectangle of places (HTML Standard,
// "Table model").
type TableModel struct {
	Unit    *Unit
	Rows    []TableRow
	Columns int // number of columns of the widest row
}

// A TableRow is one row of a table. Cells has one entry a column, as far as the
// row reaches: a cell that spans several places stands in each of them, and nil
// is a place that no cell covers.
type TableRow struct {
	Unit  *Unit
	Cells []*Unit
}

// At returns the cell at a column, nil where the row does not reach.
func (r TableRow) At(column int) *Unit {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return nil
}

// Table returns the model of a unit of kind Table.
func (u *Unit) Table() TableModel {
	t := TableModel{Unit: u}
	for row := range u.Children() {
		if row.Kind == Row {
			t.Rows = append(t.Rows, TableRow{Unit: row})
		}
	}
	spanned := 0
	for i, row := range t.Rows {
		for cell := range row.Unit.Children() {
			if cell.Kind != Cell {
				continue
			}
			column, columns := cell.Column, cell.ColumnSpan
			rows := t.Rows[i:min(i+cell.RowSpan, len(t.Rows))]
			for _, r := range rows {
				spanned += max(columns, column+columns-len(r.Cells))
			}
			if spanned > maxPlaces {
				column, columns, rows = len(rows[0].Cells), 1, rows[:1]
			}
			for r := range rows {
				rows[r].cover(cell, column, columns)
			}
			t.Columns = max(t.Columns, column+columns)
		}
	}
	return t
}

// cover puts a cell in the free ones of its places in a row.
func (r *TableRow) cover(cell *Unit, column, columns int) {
	for len(r.Cells) < column+columns {
		r.Cells = append(r.Cells, nil)
	}
	for c := column; c < column+columns; c++ {
		if r.Cells[c] == nil {
			r.Cells[c] = cell
		}
	}
}

// Limits of HTML's table model (HTML Standard, "Algorithm for processing rows")
// and of what one table may take here.
const (
	maxSpan    = 1000
	maxColumns = 10_000
	maxPlaces  = 4_000_000 // places of one table; past them cells stand side by side
)

// tableShape places the cells of a table as they come: it knows which columns
// of the coming rows are taken by cells of rows above.
type tableShape struct {
	taken   []int // rows still taken, by column
	column  int   // next column of the row that is open
	rows    int
	hanging []hanging // cells of several rows in the row group that is open
}

// hanging is a cell and the number of rows when it was placed.
type hanging struct {
	cell int32
	row  int
}

func (t *tableShape) nextRow() {
	t.rows++
	t.column = 0
	for i := range t.taken {
		if t.taken[i] > 0 {
			t.taken[i]--
		}
	}
}

// endGroup ends a row group of a table: its cells reach no further.
func (b *Builder) endGroup(t *tableShape) {
	for i := range t.taken {
		t.taken[i] = 0
	}
	for _, h := range t.hanging {
		u := &b.units[h.cell]
		u.RowSpan = min(u.RowSpan, t.rows-h.row+1)
	}
	t.hanging = t.hanging[:0]
}

// table returns the shape of the innermost open table.
func (b *Builder) table() *tableShape {
	for _, o := range slices.Backward(b.open) {
		if o.shape != nil {
			return o.shape
		}
	}
	return nil
}

// place gives a cell its column. It may be called again for the cell just
// placed, with its true spans.
func (b *Builder) place(cell *Unit, rowSpan, columnSpan int) {
	t := b.table()
	if t == nil {
		cell.ColumnSpan, cell.RowSpan = 1, 1
		return
	}
	if cell.ColumnSpan > 0 { // placed before: take it back
		t.column = cell.Column
		t.taken[cell.Column] = 0
	}
	if rowSpan == 0 {
		rowSpan = maxSpan
	}
	cell.RowSpan = min(max(rowSpan, 1), maxSpan)
	cell.ColumnSpan = min(max(columnSpan, 1), maxSpan)
	if cell.RowSpan > 1 {
		t.hanging = append(t.hanging, hanging{cell.index, t.rows})
	}
	for t.column < len(t.taken) && t.taken[t.column] > 0 {
		t.column++
	}
	if t.column+cell.ColumnSpan > maxColumns {
		t.column, cell.ColumnSpan = maxColumns-1, 1
	}
	cell.Column = t.column
	t.column += cell.ColumnSpan
	for len(t.taken) < t.column {
		t.taken = append(t.taken, 0)
	}
	for c := cell.Column; c < t.column; c++ {
		t.taken[c] = max(t.taken[c], cell.RowSpan)
	}
}
