package html

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/doclint/doclint/lint/doc"
)

// A role says what an element does to the tree.
type role uint8

const (
	inline    role = iota // no unit, no effect: span, sub, an element of no known name
	boundary              // no unit, but ends a paragraph: div, section
	hidden                // what is within is no content: script, svg
	lineBreak             // br
	phrase                // an inline unit
	image
	block // a container unit
	item  // li, dd, dt: ends its elder sibling
	paragraph
	heading
	preformatted
	rule
	table
	caption
	rowGroup
	row
	cell
	column // col, colgroup: nothing
)

// An elementType is what the tree builder knows of an element's name.
type elementType struct {
	role role
	kind doc.Kind
}

var elementTypes = map[atom.Atom]elementType{
	atom.A: {phrase, doc.Link}, atom.Code: {phrase, doc.Code}, atom.Tt: {phrase, doc.Code},
	atom.Samp: {phrase, doc.Code}, atom.Em: {phrase, doc.Emphasis}, atom.I: {phrase, doc.Emphasis},
	atom.Strong: {phrase, doc.Strong}, atom.B: {phrase, doc.Strong},
	atom.Del: {phrase, doc.Strikethrough}, atom.S: {phrase, doc.Strikethrough}, atom.Strike: {phrase, doc.Strikethrough},
	atom.Img: {image, doc.Image}, atom.Br: {lineBreak, 0}, atom.Hr: {rule, doc.Break},

	atom.P: {paragraph, doc.Paragraph}, atom.Pre: {preformatted, doc.CodeBlock},
	atom.H1: {heading, doc.Heading}, atom.H2: {heading, doc.Heading}, atom.H3: {heading, doc.Heading},
	atom.H4: {heading, doc.Heading}, atom.H5: {heading, doc.Heading}, atom.H6: {heading, doc.Heading},
	atom.Ul: {block, doc.List}, atom.Ol: {block, doc.List}, atom.Menu: {block, doc.List}, atom.Dl: {block, doc.List},
	atom.Li: {item, doc.Item}, atom.Dd: {item, doc.Item}, atom.Dt: {item, doc.Term},
	atom.Blockquote: {block, doc.Quote},

	atom.Table: {table, doc.Table}, atom.Caption: {caption, doc.Caption},
	atom.Thead: {rowGroup, 0}, atom.Tbody: {rowGroup, 0}, atom.Tfoot: {rowGroup, 0},
	atom.Tr: {row, doc.Row}, atom.Td: {cell, doc.Cell}, atom.Th: {cell, doc.Cell},
	atom.Col: {column, 0}, atom.Colgroup: {column, 0},

	atom.Script: {hidden, 0}, atom.Style: {hidden, 0}, atom.Template: {hidden, 0}, atom.Svg: {hidden, 0},
	atom.Math: {hidden, 0}, atom.Noscript: {hidden, 0}, atom.Iframe: {hidden, 0}, atom.Head: {hidden, 0},
	atom.Nav: {hidden, 0}, atom.Textarea: {hidden, 0}, atom.Select: {hidden, 0},

	atom.Address: {boundary, 0}, atom.Article: {boundary, 0}, atom.Aside: {boundary, 0}, atom.Body: {boundary, 0},
	atom.Center: {boundary, 0}, atom.Details: {boundary, 0}, atom.Dialog: {boundary, 0}, atom.Div: {boundary, 0},
	atom.Fieldset: {boundary, 0}, atom.Figcaption: {boundary, 0}, atom.Figure: {boundary, 0}, atom.Footer: {boundary, 0},
	atom.Form: {boundary, 0}, atom.Header: {boundary, 0}, atom.Hgroup: {boundary, 0}, atom.Html: {boundary, 0},
	atom.Legend: {boundary, 0}, atom.Main: {boundary, 0}, atom.Section: {boundary, 0}, atom.Summary: {boundary, 0},
}

// endsHead reports whether an element cannot stand in the head of a page, whose
// end tag may be left out.
func endsHead(a atom.Atom) bool {
	r := elementTypes[a].role
	return r != inline && r != hidden
}

// isClosedRawText reports whether a tag ends with a slash and is of an element
// whose content is text to a tokenizer, whatever it looks like.
func isClosedRawText(src []byte) bool {
	if !bytes.HasSuffix(src, []byte("/>")) {
		return false
	}
	tg, ok := readTag(src, 0)
	if !ok || tg.end {
		return false
	}
	switch tg.name {
	case atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Plaintext, atom.Script, atom.Style,
		atom.Textarea, atom.Title, atom.Xmp:
		return true
	}
	return false
}

// isVoid reports whether an element has no content and no end tag.
func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}
