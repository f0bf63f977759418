package fact_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
	"github.com/doclint/doclint/lint/internal/html"
	"github.com/doclint/doclint/lint/internal/markdown"
)

// show writes facts as their kind, their text and the bytes that they stand on.
func show(d *doc.Document, facts []fact.Fact) []string {
	var all []string
	for _, f := range facts {
		s := fmt.Sprintf("%s %s", f.Kind, f.Text)
		if source := string(d.File.Slice(f.Span)); source != f.Text {
			s += " from " + source
		}
		all = append(all, s)
	}
	return all
}

func readMarkdown(src string) (*doc.Document, *fact.Facts) {
	d := markdown.Parse(doc.NewFile("a.md", "de", []byte(src)))
	return d, fact.Read(d)
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, reason, src string
		want              []string
	}{
		{"prose", "numbers of a paragraph", "端口６６６６と 80。", []string{"number ６６６６", "number 80"}},
		{"entities", "a number keeps its bytes through references", "Port &#54;66&#x36; offen", []string{"number 6666 from &#54;66&#x36;"}},
		{"escapes", "and through escapes", `1\.000,5 MB`, []string{`number 1.000,5 from 1\.000,5`}},
		{"markup", "and through markup", "**6**666 *1*.5", []string{"number 6666 from 6**666", "number 1.5 from 1*.5"}},
		{"lines", "a line end parts thousands from nothing", "1\n000 Zeilen", []string{"number 1 000 from 1\n000"}},
		{"code", "code is a fact, numbers in it are not", "`x = 6666` и 7", []string{"code x = 6666", "number 7"}},
		{"code of a number", "code that is a number is both", "порт `6666`", []string{"code 6666", "number 6666"}},
		{"code beside", "a number that code is a part of is no number of its own", "`6`666", []string{"code 6"}},
		{"code blocks", "code blocks and comments state nothing", "```\n6666\n```\n<!-- 7 -->\n\n    8\n\n九", nil},
		{"link", "the target of a link and the numbers in its text", "[Teil 3](../a.md#t-3 \"4\")", []string{"link ../a.md#t-3", "number 3"}},
		{"reference", "a target stands where it is defined", "[图][r] 5\n\n[r]: /größe", []string{"link /größe", "number 5"}},
		{"image", "and so does a picture", "![รูป 3](a/รูป.png)", []string{"image a/รูป.png"}},
		{"heading and table", "in all leaves", "## 第2章\n\n| 甲 3 | 乙 |\n|---|---|\n| ٤ | 5 |", []string{"number 2", "number 3", "number ٤", "number 5"}},
		{"front matter", "in a title too", "---\ntitle: Größe 12\nother: 13\n---\n", []string{"number 12"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, facts := readMarkdown(tt.src)
			if diff := cmp.Diff(tt.want, show(d, facts.All())); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.src, diff)
			}
		})
	}
}

func TestIn(t *testing.T) {
	d, facts := readMarkdown("# 第1章\n\nPort 2 `x3`\n\n| a | é |\n|---|---|\n| 4 | 5 [六](7.md) |\n| &#56; | ٩ |\n\n## 10\n\n11\n")
	tests := []struct {
		reason string
		kind   doc.Kind
		text   string // of the unit
		want   []string
	}{
		{"a heading has its own", doc.Heading, "第1章", []string{"number 1"}},
		{"so has a paragraph", doc.Paragraph, "Port 2 x3", []string{"number 2", "code x3"}},
		{"a cell has what stands in it", doc.Cell, "5 六", []string{"number 5", "link 7.md"}},
		{"and not its neighbour's", doc.Cell, "4", []string{"number 4"}},
		{"through entities", doc.Cell, "8", []string{"number 8 from &#56;"}},
		{"a row has its cells'", doc.Row, "8\n٩", []string{"number 8 from &#56;", "number ٩"}},
		{"an inner section has its own", doc.Section, "10\n11", []string{"number 10", "number 11"}},
		{"a link has its own target", doc.Link, "六", []string{"link 7.md"}},
	}
	for _, tt := range tests {
		found := false
		for u := range d.Units() {
			if u.Kind == tt.kind && u.Text() == tt.text {
				found = true
				if diff := cmp.Diff(tt.want, show(d, facts.In(u))); diff != "" {
					t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s %q", tt.reason, tt.kind, tt.text)
		}
	}
	if got, want := len(facts.In(d.Root())), len(facts.All()); got != want {
		t.Errorf("%d of %d facts are in the root", got, want)
	}
}

func TestDifference(t *testing.T) {
	tests := []struct {
		name, reason, a, b string
		onlyA, onlyB       []string
	}{
		{"equal", "the same numbers", "Port 6666 und 80", "端口 80 与 6666", nil, nil},
		{"scripts", "in other scripts and conventions", "1,000.5 MB, 6666", "۱٬۰۰۰٫۵ ٦٦٦٦", nil, nil},
		{"changed", "a digit lost", "Port 6666 ist offen", "porta 666 aberta", []string{"6666"}, []string{"666"}},
		{"changed back", "a digit too many", "porta 666", "ポート6666を開く", []string{"666"}, []string{"6666"}},
		{"multiset", "the same number twice is two numbers", "3 und 3", "3 与 4", []string{"3"}, []string{"4"}},
		{"missing", "a number that one side has not", "ab 5.17.0", "以上", []string{"5.17.0"}, nil},
		{"plain blanks", "a blank that parts thousands on one side parts numbers on the other", "порты 80 443", "ports 80, 443", nil, nil},
		{"plain blanks as thousands", "or does not", "1 000 строк", "1,000 lines", nil, nil},
		{"parts of which one differs", "then the part is named", "порты 80 443", "ports 80, 444", []string{"443"}, []string{"444"}},
		{"code is no number", "only numbers are compared", "`x` 1 [l](2)", "1", nil, nil},
		{"ambiguous", "each reading is tried", "1.000 1", "1 1000", nil, nil},
		{"dimensions", "either cross", "1920x1080", "1920×1080", nil, nil},
		{"a changed dimension", "each side of it is a number", "1920x1080", "1920x1090", []string{"1080"}, []string{"1090"}},
		{"nothing", "two pages without numbers", "ä", "ö", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, a := readMarkdown(tt.a)
			_, b := readMarkdown(tt.b)
			texts := func(facts []fact.Fact) []string {
				var all []string
				for _, f := range facts {
					all = append(all, f.Text)
					if source := string(f.Unit.Document().File.Slice(f.Span)); source != f.Text {
						t.Errorf("%q spans %q", f.Text, source)
					}
				}
				return all
			}
			onlyA, onlyB := fact.Difference(a.All(), b.All())
			if diff := cmp.Diff([2][]string{tt.onlyA, tt.onlyB}, [2][]string{texts(onlyA), texts(onlyB)}); diff != "" {
				t.Errorf("%s: %q, %q (-want +got):\n%s", tt.reason, tt.a, tt.b, diff)
			}
			onlyB, onlyA = fact.Difference(b.All(), a.All())
			if diff := cmp.Diff([2][]string{tt.onlyA, tt.onlyB}, [2][]string{texts(onlyA), texts(onlyB)}); diff != "" {
				t.Errorf("the other way round (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzRead holds facts to their law: in order, within their unit, found again by
// the unit that holds them.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"# 第&#49;章\n\n**6**666 `7` [八](9.md) ![](10.png)\n\n| 1\\.5 | <br>٢ |\n|--|--|\n",
		"<table><td><code></code><td>6<b>6</b>6<td><a href=x></a></table>\n\n<p>1&nbsp;000<p></p>2",
		"---\ntitle: 3\n---\n- 4\n- > 5\n",
	} {
		f.Add([]byte(seed), false)
		f.Add([]byte(seed), true)
	}
	f.Fuzz(func(t *testing.T, src []byte, asHTML bool) {
		file := doc.NewFile("a", "", src)
		var d *doc.Document
		if asHTML {
			d = html.Parse(file)
		} else {
			d = markdown.Parse(file)
		}
		facts := fact.Read(d)
		for _, g := range facts.All() {
			if g.Span.Start < 0 || g.Span.Start > g.Span.End || g.Span.End > len(src) {
				t.Fatalf("%s %q spans %v", g.Kind, g.Text, g.Span)
			}
			if (g.Kind == fact.Number || g.Kind == fact.Code) && !g.Unit.Span.Contains(g.Span) {
				t.Fatalf("%s %q at %v is outside of the %s at %v", g.Kind, g.Text, g.Span, g.Unit.Kind, g.Unit.Span)
			}
		}
		if got, want := len(facts.In(d.Root())), len(facts.All()); got != want {
			t.Fatalf("%d of %d facts are in the root", got, want)
		}
		for u := range d.Units() {
			for _, g := range facts.In(u) {
				if u.Span.Len() > 0 && !u.Span.Contains(g.Unit.Span) && g.Kind != fact.Number && g.Kind != fact.Placeholder {
					t.Fatalf("the %s at %v has the %s of %v", u.Kind, u.Span, g.Kind, g.Unit.Span)
				}
			}
		}
		if a, b := fact.Difference(facts.All(), facts.All()); len(a)+len(b) > 0 {
			t.Fatalf("a page differs from itself in %v, %v", show(d, a), show(d, b))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var src strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&src, "## 第%d章 Größe\n\nDer Dienst hört auf Port `%d`, höchstens 1.000,5 MB; 端口６６６６不变, siehe [Teil %d](teil%d.md).\n\n", i, 6000+i, i, i)
	}
	d := markdown.Parse(doc.NewFile("a.md", "de", []byte(src.String())))
	b.SetBytes(int64(src.Len()))
	b.ReportAllocs()
	for b.Loop() {
		fact.Read(d)
	}
}
