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
	"slices"

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
	v := newView(f, front)
	c := &converter{b: b, t: html.NewTreeBuilder(b), src: src, view: v, masked: v.masked, limit: len(src)}
	pc := parser.NewContext()
	engine := markdownEngine
	if v.mdx {
		engine = mdxEngine
	}
	root := engine.Parse(text.NewReader(c.masked), parser.WithContext(pc))
	for _, p := range append(guardProblems(pc), v.faults...) {
		b.Problem(p.Kind, p.Span, p.Message)
	}
	b.Hide(v.hidden())
	c.blocks(root)
	c.directives(len(src) + 1)
	c.t.Finish()
	return b.Document()
}

// MDX has no indented code.
var (
	markdownEngine = newEngine(parser.DefaultBlockParsers())
	mdxEngine      = newEngine(slices.DeleteFunc(parser.DefaultBlockParsers(), func(p util.PrioritizedValue) bool {
		return p.Value == parser.NewCodeBlockParser()
	}))
)

// newEngine returns goldmark without what this package does itself: bare URLs,
// heading attributes, and the rewriting of escaped pipes, which takes quadratic
// time.
func newEngine(blocks []util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(blocks,
			util.Prioritized(blockGuard{}, 50),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102))...),
		parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
			util.Prioritized(inlineGuard{}, 0),
			util.Prioritized(extension.NewStrikethroughParser(), 500),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		)...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	)
}

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

// A converter makes units of goldmark's tree.
type converter struct {
	b      *doc.Builder
	t      *html.TreeBuilder
	src    []byte
	view   *view
	masked []byte // what goldmark parsed: the view's

	nextBlock   int    // the first of view.blocks that is not converted yet
	admonitions []int  // depths of the tree builder at which fenced ones are open, or closed
	anchor      anchor // on the line above

	at     int  // end of the inline content converted last
	from   int  // inline content before here is no text: the marker of a quote
	limit  int  // inline content from here on is no text: a heading's {#id}
	links  int  // links that are open: within one a URL is no link
	silent bool // whether inline content makes no units: the text of an image
	inCell bool // whether a pipe may be escaped in code

	alt []byte // the text of the image that is read while silent

	definitions map[string]target // targets of reference links, by normalized label; nil until needed
	root        ast.Node
}

// An anchor is an id and the bytes that spell it.
type anchor struct {
	id   string
	span doc.Span
}
