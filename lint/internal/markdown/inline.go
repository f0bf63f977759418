package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/html"
)

// inlines converts the inline content of a node.
func (c *converter) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if text, ok := n.(*ast.Text); ok {
			n = c.texts(text)
		} else {
			c.inline(n)
		}
	}
}

func (c *converter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan:
		c.codeSpan(n)
	case *ast.Emphasis:
		kind := doc.Emphasis
		if n.Level == 2 {
			kind = doc.Strong
		}
		c.delimited(n, kind, n.Level)
	case *east.Strikethrough:
		c.delimited(n, doc.Strikethrough, c.runLength(n.Pos()))
	case *ast.Link:
		c.link(n)
	case *ast.Image:
		c.image(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.RawHTML:
		c.rawHTML(n)
	}
}

// texts converts a text node and those that continue it, which goldmark parts at
// characters that might have been markup, and returns the last of them.
func (c *converter) texts(n *ast.Text) *ast.Text {
	s := span(n.Segment)
	for !n.SoftLineBreak() && !n.HardLineBreak() {
		next, ok := n.NextSibling().(*ast.Text)
		if !ok || next.IsRaw() != n.IsRaw() || next.Segment.Start != s.End {
			break
		}
		n = next
		s.End = n.Segment.Stop
	}
	c.at = s.End
	s.End = min(s.End, max(s.Start, c.limit))
	s.Start = min(s.End, max(s.Start, c.from))
	if n.IsRaw() {
		c.emit(s)
	} else {
		c.plain(s)
	}
	if c.at >= c.limit || c.at >= len(c.src) {
		return n
	}
	switch {
	case c.silent:
		if n.HardLineBreak() || n.SoftLineBreak() {
			c.alt = append(c.alt, ' ')
		}
	case n.HardLineBreak():
		c.b.LineBreak(doc.Span{Start: c.at, End: c.at + 1})
	case n.SoftLineBreak() && c.b.InLeaf():
		c.b.Text(doc.Span{Start: c.at, End: c.at + 1})
	}
	return n
}

// plain adds text in which backslash escapes and references are resolved.
func (c *converter) plain(s doc.Span) {
	for at := s.Start; at < s.End; {
		next := bytes.IndexByte(c.src[at:s.End], '\\')
		if next < 0 {
			c.emit(doc.Span{Start: at, End: s.End})
			return
		}
		slash := at + next
		if slash+1 < s.End && util.IsPunct(c.src[slash+1]) {
			c.emit(doc.Span{Start: at, End: slash})
			c.literal(string(c.src[slash+1:slash+2]), doc.Span{Start: slash, End: slash + 2})
			at = slash + 2
		} else {
			c.emit(doc.Span{Start: at, End: slash + 1})
			at = slash + 1
		}
	}
}

// emit adds text in which references are resolved, interface markers are units
// and bare addresses are links.
func (c *converter) emit(s doc.Span) {
	if s.Len() == 0 {
		return
	}
	for i := c.view.firstInline(s.Start); i < len(c.view.inline) && c.view.inline[i].span.Start < s.End; i++ {
		mark := c.view.inline[i]
		c.linkify(doc.Span{Start: s.Start, End: max(s.Start, mark.span.Start)})
		s.Start = min(s.End, mark.span.End)
		switch {
		case c.silent:
		case mark.role == openMarker:
			c.t.Open(doc.Interface, mark.span.Start)
			c.b.Attr(doc.Marker, string(c.src[mark.name.Start:mark.name.End]), mark.name)
		case mark.role == closeMarker && c.b.Kind() == doc.Interface:
			c.t.Close(mark.span.End)
		}
	}
	c.linkify(s)
}

// linkify adds text in which bare addresses are links.
func (c *converter) linkify(s doc.Span) {
	for c.links == 0 && !c.silent {
		address, prefix := c.bareAddress(s)
		if address.Len() == 0 {
			break
		}
		c.reference(doc.Span{Start: s.Start, End: address.Start})
		c.t.Open(doc.Link, address.Start)
		c.b.Attr(doc.Href, prefix+unescape(c.src[address.Start:address.End], false), address)
		c.reference(address)
		c.t.Close(address.End)
		s.Start = address.End
	}
	c.reference(s)
}

// reference adds text in which references are resolved.
func (c *converter) reference(s doc.Span) {
	switch {
	case s.Len() == 0:
	case c.silent:
		c.alt = append(c.alt, unescape(c.src[s.Start:s.End], false)...)
	default:
		c.t.Text(s.Start, c.src[s.Start:s.End])
	}
}

// unescape resolves references, and escapes too if there may be any.
func unescape(raw []byte, escapes bool) string {
	if bytes.IndexByte(raw, '&') < 0 && (!escapes || bytes.IndexByte(raw, '\\') < 0) {
		return string(raw)
	}
	var b strings.Builder
	for at := 0; at < len(raw); {
		if escapes && raw[at] == '\\' && at+1 < len(raw) && util.IsPunct(raw[at+1]) {
			b.WriteByte(raw[at+1])
			at += 2
		} else if length, text := html.Reference(raw[at:]); length > 0 {
			b.WriteString(text)
			at += length
		} else {
			b.WriteByte(raw[at])
			at++
		}
	}
	return b.String()
}

// bareAddress returns the first address in a stretch of text (GFM, "Autolinks
// (extension)"), but ends it where a script begins that parts no words, in which
// the sentence goes on without a blank. The span is empty where there is none.
// What is left out of an address stands before it in its link.
func (c *converter) bareAddress(s doc.Span) (address doc.Span, prefix string) {
	address = bareURL(c.src, s)
	if c.view.mayHaveWWW {
		if www := bareWWW(c.src, s); www.Len() > 0 && (address.Len() == 0 || www.Start < address.Start) {
			address, prefix = www, "http://"
		}
	}
	if c.view.mayHaveMail {
		if mail := bareMail(c.src, s); mail.Len() > 0 && (address.Len() == 0 || mail.Start < address.Start) {
			address, prefix = mail, "mailto:"
		}
	}
	return address, prefix
}

// bareURL returns the first address with a scheme.
func bareURL(src []byte, s doc.Span) doc.Span {
	for at := s.Start; at < s.End; {
		colon := bytes.Index(src[at:s.End], []byte("://"))
		if colon < 0 {
			return doc.Span{}
		}
		colon += at
		start := colon
		for start > s.Start && src[start-1]|0x20 >= 'a' && src[start-1]|0x20 <= 'z' {
			start--
		}
		switch string(bytes.ToLower(src[start:colon])) {
		case "http", "https", "ftp":
			if end := urlEnd(src[:s.End], colon+3); end > colon+3 && src[colon+3] != '.' {
				return doc.Span{Start: start, End: end}
			}
		}
		at = colon + 3
	}
	return doc.Span{}
}

// bareWWW returns the first address that starts with www.
func bareWWW(src []byte, s doc.Span) doc.Span {
	for at := s.Start; at < s.End; {
		next := bytes.Index(src[at:s.End], []byte("www."))
		if next < 0 {
			return doc.Span{}
		}
		start := at + next
		at = start + len("www.")
		if start > s.Start && (isMailByte(src[start-1]) || src[start-1] == '/' || src[start-1] == '@') {
			continue
		}
		if end := urlEnd(src[:s.End], at); end > at && bytes.IndexByte(src[at:end], '.') >= 0 {
			return doc.Span{Start: start, End: end}
		}
	}
	return doc.Span{}
}

// bareMail returns the first address of a mailbox.
func bareMail(src []byte, s doc.Span) doc.Span {
	for at := s.Start; at < s.End; {
		sign := bytes.IndexByte(src[at:s.End], '@')
		if sign < 0 {
			return doc.Span{}
		}
		sign += at
		start, end := sign, sign+1
		for start > at && isMailByte(src[start-1]) {
			start--
		}
		for end < s.End && isMailByte(src[end]) && src[end] != '+' {
			end++
		}
		for end > sign && (src[end-1] == '.' || src[end-1] == '-' || src[end-1] == '_') {
			end--
		}
		if start < sign && end > sign+1 && bytes.IndexByte(src[sign+1:end], '.') > 0 {
			return doc.Span{Start: start, End: end}
		}
		at = sign + 1
	}
	return doc.Span{}
}

// isMailByte reports whether a byte may stand in the name of a mailbox.
func isMailByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' || c == '.' || c == '-' || c == '_' || c == '+'
}

// urlEnd returns the end of the URL whose host starts at an offset. A reference
// to a quotation mark or a bracket ends it as the character itself does.
func urlEnd(src []byte, at int) int {
	end := at
	for end < len(src) && src[end] > ' ' && src[end] != 0x7F && bytes.IndexByte([]byte("<>\"`|"), src[end]) < 0 {
		if src[end] >= utf8.RuneSelf {
			r, size := utf8.DecodeRune(src[end:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) || unicode.In(r, unspaced...) {
				break
			}
			end += size
			continue
		}
		if src[end] == '&' {
			if _, text := html.Reference(src[end:]); text != "" && text != "&" {
				break
			}
		}
		end++
	}
	for end > at {
		switch c := src[end-1]; {
		case c == ')' && bytes.Count(src[at:end], []byte(")")) <= bytes.Count(src[at:end], []byte("(")):
			return end
		case bytes.IndexByte([]byte("?!.,:;*_~')]}"), c) < 0:
			return end
		}
		end--
	}
	return end
}

// unspaced holds the scripts in which a word may follow an address at once.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo, unicode.Thai, unicode.Lao, unicode.Khmer,
	unicode.Myanmar,
}

// literal adds text that stands in the file in another form.
func (c *converter) literal(text string, s doc.Span) {
	if c.silent {
		c.alt = append(c.alt, text...)
	} else {
		c.t.Replace(text, s)
	}
}

func (c *converter) open(kind doc.Kind, start int) {
	if !c.silent {
		c.t.Open(kind, start)
	}
}

func (c *converter) close(end int) {
	if !c.silent {
		c.t.Close(end)
	}
}

// codeSpan converts code between backticks. goldmark tells where the opening
// ones stand and what is between.
func (c *converter) codeSpan(n *ast.CodeSpan) {
	start := n.Pos()
	if start >= c.limit {
		return
	}
	ticks := c.runLength(start)
	c.open(doc.Code, start)
	c.at = start + ticks
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if text, ok := child.(*ast.Text); ok {
			s := span(text.Segment)
			c.code(s)
			c.at = s.End
		}
	}
	for c.at < len(c.src) && c.src[c.at] != '`' {
		c.at++
	}
	c.at = min(c.at+ticks, len(c.src))
	c.close(c.at)
}

// code adds the text of a code span: a pipe in a table is escaped, and a line
// end is a blank.
func (c *converter) code(s doc.Span) {
	if c.silent {
		c.alt = append(c.alt, c.src[s.Start:s.End]...)
		return
	}
	for at := s.Start; at < s.End; {
		next := bytes.IndexByte(c.src[at:s.End], '\n')
		if c.inCell {
			next = bytes.Index(c.src[at:s.End], []byte(`\|`))
		}
		if next < 0 {
			c.b.Verbatim(doc.Span{Start: at, End: s.End})
			return
		}
		end := at + next
		switch {
		case c.inCell:
			c.b.Verbatim(doc.Span{Start: at, End: end})
			c.b.Replace("|", doc.Span{Start: end, End: end + 2})
			at = end + 2
		case end > at && c.src[end-1] == '\r':
			c.b.Verbatim(doc.Span{Start: at, End: end - 1})
			c.b.Replace(" ", doc.Span{Start: end - 1, End: end + 1})
			at = end + 1
		default:
			c.b.Verbatim(doc.Span{Start: at, End: end})
			c.b.Replace(" ", doc.Span{Start: end, End: end + 1})
			at = end + 1
		}
	}
}

// runLength returns how often the byte at an offset stands there in a row.
func (c *converter) runLength(at int) int {
	n := 1
	for at+n < len(c.src) && c.src[at+n] == c.src[at] {
		n++
	}
	return n
}

// delimited converts what stands between two runs of a delimiter. goldmark tells
// where the whole run stands of which a nested one has the inner part.
func (c *converter) delimited(n ast.Node, kind doc.Kind, width int) {
	start := max(n.Pos(), c.at)
	if start >= c.limit {
		return
	}
	c.open(kind, start)
	c.at = start + width
	c.inlines(n)
	c.at = min(c.at+width, len(c.src))
	c.close(c.at)
}

func (c *converter) link(n *ast.Link) {
	start := n.Pos()
	if start >= c.limit {
		return
	}
	c.open(doc.Link, start)
	c.at = start + 1
	c.links++
	c.inlines(n)
	c.links--
	to := c.target(n.Reference)
	if !c.silent && c.b.Kind() == doc.Link {
		c.b.Attr(doc.Href, c.value(n.Destination, to.destination), to.destination)
		if len(n.Title) > 0 {
			c.b.Attr(doc.Title, c.value(n.Title, to.title), to.title)
		}
	}
	c.close(c.at)
}

func (c *converter) image(n *ast.Image) {
	start := n.Pos()
	if start >= c.limit {
		return
	}
	c.open(doc.Image, start)
	c.at = start + 2
	silent := c.silent
	if c.silent = true; !silent {
		c.alt = c.alt[:0]
	}
	c.inlines(n)
	c.silent = silent
	alt := trim(c.src, doc.Span{Start: start + 2, End: max(c.at, start+2)})
	to := c.target(n.Reference)
	if !c.silent {
		c.b.Attr(doc.Src, c.value(n.Destination, to.destination), to.destination)
		if len(n.Title) > 0 {
			c.b.Attr(doc.Title, c.value(n.Title, to.title), to.title)
		}
		if text := bytes.TrimSpace(c.alt); len(text) > 0 {
			c.b.Attr(doc.Alt, string(text), alt)
		}
	}
	c.close(c.at)
}

// A target is where a link leads: the bytes of its destination and of its title.
type target struct{ destination, title doc.Span }

// value returns what the bytes of a destination or title spell, or the bytes as
// they are where some of them are masked.
func (c *converter) value(raw []byte, at doc.Span) string {
	if !bytes.Equal(c.masked[at.Start:at.End], c.src[at.Start:at.End]) {
		return string(c.src[at.Start:at.End])
	}
	return unescape(raw, true)
}

// target reads what follows the text of a link or image and moves past it. The
// target of a reference stands at its definition.
func (c *converter) target(ref *ast.ReferenceLink) target {
	at := c.at
	for at < len(c.src) && c.src[at] != ']' {
		at++ // white space at a line's end
	}
	at = min(at+1, len(c.src))
	c.at = at
	if ref != nil {
		if ref.Type != ast.ReferenceLinkShortcut {
			if end := bytes.IndexByte(c.src[at:], ']'); end >= 0 {
				c.at = at + end + 1
			}
		}
		return c.definition(ref.Value)
	}
	if at == len(c.src) || c.src[at] != '(' {
		return target{doc.Span{Start: at, End: at}, doc.Span{Start: at, End: at}}
	}
	to, end := readTarget(c.masked, at+1)
	for end < len(c.src) && c.src[end] != ')' {
		end++
	}
	c.at = min(end+1, len(c.src))
	return to
}

// readTarget reads the destination and title that follow an offset, and returns
// where they end.
func readTarget(src []byte, at int) (target, int) {
	to := target{destination: destination(src, at)}
	end := to.destination.End
	if end < len(src) && src[end] == '>' {
		end++
	}
	at = skipBlank(src, end)
	to.title = doc.Span{Start: at, End: at}
	if at == len(src) {
		return to, at
	}
	closing := src[at]
	switch closing {
	case '(':
		closing = ')'
	case '"', '\'':
	default:
		return to, end
	}
	for i := at + 1; i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case closing:
			to.title = doc.Span{Start: at + 1, End: i}
			return to, i + 1
		}
	}
	return to, end
}

// skipBlank returns the offset of what follows white space, and the marks of a
// quote at the start of a line in it.
func skipBlank(src []byte, at int) int {
	line := false
	for at < len(src) && (isBlank(src[at:at+1]) || line && src[at] == '>') {
		line = line || src[at] == '\n'
		at++
	}
	return at
}

// destination returns the bytes of the link destination that follows an offset
// (CommonMark 0.31, "Link destination").
func destination(src []byte, at int) doc.Span {
	start := skipBlank(src, at)
	at = start
	if at < len(src) && src[at] == '<' {
		for at++; at < len(src) && src[at] != '>' && src[at] != '\n'; at++ {
			if src[at] == '\\' {
				at++
			}
		}
		return doc.Span{Start: start + 1, End: min(at, len(src))}
	}
	for depth := 0; at < len(src) && src[at] > ' '; at++ {
		switch src[at] {
		case '\\':
			at++
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return doc.Span{Start: start, End: at}
			}
			depth--
		}
	}
	return doc.Span{Start: start, End: min(at, len(src))}
}

// definition returns the target that a label is defined with.
func (c *converter) definition(label []byte) target {
	if c.definitions == nil {
		c.definitions = make(map[string]target)
		c.define(c.root)
	}
	return c.definitions[util.ToLinkReference(label)]
}

// define collects the link reference definitions within a node. The first of
// several of one label holds.
func (c *converter) define(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		def, ok := n.(*ast.LinkReferenceDefinition)
		if !ok {
			if n.Type() == ast.TypeBlock {
				c.define(n)
			}
			continue
		}
		label := util.ToLinkReference(def.Label)
		if _, ok := c.definitions[label]; ok || def.Pos() < 0 {
			continue
		}
		if end := bytes.Index(c.src[def.Pos():], []byte("]:")); end >= 0 {
			c.definitions[label], _ = readTarget(c.masked, def.Pos()+end+2)
		}
	}
}

// autoLink converts a target between angle brackets.
func (c *converter) autoLink(n *ast.AutoLink) {
	start := n.Pos()
	label := n.Label(c.masked)
	s := doc.Span{Start: start + 1, End: start + 1 + len(label)}
	if start >= c.limit || s.End >= len(c.src) {
		return
	}
	c.open(doc.Link, start)
	if c.silent {
		c.alt = append(c.alt, label...)
	} else {
		c.b.Attr(doc.Href, string(n.URL(c.masked)), s)
		c.b.Text(s)
	}
	c.at = s.End + 1
	c.close(c.at)
}

// rawHTML converts one tag or comment.
func (c *converter) rawHTML(n *ast.RawHTML) {
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	c.at = last.Stop
	if c.silent || first.Start >= c.limit {
		return
	}
	s := doc.Span{Start: first.Start, End: last.Stop}
	src := c.masked[s.Start:s.End]
	if bytes.HasPrefix(src, []byte("<!--")) {
		c.t.Comment(s)
		return
	}
	c.t.Tag(s.Start, src)
}
