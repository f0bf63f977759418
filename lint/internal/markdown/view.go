package markdown

import (
	"bytes"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/frontmatter"
)

// A view is a page as goldmark is to see it: what is of another dialect is
// masked byte for byte, so that all offsets hold, and noted beside.
//
// What takes whole lines becomes blank. What stands within a line becomes
// letters, so that emphasis next to it is still emphasis, and is noted as
// hidden. A directive whose body is told by its indentation becomes a list item
// ("+ x"), whose body is told in the same way.
type view struct {
	src    []byte
	masked []byte // src itself where nothing is masked
	mdx    bool   // whether JSX and expressions are expected

	mayHaveWWW, mayHaveMail bool // whether to look for such addresses

	inline   []inlineMark // within lines, in order
	hiddenTo int          // end of the last of them
	blocks   []blockMark  // that take lines of their own, in order
	bodies   map[int]blockMark
	faults   []doc.Problem
}

// An inlineMark is a stretch of a line that is no text.
type inlineMark struct {
	span doc.Span
	role inlineRole
	name doc.Span // of an interface marker
}

type inlineRole uint8

const (
	hiddenMark  inlineRole = iota
	openMarker             // [!UICONTROL
	closeMarker            // its ]
)

// A blockMark is a directive that takes lines of its own.
type blockMark struct {
	span  doc.Span
	role  blockRole
	name  doc.Span // the type of an admonition
	title doc.Span
}

type blockRole uint8

const (
	opens      blockRole = iota // :::note, /// note
	closes                      // :::, ///
	comment                     // {/* … */}
	imageBlock                  // :::image source="…" :::
	body                        // !!! note, ??? note, === "tab": the body is indented
	component                   // <Tabs>: the body is indented
	note                        // [^1]: the rest of the footnote is indented
	notRow                      // a comment between the rows of a table
	label                       // the title of a component or shortcode, which readers see
)

// newView masks a page.
func newView(f *doc.File, front frontmatter.Block) *view {
	v := &view{src: f.Bytes(), masked: f.Bytes(), mdx: strings.EqualFold(path.Ext(f.Path()), ".mdx")}
	v.mayHaveWWW, v.mayHaveMail = bytes.Contains(v.src, []byte("www.")), bytes.IndexByte(v.src, '@') >= 0
	head := front.Span.End
	if head == 0 && bytes.HasPrefix(v.src, bom) {
		head = len(bom)
	}
	if head > 0 {
		v.blank(doc.Span{Start: 0, End: head})
	}
	s := scanner{view: v, at: head}
	s.scan()
	sort.SliceStable(v.inline, func(i, j int) bool { return v.inline[i].span.Start < v.inline[j].span.Start })
	return v
}

var bom = []byte("\ufeff")

// edit returns the bytes that goldmark will see, to be changed.
func (v *view) edit(s doc.Span) []byte {
	if &v.masked[0] == &v.src[0] {
		v.masked = bytes.Clone(v.src)
	}
	return v.masked[s.Start:s.End]
}

// blank turns all bytes of a span but line ends into spaces.
func (v *view) blank(s doc.Span) {
	if s.Len() > 0 {
		fill(v.edit(s), ' ')
	}
}

// hide turns all bytes of a span but line ends into letters and notes that they
// are no text.
func (v *view) hide(s doc.Span, role inlineRole, name doc.Span) {
	s.Start = max(s.Start, v.hiddenTo)
	if s.Len() > 0 {
		v.hiddenTo = s.End
		fill(v.edit(s), 'x')
		v.inline = append(v.inline, inlineMark{s, role, name})
	}
}

// firstInline returns the index of the first inline mark that ends after an
// offset.
func (v *view) firstInline(at int) int {
	return sort.Search(len(v.inline), func(i int) bool { return v.inline[i].span.End > at })
}

// hidden returns what is no text.
func (v *view) hidden() []doc.Span {
	spans := make([]doc.Span, len(v.inline))
	for i, m := range v.inline {
		spans[i] = m.span
	}
	return spans
}

func fill(b []byte, with byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = with
		}
	}
}

// fault notes what is wrong with a span.
func (v *view) fault(s doc.Span, kind doc.ProblemKind, message string) {
	v.faults = append(v.faults, doc.Problem{Kind: kind, Span: s, Message: message})
}

// A scanner finds what is to be masked, line by line. It knows fences, comments
// and raw HTML, in which nothing is.
type scanner struct {
	*view
	at int

	fence      []byte                    // the marker of the open fence
	unended    bool                      // a comment of Liquid is not closed, nor is any after it
	uncoloured [len(highlightMarks)]bool // likewise
	inTable    bool                      // the lines above are rows of a pipe table
	lastHasBar bool                      // the line above has a pipe
}

// maxDirective bounds how far the end of a directive is looked for, in bytes.
const maxDirective = 4000

func (s *scanner) scan() {
	for s.at < len(s.src) {
		line := doc.Span{Start: s.at, End: lineEnd(s.src, s.at)}
		next := line.End
		for next < len(s.src) && s.src[next] != '\n' {
			next++
		}
		s.at = next + 1
		s.line(line)
	}
}

// line reads one line. It may move on past further lines.
func (s *scanner) line(line doc.Span) {
	if line.Start < s.hiddenTo { // what is hidden started on a line above
		s.within(doc.Span{Start: min(s.hiddenTo, line.End), End: line.End})
		return
	}
	start := line.Start
	for start < line.End && (s.src[start] == ' ' || s.src[start] == '\t' || s.src[start] == '>') {
		start++
	}
	text := s.src[start:line.End]
	if s.fence != nil {
		if bytes.HasPrefix(text, s.fence) && len(bytes.Trim(text, string(s.fence[:1])+" \t")) == 0 {
			s.fence = nil
		}
		return
	}
	if len(text) == 0 {
		s.inTable, s.lastHasBar = false, false
		return
	}
	if s.opensFence(doc.Span{Start: start, End: line.End}) {
		return
	}
	rest := doc.Span{Start: start, End: line.End}
	for n := listMarker(text); n > 0 && n < len(text); n = listMarker(text) {
		rest = trim(s.src, doc.Span{Start: rest.Start + n, End: rest.End})
		text = s.src[rest.Start:rest.End]
	}
	if len(text) == 0 {
		return
	}
	if n := len(s.blocks); s.directive(line, rest) {
		s.inTable = s.inTable && len(s.blocks) > n && s.blocks[n].role == notRow
		s.lastHasBar = false
		return
	}
	if bytes.HasPrefix(text, []byte("<!--")) {
		s.comment(doc.Span{Start: rest.Start, End: line.End})
		return
	}
	hasBar := bytes.IndexByte(text, '|') >= 0
	if hasBar && s.lastHasBar && isDelimiterRow(text) {
		s.inTable = true
	}
	s.lastHasBar = hasBar
	s.within(rest)
}

// opensFence reports whether a line opens a code fence, also behind list
// markers, and notes it.
func (s *scanner) opensFence(line doc.Span) bool {
	text := s.src[line.Start:line.End]
	for {
		n := listMarker(text)
		if n == 0 {
			break
		}
		text = bytes.TrimLeft(text[n:], " \t")
	}
	if len(text) == 0 {
		return false
	}
	n := 0
	for n < len(text) && text[n] == text[0] {
		n++
	}
	if n < 3 || text[0] != '`' && text[0] != '~' {
		return s.hiddenFence(doc.Span{Start: line.End - len(text), End: line.End})
	}
	if text[0] == '`' && bytes.IndexByte(text[n:], '`') >= 0 {
		return false
	}
	s.fence = text[:n:n]
	return true
}

// hiddenFence notes a fence that is none because of an invisible character
// before it.
func (s *scanner) hiddenFence(line doc.Span) bool {
	text := s.src[line.Start:line.End]
	r, size := utf8.DecodeRune(text)
	if r == '\u200b' || r == '\ufeff' || r == '\u00a0' || r == '\u2060' {
		if bytes.HasPrefix(text[size:], []byte("```")) {
			s.fault(doc.Span{Start: line.Start, End: line.Start + size}, doc.BrokenFence, "an invisible character before a code fence, which is text therefore")
		}
	}
	return false
}

// listMarker returns the length of the list marker that a line starts with,
// with the blank after it; 0 for none.
func listMarker(text []byte) int {
	n := 0
	for n < len(text) && n < 9 && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	if n+1 < len(text) && (n > 0 && (text[n] == '.' || text[n] == ')') || n == 0 && (text[0] == '-' || text[0] == '*' || text[0] == '+')) &&
		(text[n+1] == ' ' || text[n+1] == '\t') {
		return n + 2
	}
	return 0
}

// isDelimiterRow reports whether a line is the second of a pipe table.
func isDelimiterRow(text []byte) bool {
	dashes := false
	for _, c := range text {
		switch c {
		case '-':
			dashes = true
		case '|', ':', ' ', '\t', '\r':
		default:
			return false
		}
	}
	return dashes
}

// comment passes over an HTML comment. One that stands between the rows of a
// table ends it for the reader: that is told, and the rows are kept together.
func (s *scanner) comment(rest doc.Span) {
	end := bytes.Index(s.src[rest.Start:], []byte("-->"))
	if end < 0 {
		s.at = len(s.src)
		return
	}
	stop := rest.Start + end + len("-->")
	if stop > rest.End {
		s.at = lineEnd(s.src, stop) + 1
		return
	}
	if !s.betweenRows(doc.Span{Start: rest.Start, End: stop}) {
		s.within(doc.Span{Start: min(stop, rest.End), End: rest.End})
	}
}

// betweenRows makes a row of a comment that takes a line between the rows of a
// table, and reports whether it is one.
func (s *scanner) betweenRows(comment doc.Span) bool {
	line := doc.Span{Start: comment.Start, End: lineEnd(s.src, comment.End)}
	if !s.inTable || s.at >= len(s.src) || len(bytes.TrimSpace(s.src[comment.End:line.End])) > 0 || bytes.IndexByte(s.src[comment.Start:comment.End], '\n') >= 0 ||
		bytes.IndexByte(s.src[s.at:lineEnd(s.src, s.at)], '|') < 0 {
		return false
	}
	fill(s.edit(line), ' ')
	s.edit(line)[0] = '|'
	s.blocks = append(s.blocks, blockMark{span: comment, role: notRow})
	s.fault(comment, doc.BrokenTable, "a comment between the rows of a table, which ends it")
	return true
}

// directive reads a line that is one as a whole, and reports whether it is. line
// starts at the first column, rest at what is not indentation or a quote mark.
func (s *scanner) directive(line, rest doc.Span) bool {
	text := s.src[rest.Start:rest.End]
	switch text[0] {
	case ':':
		return bytes.HasPrefix(text, []byte(":::")) && s.colons(rest)
	case '/':
		return bytes.HasPrefix(text, []byte("///")) && s.slashes(rest)
	case '!', '?':
		return (bytes.HasPrefix(text, []byte("!!! ")) || bytes.HasPrefix(text, []byte("???"))) && s.indented(rest, 3)
	case '=':
		return bytes.HasPrefix(text, []byte(`=== "`)) && s.indented(rest, 3)
	case '+':
		return bytes.HasPrefix(text, []byte("+++")) && s.pluses(rest)
	case '-':
		return bytes.HasPrefix(text, []byte("--8<-- ")) && s.snippet(rest)
	case '{':
		return s.braces(rest)
	case '[':
		return s.footnote(line, rest)
	case '<':
		return bytes.HasPrefix(text, []byte("<<< ")) && s.snippet(rest) || s.tag(rest)
	case 'i', 'e':
		return rest.Start == line.Start && s.module(rest)
	}
	return false
}

// colons reads :::note, :::, :::note[Title], ::: {.note}, :::image … :::.
func (s *scanner) colons(rest doc.Span) bool {
	n := 0
	text := s.src[rest.Start:rest.End]
	for n < len(text) && text[n] == ':' {
		n++
	}
	inner := trim(s.src, doc.Span{Start: rest.Start + n, End: rest.End})
	m := blockMark{span: rest, role: opens}
	switch {
	case inner.Len() == 0:
		m.role = closes
	case bytes.HasSuffix(s.src[inner.Start:inner.End], []byte(":::")):
		m.name = word(s.src, inner)
		m.role = imageBlock
		switch string(s.src[m.name.Start:m.name.End]) {
		case "image":
		case "row", "column":
			if s.bodyIsIndented(rest.Start, s.at) {
				s.item(blockMark{span: rest, role: component})
				return true
			}
			fallthrough
		default:
			s.blank(rest)
			return true
		}
	case string(s.src[inner.Start:inner.End]) == "end", bytes.HasSuffix(s.src[inner.Start:inner.End], []byte("-end")):
		m.role = closes // :::zone-end, :::moniker-end
	default:
		m.name = word(s.src, inner)
		if m.name.Len() == 0 && s.src[inner.Start] != '{' {
			return false
		}
		m.title = title(s.src, doc.Span{Start: m.name.End, End: inner.End})
		if string(s.src[m.name.Start:m.name.End]) == "image" && m.title.Len() == 0 {
			m.role = imageBlock // its long description follows
		}
	}
	s.blank(rest)
	s.blocks = append(s.blocks, m)
	return true
}

// pluses reads +++ Title and +++, between which text is folded.
func (s *scanner) pluses(rest doc.Span) bool {
	inner := trim(s.src, doc.Span{Start: rest.Start + 3, End: rest.End})
	m := blockMark{span: rest, role: closes}
	if inner.Len() == 0 {
		s.blank(rest)
	} else if s.src[rest.Start+3] == '+' {
		return false
	} else { // the title is text, with its markup
		m.role, m.span.End = opens, rest.Start+3
		m.name = m.span
		s.hide(m.span, hiddenMark, doc.Span{})
		s.within(inner)
	}
	s.blocks = append(s.blocks, m)
	return true
}

// snippet blanks a line that stands for a part of another file: <<< @/a.js,
// --8<-- "a.md".
func (s *scanner) snippet(rest doc.Span) bool {
	s.blank(rest)
	return true
}

// slashes reads /// note | Title and ///.
func (s *scanner) slashes(rest doc.Span) bool {
	inner := trim(s.src, doc.Span{Start: rest.Start + 3, End: rest.End})
	m := blockMark{span: rest, role: closes}
	if inner.Len() > 0 {
		if s.src[rest.Start+3] != ' ' {
			return false
		}
		m.role = opens
		m.name = word(s.src, inner)
		if m.name.Len() == 0 {
			return false
		}
		if bar := bytes.IndexByte(s.src[inner.Start:inner.End], '|'); bar >= 0 {
			m.title = trim(s.src, doc.Span{Start: inner.Start + bar + 1, End: inner.End})
		}
		s.options()
	}
	s.blank(rest)
	s.blocks = append(s.blocks, m)
	return true
}

// options blanks the lines "    key: value" that follow the start of a block.
func (s *scanner) options() {
	for s.at < len(s.src) {
		line := doc.Span{Start: s.at, End: lineEnd(s.src, s.at)}
		text := s.src[line.Start:line.End]
		key := word(s.src, trim(s.src, line))
		if !bytes.HasPrefix(text, []byte("    ")) || key.Len() == 0 || key.End == line.End || s.src[key.End] != ':' {
			return
		}
		s.blank(line)
		for s.at = line.End; s.at < len(s.src) && s.src[s.at] != '\n'; s.at++ {
		}
		s.at++
	}
}

// indented reads !!! note "Title", ??? note, ???+ note and === "Tab".
func (s *scanner) indented(rest doc.Span, marker int) bool {
	inner := trim(s.src, doc.Span{Start: rest.Start + marker, End: rest.End})
	if inner.Len() > 0 && s.src[inner.Start] == '+' {
		inner = trim(s.src, doc.Span{Start: inner.Start + 1, End: inner.End})
	}
	if inner.Len() == 0 {
		return false
	}
	m := blockMark{span: rest, role: body, name: word(s.src, inner)}
	if quote := bytes.IndexByte(s.src[inner.Start:inner.End], '"'); quote >= 0 { // classes may stand before it
		m.title = title(s.src, doc.Span{Start: inner.Start + quote, End: inner.End})
	}
	if m.name.Len() == 0 {
		if m.title.Len() == 0 {
			return false
		}
		m.name = doc.Span{Start: rest.Start, End: rest.Start + marker}
	}
	s.item(m)
	return true
}

// item makes a list item of a directive whose body is indented.
func (s *scanner) item(m blockMark) {
	s.blank(m.span)
	copy(s.edit(m.span), "+ x")
	end := m.span.Start + 3
	if m.role == note { // what follows starts right after the item's first letter
		end = m.span.End
		fill(s.edit(doc.Span{Start: m.span.Start + 2, End: end}), 'x')
	}
	s.inline = append(s.inline, inlineMark{span: doc.Span{Start: m.span.Start + 2, End: end}})
	if s.bodies == nil {
		s.bodies = make(map[int]blockMark)
	}
	s.bodies[m.span.Start+2] = m
}

// footnote makes a list item of the definition [^note]: text, since what is
// indented below it is of the note.
func (s *scanner) footnote(line, rest doc.Span) bool {
	if text := s.src[rest.Start:rest.End]; len(text) < 5 || text[1] != '^' || rest.Start-line.Start > 3 {
		return false
	}
	end := bytes.IndexAny(s.src[rest.Start:rest.End], "] \t")
	if end < 3 || !bytes.HasPrefix(s.src[rest.Start+end:rest.End], []byte("]:")) {
		return false
	}
	m := blockMark{span: doc.Span{Start: rest.Start, End: rest.Start + end + 2}, role: note}
	s.item(m)
	s.within(doc.Span{Start: m.span.End, End: rest.End})
	return true
}

// braces reads a line that is one comment, attribute list, shortcode or tag in
// braces as a whole.
func (s *scanner) braces(rest doc.Span) bool {
	end := s.braced(rest.Start)
	if end < 0 {
		return false
	}
	lineStop := lineEnd(s.src, end)
	if len(bytes.TrimSpace(s.src[end:lineStop])) > 0 {
		return false
	}
	span := doc.Span{Start: rest.Start, End: end}
	if s.highlight(span) {
		return true
	}
	if stop := s.liquidComment(span); stop > 0 {
		span.End, lineStop = stop, lineEnd(s.src, stop)
		s.blocks = append(s.blocks, blockMark{span: span, role: comment})
		s.blank(span)
		s.at = max(s.at, lineStop+1)
		return true
	}
	if bytes.HasPrefix(s.src[rest.Start:], []byte("{/*")) {
		if s.betweenRows(span) {
			return true
		}
		s.blocks = append(s.blocks, blockMark{span: span, role: comment})
	} else if text := s.src[span.Start:span.End]; bytes.HasPrefix(text, []byte("{{< figure ")) {
		s.blocks = append(s.blocks, blockMark{span: span, role: imageBlock, name: doc.Span{Start: span.Start, End: span.Start + len("{{< figure")}})
	} else {
		s.labels(span)
	}
	s.blank(span)
	s.at = max(s.at, lineStop+1)
	return true
}

// highlightMarks are the tags around code that a template colours.
var highlightMarks = [...]struct{ open, close string }{
	{"{% highlight ", "{% endhighlight"},
	{"{{< highlight ", "{{< /highlight"},
}

// highlight makes a code fence of such a tag, with what follows its name as the
// info string, and of the one that closes it.
func (s *scanner) highlight(tag doc.Span) bool {
	text := s.src[tag.Start:tag.End]
	for i, mark := range highlightMarks {
		if s.uncoloured[i] || !bytes.HasPrefix(text, []byte(mark.open)) || bytes.IndexByte(text, '\n') >= 0 {
			continue
		}
		closing := bytes.Index(s.src[tag.End:], []byte(mark.close))
		if closing < 0 {
			s.uncoloured[i] = true
			return false
		}
		closing += tag.End
		stop := lineEnd(s.src, closing)
		line := closing
		for line > 0 && s.src[line-1] != '\n' {
			line--
		}
		if !isBlank(s.src[line:closing]) {
			return false
		}
		info := s.edit(tag)
		fill(info[:len(mark.open)-1], '~')
		fill(info[len(info)-len("%}"):], ' ')
		if info[len(info)-3] == '>' || info[len(info)-3] == '-' {
			info[len(info)-3] = ' '
		}
		fill(s.edit(doc.Span{Start: closing, End: stop}), '~')
		for s.at = stop; s.at < len(s.src) && s.src[s.at] != '\n'; s.at++ {
		}
		s.at++
		return true
	}
	return false
}

// liquidComment returns the end of the comment that a tag opens, 0 for none.
func (s *scanner) liquidComment(tag doc.Span) int {
	if s.unended || string(bytes.Trim(s.src[tag.Start:tag.End], "{%- }")) != "comment" {
		return 0
	}
	at := tag.End
	for {
		next := bytes.Index(s.src[at:], []byte("{%"))
		if next < 0 {
			s.unended = true
			return 0
		}
		at += next
		end := s.braced(at)
		if end > 0 && string(bytes.Trim(s.src[at:end], "{%- }")) == "endcomment" {
			return end
		}
		at += len("{%")
	}
}

// labels notes the attributes of a component or shortcode that readers see.
func (s *scanner) labels(tag doc.Span) {
	depth := 0
	for at := tag.Start + 1; at < tag.End; at++ {
		switch c := s.src[at]; {
		case c == '{' && s.src[tag.Start] == '<':
			depth++
		case c == '}':
			depth--
		case (c == '"' || c == '\'') && depth <= 0:
			end := bytes.IndexByte(s.src[at+1:tag.End], c)
			if end < 0 {
				return
			}
			value := doc.Span{Start: at + 1, End: at + 1 + end}
			if s.src[at-1] == '=' && isLabel(attributeName(s.src[tag.Start:at-1])) && !isBlank(s.src[value.Start:value.End]) {
				s.blocks = append(s.blocks, blockMark{span: value, role: label})
			}
			at = value.End
		}
	}
}

// attributeName returns the name that a text ends with.
func attributeName(text []byte) []byte {
	at := len(text)
	for at > 0 && text[at-1] > ' ' {
		at--
	}
	return text[at:]
}

func isLabel(name []byte) bool {
	switch string(name) {
	case "title", "label", "header", "caption", "summary", "description":
		return true
	}
	return false
}

// braced returns the end of the construct in braces that starts at an offset, -1
// for none: {{< … >}}, {{% … %}}, {% … %}, {/* … */}, {: … }, and in MDX an
// expression.
func (s *scanner) braced(at int) int {
	rest := s.src[at:min(len(s.src), at+maxDirective)]
	for _, d := range [...]struct{ open, close string }{
		{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}, {"{/*", "*/}"},
	} {
		if bytes.HasPrefix(rest, []byte(d.open)) {
			if end := bytes.Index(rest[len(d.open):], []byte(d.close)); end >= 0 {
				return at + len(d.open) + end + len(d.close)
			}
			return -1
		}
	}
	if bytes.HasPrefix(rest, []byte("{:")) {
		if end := bytes.IndexAny(rest, "}\n"); end >= 0 && rest[end] == '}' {
			return at + end + 1
		}
	}
	if s.mdx {
		if end := expressionEnd(rest); end > 0 {
			return at + end
		}
	}
	return -1
}

// expressionEnd returns the length of the expression in braces that a text
// starts with, -1 for none. The name of a value, as in {count}, is none: it
// stands for what readers see there.
func expressionEnd(text []byte) int {
	if len(text) < 2 || text[1] == '#' {
		return -1
	}
	name, depth, quote := true, 0, byte(0)
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote || c == '\n' && quote != '`' {
				quote = 0 // an apostrophe in the text of an element
			}
		case c == '"' || c == '\'' || c == '`':
			name, quote = false, c
		case c == '{':
			name = name && depth == 0
			depth++
		case c == '}':
			if depth--; depth == 0 {
				if name && i > 1 {
					return -1
				}
				return i + 1
			}
		case c != '.' && c != '_' && c != '$' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z'):
			name = false
		}
	}
	return -1
}

// tag reads a line that is one component's tag: <Tabs>, </TabItem>,
// <Foo a={b} />. Tags of HTML are goldmark's.
func (s *scanner) tag(rest doc.Span) bool {
	end := s.componentTag(rest.Start)
	if end < 0 {
		return false
	}
	lineStop := lineEnd(s.src, end)
	if len(bytes.TrimSpace(s.src[end:lineStop])) > 0 {
		return false
	}
	m := blockMark{span: doc.Span{Start: rest.Start, End: end}, role: component}
	s.at = max(s.at, lineStop+1)
	s.labels(m.span)
	if s.src[rest.Start+1] != '/' && s.src[end-2] != '/' && s.bodyIsIndented(rest.Start, s.at) {
		s.item(m)
		return true
	}
	s.blank(m.span)
	return true
}

// componentTag returns the end of the tag of a component that starts at an
// offset, -1 for none. Braces and quotes within may hold anything.
func (s *scanner) componentTag(at int) int {
	name := at + 1
	if name < len(s.src) && s.src[name] == '/' {
		name++
	}
	if name >= len(s.src) || s.src[name] < 'A' || s.src[name] > 'Z' {
		return -1
	}
	depth, quote := 0, byte(0)
	for i := name; i < min(len(s.src), at+maxDirective); i++ {
		switch c := s.src[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'' || c == '`':
			if depth > 0 || s.src[i-1] == '=' {
				quote = c
			}
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == '>' && depth <= 0:
			return i + 1
		case c == '<' && depth <= 0:
			return -1
		}
	}
	return -1
}

// bodyIsIndented reports whether the next line that is not blank is indented
// more than what starts at an offset.
func (s *scanner) bodyIsIndented(start, next int) bool {
	column := start
	for column > 0 && s.src[column-1] != '\n' {
		column--
	}
	for at := next; at < len(s.src); at++ {
		from := at
		for at < len(s.src) && (s.src[at] == ' ' || s.src[at] == '\t') {
			at++
		}
		if at < len(s.src) && s.src[at] != '\n' && s.src[at] != '\r' {
			return at-from >= start-column+2
		}
		for at < len(s.src) && s.src[at] != '\n' {
			at++
		}
	}
	return false
}

// module reads the import and export statements of MDX.
func (s *scanner) module(rest doc.Span) bool {
	text := s.src[rest.Start:rest.End]
	var end int
	switch {
	case bytes.HasPrefix(text, []byte("import ")):
		statement := s.src[rest.Start:min(len(s.src), rest.Start+maxDirective)]
		if stop := bytes.Index(statement, []byte("\n\n")); stop >= 0 {
			statement = statement[:stop]
		}
		stop := importEnd(statement)
		if stop < 0 {
			return false
		}
		end = rest.Start + stop
	case s.mdx && bytes.HasPrefix(text, []byte("export ")):
		if stop := bytes.Index(s.src[rest.Start:], []byte("\n\n")); stop >= 0 {
			end = rest.Start + stop
		} else {
			end = len(s.src)
		}
	default:
		return false
	}
	s.blank(doc.Span{Start: rest.Start, End: end})
	s.at = max(s.at, lineEnd(s.src, end)+1)
	return true
}

// importEnd returns the length of the import statement that a text starts with,
// -1 if it is none: import 'a', import a from "b", over several lines too.
func importEnd(statement []byte) int {
	rest := statement[len("import "):]
	at := 0
	if rest := bytes.TrimLeft(rest, " "); len(rest) == 0 || rest[0] != '\'' && rest[0] != '"' {
		from := bytes.Index(statement, []byte("from "))
		line := bytes.IndexByte(statement, '\n')
		if from < 0 || line >= 0 && from > line && bytes.IndexByte(statement[:line], '{') < 0 {
			return -1
		}
		at = from + len("from ")
	} else {
		at = len(statement) - len(rest)
	}
	quoted := bytes.TrimLeft(statement[at:], " ")
	if len(quoted) < 2 || quoted[0] != '\'' && quoted[0] != '"' {
		return -1
	}
	end := bytes.IndexByte(quoted[1:], quoted[0])
	if end < 0 {
		return -1
	}
	stop := len(statement) - len(quoted) + end + 2
	after, _, _ := bytes.Cut(statement[stop:], []byte("\n"))
	if len(bytes.Trim(after, " \t\r;")) > 0 {
		return -1
	}
	return stop + len(bytes.TrimRight(after, "\r"))
}

// within hides what stands inside a line of text.
func (s *scanner) within(rest doc.Span) {
	for at := rest.Start; at < rest.End; {
		switch s.src[at] {
		default:
			at++
		case '\\':
			at += 2
		case '`':
			at = s.codeEnd(at, rest.End)
		case '{':
			at = s.inlineBraces(at, rest)
		case '[':
			at = s.brackets(at, rest)
		case '<':
			if end := s.componentTag(at); end > 0 && end <= rest.End {
				s.hide(doc.Span{Start: at, End: end}, hiddenMark, doc.Span{})
				at = end
			} else {
				at++
			}
		}
	}
}

// codeEnd returns the end of the code span that starts at an offset, or of its
// backticks if it does not end on the line.
func (s *scanner) codeEnd(at, end int) int {
	n := 1
	for at+n < end && s.src[at+n] == '`' {
		n++
	}
	for i := at + n; i < end; {
		m := 0
		for i+m < end && s.src[i+m] == '`' {
			m++
		}
		if m == n {
			return i + m
		}
		i += max(m, 1)
	}
	return at + n
}

// inlineBraces hides a shortcode, tag, comment or attribute list, and returns
// where to go on.
func (s *scanner) inlineBraces(at int, rest doc.Span) int {
	if end := s.braced(at); end > 0 && (!s.mdx || end <= rest.End) {
		s.hide(doc.Span{Start: at, End: end}, hiddenMark, doc.Span{})
		return end
	}
	if n := templateInTarget(s.src[rest.Start:rest.End], at-rest.Start); n > 0 {
		s.hide(doc.Span{Start: at, End: at + n}, hiddenMark, doc.Span{})
		return at + n
	}
	if at > rest.Start && bytes.IndexByte([]byte(")]`*:"), s.src[at-1]) >= 0 {
		if n := attributeList(s.src[at:rest.End]); n > 0 {
			s.hide(doc.Span{Start: at, End: at + n}, hiddenMark, doc.Span{})
			return at + n
		}
	}
	return at + 1
}

// maxTarget bounds how far a value in the target of a link reaches.
const maxTarget = 400

// templateInTarget returns the length of the {{ value }} at an offset of a line,
// if it stands in the target of a link: there it may hold blanks and quotes.
func templateInTarget(line []byte, at int) int {
	if !bytes.HasPrefix(line[at:], []byte("{{")) {
		return 0
	}
	line = line[max(0, at-maxTarget):min(len(line), at+maxTarget)]
	at = min(at, maxTarget)
	open := bytes.LastIndex(line[:at], []byte("]("))
	end := bytes.Index(line[at:], []byte("}}"))
	if open < 0 || end < 0 || bytes.ContainsAny(line[open+2:at], ") ") {
		return 0
	}
	return end + len("}}")
}

// attributeList returns the length of the list that a text starts with, as in
// {target=_blank}, {width="70%"}, {.class #id}; 0 for none.
func attributeList(text []byte) int {
	end := bytes.IndexByte(text, '}')
	if end < 2 {
		return 0
	}
	for field := range bytes.FieldsSeq(text[1:end]) {
		key, _, assigned := bytes.Cut(field, []byte("="))
		if !assigned && field[0] != '.' && field[0] != '#' && field[0] != ':' && field[len(field)-1] != '"' {
			return 0
		}
		for _, c := range key {
			if c >= utf8.RuneSelf {
				return 0
			}
		}
	}
	return end + 1
}

// brackets hides the markup of [!UICONTROL text], [!include[…](…)] and [^note],
// and returns where to go on.
func (s *scanner) brackets(at int, rest doc.Span) int {
	if at+2 >= rest.End {
		return at + 1
	}
	switch s.src[at+1] {
	case '^':
		end := bytes.IndexAny(s.src[at+2:rest.End], "] \t")
		if end <= 0 || s.src[at+2+end] != ']' {
			return at + 1
		}
		stop := at + 2 + end + 1
		s.hide(doc.Span{Start: at, End: stop}, hiddenMark, doc.Span{})
		return stop
	case '!':
		name := word(s.src, doc.Span{Start: at + 2, End: rest.End})
		if name.Len() < 2 || !isUpper(s.src[name.Start:name.End]) {
			if bytes.EqualFold(s.src[name.Start:name.End], []byte("include")) {
				return s.include(at, rest)
			}
			return at + 1
		}
		if string(s.src[name.Start:name.End]) == "INCLUDE" {
			return s.include(at, rest)
		}
		if bytes.HasPrefix(s.src[name.End:rest.End], []byte("](")) {
			s.hide(doc.Span{Start: at + 1, End: name.End}, hiddenMark, doc.Span{})
			return name.End // [!VIDEO](…): a link without text
		}
		if name.End >= rest.End || s.src[name.End] != ' ' {
			return at + 1 // [!NOTE]: read with its quote
		}
		end := closingBracket(s.src, at, rest.End)
		if end < 0 {
			return at + 1
		}
		opening, closing := hiddenMark, hiddenMark
		if isInterface(s.src[name.Start:name.End]) {
			opening, closing = openMarker, closeMarker
		}
		s.hide(doc.Span{Start: at, End: name.End + 1}, opening, name)
		s.within(doc.Span{Start: name.End + 1, End: end})
		s.hide(doc.Span{Start: end, End: end + 1}, closing, name)
		return end + 1
	}
	return at + 1
}

// isInterface reports whether a marker is one of a name of the interface or of
// the product, and not of a badge, a tab or a note.
func isInterface(name []byte) bool { return string(name) == "UICONTROL" || string(name) == "DNL" }

// include hides [!include[title](path)] and returns where to go on.
func (s *scanner) include(at int, rest doc.Span) int {
	end := closingBracket(s.src, at, rest.End)
	if end < 0 {
		return at + 1
	}
	s.hide(doc.Span{Start: at, End: end + 1}, hiddenMark, doc.Span{})
	return end + 1
}

// closingBracket returns the offset of the bracket that closes the one at an
// offset, -1 if it is not before end.
func closingBracket(src []byte, at, end int) int {
	depth := 0
	for i := at; i < end; i++ {
		switch src[i] {
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// word returns the letters, digits, hyphens and underscores that a span starts
// with.
func word(src []byte, s doc.Span) doc.Span {
	end := s.Start
	for end < s.End {
		c := src[end]
		if c != '-' && c != '_' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			break
		}
		end++
	}
	return doc.Span{Start: s.Start, End: end}
}

// title returns the title of a directive without its quotes or brackets. What
// stands in braces after it, or is an attribute, is none.
func title(src []byte, s doc.Span) doc.Span {
	s = trim(src, s)
	none := doc.Span{Start: s.Start, End: s.Start}
	if s.Len() == 0 {
		return none
	}
	for _, pair := range [...]string{`""`, "[]"} {
		if src[s.Start] == pair[0] {
			if end := bytes.LastIndexByte(src[s.Start+1:s.End], pair[1]); end >= 0 {
				return doc.Span{Start: s.Start + 1, End: s.Start + 1 + end}
			}
		}
	}
	if isAttribute(src, s) {
		return none
	}
	if src[s.End-1] == '}' {
		if open := bytes.LastIndexByte(src[s.Start:s.End], '{'); open >= 0 {
			return trim(src, doc.Span{Start: s.Start, End: s.Start + open})
		}
	}
	return s
}

// isAttribute reports whether a text starts as key=value does.
func isAttribute(src []byte, s doc.Span) bool {
	key := word(src, s)
	return key.Len() > 0 && key.End < s.End && src[key.End] == '='
}

func isUpper(b []byte) bool {
	for _, c := range b {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(b) > 0
}

// lineEnd returns the end of the line that an offset stands on, without its
// terminator.
func lineEnd(src []byte, at int) int {
	at = min(at, len(src))
	end := len(src)
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		end = at + n
	}
	if end > at && src[end-1] == '\r' {
		end--
	}
	return end
}
