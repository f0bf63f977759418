package doc_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint/doc"
)

// table builds a table of a drawing: a row a line, a row group a line of dashes,
// cells parted by blanks. A cell is a letter and, if it spans, rows and columns:
// "k2x3". A cell's text is its letter.
func table(t testing.TB, drawing string) *doc.Unit {
	t.Helper()
	b := doc.NewBuilder(doc.NewFile("a.html", "", []byte(drawing)))
	b.Open(doc.Table, 0)
	at := 0
	for _, line := range strings.SplitAfter(drawing, "\n") {
		end := at + len(line)
		if strings.HasPrefix(line, "-") {
			b.EndRowGroup()
			at = end
			continue
		}
		b.Open(doc.Row, at)
		for _, field := range strings.Fields(line) {
			start := at + strings.Index(line, field)
			rows, columns := 1, 1
			letter := []rune(field)[:1]
			if size := field[len(string(letter)):]; size != "" {
				if _, err := fmt.Sscanf(size, "%dx%d", &rows, &columns); err != nil {
					t.Fatal(err)
				}
			}
			b.OpenCell(start, rows, columns)
			b.Open(doc.Paragraph, start)
			b.Text(doc.Span{Start: start, End: start + len(string(letter))})
			b.Close(start + len(field))
			b.Close(start + len(field))
		}
		b.Close(end)
		at = end
	}
	d := b.Document()
	for u := range d.Units() {
		if u.Kind == doc.Table {
			return u
		}
	}
	t.Fatal("no table")
	return nil
}

// picture draws the model of a table: a letter a place, · where no cell is.
func picture(m doc.TableModel) []string {
	var rows []string
	for _, r := range m.Rows {
		var row strings.Builder
		for c := range m.Columns {
			if cell := r.At(c); cell != nil {
				row.WriteString(cell.Text())
			} else {
				row.WriteString("·")
			}
		}
		rows = append(rows, row.String())
	}
	return rows
}

func TestTableModel(t *testing.T) {
	tests := []struct {
		name, reason, drawing string
		want                  []string
	}{
		{"plain", "cells stand side by side", "甲 乙\n丙 丁", []string{"甲乙", "丙丁"}},
		{"ragged", "a short row reaches no further", "ก ข ค\nง", []string{"กขค", "ง··"}},
		{"column span", "a cell stands in each column that it spans", "α1x2 β\nγ δ ε", []string{"ααβ", "γδε"}},
		{"row span", "and in each row; those below give way to it", "α2x1 β\nγ\nδ ε", []string{"αβ", "αγ", "δε"}},
		{"both", "and in each place of a rectangle", "α2x2 β\nγ\nδ ε ζ", []string{"ααβ", "ααγ", "δεζ"}},
		{"span in the middle", "cells go on behind what hangs from above", "a b2x1 c\nd e\nf g h", []string{"abc", "dbe", "fgh"}},
		{"zero", "a row span of 0 reaches to the end of the table", "é0x1 è\nê\në", []string{"éè", "éê", "éë"}},
		{"zero ends with the group", "or of the row group", "é0x1 è\nê\n-\në à", []string{"éè", "éê", "ëà"}},
		{"span over the group", "as do all row spans", "あ3x1 い\n-\nう え\nお か", []string{"あい", "うえ", "おか"}},
		{"span over a short group", "even where the next group has less to cover", "あ3x1 い\n-\nう\n", []string{"あい", "う·", "··"}},
		{"beyond the last row", "a row span ends with the table", "ж9x1 з", []string{"жз"}},
		{"overlap", "of two cells at one place the elder stays", "a b3x1\nc1x3\nd e", []string{"ab·", "cbc", "dbe"}},
		{"no cells", "a row without cells is a row", "x y\n\nz", []string{"xy", "··", "z·"}},
		{"column span of 0", "is one column", "ä1x0 ö", []string{"äö"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := table(t, tt.drawing).Table()
			if diff := cmp.Diff(tt.want, picture(m)[:len(tt.want)]); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestSpansAreCut(t *testing.T) {
	tests := []struct {
		reason, drawing     string
		column, rows, width int // of the last cell of the first row
	}{
		{"the HTML standard cuts column spans at 1000", "x1x5000", 0, 1, 1000},
		{"a table is no wider than 10,000 columns", strings.Repeat("x1x1000 ", 10) + "y1x7", 9999, 1, 1},
	}
	for _, tt := range tests {
		var last *doc.Unit
		for u := range table(t, tt.drawing).Descendants() {
			if u.Kind == doc.Cell {
				last = u
			}
		}
		if last.Column != tt.column || last.RowSpan != tt.rows || last.ColumnSpan != tt.width {
			t.Errorf("%s: column %d, %d rows, %d columns", tt.reason, last.Column, last.RowSpan, last.ColumnSpan)
		}
	}
}

func TestCellOutsideTable(t *testing.T) {
	b := doc.NewBuilder(doc.NewFile("a.html", "", []byte("表")))
	b.OpenCell(0, 7, 7)
	if u := b.Unit(); u.RowSpan != 1 || u.ColumnSpan != 1 || u.Column != 0 {
		t.Errorf("a cell of no table spans %d rows and %d columns", u.RowSpan, u.ColumnSpan)
	}
	b.EndRowGroup() // of no table: nothing
}

func TestNestedTable(t *testing.T) {
	b := doc.NewBuilder(doc.NewFile("a.html", "", []byte("01234567")))
	b.Open(doc.Table, 0)
	b.Open(doc.Row, 0)
	b.OpenCell(0, 2, 1)
	b.Open(doc.Table, 1)
	b.Open(doc.Row, 1)
	b.OpenCell(1, 1, 3)
	b.Close(2)
	b.Close(2)
	b.Close(2) // the inner table
	b.Close(3)
	b.Close(3)
	b.Open(doc.Row, 4)
	b.OpenCell(4, 1, 1)
	if u := b.Unit(); u.Column != 1 {
		t.Errorf("the cell beside a row span stands in column %d: the inner table's cells are not the outer one's", u.Column)
	}
	d := b.Document()
	var widths []int
	for u := range d.Units() {
		if u.Kind == doc.Table {
			widths = append(widths, u.Table().Columns)
		}
	}
	if diff := cmp.Diff([]int{2, 3}, widths); diff != "" {
		t.Errorf("columns of the outer and inner table (-want +got):\n%s", diff)
	}
}

// checkModel holds a table's model to its law: each cell stands at its own
// column of its own row, unless an elder cell does.
func checkModel(t *testing.T, u *doc.Unit) {
	t.Helper()
	m := u.Table()
	for _, r := range m.Rows {
		if len(r.Cells) > m.Columns {
			t.Fatalf("a row of %d places in a table of %d columns", len(r.Cells), m.Columns)
		}
		if r.At(m.Columns) != nil {
			t.Fatal("a cell beyond the last column")
		}
		for cell := range r.Unit.Children() {
			if cell.Kind != doc.Cell {
				continue
			}
			if got := r.At(cell.Column); got == nil || got != cell && got.Index() > cell.Index() {
				t.Fatalf("the cell %v is not in its own place", cell.Span)
			}
		}
		for _, cell := range r.Cells {
			if cell != nil && cell.Index() > r.Unit.Index() && cell.Parent() != r.Unit {
				t.Fatalf("a cell of a later row stands in row %v", r.Unit.Span)
			}
		}
	}
}

// TestHugeTables asks for the models of tables that claim more places than fit
// in memory.
func TestHugeTables(t *testing.T) {
	if testing.Short() {
		t.Skip("tables of this size take minutes under the race detector")
	}
	tests := []struct{ name, reason, drawing string }{
		{"all at once", "each cell claims a million places", strings.Repeat(strings.Repeat("x1000x1000 ", 12)+"\n", 200)},
		{"far right", "rows are filled up to a cell far to the right that hangs down",
			strings.Repeat(strings.Repeat("x1x1000 ", 9)+"y1000x1\n"+strings.Repeat("\n", 999), 20)},
		{"short and wide", "what is wide in one row is counted in all that it hangs down to",
			strings.Repeat(strings.Repeat("x1x300 ", 10)+"y1000x1000\n"+strings.Repeat("z1000x1000\n", 20)+"-\n", 200)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u := table(t, tt.drawing)
			start := time.Now()
			m := u.Table()
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("%s: took %v", tt.reason, took)
			}
			places := 0
			for _, r := range m.Rows {
				places += cap(r.Cells)
			}
			if places > 12_000_000 {
				t.Errorf("%s: %d places", tt.reason, places)
			}
			t.Logf("%d rows, %d places", len(m.Rows), places)
		})
	}
}
