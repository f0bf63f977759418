package html

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/doclint/doclint/lint/doc"
)

// maxDepth caps the elements that are open at a time. Those within have no
// units of their own; their content goes to the innermost that has.
const maxDepth = 256

// maxSpan is more than any cell covers.
const maxSpan = 1 << 16

// A TreeBuilder makes units of a stream of HTML tokens that may be interrupted:
// a Markdown parser feeds it stretches of HTML with [TreeBuilder.Tokens] and
// opens and closes units of its own between them, so that a table whose cells
// hold Markdown is one table.
type TreeBuilder struct {
	b     *doc.Builder
	stack []element
	over  int // elements open beyond maxDepth

	strayRow bool // whether a row without a table was told of

	hidden      atom.Atom // the element whose content is left out, 0 if none
	hiddenDepth int       // elements of that name open within each other
	hiddenAt    doc.Span  // its start tag
}

// An element is an open element, or a unit opened by the caller.
type element struct {
	name  atom.Atom // 0 for a unit of the caller's
	role  role
	depth int      // b.Depth() before it was opened
	tag   doc.Span // its start tag

	headerCells, cells int // of a row
	inHead             bool
}

// NewTreeBuilder returns a tree builder that adds to b.
func NewTreeBuilder(b *doc.Builder) *TreeBuilder {
	return &TreeBuilder{b: b, stack: make([]element, 0, 32)}
}

// Tokens reads a stretch of HTML. The bytes are those of the file from offset
// start, or of the same length with some of them blanked.
func (t *TreeBuilder) Tokens(start int, src []byte) {
	z := html.NewTokenizer(bytes.NewReader(src))
	for at := 0; ; {
		kind := z.Next()
		raw := len(z.Raw())
		s := doc.Span{Start: start + at, End: start + at + raw}
		token := src[at : at+raw]
		at += raw
		switch kind {
		case html.ErrorToken:
			if len(bytes.TrimSpace(token)) > 0 {
				t.b.Problem(doc.Malformed, doc.Span{Start: s.Start, End: s.Start + 1}, "a tag that is not closed")
			}
			return
		case html.TextToken:
			t.visible(s.Start, token)
		case html.CommentToken:
			t.Comment(s)
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
			t.Tag(s.Start, token)
			if isClosedRawText(token) {
				// To the tokenizer all up to its end tag is text.
				z = html.NewTokenizer(bytes.NewReader(src[at:]))
			}
		}
	}
}

// visible adds the text of a token of which some may be blanked.
func (t *TreeBuilder) visible(start int, src []byte) {
	file := t.b.File().Bytes()[start : start+len(src)]
	for !bytes.Equal(src, file) {
		n := 0
		for n < len(src) && (src[n] == file[n] || src[n] != ' ') {
			n++
		}
		t.Text(start, src[:n])
		for n < len(src) && (src[n] == ' ' || src[n] == file[n] && isSpace(src[n])) {
			n++
		}
		start, src, file = start+n, src[n:], file[n:]
	}
	if len(src) > 0 {
		t.Text(start, src)
	}
}

// Text adds text whose character references are not resolved yet.
func (t *TreeBuilder) Text(start int, src []byte) {
	if t.hidden != 0 {
		return
	}
	if t.b.InLeaf() && t.b.LeafKind() == doc.CodeBlock {
		if n := len(t.stack); n > 0 && t.stack[n-1].role == preformatted && t.stack[n-1].tag.End == start {
			// A line end right after the tag is not of the code.
			rest := bytes.TrimPrefix(bytes.TrimPrefix(src, []byte{'\r'}), []byte{'\n'})
			start, src = start+len(src)-len(rest), rest
		}
		t.references(start, src, t.b.Verbatim)
		return
	}
	if !t.startText(start, src) {
		return
	}
	t.references(start, src, t.b.Text)
}

// startText makes sure that a leaf is open for text, and reports whether there
// is one: white space alone opens none.
func (t *TreeBuilder) startText(start int, src []byte) bool {
	if t.b.InLeaf() {
		return true
	}
	blank := len(src) - len(bytes.TrimLeft(src, " \t\r\n\f"))
	if blank == len(src) {
		return false
	}
	t.b.Open(doc.Paragraph, start+blank)
	return true
}

// references adds text through add, and what its references stand for.
func (t *TreeBuilder) references(start int, src []byte, add func(doc.Span)) {
	for at := 0; at < len(src); {
		next := bytes.IndexByte(src[at:], '&')
		if next < 0 {
			add(doc.Span{Start: start + at, End: start + len(src)})
			return
		}
		from := at + next
		length, text := Reference(src[from:])
		if length == 0 {
			length = 1
			add(doc.Span{Start: start + at, End: start + from + 1})
		} else {
			add(doc.Span{Start: start + at, End: start + from})
			t.b.Replace(text, doc.Span{Start: start + from, End: start + from + length})
		}
		at = from + length
	}
}

// Comment adds a comment, which never is text and never parts a paragraph.
func (t *TreeBuilder) Comment(s doc.Span) {
	if t.hidden == 0 {
		t.b.Open(doc.Comment, s.Start)
		t.b.Close(s.End)
	}
}

// Open opens a unit of the caller's, which HTML within cannot close.
func (t *TreeBuilder) Open(kind doc.Kind, start int) {
	if !kind.IsInline() {
		t.endParagraph()
	} else if !t.b.InLeaf() {
		t.b.Open(doc.Paragraph, start)
	}
	depth := t.b.Depth()
	t.b.Open(kind, start)
	t.stack = append(t.stack, element{depth: depth})
}

// OpenHeading opens a heading of the caller's, and the section that it heads.
func (t *TreeBuilder) OpenHeading(level, start int) {
	t.endParagraph()
	t.b.OpenSection(level, start)
	t.Open(doc.Heading, start)
	t.b.Unit().Level = level
}

// Close closes the innermost unit that Open opened, and all within it.
func (t *TreeBuilder) Close(end int) {
	for t.top().name != 0 {
		t.pop(0)
	}
	t.pop(end)
}

// CloseAt closes the unit that Open opened as the depth-th that is open, and all
// within it, unless it is closed already.
func (t *TreeBuilder) CloseAt(depth, end int) {
	if len(t.stack) < depth {
		return
	}
	t.popTo(depth)
	t.pop(end)
}

// Finish closes the elements that are still open, and tells of those whose loss
// costs content.
func (t *TreeBuilder) Finish() {
	if t.hidden != 0 {
		t.b.Problem(doc.Malformed, t.hiddenAt, "<"+t.hidden.String()+"> is not closed: nothing after it is read")
	}
	for len(t.stack) > 0 {
		if e := t.top(); e.role == table {
			t.b.Problem(doc.BrokenTable, e.tag, "<table> is not closed")
		}
		t.pop(0)
	}
	t.endParagraph()
}

// InTable reports whether a table is open in which HTML stands, so that what a
// Markdown parser takes for indented code is markup.
func (t *TreeBuilder) InTable() bool {
	i := t.find(func(e *element) bool { return e.role == table })
	return i >= 0 && t.stack[len(t.stack)-1].role != preformatted
}

func (t *TreeBuilder) top() *element { return &t.stack[len(t.stack)-1] }

// push opens an element's unit.
func (t *TreeBuilder) push(tg tag, r role, kind doc.Kind) {
	depth := t.b.Depth()
	t.b.Open(kind, tg.start)
	t.stack = append(t.stack, element{name: tg.name, role: r, depth: depth, tag: tg.span()})
}

// pop closes the innermost element and what is open within it.
func (t *TreeBuilder) pop(end int) {
	e := *t.top()
	t.stack = t.stack[:len(t.stack)-1]
	for t.b.Depth() > e.depth+1 {
		t.b.Close(0)
	}
	if t.b.Depth() == e.depth+1 {
		if e.role == row && e.cells > 0 && (e.inHead || e.headerCells == e.cells) {
			t.b.Unit().Header = true
		}
		t.b.Close(max(end, e.tag.End))
	}
}

// popTo closes all elements above the n-th.
func (t *TreeBuilder) popTo(n int) {
	for len(t.stack) > n {
		t.pop(0)
	}
}

// endParagraph closes a paragraph, written or implied, and what is open in it.
func (t *TreeBuilder) endParagraph() {
	if t.b.InLeaf() && t.b.LeafKind() == doc.Paragraph {
		t.endLeaf()
	}
}

func (t *TreeBuilder) endLeaf() {
	if !t.b.InLeaf() {
		return
	}
	depth := t.b.LeafDepth()
	for len(t.stack) > 0 && t.top().depth >= depth && t.top().name != 0 {
		t.pop(0)
	}
	for t.b.Depth() > depth {
		t.b.Close(0)
	}
}

// find returns the index of the innermost element that is wanted, -1 where
// there is none. It does not look beyond a unit of the caller's.
func (t *TreeBuilder) find(want func(*element) bool) int {
	for i := len(t.stack) - 1; i >= 0; i-- {
		e := &t.stack[i]
		if want(e) {
			return i
		}
		if e.name == 0 {
			return -1
		}
	}
	return -1
}

// findInTable is find within the innermost table.
func (t *TreeBuilder) findInTable(r role) int {
	return t.find(func(e *element) bool { return e.role == r || e.role == table })
}

// Tag reads one tag, which is the bytes of the file from offset start, or of the
// same length with some of them blanked.
func (t *TreeBuilder) Tag(start int, src []byte) {
	tg, ok := readTag(src, start)
	if !ok {
		return
	}
	tg.file = t.b.File().Bytes()[start : start+len(src)]
	if t.hidden == atom.Head && !tg.end && endsHead(tg.name) {
		t.hidden = 0
	}
	if t.hidden != 0 {
		t.hiddenTag(tg)
		return
	}
	if tg.end {
		t.endTag(tg)
	} else {
		t.startTag(tg)
	}
}

// hiddenTag looks for the end of an element whose content is left out.
func (t *TreeBuilder) hiddenTag(tg tag) {
	switch {
	case tg.name != t.hidden || tg.selfClosing:
	case !tg.end:
		t.hiddenDepth++
	default:
		if t.hiddenDepth--; t.hiddenDepth == 0 {
			t.hidden = 0
		}
	}
}

func (t *TreeBuilder) startTag(tg tag) {
	typ := elementTypes[tg.name]
	if typ.role == hidden {
		if !tg.selfClosing {
			t.hidden, t.hiddenDepth, t.hiddenAt = tg.name, 1, tg.span()
		}
		return
	}
	if len(t.stack) >= maxDepth && !isVoid(tg.name) && typ.role != inline && typ.role != boundary {
		if t.over == 0 {
			t.b.Problem(doc.OverLimit, tg.span(), "more than "+strconv.Itoa(maxDepth)+" elements within each other: those deeper are not told apart")
		}
		t.over++
		return
	}
	switch typ.role {
	case inline: // nothing, in a table too
	case lineBreak:
		t.b.LineBreak(tg.span())
	case image:
		if !t.b.InLeaf() {
			t.b.Open(doc.Paragraph, tg.start)
		}
		t.b.Open(doc.Image, tg.start)
		t.setAttr(tg, doc.Src, "src")
		t.setAttr(tg, doc.Alt, "alt")
		t.setAttr(tg, doc.Title, "title")
		t.b.Close(tg.span().End)
	case phrase:
		if tg.selfClosing && tg.isClosed() || t.b.InLeaf() && t.b.LeafKind() == doc.CodeBlock {
			return
		}
		if !t.b.InLeaf() {
			t.b.Open(doc.Paragraph, tg.start)
		}
		if typ.kind == doc.Link && t.anchor(tg) {
			return
		}
		t.push(tg, typ.role, typ.kind)
		if typ.kind == doc.Link {
			t.setAttr(tg, doc.Href, "href")
			t.setAttr(tg, doc.Title, "title")
		}
	case boundary:
		t.endParagraph()
	case rule:
		t.endParagraph()
		t.b.Open(doc.Break, tg.start)
		t.b.Close(tg.span().End)
	case block:
		t.endLeaf()
		t.push(tg, typ.role, typ.kind)
	case item:
		t.endLeaf()
		if i := t.find(func(e *element) bool { return e.role == item || e.role == block || e.role == cell }); i >= 0 && t.stack[i].role == item {
			t.popTo(i)
		}
		t.push(tg, typ.role, typ.kind)
	case paragraph, preformatted:
		t.endParagraph()
		if !t.b.InLeaf() {
			t.push(tg, typ.role, typ.kind)
		}
	case heading:
		t.endLeaf()
		level := int(tg.src[2] - '0')
		t.b.OpenSection(level, tg.start)
		t.push(tg, typ.role, typ.kind)
		t.b.Unit().Level = level
		t.setAttr(tg, doc.ID, "id")
	default:
		t.startTablePart(tg, typ)
	}
}

// anchor reads an <a id> or <a name> that leads nowhere: it names the heading
// that it stands in.
func (t *TreeBuilder) anchor(tg tag) bool {
	if _, _, ok := tg.attr("href"); ok {
		return false
	}
	if id, s, ok := tg.anchor(); ok && t.b.Kind() == doc.Heading && !t.b.HasAttr(doc.ID) {
		t.b.Attr(doc.ID, id, s)
	}
	return true
}

// startTablePart reads the start tags of a table and its parts (HTML Standard,
// "in table" and the insertion modes after it).
func (t *TreeBuilder) startTablePart(tg tag, typ elementType) {
	if typ.role == table {
		t.endLeaf()
		t.push(tg, typ.role, typ.kind)
		return
	}
	in := t.find(func(e *element) bool { return e.role == table })
	if in < 0 {
		if typ.role == row && !t.strayRow {
			t.strayRow = true
			t.b.Problem(doc.BrokenTable, tg.span(), "a <tr> that stands in no table")
		}
		return
	}
	t.endLeaf()
	switch typ.role {
	case caption:
		t.popTo(in + 1)
		t.push(tg, typ.role, typ.kind)
	case rowGroup:
		t.popTo(in + 1)
		t.b.EndRowGroup()
		t.stack = append(t.stack, element{name: tg.name, role: rowGroup, depth: t.b.Depth(), tag: tg.span(), inHead: tg.name == atom.Thead})
	case row:
		t.openRow(in, tg)
	case cell:
		at := t.findInTable(row)
		if t.stack[at].role == table {
			at = t.openRow(in, tg)
		}
		t.popTo(at + 1)
		r := &t.stack[at]
		r.cells++
		if tg.name == atom.Th {
			r.headerCells++
		}
		header := tg.name == atom.Th || r.inHead
		depth := t.b.Depth()
		t.b.OpenCell(tg.start, t.number(tg, "rowspan"), t.number(tg, "colspan"))
		t.b.Unit().Header = header
		t.stack = append(t.stack, element{name: tg.name, role: cell, depth: depth, tag: tg.span()})
	}
}

// openRow opens a row of the table at index in, and returns the row's index.
func (t *TreeBuilder) openRow(in int, tg tag) int {
	group := t.findInTable(rowGroup)
	t.popTo(max(group, in) + 1)
	inHead := t.stack[len(t.stack)-1].inHead
	t.push(tag{src: tg.src, start: tg.start, name: atom.Tr}, row, doc.Row)
	t.top().inHead = inHead
	return len(t.stack) - 1
}

// number returns the value of an attribute that counts rows or columns, 1 where
// it is absent or no number (HTML Standard, "Rules for parsing non-negative
// integers").
func (t *TreeBuilder) number(tg tag, name string) int {
	value, _, _ := tg.attr(name)
	value = strings.TrimPrefix(strings.TrimLeft(value, " \t\r\n\f"), "+")
	digits := 0
	for digits < len(value) && '0' <= value[digits] && value[digits] <= '9' {
		digits++
	}
	if digits == 0 {
		return 1
	}
	n, err := strconv.Atoi(value[:digits])
	if err != nil {
		n = maxSpan
	}
	if n == 0 && name == "colspan" {
		return 1
	}
	return n
}

// setAttr gives the innermost unit an attribute that its tag has.
func (t *TreeBuilder) setAttr(tg tag, name doc.AttrName, written string) {
	if value, s, ok := tg.attr(written); ok {
		t.b.Attr(name, value, s)
	}
}

func (t *TreeBuilder) endTag(tg tag) {
	typ := elementTypes[tg.name]
	switch typ.role {
	case lineBreak:
		t.b.LineBreak(tg.span())
		return
	case boundary:
		t.endParagraph()
		return
	case inline, image, rule, column, hidden:
		return
	}
	if t.over > 0 {
		t.over--
		return
	}
	var at int
	switch typ.role {
	case table:
		at = t.find(func(e *element) bool { return e.role == table })
	case caption, rowGroup, row, cell:
		at = t.find(func(e *element) bool { return e.name == tg.name || e.role == table })
	default:
		at = t.find(func(e *element) bool { return e.name == tg.name || e.role == cell || e.role == caption })
	}
	if at < 0 || t.stack[at].name != tg.name {
		switch {
		case typ.role == paragraph:
			t.endParagraph()
		case tg.name == atom.Tbody && at >= 0: // its start tag was left out
			t.popTo(at + 1)
			t.b.EndRowGroup()
		}
		return
	}
	t.popTo(at + 1)
	t.pop(tg.span().End)
	if typ.role == rowGroup {
		t.b.EndRowGroup()
	}
}

// Replace adds text that stands in the file in another form.
func (t *TreeBuilder) Replace(text string, s doc.Span) {
	if t.hidden != 0 {
		return
	}
	if !t.b.InLeaf() {
		t.b.Open(doc.Paragraph, s.Start)
	}
	t.b.Replace(text, s)
}

// Depth returns the number of elements and units that are open.
func (t *TreeBuilder) Depth() int { return len(t.stack) }

// ImageDirective adds the image of a directive whose attributes are written as
// those of a tag are, from an offset in src on: :::image source="a.png" :::,
// {{< figure src="a.png" >}}.
func (t *TreeBuilder) ImageDirective(start int, src []byte, attrs int) {
	t.endParagraph()
	src = append(src[:len(src):len(src)], '>') // as a tag ends
	tg := tag{src: src, file: src, start: start, nameEnd: attrs}
	end := start + len(src) - 1
	t.b.Open(doc.Paragraph, start)
	t.b.Open(doc.Image, start)
	for _, written := range [...]string{"source", "src"} {
		t.setAttr(tg, doc.Src, written)
	}
	for _, written := range [...]string{"alt-text", "alt"} {
		t.setAttr(tg, doc.Alt, written)
	}
	for _, written := range [...]string{"caption", "title"} {
		t.setAttr(tg, doc.Title, written)
	}
	t.b.Close(end)
	t.b.Close(end)
}
