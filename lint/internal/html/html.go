// Package html reads HTML, as pages of its own and inside Markdown, into
// documents whose every unit knows its exact bytes. It is the only importer of
// golang.org/x/net/html.
//
// The tokenizer of x/net/html knows no positions, but the lengths of its raw
// tokens add up to the offset of the next one. [TreeBuilder] makes units of the
// tokens by the insertion rules of the HTML Standard, "Tree construction", as
// far as they decide what stands in which table cell, list item or paragraph.
// Unlike a browser it never moves content: stray text in a table becomes a
// paragraph where it stands.
package html

import "github.com/doclint/doclint/lint/doc"

// Parse reads a page of HTML.
func Parse(f *doc.File) *doc.Document {
	b := doc.NewBuilder(f)
	t := NewTreeBuilder(b)
	t.Tokens(0, f.Bytes())
	t.Finish()
	return b.Document()
}
