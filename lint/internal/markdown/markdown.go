// Package markdown reads Markdown (CommonMark, GFM tables, HTML within) into
// documents whose every unit knows its exact bytes. It is the only importer of
// goldmark.
//
// A pre-pass blanks what is not Markdown, byte for byte, so that all offsets
// hold; goldmark finds the blocks and inlines; this package reads of its tree
// only what is exact, finds the ends that goldmark does not tell, and hands the
// HTML between to one [html.TreeBuilder], so that a table of HTML is one table
// however many blocks goldmark cuts it into.
package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/frontmatter"
	"github.com/doclint/doclint/lint/internal/html"
)

// Parse reads a page of Markdown. It is safe for concurrent use.
func Parse(f *doc.File) *doc.Document {
	b := doc.NewBuilder(f)
	src := f.Bytes()
	front, ok := frontmatter.Read(src)
	if ok {
		addFields(b, front)
	}
	c := &converter{b: b, t: html.NewTreeBuilder(b), src: src, masked: mask(src, front), limit: len(src)}
	pc := parser.NewContext()
	root := engine.Parse(text.NewReader(c.masked), parser.WithContext(pc))
	for _, s := range guardProblems(pc) {
		b.Problem(s.Span, s.Message)
	}
	c.blocks(root)
	c.t.Finish()
	return b.Document()
}

// engine is goldmark without what this package does itself: bare URLs, heading
// attributes, and the rewriting of escaped pipes, which takes quadratic time.
var engine = parser.NewParser(
	parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(blockGuard{}, 50))...),
	parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(inlineGuard{}, 0),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
	)...),
	parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
)

// translatable holds the front matter keys whose values readers see.
var translatable = []string{"title", "description"}

// addFields makes units of the front matter values that readers see.
func addFields(b *doc.Builder, front frontmatter.Block) {
	for _, field := range front.Fields {
		for _, key := range translatable {
			if field.Key == key && field.End > field.Start {
				b.Open(doc.Field, field.Start)
				b.Attr(doc.Key, key, doc.Span{})
				b.Text(doc.Span{Start: field.Start, End: field.End})
				b.Close(field.End)
			}
		}
	}
}

// mask returns the source with everything blanked that is not Markdown, byte for
// byte. The source itself is returned where there is nothing to blank.
func mask(src []byte, front frontmatter.Block) []byte {
	head := front.Span.End
	if head == 0 && bytes.HasPrefix(src, bom) {
		head = len(bom)
	}
	if head == 0 {
		return src
	}
	masked := bytes.Clone(src)
	blank(masked[:head])
	return masked
}

var bom = []byte("\ufeff")

// blank turns all bytes but line ends into spaces.
func blank(b []byte) {
	for i, c := range b {
		if c != '\n' && c != '\r' {
			b[i] = ' '
		}
	}
}

// A converter makes units of goldmark's tree.
type converter struct {
	b      *doc.Builder
	t      *html.TreeBuilder
	src    []byte
	masked []byte // what goldmark parsed

	at     int  // end of the inline content converted last
	limit  int  // inline content from here on is no text: a heading's {#id}
	silent bool // whether inline content only moves at: the text of an image
	inCell bool // whether a pipe may be escaped in code

	definitions map[string]doc.Span // targets of reference links, by normalized label; nil until needed
	root        ast.Node
}
