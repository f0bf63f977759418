package doc

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// A Builder makes a Document from events in reading order: units opened and
// closed, and the text between. It keeps the Document's law whatever it is
// told: a span that would leave its parent or overlap its elder sibling is cut.
//
// It must not be used after Document was called.
type Builder struct {
	file   *File
	units  []Unit
	text   []byte
	runs   []run
	attrs  []linkedAttr
	faults []Problem
	tables int

	open   []opened
	leaf   int    // depth in open of the innermost leaf block, 0 if none
	hidden []Span // no text, whatever Text is told; in order

	space Span // white space seen in the leaf that no text followed yet
	blank bool // whether space is set
}

// opened is a unit that is not closed yet.
type opened struct {
	unit  int32
	last  int   // end of the last thing within it: nothing may start before
	text  int32 // end of the text of the last unit within it
	shape *tableShape
}

// NewBuilder returns a builder whose root is open.
func NewBuilder(f *File) *Builder {
	b := &Builder{file: f, faults: encodingProblems(f.src, 10)}
	size := len(f.src)
	b.text = make([]byte, 0, size-size/4)
	b.units = make([]Unit, 1, 16+size/48)
	b.runs = make([]run, 0, 16+size/48)
	b.units[0] = Unit{Kind: Root}
	b.open = append(make([]opened, 0, 16), opened{})
	return b
}

// File returns the file that the document is made of.
func (b *Builder) File() *File { return b.file }

// Kind returns the kind of the innermost open unit.
func (b *Builder) Kind() Kind { return b.units[b.top().unit].Kind }

// Depth returns the number of open units, the root included.
func (b *Builder) Depth() int { return len(b.open) }

// InLeaf reports whether a leaf block is open, so that text may come.
func (b *Builder) InLeaf() bool { return b.leaf > 0 }

// LeafDepth returns the number of units around the open leaf block. It is only
// valid while InLeaf.
func (b *Builder) LeafDepth() int { return b.leaf }

// LeafKind returns the kind of the open leaf block. It is only valid while
// InLeaf.
func (b *Builder) LeafKind() Kind { return b.units[b.open[b.leaf].unit].Kind }

// Unit returns the innermost open unit, for the caller to set its Level or
// Header; the pointer is valid until the next Open.
func (b *Builder) Unit() *Unit { return &b.units[b.top().unit] }

func (b *Builder) top() *opened { return &b.open[len(b.open)-1] }

// Open opens a unit within the innermost open one.
func (b *Builder) Open(kind Kind, start int) {
	if kind.IsInline() {
		b.flush()
	}
	parent := b.top()
	start = min(max(start, parent.last), len(b.file.src))
	if !kind.IsInline() {
		b.part(start)
	}
	n := int32(len(b.units))
	b.units = append(b.units, Unit{
		Kind: kind, Span: Span{start, start},
		index: n, parent: parent.unit, text: int32(len(b.text)),
	})
	o := opened{unit: n, last: start}
	switch kind {
	case Table:
		o.shape = new(tableShape)
		b.tables++
		b.units[n].Number = b.tables
	case Row:
		if t := b.table(); t != nil {
			t.nextRow()
		}
	case Cell:
		b.place(&b.units[n], 1, 1)
	}
	b.open = append(b.open, o)
	if b.leaf == 0 && !kind.IsContainer() && !kind.IsInline() {
		b.leaf, b.blank = len(b.open)-1, false
	}
}

// OpenSection closes the sections that a heading of this level ends and opens
// the one that it heads. Headings within a list item, a quote or a cell head no
// section, and none is opened there.
func (b *Builder) OpenSection(level, start int) {
	for b.Kind() == Section && b.Unit().Level >= level {
		b.Close(b.top().last)
	}
	if k := b.Kind(); k == Root || k == Section {
		b.Open(Section, start)
		b.Unit().Level = level
	}
}

// OpenCell opens a Cell that covers several rows and columns. A rowSpan of 0
// reaches to the end of the row group, as in HTML; spans are cut at 1000.
func (b *Builder) OpenCell(start, rowSpan, columnSpan int) {
	b.Open(Cell, start)
	b.place(b.Unit(), rowSpan, columnSpan)
}

// EndRowGroup ends what cells of a row span of 0 or more reach.
func (b *Builder) EndRowGroup() {
	if t := b.table(); t != nil {
		b.endGroup(t)
	}
}

// Close closes the innermost open unit, which is not the root.
func (b *Builder) Close(end int) {
	o := *b.top()
	u := &b.units[o.unit]
	if len(b.open) == b.leaf+1 && b.leaf > 0 {
		b.blank = false
		b.trim(int(o.unit))
		b.leaf = 0
	}
	b.open = b.open[:len(b.open)-1]
	u.Span.End = min(max(end, o.last), len(b.file.src))
	u.end = int32(len(b.units))
	u.stop = int32(len(b.text))
	if u.Kind.IsContainer() {
		u.stop = o.text
	}
	u.stop = max(u.stop, u.text)
	if u.Kind == Table {
		b.endGroup(o.shape)
	}
	parent := b.top()
	parent.last = u.Span.End
	if u.stop > u.text { // what says nothing adds no separator to its parent's text
		parent.text = u.stop
	}
}

// Attr sets an attribute of the innermost open unit.
func (b *Builder) Attr(name AttrName, value string, s Span) {
	u := b.Unit()
	b.attrs = append(b.attrs, linkedAttr{Attr{name, value, s}, u.attrs})
	u.attrs = int32(len(b.attrs))
}

// HasAttr reports whether the innermost open unit has an attribute.
func (b *Builder) HasAttr(name AttrName) bool {
	for i := b.Unit().attrs; i > 0; i = b.attrs[i-1].next {
		if b.attrs[i-1].Name == name {
			return true
		}
	}
	return false
}

// Problem notes what is wrong with the bytes of a span.
func (b *Builder) Problem(kind ProblemKind, s Span, message string) {
	b.faults = append(b.faults, Problem{kind, s, message})
}

// Hide declares stretches of the file, in order, to be no text: Text passes over
// them.
func (b *Builder) Hide(spans []Span) { b.hidden = spans }

// Text adds source bytes to the text of the open leaf: white space is
// collapsed, and dropped at either end of the leaf; what is hidden is left out.
// Bytes that are in the document already are not added again, here and below.
func (b *Builder) Text(s Span) {
	s = b.rest(s)
	i := sort.Search(len(b.hidden), func(i int) bool { return b.hidden[i].End > s.Start })
	for ; i < len(b.hidden) && b.hidden[i].Start < s.End; i++ {
		b.visible(Span{s.Start, max(s.Start, b.hidden[i].Start)})
		s.Start = min(s.End, b.hidden[i].End)
	}
	b.visible(s)
}

// visible adds text of which nothing is hidden.
func (b *Builder) visible(s Span) {
	src := b.file.src[:s.End]
	for at := s.Start; at < s.End; {
		from := at
		for at < s.End && !isSpace(src[at]) {
			at++
			// A lone blank between two words is as good as a letter.
			if at+1 < s.End && src[at] == ' ' && !isSpace(src[at+1]) {
				at++
			}
		}
		if at > from {
			b.flush()
			b.verbatim(from, at)
			b.reach(at)
		}
		from = at
		for at < s.End && isSpace(src[at]) {
			at++
		}
		if at > from && !b.blank {
			b.space, b.blank = Span{from, at}, true
		}
	}
}

// Verbatim adds source bytes to the text of the open leaf, white space and all.
func (b *Builder) Verbatim(s Span) {
	s = b.rest(s)
	b.flush()
	b.verbatim(s.Start, s.End)
	b.reach(s.End)
}

// Replace adds text that stands in the file in another form, such as a decoded
// entity. White space is not collapsed.
func (b *Builder) Replace(text string, s Span) {
	if text == "" || b.rest(s) != s {
		return
	}
	b.flush()
	b.addRun(s)
	if len(text) == s.Len() { // two runs, or it would pass for a copy of the source
		b.text = append(b.text, text[0])
		text = text[1:]
		b.addRun(s)
	}
	b.text = append(b.text, text...)
	b.reach(s.End)
}

// LineBreak adds a hard line break: white space around it is dropped.
func (b *Builder) LineBreak(s Span) {
	s = b.rest(s)
	b.blank = false
	if b.leaf > 0 && len(b.text) > b.leafText() {
		b.addRun(s)
		b.text = append(b.text, '\n')
	}
	b.reach(s.End)
}

// Document closes what is open and returns the document.
func (b *Builder) Document() *Document {
	for len(b.open) > 1 {
		b.Close(b.top().last)
	}
	d := &Document{File: b.file, Problems: b.faults, text: string(b.text), runs: b.runs, attrs: b.attrs}
	root := &b.units[0]
	root.Span = Span{0, len(b.file.src)}
	root.end, root.stop = int32(len(b.units)), int32(len(b.text))
	d.units = b.units
	for i := range d.units {
		d.units[i].doc = d
	}
	sort.SliceStable(d.Problems, func(i, j int) bool { return d.Problems[i].Span.Start < d.Problems[j].Span.Start })
	return d
}

// part puts the separator between blocks before a block that starts at a place.
func (b *Builder) part(start int) {
	if n := len(b.text); b.leaf == 0 && n > 0 && b.text[n-1] != '\n' {
		b.addRun(Span{start, start})
		b.text = append(b.text, '\n')
	}
}

// flush adds the pending white space, if text of the same leaf stands before it.
func (b *Builder) flush() {
	if !b.blank {
		return
	}
	b.blank = false
	if n := len(b.text); n > b.leafText() && b.text[n-1] != '\n' && b.text[n-1] != ' ' {
		from := b.units[b.top().unit].Span.Start // the space may stand before the unit
		b.addRun(Span{max(b.space.Start, from), max(b.space.End, from)})
		b.text = append(b.text, ' ')
		b.reach(b.space.End)
	}
}

// rest cuts what the innermost unit already holds from a span of text.
func (b *Builder) rest(s Span) Span {
	start := max(s.Start, b.top().last)
	return Span{start, max(start, min(s.End, len(b.file.src)))}
}

func (b *Builder) leafText() int {
	if b.leaf == 0 {
		return len(b.text)
	}
	return int(b.units[b.open[b.leaf].unit].text)
}

// verbatim adds source bytes as they are. Bytes that are not UTF-8 stay: a
// Unit's text is as broken as its file.
func (b *Builder) verbatim(from, to int) {
	if from == to {
		return
	}
	if n := len(b.runs); n > 0 {
		// Extend a run that ends where this one starts.
		r := &b.runs[n-1]
		if int(r.end) == from && r.end-r.start == int32(len(b.text))-r.text && r.end > r.start {
			r.end = int32(to)
			b.text = append(b.text, b.file.src[from:to]...)
			return
		}
	}
	b.addRun(Span{from, to})
	b.text = append(b.text, b.file.src[from:to]...)
}

func (b *Builder) addRun(s Span) {
	b.runs = append(b.runs, run{int32(len(b.text)), int32(s.Start), int32(s.End)})
}

// reach notes that the innermost unit holds the byte before end.
func (b *Builder) reach(end int) {
	if o := b.top(); end > o.last {
		o.last = end
	}
}

// trim drops line breaks from the end of a leaf's text, and from the units
// within it.
func (b *Builder) trim(leaf int) {
	n := len(b.text)
	for start := int(b.units[leaf].text); n > start && b.text[n-1] == '\n' && b.units[leaf].Kind != CodeBlock; n-- {
	}
	if n == len(b.text) {
		return
	}
	end := int32(len(b.text)) // of the text of the last run
	b.text = b.text[:n]
	last := len(b.runs) - 1
	for ; last >= 0 && int(b.runs[last].text) >= n; last-- {
		end = b.runs[last].text
	}
	b.runs = b.runs[:last+1]
	if last >= 0 {
		if r := &b.runs[last]; end-r.text == r.end-r.start {
			r.end = r.start + int32(n) - r.text // still a copy of its source
		}
	}
	for i := leaf + 1; i < len(b.units); i++ {
		u := &b.units[i]
		u.text, u.stop = min(u.text, int32(n)), min(u.stop, int32(n))
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// encodingProblems reports the stretches that are not UTF-8 and the NUL bytes, at
// most limit of them.
func encodingProblems(src []byte, limit int) []Problem {
	var found []Problem
	if utf8.Valid(src) && bytes.IndexByte(src, 0) < 0 {
		return nil
	}
	for at := 0; at < len(src) && len(found) < limit; {
		r, size := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && size == 1 {
			from := at
			for at < len(src) {
				if r, size := utf8.DecodeRune(src[at:]); r != utf8.RuneError || size != 1 {
					break
				}
				at++
			}
			found = append(found, Problem{Malformed, Span{from, at}, "these bytes are not UTF-8"})
			continue
		}
		if r == 0 {
			found = append(found, Problem{Malformed, Span{at, at + 1}, "a NUL byte"})
		}
		at += size
	}
	return found
}
