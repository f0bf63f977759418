package markdown

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/frontmatter"
)

// benchPages returns pages to measure on: the real ones where they stand beside
// the repository, else the example pages.
func benchPages(b *testing.B) [][]byte {
	root := sharedRoot()
	corpora := []string{filepath.Join(root, "corpus", "adobe"), filepath.Join(root, "corpus", "ant-design"), filepath.Join(root, "corpus", "apisix")}
	if _, err := os.Stat(root); err != nil {
		corpora = []string{filepath.Join("..", "..", "..", "testdata")}
	}
	var pages [][]byte
	for _, c := range corpora {
		err := filepath.WalkDir(c, func(path string, e os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".md") {
				src, err := os.ReadFile(path)
				pages = append(pages, src)
				return err
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return pages
}

func size(pages [][]byte) (n int64) {
	for _, p := range pages {
		n += int64(len(p))
	}
	return n
}

// BenchmarkParse is what this package costs. Its ratio to BenchmarkFloor is to
// stay under 1.3 in time and 2 in bytes allocated.
func BenchmarkParse(b *testing.B) {
	pages := benchPages(b)
	b.SetBytes(size(pages))
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range pages {
			Parse(doc.NewFile("a.md", "en", src))
		}
	}
}

// BenchmarkFloor is what the parsers beneath cost alone: goldmark with GFM, and
// the tokenizer of x/net/html over the HTML that it finds.
func BenchmarkFloor(b *testing.B) {
	pages := benchPages(b)
	p := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	b.SetBytes(size(pages))
	b.ReportAllocs()
	for b.Loop() {
		for _, src := range pages {
			if front, ok := frontmatter.Read(src); ok {
				src = src[front.Span.End:]
			}
			root := p.Parse(text.NewReader(src))
			_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if !entering {
					return ast.WalkContinue, nil
				}
				switch n := n.(type) {
				case *ast.HTMLBlock:
					var buf bytes.Buffer
					for i := range n.Lines().Len() {
						s := n.Lines().At(i)
						buf.Write(s.Value(src))
					}
					tokenize(buf.Bytes())
				case *ast.RawHTML:
					for i := range n.Segments.Len() {
						s := n.Segments.At(i)
						tokenize(s.Value(src))
					}
				}
				return ast.WalkContinue, nil
			})
		}
	}
}

func tokenize(src []byte) {
	z := html.NewTokenizer(bytes.NewReader(src))
	for z.Next() != html.ErrorToken {
		z.TagName()
	}
}
