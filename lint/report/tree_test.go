package report

import (
	"bytes"
	"io"
	"testing"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

// TestPages shows a tree with two groups of pages, unknown locales and files
// without counterpart.
func TestPages(t *testing.T) {
	tree := Tree{
		Source: "en", Layout: "folder",
		Pages: []lint.Page{
			{
				Name: "guide", Source: "en", SourceReason: "only translations have source-git-commit",
				Layout: "folder", LayoutReason: "3 locales have the same files",
				Files: []lint.File{{Path: "en/guide.md", Locale: "en"}, {Path: "zh-Hans/guide.md", Locale: "zh-Hans"}},
			},
			{
				Name: "install", Source: "en", SourceReason: "only translations have source-git-commit",
				Layout: "folder", LayoutReason: "3 locales have the same files",
				Files: []lint.File{{Path: "en/install.md", Locale: "en"}, {Path: "pt-BR/install.md", Locale: "pt-BR"}},
			},
			{
				Name:  "README",
				Files: []lint.File{{Path: "README.md"}},
			},
		},
		Unpaired: []lint.Unpaired{
			{File: lint.File{Path: "notes/\x1b[31m.md", Locale: "en"}, Reason: "no file of this name in another locale"},
			{File: lint.File{Path: "x.md"}, Reason: "its language cannot be told"},
		},
	}
	for _, test := range []struct {
		name, reason string
		tree         Tree
		write        func(io.Writer, Tree, Options) error
	}{
		{"pages.text", "pages found alike stand together with the reasons", tree, PagesText},
		{"pages.json", "the shape of the contract", tree, PagesJSON},
		{"pages.none.text", "an empty tree is said to be one", Tree{}, PagesText},
		{"pages.none.json", "arrays are there though empty", Tree{}, PagesJSON},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := test.write(&out, test.tree, Options{}); err != nil {
				t.Fatal(err)
			}
			golden(t, test.name, out.Bytes())
			if err := test.write(&failing{out.Len() - 1}, test.tree, Options{}); err == nil {
				t.Errorf("%s: a writer that fails is not told of", test.reason)
			}
		})
	}
}

// leaf adds a unit of text to a document.
func leaf(b *doc.Builder, kind doc.Kind, s doc.Span) {
	b.Open(kind, s.Start)
	b.Text(s)
	b.Close(s.End)
}

// TestGrid shows a grid with holes, wide characters and a long text.
func TestGrid(t *testing.T) {
	en := doc.NewFile("en/guide.md", "en", []byte("# Guide\n\nA paragraph that is too long for its column by far.\n\n| Key | Port |\n"))
	ja := doc.NewFile("ja/guide.md", "ja", []byte("# ガイド\n\n長い段落、その列には長すぎる文章です。\n"))
	build := func(f *doc.File, texts ...string) *doc.Document {
		b := doc.NewBuilder(f)
		b.OpenSection(1, 0)
		leaf(b, doc.Heading, span(t, f, texts[0]))
		leaf(b, doc.Paragraph, span(t, f, texts[1]))
		if len(texts) > 2 {
			table := span(t, f, texts[2])
			b.Open(doc.Table, table.Start)
			b.Open(doc.Row, table.Start)
			b.Open(doc.Cell, table.Start+1)
			leaf(b, doc.Paragraph, span(t, f, "Key"))
			b.Close(table.Start + 6)
			b.Close(table.End)
			b.Close(table.End)
		}
		return b.Document()
	}
	enDoc := build(en, "Guide", "A paragraph that is too long for its column by far.", "| Key | Port |")
	jaDoc := build(ja, "ガイド", "長い段落、その列には長すぎる文章です。")
	unit := func(d *doc.Document, kind doc.Kind) *doc.Unit {
		for u := range d.Units() {
			if u.Kind == kind {
				return u
			}
		}
		return nil
	}
	g := &align.Grid{
		Page:    "guide",
		Columns: []align.Column{{File: en, Document: enDoc}, {File: ja, Document: jaDoc, Version: "at 1f3c"}},
		Source:  0,
	}
	for i, row := range []struct {
		kind   doc.Kind
		parent int
		score  float64
		reason align.Reason
	}{
		{doc.Root, -1, 1, align.ByPosition}, {doc.Section, 0, 2.0 / 3, align.ByAnchor}, {doc.Heading, 1, 0.5, align.ByPosition},
		{doc.Paragraph, 1, 0.875, align.ByContent}, {doc.Table, 1, 1, align.ByPosition}, {doc.Row, 4, 1, align.ByKey}, {doc.Cell, 5, 1, align.ByKey},
	} {
		g.Rows = append(g.Rows, align.Row{
			Kind: row.kind, Units: []*doc.Unit{unit(enDoc, row.kind), unit(jaDoc, row.kind)},
			Score: row.score, Reason: row.reason, Parent: row.parent, End: i + 1,
		})
	}
	for name, write := range map[string]func(io.Writer, *align.Grid, Options) error{"grid.text": GridText, "grid.json": GridJSON} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := write(&out, g, Options{Width: 80}); err != nil {
				t.Fatal(err)
			}
			golden(t, name, out.Bytes())
			if err := write(&failing{out.Len() - 1}, g, Options{}); err == nil {
				t.Error("a writer that fails is not told of")
			}
		})
	}
}
