package report

import (
	"runtime"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/doc"
)

// TestVisible shows what a stranger's text may not do.
func TestVisible(t *testing.T) {
	for _, test := range []struct{ reason, text, want string }{
		{"plain text stays", "port 6666 – 長 é", "port 6666 – 長 é"},
		{"an escape sequence would colour or clear the terminal", "\x1b[31mred", "␛[31mred"},
		{"as would its one-byte form", "\u009b31m", "\ufffd31m"},
		{"a carriage return would write over the line", "a\rb\nc\td", "a␍b␊c␉d"},
		{"a line separator would break it", "a\u2028b", "a\u2424b"},
		{"delete and NUL", "\x7f\x00", "␡␀"},
		{"an override of direction would reorder it", "\u202egnp.exe", "\ufffdgnp.exe"},
		{"marks of direction belong to Arabic text", "\u200f1\u200e", "\u200f1\u200e"},
		{"bytes that are not UTF-8", "a\xff\xfeb", "a\ufffd\ufffdb"},
		{"a command of GitHub's old kind, anywhere in a line", "x ##[error]y", "x #\u200b#[error]y"},
		{"one of Azure", "##vso[task.x]", "#\u200b#vso[task.x]"},
		{"one after another number sign", "###[group]", "##\u200b#[group]"},
		{"headings and lists are no commands", "## [a] ##a #[b]", "## [a] ##a #[b]"},
	} {
		if got := Visible(test.text); got != test.want {
			t.Errorf("%s: Visible(%q) = %q, want %q", test.reason, test.text, got, test.want)
		}
		if got := join(cellsOf(strings.ReplaceAll(test.text, "\t", "␉"))); got != test.want {
			t.Errorf("%s: as cells: %q, want %q", test.reason, got, test.want)
		}
	}
}

// TestCut shows that nothing is cut through the middle of a character.
func TestCut(t *testing.T) {
	for _, test := range []struct {
		reason, text string
		width        int
		want         string
	}{
		{"what fits stays", "abc", 3, "abc"},
		{"the dots count", "abcd", 3, "ab…"},
		{"a wide character that fits only by half goes", "長長長", 4, "長…"},
		{"a mark stays with its letter", "cafe\u0301s", 5, "cafe\u0301s"},
		{"and goes with it", "cafe\u0301s", 4, "caf…"},
		{"a family is one character", "a👩‍👩‍👧b", 3, "a…"},
		{"white space is one blank", " a \t\r\n b ", 9, "a b"},
		{"a text without end", strings.Repeat("x", 1<<20), 4, "xxx…"},
	} {
		if got := cut(test.text, test.width); got != test.want {
			t.Errorf("%s: cut(%.20q, %d) = %q, want %q", test.reason, test.text, test.width, got, test.want)
		}
	}
}

// TestStrip shows the window around a span, with the underline as ^ below it.
func TestStrip(t *testing.T) {
	a50, b50 := strings.Repeat("a", 50), strings.Repeat("b", 50)
	for _, test := range []struct {
		reason, line, about string
		width               int
		want                string
		mark                string
	}{
		{"a short line is whole", "port 666 open", "666", 40, "port 666 open", "     ^^^"},
		{"wide characters take two cells", "端口666号", "666", 40, "端口666号", "    ^^^"},
		{"a tab runs to the next stop", "\ta\t666", "666", 40, "    a   666", "        ^^^"},
		{"the tab itself is underlined in full", "\ta", "\t", 40, "    a", "^^^^"},
		{"a combining mark takes none", "cafe\u0301 666", "666", 40, "cafe\u0301 666", "     ^^^"},
		{"a span within a character shows it whole", "xe\u0301y", "\u0301", 40, "xe\u0301y", " ^"},
		{"an emoji of several is two cells", "👩‍👩‍👧 666", "666", 40, "👩‍👩‍👧 666", "   ^^^"},
		{"Thai vowels stand above their letters", "ที่ 666", "666", 40, "ที่ 666", "  ^^^"},
		{"context on both sides", a50 + "666" + b50, "666", 21, "…aaaaaaaa666bbbbbbbb…", "         ^^^"},
		{"all the context on the left if there is none on the right", a50 + "666", "666", 21, "…" + a50[:17] + "666", "                  ^^^"},
		{"all on the right", "666" + b50, "666", 21, "666" + b50[:17] + "…", "^^^"},
		{"a span that does not fit is cut at its end", "x" + a50 + b50, a50, 21, "…" + a50[:19] + "…", " ^^^^^^^^^^^^^^^^^^^"},
		{"wide characters are not split by the window", strings.Repeat("長", 30) + "666" + strings.Repeat("長", 30), "666", 22, "…長長長長666長長長長…", "         ^^^"},
		{"an empty span at the end", "abc", "", 40, "abc", "   ^"},
		{"an empty line", "", "", 40, "", "^"},
		{"what is not UTF-8 is a cell a byte", "\xff\xfe666", "666", 40, "\ufffd\ufffd666", "  ^^^"},
		{"a broken command takes no more cells", "##[x]666", "666", 40, "#\u200b#[x]666", "     ^^^"},
		{"blanks at the end are not shown", "666   ", "666", 40, "666", "^^^"},
	} {
		f := doc.NewFile("a.md", "", []byte("first\n"+test.line+"\r\nlast"))
		start := len("first\n") + len(test.line)
		if test.about != "" {
			start = len("first\n") + strings.Index(test.line, test.about)
		}
		s := stripOf(f, 2, doc.Span{Start: start, End: start + len(test.about)}, test.width)
		mark := strings.Repeat(" ", s.mark) + strings.Repeat("^", s.marks)
		if s.text != test.want || mark != test.mark {
			t.Errorf("%s:\n got |%s|\n     |%s|\nwant |%s|\n     |%s|", test.reason, s.text, mark, test.want, test.mark)
		}
		if w := doc.Width(s.text); w > test.width {
			t.Errorf("%s: %d cells wide, want %d at most", test.reason, w, test.width)
		}
	}
}

// TestStripHuge shows that one line of many megabytes costs no more than what is
// shown of it.
func TestStripHuge(t *testing.T) {
	line := strings.Repeat("長", 1<<20)
	f := doc.NewFile("a.md", "", []byte(line+"666"+line))
	at := doc.Span{Start: len(line), End: len(line) + 3}
	stripOf(f, 1, at, 100) // counts the lines once
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	stripOf(f, 1, at, 100)
	runtime.ReadMemStats(&after)
	if allocated := after.TotalAlloc - before.TotalAlloc; allocated > 1<<20 {
		t.Errorf("%d bytes for one excerpt", allocated)
	}
	if s := stripOf(f, 1, doc.Span{Start: 0, End: len(f.Bytes())}, 30); doc.Width(s.text) > 30 || s.marks > 30 {
		t.Errorf("a span of the whole line: %+v", s)
	}
}

// TestStripMark shows that a byte order mark, which is not seen, is not counted.
func TestStripMark(t *testing.T) {
	f := doc.NewFile("a.md", "", []byte("\ufeffab\n"))
	for _, span := range []doc.Span{{Start: 0, End: 0}, {Start: 0, End: 4}, {Start: 3, End: 4}} {
		if got := stripOf(f, 1, span, 40); got != (strip{"ab", 0, 1}) {
			t.Errorf("%v: %+v", span, got)
		}
	}
}

// FuzzStrip looks for lines that panic, or whose underline leaves the text.
func FuzzStrip(f *testing.F) {
	for _, line := range []string{"a\tb", "端口666号", "cafe\u0301", "👩‍👩‍👧", "\xff\xc3", "##[x]", "\u0301", strings.Repeat("\u0301", 500), "a\u200d\u200d"} {
		f.Add(line, 0, 1, 20)
		f.Add(strings.Repeat(line, 40), 30, 35, 30)
	}
	f.Fuzz(func(t *testing.T, src string, start, end, width int) {
		width = 20 + max(0, width%200)
		file := doc.NewFile("a.md", "", []byte(src))
		start = min(max(0, start), len(src))
		end = min(max(start, end), len(src))
		s := stripOf(file, file.Line(start), doc.Span{Start: start, End: end}, width)
		if strings.ContainsAny(s.text, "\n\r\t\x1b") {
			t.Errorf("a control character in %q", s.text)
		}
		if s.mark < 0 || s.marks < 1 {
			t.Errorf("an underline of %d after %d", s.marks, s.mark)
		}
		if w := doc.Width(s.text); w > width+2 || s.mark+s.marks > width+2 {
			t.Errorf("width %d, underline to %d, want %d at most: %q", w, s.mark+s.marks, width, s.text)
		}
	})
}
