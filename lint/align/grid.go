// Package align finds what stands opposite what: it makes the documents of one
// page, one a locale, into a grid whose rows are units and whose columns are
// locales.
//
// Sections, blocks, table rows, table columns and list items are aligned by
// what they say that needs no translation (numbers, code, links, names, the
// shape of cells), with gaps where one side has what the other lacks; position
// decides only between what says nothing.
package align

import (
	"iter"
	"strconv"
	"strings"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

// A Grid is one page in all its locales. It is immutable once made.
type Grid struct {
	Page    string // path less locale part and extension
	Columns []Column
	Source  int // the column that the others were translated from, -1 if unknown

	// Rows holds the units opposite each other, parents before children. A row
	// below which nothing can be compared, because only one column has it, has
	// no children.
	Rows []Row
}

// A Column is one version of the page: a locale, or the source at a commit.
type Column struct {
	File     *doc.File
	Document *doc.Document
	Facts    *fact.Facts // of Document
	Version  string      // what tells two columns of one locale apart, "" for none
}

// A Row is what stands opposite each other.
type Row struct {
	Kind  doc.Kind
	Units []*doc.Unit // by column; nil is a hole

	// Score says how sure it is that the units belong together: 0..1, the
	// lowest over the columns. It is 1 where only one column has a unit.
	Score  float64
	Reason Reason

	Parent int // index of the row that holds this one, -1 for the root
	End    int // index after the last row within this one
}

// A Reason says why units were matched.
type Reason uint8

// The reasons, weakest first.
const (
	ByPosition Reason = iota // nothing speaks against it
	ByContent                // the same numbers, code, links or names
	ByKey                    // a table row's or field's key
	ByAnchor                 // an explicit anchor
)

var reasonNames = [...]string{ByPosition: "position", ByContent: "content", ByKey: "key", ByAnchor: "anchor"}

// String returns the reason's name, as JSON spells it.
func (r Reason) String() string { return reasonNames[r] }

// Of yields the index and row of all rows of a kind.
func (g *Grid) Of(kind doc.Kind) iter.Seq2[int, *Row] {
	return func(yield func(int, *Row) bool) {
		for i := range g.Rows {
			if g.Rows[i].Kind == kind && !yield(i, &g.Rows[i]) {
				return
			}
		}
	}
}

// Children yields the index and row of what is directly within a row.
func (g *Grid) Children(parent int) iter.Seq2[int, *Row] {
	return func(yield func(int, *Row) bool) {
		for i := parent + 1; i < g.Rows[parent].End; i = g.Rows[i].End {
			if !yield(i, &g.Rows[i]) {
				return
			}
		}
	}
}

// Has reports whether a column has a unit in a row.
func (r *Row) Has(column int) bool { return r.Units[column] != nil }

// Where names the place of a unit in its document in words: the table, row and
// column of a cell, else the heading that the unit stands under.
func Where(u *doc.Unit) string {
	if u.Kind == doc.Root {
		return ""
	}
	if u.Kind == doc.Field {
		key, _ := u.Attr(doc.Key)
		return "front matter › " + key.Value
	}
	table := u
	if u.Kind != doc.Table {
		table = u.Ancestor(doc.Table)
	}
	if table == nil {
		return whereInSection(u)
	}
	place := "table " + strconv.Itoa(table.Number)
	row, cell := u, u
	if u.Kind != doc.Row {
		row = u.Ancestor(doc.Row)
	}
	if u.Kind != doc.Cell {
		cell = u.Ancestor(doc.Cell)
	}
	if row != nil && row.Kind == doc.Row {
		if key := RowKey(row); key != "" {
			place += " › row " + key
		}
	}
	if cell != nil && cell.Kind == doc.Cell {
		if name := columnName(table, cell.Column); name != "" {
			place += " › column " + name
		}
	}
	return place
}

func whereInSection(u *doc.Unit) string {
	if u.Kind == doc.Heading || u.Kind == doc.Section {
		return u.Kind.String()
	}
	section := u.Ancestor(doc.Section)
	if section == nil {
		return u.Kind.String()
	}
	for h := range section.Children() {
		if h.Kind == doc.Heading && h.Text() != "" {
			return "section " + short(h.Text()) + " › " + u.Kind.String()
		}
		break
	}
	return u.Kind.String()
}

// RowKey returns what a table row is known by: the text of its first cell that
// has any, shortened.
func RowKey(row *doc.Unit) string {
	for cell := range row.Children() {
		if cell.Kind == doc.Cell && cell.Text() != "" {
			return short(cell.Text())
		}
	}
	return ""
}

// columnName returns the text of the header cell over a column.
func columnName(table *doc.Unit, column int) string {
	for row := range table.Children() {
		if row.Kind != doc.Row {
			continue
		}
		if !row.Header {
			break
		}
		for cell := range row.Children() {
			if cell.Kind == doc.Cell && cell.Column <= column && column < cell.Column+cell.ColumnSpan {
				return short(cell.Text())
			}
		}
	}
	return ""
}

// short cuts a text to one line of 40 characters.
func short(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range text {
		if n++; n > 40 {
			return text[:i] + "…"
		}
	}
	return text
}
