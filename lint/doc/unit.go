package doc

import (
	"iter"
	"sort"
)

// A Kind says what a unit is. The kinds fall into three classes: containers
// hold other blocks, leaf blocks hold text, and inline kinds stand inside the
// text of a leaf block.
type Kind uint8

// Containers.
const (
	Root    Kind = iota
	Section      // a heading and all up to the next heading of its level or above
	List
	Item       // of a List
	Quote      // block quote
	Admonition // a note, warning, tab: with a Marker
	Table
	Row  // of a Table
	Cell // of a Row

	// Leaf blocks.
	Field // a front matter value that readers see: title, description
	Heading
	Paragraph
	CodeBlock
	Caption // of a Table
	Term    // of a definition list
	Comment // never text; also stands inline
	Break   // thematic break

	// Inline.
	Link
	Image
	Code
	Emphasis
	Strong
	Strikethrough
	Interface // a name of the interface, marked as such: [!UICONTROL Save]
)

var kindNames = [...]string{
	Root: "root", Section: "section", List: "list", Item: "item", Quote: "quote", Admonition: "admonition",
	Table: "table", Row: "row", Cell: "cell",
	Field: "field", Heading: "heading", Paragraph: "paragraph", CodeBlock: "code block",
	Caption: "caption", Term: "term", Comment: "comment", Break: "thematic break",
	Link: "link", Image: "image", Code: "code", Emphasis: "emphasis", Strong: "strong",
	Strikethrough: "strikethrough", Interface: "interface",
}

// String returns the kind's name in lower case, as messages and JSON print it.
func (k Kind) String() string { return kindNames[k] }

// IsContainer reports whether units of this kind hold blocks.
func (k Kind) IsContainer() bool { return k <= Cell }

// IsInline reports whether units of this kind stand inside the text of a leaf.
func (k Kind) IsInline() bool { return k >= Link }

// An AttrName names an attribute of a unit.
type AttrName uint8

// The attributes that parsers set.
const (
	ID     AttrName = iota // explicit anchor of a Heading, without # or braces
	Href                   // target of a Link
	Src                    // source of an Image
	Alt                    // text of an Image
	Title                  // title of a Link or Image
	Info                   // info string of a CodeBlock
	Key                    // key of a Field
	Marker                 // type of an Admonition or Interface, as written: NOTE, warning, UICONTROL
)

// An Attr is an attribute and the bytes it stands on. Value is decoded (entities
// and escapes resolved), the bytes are as written. The span of a reference
// link's target lies at its definition, outside the unit.
type Attr struct {
	Name  AttrName
	Value string
	Span  Span
}

// A Unit is a construct of a document: a node of its tree. Units are made by a
// [Builder] and never change once the Document is returned.
type Unit struct {
	Kind Kind

	// Span covers the whole construct, markers and tags included.
	Span Span

	// Level is the level of a Section or Heading, 1..6.
	Level int

	// Number is the number of a Table among those of its document, from 1.
	Number int

	// Header marks a Row of column headings and each header Cell.
	Header bool

	// Column is the first of the columns that a Cell covers, from 0;
	// ColumnSpan and RowSpan say how many columns and rows it covers, from 1,
	// no further than its row group.
	Column, ColumnSpan, RowSpan int

	doc        *Document
	index      int32 // place in doc.units
	parent     int32 // index of the parent; the Root's is its own
	end        int32 // index after the last descendant
	text, stop int32 // range in doc.text
	attrs      int32 // one more than the index of the last attribute in doc.attrs, 0 for none
}

// Document returns the document that the unit belongs to.
func (u *Unit) Document() *Document { return u.doc }

// Index returns the unit's place in its document in reading order, from 0.
func (u *Unit) Index() int { return int(u.index) }

// Parent returns the unit that holds u, nil for the root.
func (u *Unit) Parent() *Unit {
	if u.index == 0 {
		return nil
	}
	return &u.doc.units[u.parent]
}

// Ancestor returns the nearest unit of a kind that holds u, or nil.
func (u *Unit) Ancestor(kind Kind) *Unit {
	for p := u.Parent(); p != nil; p = p.Parent() {
		if p.Kind == kind {
			return p
		}
	}
	return nil
}

// Children yields the units directly within u, in reading order.
func (u *Unit) Children() iter.Seq[*Unit] {
	return func(yield func(*Unit) bool) {
		for i := u.index + 1; i < u.end; i = u.doc.units[i].end {
			if !yield(&u.doc.units[i]) {
				return
			}
		}
	}
}

// Descendants yields all units within u, in reading order, parents first.
func (u *Unit) Descendants() iter.Seq[*Unit] {
	return func(yield func(*Unit) bool) {
		for i := u.index + 1; i < u.end; i++ {
			if !yield(&u.doc.units[i]) {
				return
			}
		}
	}
}

// Text returns the plain text of u and all that is within it: markup removed,
// entities and escapes resolved, white space collapsed, a line break as "\n",
// blocks parted by "\n". Code blocks keep their white space.
func (u *Unit) Text() string { return u.doc.text[u.text:u.stop] }

// TextStart returns the offset of the unit's text in its document's text, by
// which offsets into one can be turned into offsets into the other.
func (u *Unit) TextStart() int { return int(u.text) }

// Source returns the bytes that a range of Text was made from. Within text that
// stands in the file as it is the result is exact to the byte; an entity, an
// escape or collapsed white space is taken whole.
func (u *Unit) Source(from, to int) Span {
	return u.doc.Source(int(u.text)+from, int(u.text)+to)
}

// TextSource returns the bytes that the unit's whole text was made from: the
// span without the markup around it. For no text it is a place within the unit.
func (u *Unit) TextSource() Span {
	s := u.doc.Source(int(u.text), int(u.stop))
	if u.text == u.stop {
		s.Start = min(max(s.Start, u.Span.Start), u.Span.End)
		s.End = s.Start
	}
	return s
}

// Attr returns an attribute of the unit.
func (u *Unit) Attr(name AttrName) (Attr, bool) {
	for i := u.attrs; i > 0; i = u.doc.attrs[i-1].next {
		if a := u.doc.attrs[i-1].Attr; a.Name == name {
			return a, true
		}
	}
	return Attr{}, false
}

// A Document is what every format becomes: a tree of units over one file. It is
// immutable once the parser returns it and safe for concurrent use.
//
// Its law: the spans of children lie within their parent's, in order and
// without overlap, so that units and the gaps between them partition the bytes
// of the file; and each stretch of text knows the bytes it was made from.
type Document struct {
	File *File

	// Problems are what the parser met on the way, in order of place.
	Problems []Problem

	units []Unit // in reading order, parents first; units[0] is the root
	text  string // the texts of all leaf blocks, parted by "\n"
	runs  []run  // tile text
	attrs []linkedAttr
}

// A linkedAttr is an attribute and, as one more than its index, the one that was
// set before it on the same unit.
type linkedAttr struct {
	Attr
	next int32
}

// A Problem is something in the bytes of a page that a reader's browser or
// another parser may see otherwise.
type Problem struct {
	Kind    ProblemKind
	Span    Span
	Message string // lower case, no period
}

// A ProblemKind is a class of problems.
type ProblemKind uint8

// The classes of problems.
const (
	Malformed   ProblemKind = iota // broken UTF-8, NUL, unclosed tags
	BrokenFence                    // a code fence that is not closed, or is none
	BrokenTable                    // a table that is not closed, or cut in two
	OverLimit                      // more than any written page has: not read in full
)

// A run says where a stretch of text comes from: it reaches to the text offset
// of the next run. If both lengths are equal the text is the source verbatim.
type run struct {
	text       int32
	start, end int32
}

// Root returns the unit that holds all others.
func (d *Document) Root() *Unit { return &d.units[0] }

// Len returns the number of units, the root included.
func (d *Document) Len() int { return len(d.units) }

// Units yields all units in reading order, parents first, the root included.
func (d *Document) Units() iter.Seq[*Unit] {
	return func(yield func(*Unit) bool) {
		for i := range d.units {
			if !yield(&d.units[i]) {
				return
			}
		}
	}
}

// Text returns the texts of all leaf blocks in reading order, parted by "\n".
func (d *Document) Text() string { return d.text }

// Source returns the bytes that the range [from, to) of Text was made from; see
// [Unit.Source]. An empty range gives the place where it stands.
func (d *Document) Source(from, to int) Span {
	if len(d.runs) == 0 {
		return Span{}
	}
	if from >= to {
		s, _ := d.runAt(from)
		return Span{s, s}
	}
	start, _ := d.runAt(from)
	_, end := d.runAt(to - 1)
	return Span{start, end}
}

// runAt returns the bytes that the text byte at an offset was made from.
func (d *Document) runAt(at int) (start, end int) {
	i := sort.Search(len(d.runs), func(i int) bool { return int(d.runs[i].text) > at }) - 1
	r := d.runs[max(i, 0)]
	next := len(d.text)
	if i+1 < len(d.runs) {
		next = int(d.runs[i+1].text)
	}
	if next-int(r.text) != int(r.end-r.start) {
		return int(r.start), int(r.end)
	}
	start = min(int(r.start)+at-int(r.text), int(r.end))
	return start, min(start+1, int(r.end))
}
