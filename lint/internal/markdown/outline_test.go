package markdown

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// attrNames are the attributes as an outline writes them.
var attrNames = [...]string{
	doc.ID: "id", doc.Href: "href", doc.Src: "src", doc.Alt: "alt", doc.Title: "title", doc.Info: "info", doc.Key: "key",
	doc.Marker: "marker",
}

// outline writes a document as one line a unit, indented by depth:
//
//	heading 2 "Größe" id=a
//	  code "x" ‹`x`›
//
// Of a leaf it writes the text, of an inline unit and a comment the bytes of the
// file too, of an attribute the value, and the bytes that it stands on where
// they differ. Sections are left out and do not indent: the headings say it. A
// paragraph that is all of its item or cell, and its place, is not written but
// its text is: cell "x".
func outline(d *doc.Document) string {
	var b strings.Builder
	for u := range d.Root().Children() {
		outlineUnit(&b, u, 0)
	}
	for _, p := range d.Problems {
		fmt.Fprintf(&b, "! %s %s\n", quoted(d.File.Bytes()[p.Span.Start:p.Span.End]), p.Message)
	}
	return b.String()
}

// quoted writes bytes of the file on one line.
func quoted(src []byte) string {
	return "‹" + strings.NewReplacer("\r", "␍", "\n", "␤", "\t", "→", "\u00a0", "⍽", "\ufeff", "⟨BOM⟩", "\u200b", "⟨ZWSP⟩").Replace(string(src)) + "›"
}

func outlineUnit(b *strings.Builder, u *doc.Unit, depth int) {
	src := u.Document().File.Bytes()
	if u.Kind == doc.Section {
		for child := range u.Children() {
			outlineUnit(b, child, depth)
		}
		return
	}
	b.WriteString(strings.Repeat("  ", depth) + u.Kind.String())
	if u.Kind == doc.Heading {
		fmt.Fprintf(b, " %d", u.Level)
	}
	if u.Header {
		b.WriteString("*")
	}
	if u.Kind == doc.Cell && (u.RowSpan > 1 || u.ColumnSpan > 1) {
		fmt.Fprintf(b, " %d×%d", u.RowSpan, u.ColumnSpan)
	}
	within := u
	if u.Kind == doc.Cell || u.Kind == doc.Item {
		if p := onlyChild(u); p != nil && p.Kind == doc.Paragraph {
			within = p
		}
	}
	if !within.Kind.IsContainer() && within.Kind != doc.Comment && within.Kind != doc.Break {
		b.WriteString(" " + strconv.Quote(within.Text()))
	}
	if u.Kind.IsInline() || u.Kind == doc.Comment {
		b.WriteString(" " + quoted(src[u.Span.Start:u.Span.End]))
	}
	for name := doc.ID; name <= doc.Marker; name++ {
		a, ok := u.Attr(name)
		if !ok {
			continue
		}
		fmt.Fprintf(b, " %s=%s", attrNames[name], a.Value)
		if written := src[a.Span.Start:a.Span.End]; string(written) != a.Value && name != doc.Key {
			b.WriteString(quoted(written))
		}
	}
	b.WriteString("\n")
	for child := range within.Children() {
		outlineUnit(b, child, depth+1)
	}
}

// onlyChild returns the one unit directly within u, nil where there are none or
// several.
func onlyChild(u *doc.Unit) *doc.Unit {
	var only *doc.Unit
	for child := range u.Children() {
		if only != nil {
			return nil
		}
		only = child
	}
	return only
}

// parse reads a page and holds it to the laws, and each line of each code block
// to its bytes.
func parse(t *testing.T, path, src string) *doc.Document {
	t.Helper()
	d := Parse(doc.NewFile(path, "de", []byte(src)))
	if err := doctest.Check(d); err != nil {
		t.Error(err)
	}
	for u := range d.Units() {
		if u.Kind != doc.CodeBlock {
			continue
		}
		at := 0
		for line := range strings.Lines(u.Text()) {
			text := strings.TrimSuffix(line, "\n")
			if s := u.Source(at, at+len(text)); text != "" && src[s.Start:s.End] != text && !strings.Contains(src[s.Start:s.End], "&") {
				t.Errorf("the line %q of the code comes from %q", text, src[s.Start:s.End])
			}
			at += len(line)
		}
	}
	return d
}
