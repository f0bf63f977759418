package doc_test

import (
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// tree prints a document one unit a line: kind, source, text and attributes.
func tree(d *doc.Document) string {
	var b strings.Builder
	var walk func(u *doc.Unit, indent string)
	walk = func(u *doc.Unit, indent string) {
		fmt.Fprintf(&b, "%s%s", indent, u.Kind)
		if u.Level > 0 {
			fmt.Fprintf(&b, " %d", u.Level)
		}
		if u.Kind != doc.Root {
			fmt.Fprintf(&b, " %q", d.File.Slice(u.Span))
		}
		if u.Text() != string(d.File.Slice(u.Span)) && !u.Kind.IsContainer() {
			fmt.Fprintf(&b, " text %q", u.Text())
		}
		b.WriteByte('\n')
		for child := range u.Children() {
			walk(child, indent+"  ")
		}
	}
	walk(d.Root(), "")
	return b.String()
}

// writer feeds a builder with the pieces of a page in reading order, so that a
// test names pieces and not offsets.
type writer struct {
	*doc.Builder
	t  *testing.T
	at int
}

func newWriter(t *testing.T, src string) *writer {
	return &writer{doc.NewBuilder(doc.NewFile("a.md", "de", []byte(src))), t, 0}
}

// next returns the span of the next piece, which the page goes on with.
func (w *writer) next(piece string) doc.Span {
	w.t.Helper()
	rest := w.File().Bytes()[w.at:]
	if !bytes.HasPrefix(rest, []byte(piece)) {
		w.t.Fatalf("the page goes on with %q, not %q", rest, piece)
	}
	s := doc.Span{Start: w.at, End: w.at + len(piece)}
	w.at = s.End
	return s
}

func (w *writer) open(k doc.Kind)   { w.Open(k, w.at) }
func (w *writer) close()            { w.Close(w.at) }
func (w *writer) skip(piece string) { w.next(piece) }
func (w *writer) text(piece string) { w.Text(w.next(piece)) }
func (w *writer) verbatim(piece string) {
	w.Verbatim(w.next(piece))
}
func (w *writer) replace(piece, text string) { w.Replace(text, w.next(piece)) }
func (w *writer) lineBreak(piece string)     { w.LineBreak(w.next(piece)) }

func TestText(t *testing.T) {
	tests := []struct {
		name, reason, src string
		write             func(w *writer)
		want              string // text of the whole document
	}{
		{"collapse", "any run of white space is one blank", "端口 \t\r\n\f 6666", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("端口 \t\r\n\f 6666")
			w.close()
		}, "端口 6666"},
		{"only ASCII white space", "no-break and ideographic spaces are text", "1\u00a0000\u3000\u202f :", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("1\u00a0000\u3000\u202f :")
			w.close()
		}, "1\u00a0000\u3000\u202f :"},
		{"trim", "white space at either end of a leaf is dropped", " \n über \n ", func(w *writer) {
			w.open(doc.Paragraph)
			w.text(" \n über \n ")
			w.close()
		}, "über"},
		{"in pieces", "white space is one blank over the pieces that it stands in", "a  \n b", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("a ")
			w.text(" \n")
			w.text(" b")
			w.close()
		}, "a b"},
		{"over markup", "and over markup", "แปล **คำ** ไทย", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("แปล ")
			w.open(doc.Strong)
			w.skip("**")
			w.text("คำ")
			w.skip("**")
			w.close()
			w.text(" ไทย")
			w.close()
		}, "แปล คำ ไทย"},
		{"blank at the end of markup", "a blank within markup stands once, after it", "<b>ا </b> ب", func(w *writer) {
			w.open(doc.Paragraph)
			w.open(doc.Strong)
			w.skip("<b>")
			w.text("ا ")
			w.skip("</b>")
			w.close()
			w.text(" ب")
			w.close()
		}, "ا ب"},
		{"comment", "a comment between words is not there", "a <!-- 注 --> b", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("a ")
			w.open(doc.Comment)
			w.skip("<!-- 注 -->")
			w.close()
			w.text(" b")
			w.close()
		}, "a b"},
		{"entity", "what a reference stands for is text", "a &amp;&#54;666", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("a ")
			w.replace("&amp;", "&")
			w.replace("&#54;", "6")
			w.text("666")
			w.close()
		}, "a &6666"},
		{"blank at the start of markup", "nor twice where markup begins with another", "a <b> क</b>", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("a ")
			w.open(doc.Strong)
			w.skip("<b>")
			w.text(" क")
			w.skip("</b>")
			w.close()
			w.close()
		}, "a क"},
		{"entity of white space", "white space that is written on purpose stays", "&#32; &#9;a", func(w *writer) {
			w.open(doc.Paragraph)
			w.replace("&#32;", " ")
			w.text(" ")
			w.replace("&#9;", "\t")
			w.text("a")
			w.close()
		}, " \ta"},
		{"line break", "white space around a hard break is dropped", "一行 \\\n  二行", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("一行 ")
			w.lineBreak("\\\n")
			w.text("  二行")
			w.close()
		}, "一行\n二行"},
		{"line breaks at the ends", "a break with nothing before or behind it is none", "<br>a<br><br> ", func(w *writer) {
			w.open(doc.Paragraph)
			w.lineBreak("<br>")
			w.text("a")
			w.lineBreak("<br>")
			w.lineBreak("<br>")
			w.text(" ")
			w.close()
		}, "a"},
		{"line break in markup", "nor is one at the end of markup that ends the leaf", "<b>é<br></b>", func(w *writer) {
			w.open(doc.Paragraph)
			w.open(doc.Strong)
			w.skip("<b>")
			w.text("é")
			w.lineBreak("<br>")
			w.skip("</b>")
			w.close()
			w.close()
		}, "é"},
		{"code", "a code block keeps all its white space", "\tx  y\n\n", func(w *writer) {
			w.open(doc.CodeBlock)
			w.verbatim("\tx  y\n\n")
			w.close()
		}, "\tx  y\n\n"},
		{"blocks", "blocks are parted by one line end", "甲乙丙", func(w *writer) {
			for _, text := range []string{"甲", "乙", "丙"} {
				w.open(doc.Paragraph)
				w.text(text)
				w.close()
			}
		}, "甲\n乙\n丙"},
		{"empty blocks", "blocks of no text part nothing", "甲<hr><p></p>丙", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("甲")
			w.close()
			w.open(doc.Break)
			w.skip("<hr>")
			w.close()
			w.open(doc.Paragraph)
			w.skip("<p></p>")
			w.close()
			w.open(doc.Paragraph)
			w.text("丙")
			w.close()
		}, "甲\n丙"},
		{"broken UTF-8", "text is as broken as the file", "a\xff\xe7\xab b\x00", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("a\xff\xe7\xab b\x00")
			w.close()
		}, "a\xff\xe7\xab b\x00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWriter(t, tt.src)
			tt.write(w)
			if rest := w.File().Bytes()[w.at:]; len(rest) > 0 {
				t.Fatalf("the test does not write %q", rest)
			}
			d := w.Document()
			if diff := cmp.Diff(tt.want, d.Text()); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
			if err := doctest.Check(d); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestEmptyLastBlock(t *testing.T) {
	// An item or cell whose last block is empty says no more than one without.
	w := newWriter(t, "单元<p></p>x")
	w.open(doc.Cell)
	w.open(doc.Paragraph)
	w.text("单元")
	w.close()
	w.open(doc.Paragraph)
	w.skip("<p></p>")
	w.close()
	w.close()
	w.open(doc.Paragraph)
	w.text("x")
	w.close()
	d := w.Document()
	for u := range d.Units() {
		if u.Kind == doc.Cell && u.Text() != "单元" {
			t.Errorf("the cell says %q", u.Text())
		}
	}
	if d.Text() != "单元\nx" {
		t.Errorf("the page says %q", d.Text())
	}
}

func TestSource(t *testing.T) {
	w := newWriter(t, "<p>Größe  &auml;\t**端口** &nGg;\\*<br>é</p>")
	w.open(doc.Paragraph)
	w.skip("<p>")
	w.text("Größe  ")
	w.replace("&auml;", "ä")
	w.text("\t")
	w.open(doc.Strong)
	w.skip("**")
	w.text("端口")
	w.skip("**")
	w.close()
	w.text(" ")
	w.replace("&nGg;", "\u22d9\u0338") // as long as its source, and yet no copy of it
	w.replace("\\*", "*")
	w.lineBreak("<br>")
	w.text("é")
	w.skip("</p>")
	w.close()
	d := w.Document()
	if err := doctest.Check(d); err != nil {
		t.Fatal(err)
	}
	p := d.Root()
	for u := range d.Units() {
		if u.Kind == doc.Paragraph {
			p = u
		}
	}
	tests := []struct{ reason, text, want string }{
		{"text that stands as it is maps byte for byte", "röß", "röß"},
		{"a collapsed blank is all the white space", "e ä", "e  &auml;"},
		{"an entity is taken whole", "ä", "&auml;"},
		{"and so is a tab that became a blank", "ä 端", "&auml;\t**端"},
		{"markup between two ends of a range is within it", "口 \u22d9", "口** &nGg;"},
		{"any byte of an entity's text is the whole entity", "\u0338", "&nGg;"},
		{"an escape is taken with its backslash", "*", "\\*"},
		{"a line break is the tag that made it", "\n", "<br>"},
		{"a range over a break", "*\né", "\\*<br>é"},
		{"the whole text leaves the markup around it out", p.Text(), "Größe  &auml;\t**端口** &nGg;\\*<br>é"},
	}
	for _, tt := range tests {
		at := strings.Index(p.Text(), tt.text)
		if at < 0 {
			t.Fatalf("%q is not in %q", tt.text, p.Text())
		}
		if got := string(d.File.Slice(p.Source(at, at+len(tt.text)))); got != tt.want {
			t.Errorf("%s: source of %q is %q, want %q", tt.reason, tt.text, got, tt.want)
		}
	}
	if got := string(d.File.Slice(p.TextSource())); !strings.HasPrefix(got, "Größe") || !strings.HasSuffix(got, "é") {
		t.Errorf("TextSource is %q", got)
	}
	at := strings.Index(p.Text(), "öße")
	if s := p.Source(at, at); s.Len() != 0 || !bytes.HasPrefix(d.File.Bytes()[s.Start:], []byte("öße")) {
		t.Errorf("the empty range before öße is at %v", s)
	}
}

func TestSourceOfNothing(t *testing.T) {
	tests := []struct {
		reason, src string
		write       func(w *writer)
	}{
		{"a page without text", "![](图.png)", func(w *writer) {
			w.open(doc.Paragraph)
			w.open(doc.Image)
			w.skip("![](图.png)")
			w.close()
			w.close()
		}},
		{"empty code before text", "<code></code> текст", func(w *writer) {
			w.open(doc.Paragraph)
			w.open(doc.Code)
			w.skip("<code></code>")
			w.close()
			w.text(" текст")
			w.close()
		}},
		{"empty code after text", "текст <code></code>", func(w *writer) {
			w.open(doc.Paragraph)
			w.text("текст ")
			w.open(doc.Code)
			w.skip("<code></code>")
			w.close()
			w.close()
		}},
		{"an empty paragraph between others", "<p>ก</p><p></p><p>ข</p>", func(w *writer) {
			for _, text := range []string{"ก", "", "ข"} {
				w.open(doc.Paragraph)
				w.skip("<p>")
				w.text(text)
				w.skip("</p>")
				w.close()
			}
		}},
	}
	for _, tt := range tests {
		w := newWriter(t, tt.src)
		tt.write(w)
		for u := range w.Document().Units() {
			if s := u.TextSource(); !u.Span.Contains(s) || u.Text() == "" && s.Len() > 0 {
				t.Errorf("%s: the text %q of the %s at %v comes from %v", tt.reason, u.Text(), u.Kind, u.Span, s)
			}
		}
	}
}

func TestSections(t *testing.T) {
	// Each line is a heading of as many levels as it has marks, or a paragraph.
	tests := []struct{ name, reason, src, want string }{
		{"nested", "a deeper heading opens a section within", "#概要;##端口;文", `root
  section 1 "#概要;##端口;文"
    heading 1 "#概要"
    section 2 "##端口;文"
      heading 2 "##端口"
      paragraph "文"
`},
		{"siblings", "a heading of the same level ends the section before", "#ก;ข;#ค", `root
  section 1 "#ก;ข"
    heading 1 "#ก"
    paragraph "ข"
  section 1 "#ค"
    heading 1 "#ค"
`},
		{"back out", "a higher heading ends all sections that are deeper", "#α;###β;##γ;#δ", `root
  section 1 "#α;###β;##γ"
    heading 1 "#α"
    section 3 "###β"
      heading 3 "###β"
    section 2 "##γ"
      heading 2 "##γ"
  section 1 "#δ"
    heading 1 "#δ"
`},
		{"preface", "what stands before the first heading is in no section", "è;##é", `root
  paragraph "è"
  section 2 "##é"
    heading 2 "##é"
`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := doc.NewBuilder(doc.NewFile("a.md", "", []byte(tt.src)))
			at := 0
			for _, line := range strings.SplitAfter(tt.src, ";") {
				text := strings.TrimSuffix(line, ";")
				kind, level := doc.Paragraph, strings.Count(text, "#")
				if level > 0 {
					kind = doc.Heading
					b.OpenSection(level, at)
				}
				b.Open(kind, at)
				b.Unit().Level = level
				b.Text(doc.Span{Start: at, End: at + len(text)})
				b.Close(at + len(text))
				at += len(line)
			}
			d := b.Document()
			if diff := cmp.Diff(tt.want, tree(d)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
			if err := doctest.Check(d); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestNoSectionInContainers(t *testing.T) {
	for _, kind := range []doc.Kind{doc.Item, doc.Quote, doc.Cell} {
		b := doc.NewBuilder(doc.NewFile("a.md", "", []byte("标题")))
		b.Open(kind, 0)
		b.OpenSection(1, 0)
		if b.Kind() != kind {
			t.Errorf("a heading in a %s opened a %s", kind, b.Kind())
		}
	}
}

func TestAttrs(t *testing.T) {
	src := "[Größe](a.md \"名\") ![](b.png)"
	w := newWriter(t, src)
	w.open(doc.Paragraph)
	w.open(doc.Link)
	w.skip("[")
	w.text("Größe")
	w.skip("](")
	w.Attr(doc.Href, "a.md", w.next("a.md"))
	w.skip(" \"")
	w.Attr(doc.Title, "名", w.next("名"))
	w.skip("\")")
	w.close()
	w.text(" ")
	w.open(doc.Image)
	w.skip("![](")
	w.Attr(doc.Src, "first.png", doc.Span{})
	w.Attr(doc.Src, "b.png", w.next("b.png"))
	w.skip(")")
	w.close()
	w.close()
	tests := []struct {
		reason string
		kind   doc.Kind
		name   doc.AttrName
		want   string
	}{
		{"the first of two", doc.Link, doc.Href, "a.md"},
		{"the second of two", doc.Link, doc.Title, "名"},
		{"what is set twice has the last value", doc.Image, doc.Src, "b.png"},
		{"an attribute of another unit is not its own", doc.Image, doc.Href, ""},
		{"nor is its child's", doc.Paragraph, doc.Href, ""},
		{"nor one that nobody set", doc.Image, doc.Alt, ""},
	}
	d := w.Document()
	for _, tt := range tests {
		for u := range d.Units() {
			if u.Kind != tt.kind {
				continue
			}
			a, ok := u.Attr(tt.name)
			if ok != (tt.want != "") || a.Value != tt.want || string(d.File.Slice(a.Span)) != tt.want {
				t.Errorf("%s: got %q at %q, %v; want %q", tt.reason, a.Value, d.File.Slice(a.Span), ok, tt.want)
			}
		}
	}
}

func TestTreeWalks(t *testing.T) {
	w := newWriter(t, "·א·`ב`")
	w.open(doc.List)
	w.open(doc.Item)
	w.skip("·")
	w.open(doc.Paragraph)
	w.text("א")
	w.close()
	w.close()
	w.open(doc.Item)
	w.skip("·")
	w.open(doc.Paragraph)
	w.open(doc.Code)
	w.skip("`")
	w.text("ב")
	w.skip("`")
	d := w.Document()
	var names []string
	for u := range d.Units() {
		name := u.Kind.String()
		if p := u.Parent(); p != nil {
			name = p.Kind.String() + "/" + name
		}
		names = append(names, fmt.Sprintf("%d %s", u.Index(), name))
	}
	want := []string{"0 root", "1 root/list", "2 list/item", "3 item/paragraph", "4 list/item", "5 item/paragraph", "6 paragraph/code"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("Units (-want +got):\n%s", diff)
	}
	if d.Len() != len(want) {
		t.Errorf("Len is %d, want %d", d.Len(), len(want))
	}
	for u := range d.Units() {
		if u.Kind == doc.Code {
			if list := u.Ancestor(doc.List); list == nil || list.Index() != 1 {
				t.Error("the code has no list above it")
			}
			if u.Ancestor(doc.Table) != nil || u.Ancestor(doc.Code) != nil {
				t.Error("a unit is its own ancestor, or has one that is not there")
			}
			if u.Document() != d || d.Text()[u.TextStart():] != "ב" {
				t.Error("the code does not know its document or its place in the text")
			}
		}
	}
	for u := range d.Root().Descendants() {
		if u.Kind != doc.List {
			t.Errorf("the first descendant is a %s", u.Kind)
		}
		break
	}
}

func TestEncodingProblems(t *testing.T) {
	tests := []struct {
		name, reason, src string
		want              []doc.Problem
	}{
		{"clean", "any script is text, U+FFFD in UTF-8 too", "ä 端 ที่ \ufffd 😀", nil},
		{"one stretch", "broken bytes side by side are one problem", "ä\xff\xfe\xc3端", []doc.Problem{
			{Span: doc.Span{Start: 2, End: 5}, Message: "these bytes are not UTF-8"}}},
		{"NUL", "a NUL is its own problem", "a\x00\x00", []doc.Problem{
			{Span: doc.Span{Start: 1, End: 2}, Message: "a NUL byte"}, {Span: doc.Span{Start: 2, End: 3}, Message: "a NUL byte"}}},
		{"surrogate", "a surrogate in UTF-8 is none", "\xed\xa0\x80", []doc.Problem{
			{Span: doc.Span{Start: 0, End: 3}, Message: "these bytes are not UTF-8"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := doc.NewBuilder(doc.NewFile("a.md", "", []byte(tt.src))).Document()
			if diff := cmp.Diff(tt.want, d.Problems); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
	many := doc.NewBuilder(doc.NewFile("a.md", "", []byte(strings.Repeat("\x00", 50_000)))).Document()
	if len(many.Problems) != 10 {
		t.Errorf("a binary file has %d problems, want 10: more tell nobody more", len(many.Problems))
	}
}

func TestProblemsInOrder(t *testing.T) {
	b := doc.NewBuilder(doc.NewFile("a.md", "", []byte("图图\xff")))
	b.Problem(doc.Malformed, doc.Span{Start: 3, End: 4}, "second")
	b.Problem(doc.Malformed, doc.Span{Start: 0, End: 1}, "first")
	var got []string
	for _, p := range b.Document().Problems {
		got = append(got, p.Message)
	}
	if diff := cmp.Diff([]string{"first", "second", "these bytes are not UTF-8"}, got); diff != "" {
		t.Errorf("problems are not in order of place (-want +got):\n%s", diff)
	}
}

// play builds a document of events that are decoded from bytes, three an event.
// They are arbitrary but for what the builder asks of a parser: spans lie within
// the file, only what is open is closed, text comes in a leaf and is what its
// source stands for.
func play(src, events []byte) *doc.Document {
	b := doc.NewBuilder(doc.NewFile("a.md", "th", src))
	for ; len(events) >= 3; events = events[3:] {
		op, x, y := events[0], int(events[1])%(len(src)+1), int(events[2])%(len(src)+1)
		s := doc.Span{Start: min(x, y), End: max(x, y)}
		switch op % 12 {
		case 0, 1:
			b.Open(doc.Section+doc.Kind(op/12)%doc.Strikethrough, x)
		case 2, 3:
			if b.Depth() > 1 {
				b.Close(x)
			}
		case 4, 5, 6, 7, 8:
			if !b.InLeaf() {
				continue
			}
		}
		switch op % 12 {
		case 4, 5:
			b.Text(s)
		case 6:
			b.Verbatim(s)
		case 7:
			// The next reference from here on.
			from := bytes.IndexByte(src[x:], '&')
			if from < 0 {
				continue
			}
			from += x
			if n := bytes.IndexByte(src[from:], ';'); n > 0 {
				raw := string(src[from : from+n+1])
				if text := html.UnescapeString(raw); text != raw {
					b.Replace(text, doc.Span{Start: from, End: from + n + 1})
				}
			}
		case 8:
			b.LineBreak(s)
		case 9:
			b.Attr(doc.Href, "x", s)
			b.Problem(doc.OverLimit, s, "x")
		case 10:
			b.OpenSection(1+int(op/12)%6, x)
		case 11:
			b.OpenCell(x, y%5, int(op/12)%5)
			if y%7 == 0 {
				b.EndRowGroup()
			}
		}
	}
	return b.Document()
}

// page holds what the events of FuzzBuilder may trip over.
const page = "# Größe\r\n| 端口 | &nGg;&#x200B; |\n\n  `ที่`  &amp; &#54;666 कि\t\\* e\u0301\xff\x00 <br> 😀 &notin;\n"

// FuzzBuilder holds the document's law after any events whatever.
func FuzzBuilder(f *testing.F) {
	f.Add([]byte(page), []byte{0, 0, 9, 4, 2, 8, 2, 9, 0, 1, 9, 40, 7, 9, 9, 8, 40, 44, 3, 60, 0})
	f.Add([]byte(page), []byte{60, 9, 0, 72, 9, 0, 84, 9, 0, 11, 9, 3, 108, 11, 0, 4, 11, 17, 2, 18, 0})
	f.Add([]byte(page), []byte{108, 9, 9, 4, 80, 90, 4, 10, 20, 228, 5, 0, 6, 0, 200, 2, 3, 0, 4, 30, 60})
	f.Fuzz(func(t *testing.T, src, events []byte) {
		if len(src) > 255 || len(events) > 3000 {
			return
		}
		d := play(src, events)
		if err := doctest.Check(d); err != nil {
			t.Fatal(err)
		}
		for u := range d.Units() {
			if u.Kind == doc.Table {
				checkModel(t, u)
			}
		}
	})
}

// TestBuilderLaw is FuzzBuilder on events drawn at random.
func TestBuilderLaw(t *testing.T) {
	for seed := range uint64(8_000) {
		r := rand.New(rand.NewPCG(seed, 1))
		events := make([]byte, 3*(1+r.IntN(40)))
		for i := range events {
			events[i] = byte(r.Uint32())
		}
		if seed%2 == 0 { // places that ascend, as a parser's do
			for i := 0; i < len(events); i += 3 {
				at := i * len(page) / len(events)
				events[i+1], events[i+2] = byte(at), byte(at+r.IntN(9))
			}
		}
		if err := doctest.Check(play([]byte(page), events)); err != nil {
			t.Fatalf("seed %d: events %v: %v", seed, events, err)
		}
	}
}

func BenchmarkBuilder(b *testing.B) {
	// A made page: sections of a paragraph and a table of two columns.
	var src []byte
	type block struct{ heading, paragraph, code, left, right doc.Span }
	var blocks []block
	add := func(s string) doc.Span {
		src = append(src, s...)
		return doc.Span{Start: len(src) - len(s), End: len(src)}
	}
	for i := range 2000 {
		blocks = append(blocks, block{
			add(fmt.Sprintf("## Größe %d der Anfrage\n\n", i)),
			add("Der Dienst hört auf Port 6666,  wenn nichts\nanderes in "), add("server.yaml"),
			add("\n\n| 端口 | "), add(fmt.Sprintf("%d を開く |\n\n", 6000+i)),
		})
	}
	file := doc.NewFile("a.md", "de", src)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		w := doc.NewBuilder(file)
		for _, p := range blocks {
			w.OpenSection(2, p.heading.Start)
			w.Open(doc.Heading, p.heading.Start)
			w.Text(p.heading)
			w.Close(p.heading.End)
			w.Open(doc.Paragraph, p.paragraph.Start)
			w.Text(p.paragraph)
			w.Open(doc.Code, p.code.Start)
			w.Verbatim(p.code)
			w.Close(p.code.End)
			w.Close(p.code.End)
			w.Open(doc.Table, p.left.Start)
			w.Open(doc.Row, p.left.Start)
			for _, s := range []doc.Span{p.left, p.right} {
				w.Open(doc.Cell, s.Start)
				w.Open(doc.Paragraph, s.Start)
				w.Text(s)
				w.Close(s.End)
				w.Close(s.End)
			}
			w.Close(p.right.End)
			w.Close(p.right.End)
		}
		w.Document()
	}
}
