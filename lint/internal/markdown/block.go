package markdown

import (
	"bytes"
	"sort"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/html"
)

// blocks converts the blocks within a node.
func (c *converter) blocks(parent ast.Node) {
	if parent.Kind() == ast.KindDocument {
		c.root = parent
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if lineStart(n) >= 0 {
			c.directives(firstByte(n))
		}
		if c.anchorLine(n) {
			continue
		}
		c.block(n)
		c.anchor = anchor{}
	}
}

func (c *converter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		c.paragraph(n, doc.Paragraph)
	case *ast.List:
		c.list(n)
	case *ast.ListItem:
		c.container(n, doc.Item)
	case *ast.Blockquote:
		c.quote(n)
	case *east.DefinitionList:
		c.container(n, doc.List)
	case *east.DefinitionTerm:
		c.paragraph(n, doc.Term)
	case *east.DefinitionDescription:
		c.container(n, doc.Item)
	case *ast.CodeBlock:
		if c.t.InTable() && c.startsTag(lineStart(n)) {
			// Indented HTML after a blank line within a table.
			c.html(n.Lines())
			return
		}
		lines := *n.Lines()
		for lines.Len() > 1 && c.isMasked(lines.At(lines.Len()-1)) {
			lines.SetSliced(0, lines.Len()-1)
		}
		c.t.Open(doc.CodeBlock, lineStart(n))
		c.t.Close(c.verbatim(&lines))
	case *ast.FencedCodeBlock:
		c.fenced(n)
	case *ast.HTMLBlock:
		lines := *n.Lines()
		if n.HasClosure() {
			lines.Append(n.ClosureLine)
		}
		c.html(&lines)
	case *ast.ThematicBreak:
		c.t.Open(doc.Break, n.Pos())
		c.t.Close(c.lineEnd(n.Pos()))
	case *east.Table:
		c.table(n)
	case *overflow:
		c.t.Open(doc.Paragraph, lineStart(n))
		for _, s := range n.Lines().Sliced(0, n.Lines().Len()) {
			c.b.Text(span(s))
		}
		c.t.Close(0)
	}
}

// startsTag reports whether a line has a tag as its first.
func (c *converter) startsTag(at int) bool {
	for at < len(c.masked) && isBlank(c.masked[at:at+1]) {
		at++
	}
	return at < len(c.masked) && c.masked[at] == '<'
}

// anchorLine reports whether a block is nothing but <a id="…"></a>, which then
// names the heading below it.
func (c *converter) anchorLine(n ast.Node) bool {
	if k := n.Kind(); k != ast.KindParagraph && k != ast.KindHTMLBlock || n.Lines().Len() != 1 {
		return false
	}
	line := trim(c.masked, span(n.Lines().At(0)))
	value, s, ok := html.Anchor(line.Start, c.masked[line.Start:line.End])
	if !ok {
		return false
	}
	c.anchor = anchor{value, s}
	return true
}

// paragraph converts a block of text, unless nothing of it is text.
func (c *converter) paragraph(n ast.Node, kind doc.Kind) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start := lines.At(0).Start
	if c.isHidden(span(lines.At(0))) {
		if lines.Len() == 1 {
			return
		}
		start = lines.At(1).Start
		c.directives(start)
	}
	c.t.Open(kind, start)
	c.inlines(n)
	c.t.Close(c.at)
}

// isHidden reports whether nothing of a line is text.
func (c *converter) isHidden(line doc.Span) bool {
	line = trim(c.masked, line)
	if line.End <= c.from {
		return true
	}
	i := c.view.firstInline(line.Start)
	return i < len(c.view.inline) && c.view.inline[i].span.Contains(line)
}

// container converts a block that holds blocks.
func (c *converter) container(n ast.Node, kind doc.Kind) {
	c.t.Open(kind, blockStart(n))
	depth := c.t.Depth()
	c.within(n)
	c.t.CloseAt(depth, 0)
}

// within converts the blocks within a node, and closes the admonitions that were
// opened there.
func (c *converter) within(n ast.Node) {
	depth := c.t.Depth()
	c.blocks(n)
	for i := len(c.admonitions) - 1; i >= 0; i-- {
		if c.admonitions[i] == closed {
			continue
		}
		if c.admonitions[i] <= depth {
			return
		}
		if i == len(c.admonitions)-1 && c.nextBlock < len(c.view.blocks) {
			if mark := c.view.blocks[c.nextBlock]; mark.role == closes && c.isNested(mark.span.Start) {
				c.nextBlock++
				c.closeAdmonition(mark.span.End)
				continue
			}
		}
		c.t.CloseAt(c.admonitions[i], 0)
		c.admonitions[i] = closed
	}
}

// isNested reports whether something stands before an offset on its line:
// indentation, or the mark of a quote.
func (c *converter) isNested(at int) bool { return at > 0 && c.src[at-1] != '\n' }

// closed is the depth of an admonition that ended with what it stands in, before
// its own end.
const closed = -1

// closeAdmonition closes the admonition that was opened last.
func (c *converter) closeAdmonition(end int) {
	if n := len(c.admonitions); n > 0 {
		if depth := c.admonitions[n-1]; depth != closed {
			c.t.CloseAt(depth, end)
		}
		c.admonitions = c.admonitions[:n-1]
	}
}

// blockStart returns where a container starts. goldmark's position is past the
// content where tabs stand before it.
func blockStart(n ast.Node) int {
	start := n.Pos()
	if at := lineStart(n); at >= 0 && (start < 0 || start > at) {
		start = at
	}
	return max(start, 0)
}

// firstByte returns where a block starts: a container at its marker, before the
// directives in it.
func firstByte(n ast.Node) int {
	switch n.Kind() {
	case ast.KindList, ast.KindListItem, ast.KindBlockquote:
		return blockStart(n)
	}
	return lineStart(n)
}

// list converts a list. The items that the view made of directives with an
// indented body are no items, and a list of nothing else is no list.
func (c *converter) list(n *ast.List) {
	depth := 0 // of the list, 0 while it is not open
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if depth > 0 && c.opensBefore(blockStart(item)) {
			c.t.CloseAt(depth, 0)
			depth = 0
		}
		if c.directives(blockStart(item)); c.t.Depth() < depth {
			depth = 0 // an admonition around it has ended
		}
		if mark, ok := c.bodyMark(item); ok {
			if depth > 0 {
				c.t.CloseAt(depth, 0)
				depth = 0
			}
			c.body(item, mark)
			continue
		}
		if depth == 0 {
			c.t.Open(doc.List, blockStart(item))
			depth = c.t.Depth()
		}
		c.block(item)
	}
	if depth > 0 {
		c.t.CloseAt(depth, 0)
	}
}

// opensBefore reports whether the next directive stands before an offset and
// opens an admonition.
func (c *converter) opensBefore(at int) bool {
	return c.nextBlock < len(c.view.blocks) && c.view.blocks[c.nextBlock].role == opens && c.view.blocks[c.nextBlock].span.Start < at
}

// bodyMark returns the directive of which the view made a list item.
func (c *converter) bodyMark(item ast.Node) (blockMark, bool) {
	first := item.FirstChild()
	if first == nil || first.Kind() == ast.KindList { // then it is the item within
		return blockMark{}, false
	}
	mark, ok := c.view.bodies[lineStart(item)]
	return mark, ok
}

// body converts a directive with an indented body.
func (c *converter) body(item ast.Node, mark blockMark) {
	if mark.role != body {
		c.within(item)
		return
	}
	c.openAdmonition(mark)
	depth := c.t.Depth()
	c.within(item)
	c.t.CloseAt(depth, 0)
}

// openAdmonition opens the unit of a directive, with its title as a paragraph.
func (c *converter) openAdmonition(mark blockMark) {
	c.t.Open(doc.Admonition, mark.span.Start)
	if mark.name.Len() > 0 {
		c.b.Attr(doc.Marker, string(c.src[mark.name.Start:mark.name.End]), mark.name)
	}
	if mark.title.Len() > 0 {
		c.t.Open(doc.Paragraph, mark.title.Start)
		c.plain(mark.title)
		c.t.Close(mark.title.End)
	}
}

// directives converts the directives on lines of their own that start up to an
// offset.
func (c *converter) directives(before int) {
	for ; c.nextBlock < len(c.view.blocks) && c.view.blocks[c.nextBlock].span.Start <= before; c.nextBlock++ {
		mark := c.view.blocks[c.nextBlock]
		switch mark.role {
		case opens:
			c.openAdmonition(mark)
			c.admonitions = append(c.admonitions, c.t.Depth())
		case closes:
			c.closeAdmonition(mark.span.End)
		case comment:
			c.t.Comment(mark.span)
		case label:
			c.t.Open(doc.Paragraph, mark.span.Start)
			c.plain(mark.span)
			c.t.Close(mark.span.End)
		case imageBlock:
			c.t.ImageDirective(mark.span.Start, c.src[mark.span.Start:mark.span.End], mark.name.End-mark.span.Start)
		}
	}
}

// quote converts a block quote, which is an admonition if it starts with a
// marker: [!NOTE].
func (c *converter) quote(n *ast.Blockquote) {
	name, end := c.quoteMarker(n)
	if name.Len() == 0 {
		c.container(n, doc.Quote)
		return
	}
	c.t.Open(doc.Admonition, blockStart(n))
	c.b.Attr(doc.Marker, string(c.src[name.Start:name.End]), name)
	from := c.from
	c.from = end // the rest of the paragraph is text
	depth := c.t.Depth()
	c.within(n)
	c.from = from
	c.t.CloseAt(depth, end)
}

// quoteMarker returns the name of the marker that a quote starts with, and where
// the marker ends: [!NOTE], [!note]- Title, [!TAB Title].
func (c *converter) quoteMarker(n *ast.Blockquote) (name doc.Span, end int) {
	first := n.FirstChild()
	if first == nil || first.Kind() != ast.KindParagraph || first.Lines().Len() == 0 {
		return name, 0
	}
	line := trim(c.src, span(first.Lines().At(0)))
	if !bytes.HasPrefix(c.src[line.Start:line.End], []byte("[!")) {
		return name, 0
	}
	name = word(c.src, doc.Span{Start: line.Start + 2, End: line.End})
	end = name.End
	if name.Len() == 0 || end == line.End || isInterface(c.src[name.Start:name.End]) {
		return doc.Span{}, 0
	}
	if c.src[end] == ' ' && closingBracket(c.src, line.Start, line.End) == line.End-1 {
		if title := trim(c.src, doc.Span{Start: end, End: line.End - 1}); !isUpper(c.src[name.Start:name.End]) || isAttribute(c.src, title) {
			return name, line.End // [!div class="…"]
		}
		return name, end // the view hides the brackets
	}
	if c.src[end] != ']' {
		return doc.Span{}, 0
	}
	end++
	if end < line.End && (c.src[end] == '-' || c.src[end] == '+') {
		end++
	}
	if end < line.End && c.src[end] != ' ' {
		return doc.Span{}, 0
	}
	return name, end
}

func (c *converter) heading(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() == 0 {
		c.t.OpenHeading(n.Level, n.Pos())
		c.t.Close(c.lineEnd(n.Pos()))
		return
	}
	last := lines.At(lines.Len() - 1)
	start, end := lines.At(0).Start, c.lineEnd(last.Start)
	if at, ok := c.hashes(start); ok {
		start = at
	} else { // setext: the underline is the next line
		end = c.lineEnd(end + 1)
	}
	c.t.OpenHeading(n.Level, start)
	if id := headingID(c.src, span(last)); id.Len() > 0 {
		c.b.Attr(doc.ID, string(c.src[id.Start:id.End]), id)
		c.limit = bytes.LastIndexByte(c.src[:id.Start], '{')
	} else if c.anchor.id != "" && !c.namesItself(n) {
		c.b.Attr(doc.ID, c.anchor.id, c.anchor.span)
	}
	c.inlines(n)
	c.limit = len(c.src)
	c.t.Close(end)
}

// hashes returns where the # of a heading stand whose text starts at an offset.
// goldmark's own position is wrong where a tab stands before them.
func (c *converter) hashes(at int) (int, bool) {
	for at > 0 && (c.masked[at-1] == ' ' || c.masked[at-1] == '\t') {
		at--
	}
	end := at
	for at > 0 && c.masked[at-1] == '#' {
		at--
	}
	return at, at < end
}

// namesItself reports whether an anchor stands in a heading.
func (c *converter) namesItself(n *ast.Heading) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if tag, ok := child.(*ast.RawHTML); ok {
			first, last := tag.Segments.At(0), tag.Segments.At(tag.Segments.Len()-1)
			if html.IsAnchor(c.src[first.Start:last.Stop]) {
				return true
			}
		}
	}
	return false
}

// headingID returns the bytes of the id that a heading's last line ends with, as in
// {#id}, { #id }, {#id .class} or {/* #id */}; the span is empty where there is
// none.
func headingID(src []byte, line doc.Span) doc.Span {
	text := bytes.TrimRight(src[line.Start:line.End], " \t\r\n")
	open := bytes.LastIndexByte(text, '{')
	if open < 0 || text[len(text)-1] != '}' {
		return doc.Span{}
	}
	for at := open + 1; at < len(text)-1; at++ {
		if text[at] != '#' || text[at-1] != '{' && text[at-1] != ' ' && text[at-1] != '*' {
			continue
		}
		to := at + 1
		for to < len(text)-1 && text[to] != ' ' && text[to] != '*' {
			to++
		}
		return doc.Span{Start: line.Start + at + 1, End: line.Start + to}
	}
	return doc.Span{}
}

func (c *converter) fenced(n *ast.FencedCodeBlock) {
	start, at := n.Pos(), n.Pos()
	c.t.Open(doc.CodeBlock, start)
	if n.Info != nil {
		info := span(n.Info.Segment)
		c.b.Attr(doc.Info, string(c.src[info.Start:info.End]), info)
		at = info.End
	}
	end := c.lineEnd(at)
	if lines := n.Lines(); lines.Len() > 0 {
		c.verbatim(lines)
		end = lines.At(lines.Len() - 1).Stop
		if end > 0 && c.masked[end-1] == '\n' {
			end--
		}
	}
	if closing, ok := c.closingFence(end, c.masked[start]); ok {
		end = closing
	} else {
		c.b.Problem(doc.BrokenFence, doc.Span{Start: start, End: c.lineEnd(start)}, "a code fence that is not closed")
	}
	c.t.Close(end)
}

// closingFence returns the end of the line after an offset if a code block's
// closing fence stands there.
func (c *converter) closingFence(at int, fence byte) (int, bool) {
	if at >= len(c.masked) {
		return 0, false
	}
	next := at + 1
	end := c.lineEnd(next)
	line := bytes.TrimLeft(c.masked[min(next, end):end], " \t>")
	return end, len(line) >= 3 && line[0] == fence && line[1] == fence && line[2] == fence
}

// verbatim adds the lines of a code block and returns their end.
func (c *converter) verbatim(lines *text.Segments) int {
	end := 0
	for i, s := range lines.Sliced(0, lines.Len()) {
		if c.isMasked(s) {
			continue
		}
		line := span(s)
		if i == lines.Len()-1 {
			line.End = line.Start + len(bytes.TrimRight(c.src[line.Start:line.End], "\r\n"))
		} else if n := len(c.src[line.Start:line.End]); n > 1 && c.src[line.End-2] == '\r' {
			c.b.Verbatim(doc.Span{Start: line.Start, End: line.End - 2})
			c.b.Replace("\n", doc.Span{Start: line.End - 2, End: line.End})
			continue
		}
		c.b.Verbatim(line)
		end = line.End
	}
	return end
}

// isMasked reports whether a line is a directive that the view has blanked.
func (c *converter) isMasked(s text.Segment) bool {
	return isBlank(c.masked[s.Start:s.Stop]) && !isBlank(c.src[s.Start:s.Stop])
}

// html hands lines of HTML to the tree builder, in one stretch so that tags may
// cross lines. What stands before a line within a quote or list is blanked.
func (c *converter) html(lines *text.Segments) {
	if lines.Len() == 0 {
		return
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	src := c.masked[start:end]
	copied := false
	for i := 1; i < lines.Len(); i++ {
		from, to := lines.At(i-1).Stop, lines.At(i).Start
		if from < to && !isBlank(c.masked[from:to]) {
			if !copied {
				src, copied = bytes.Clone(src), true
			}
			fill(src[from-start:to-start], ' ')
		}
	}
	c.t.Tokens(start, src)
}

func (c *converter) table(n *east.Table) {
	start := n.FirstChild().Pos()
	c.t.Open(doc.Table, start)
	end := start
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		_, header := row.(*east.TableHeader)
		line := doc.Span{Start: row.Pos(), End: c.lineEnd(row.Pos())}
		if !header && isMarker(c.masked[line.Start:line.End]) {
			continue
		}
		if s, ok := c.betweenRows(line.Start); ok {
			c.t.Comment(s)
			continue
		}
		if header {
			end = c.lineEnd(line.End + 1) // the delimiter row
		} else {
			end = line.End
		}
		c.row(row, line, header)
	}
	c.t.Close(end)
}

// betweenRows returns the comment of which the view made a row.
func (c *converter) betweenRows(at int) (doc.Span, bool) {
	i := sort.Search(len(c.view.blocks), func(i int) bool { return c.view.blocks[i].span.Start >= at })
	if i == len(c.view.blocks) || c.view.blocks[i].role != notRow || c.view.blocks[i].span.Start != at {
		return doc.Span{}, false
	}
	return c.view.blocks[i].span, true
}

// isMarker reports whether a line that continues a table for want of a blank
// line is markup of another kind: a closing tag, a directive, a shortcode.
func isMarker(line []byte) bool {
	line = bytes.TrimSpace(line)
	if bytes.IndexByte(line, '|') >= 0 {
		return false
	}
	for _, prefix := range [...]string{":::", "{{", "{%", "</", "<!--", "///", "!!!", "???"} {
		if bytes.HasPrefix(line, []byte(prefix)) {
			return true
		}
	}
	return false
}

func (c *converter) row(n ast.Node, line doc.Span, header bool) {
	c.inCell = true
	c.t.Open(doc.Row, line.Start)
	c.b.Unit().Header = header
	at := line.Start
	for cell := n.FirstChild(); cell != nil; cell = cell.NextSibling() {
		if cell.Lines().Len() == 0 {
			continue // padding of a short row
		}
		s := span(cell.Lines().At(0))
		c.t.Open(doc.Cell, s.Start)
		c.b.Unit().Header = header
		c.at = s.Start
		c.inlines(cell)
		c.t.Close(s.End)
		at = s.End
	}
	c.surplus(doc.Span{Start: at, End: line.End})
	c.t.Close(len(bytes.TrimRight(c.masked[:line.End], " \t\r\n")))
	c.inCell = false
}

// surplus adds the cells of a row that goldmark drops because the header has no
// column for them. The span starts where the last kept cell ends.
func (c *converter) surplus(rest doc.Span) {
	text := bytes.TrimRight(c.masked[rest.Start:rest.End], " \t\r\n")
	end := rest.Start + len(text)
	if len(text) > 0 && text[len(text)-1] == '|' && !escaped(c.masked, end-1) {
		end--
	}
	at := rest.Start
	for at < end && (c.masked[at] != '|' || escaped(c.masked, at)) {
		at++
	}
	for at < end {
		from := at + 1
		for at = from; at < end && (c.masked[at] != '|' || escaped(c.masked, at)); at++ {
		}
		s := trim(c.masked, doc.Span{Start: from, End: at})
		c.t.Open(doc.Cell, s.Start)
		c.plain(s)
		c.t.Close(s.End)
	}
}

// escaped reports whether the byte at an offset has a backslash before it, as
// GFM counts in a table row.
func escaped(src []byte, at int) bool { return at > 0 && src[at-1] == '\\' }

// trim returns a span without the white space at either end.
func trim(src []byte, s doc.Span) doc.Span {
	for s.Start < s.End && isBlank(src[s.Start:s.Start+1]) {
		s.Start++
	}
	for s.End > s.Start && isBlank(src[s.End-1:s.End]) {
		s.End--
	}
	return s
}

func (c *converter) lineEnd(at int) int { return lineEnd(c.src, at) }

// lineStart returns where the first line of a block, or of the first block
// within it that has lines, starts; -1 where there is none.
func lineStart(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() != ast.TypeBlock {
			return -1
		}
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return lines.At(0).Start
		}
	}
	return -1
}

// span returns a segment's bytes without the padding that goldmark adds for tabs.
func span(s text.Segment) doc.Span { return doc.Span{Start: s.Start, End: s.Stop} }
