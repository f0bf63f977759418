package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"github.com/doclint/doclint/lint/doc"
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
	if c.silent || c.at >= c.limit || c.at >= len(c.src) {
		return n
	}
	switch {
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
// and bare URLs are links.
func (c *converter) emit(s doc.Span) {
	if c.silent || s.Len() == 0 {
		return
	}
	for i := c.view.firstInline(s.Start); i < len(c.view.inline) && c.view.inline[i].span.Start < s.End; i++ {
		mark := c.view.inline[i]
		c.linkify(doc.Span{Start: s.Start, End: max(s.Start, mark.span.Start)})
		s.Start = min(s.End, mark.span.End)
		switch {
		case mark.role == openMarker:
			c.t.Open(doc.Interface, mark.span.Start)
			c.b.Attr(doc.Marker, string(c.src[mark.name.Start:mark.name.End]), mark.name)
		case mark.role == closeMarker && c.b.Kind() == doc.Interface:
			c.t.Close(mark.span.End)
		}
	}
	c.linkify(s)
}

// linkify adds text in which bare URLs are links.
func (c *converter) linkify(s doc.Span) {
	for c.links == 0 {
		url := bareURL(c.src, s)
		if url.Len() == 0 {
			break
		}
		c.reference(doc.Span{Start: s.Start, End: url.Start})
		c.t.Open(doc.Link, url.Start)
		c.b.Attr(doc.Href, string(c.src[url.Start:url.End]), url)
		c.reference(url)
		c.t.Close(url.End)
		s.Start = url.End
	}
	c.reference(s)
}

// reference adds text in which references are resolved.
func (c *converter) reference(s doc.Span) {
	if s.Len() > 0 {
		c.t.Text(s.Start, c.src[s.Start:s.End])
	}
}

// bareURL returns the first URL in a stretch of text (GFM, "Autolinks
// (extension)"), but ends it before characters outside ASCII: in Chinese and
// Japanese the sentence goes on without a blank. The span is empty where there
// is none.
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
			if end := urlEnd(src[:s.End], colon+3); end > colon+3 {
				return doc.Span{Start: start, End: end}
			}
		}
		at = colon + 3
	}
	return doc.Span{}
}

// urlEnd returns the end of the URL whose host starts at an offset.
func urlEnd(src []byte, at int) int {
	end := at
	for end < len(src) && src[end] > ' ' && src[end] < 0x7F && bytes.IndexByte([]byte("<>\"`|"), src[end]) < 0 {
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

// literal adds text that stands in the file in another form.
func (c *converter) literal(text string, s doc.Span) {
	if !c.silent {
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

// code adds the text of a code span, where only a pipe in a table is escaped.
func (c *converter) code(s doc.Span) {
	if c.silent {
		return
	}
	for at := s.Start; at < s.End; {
		next := bytes.Index(c.src[at:s.End], []byte(`\|`))
		if next < 0 || !c.inCell {
			c.b.Verbatim(doc.Span{Start: at, End: s.End})
			return
		}
		slash := at + next
		c.b.Verbatim(doc.Span{Start: at, End: slash})
		c.b.Replace("|", doc.Span{Start: slash, End: slash + 2})
		at = slash + 2
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

// delimited converts what stands between two runs of a delimiter.
func (c *converter) delimited(n ast.Node, kind doc.Kind, width int) {
	start := n.Pos()
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
	target := c.target(n.Reference)
	if !c.silent && c.b.Kind() == doc.Link {
		c.b.Attr(doc.Href, c.view.unmasked(n.Destination, target), target)
		if len(n.Title) > 0 {
			c.b.Attr(doc.Title, string(n.Title), target)
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
	c.silent = true
	c.inlines(n)
	c.silent = silent
	alt := trim(c.src, doc.Span{Start: start + 2, End: max(c.at, start+2)})
	target := c.target(n.Reference)
	if !c.silent {
		c.b.Attr(doc.Src, c.view.unmasked(n.Destination, target), target)
		if alt.Len() > 0 {
			c.b.Attr(doc.Alt, string(c.src[alt.Start:alt.End]), alt)
		}
	}
	c.close(c.at)
}

// target reads what follows the text of a link or image, moves past it and
// returns the bytes of the target: between the parentheses, or at the
// definition of a reference.
func (c *converter) target(ref *ast.ReferenceLink) doc.Span {
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
		return doc.Span{Start: at, End: at}
	}
	s := destination(c.masked, at+1)
	c.at = closingParenthesis(c.masked, s.End)
	return s
}

// destination returns the bytes of the link destination that follows an offset
// (CommonMark 0.31, "Link destination").
func destination(src []byte, at int) doc.Span {
	for at < len(src) && isBlank(src[at:at+1]) {
		at++
	}
	start := at
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

// closingParenthesis returns the offset after the parenthesis that closes a
// link, past its title.
func closingParenthesis(src []byte, at int) int {
	if at < len(src) && src[at] == '>' {
		at++
	}
	quote := byte(0)
	for ; at < len(src); at++ {
		switch c := src[at]; {
		case c == '\\':
			at++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			quote = ')'
		case c == ')':
			return at + 1
		}
	}
	return len(src)
}

// definition returns the bytes of the target that a label is defined with.
func (c *converter) definition(label []byte) doc.Span {
	if c.definitions == nil {
		c.definitions = make(map[string]doc.Span)
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
			c.definitions[label] = destination(c.masked, def.Pos()+end+2)
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
	if !c.silent {
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
	src := c.src[s.Start:s.End]
	if bytes.HasPrefix(src, []byte("<!--")) {
		c.t.Comment(s)
		return
	}
	c.t.Tag(s.Start, src)
}
