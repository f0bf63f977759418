package doc

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFilePlaces(t *testing.T) {
	type place struct{ line, column, utf16, display int }
	tests := []struct {
		name, reason, src string
		at                string // the place is where this first stands; "" is the end of the file
		want              place
	}{
		{"empty file", "a file of no bytes has one line and one place", "", "", place{1, 1, 1, 1}},
		{"first byte", "numbers count from one", "Überschrift", "Ü", place{1, 1, 1, 1}},
		{"umlaut", "two bytes are one character of one cell", "Übung x", "x", place{1, 7, 7, 7}},
		{"no final newline", "the end of a line that nothing ends", "一\n二", "", place{2, 2, 2, 3}},
		{"final newline", "after the last line end stands an empty line", "ab\n", "", place{2, 1, 1, 1}},
		{"on the line end", "a line end belongs to the line that it ends", "ab\ncd\n", "\n", place{1, 3, 3, 3}},
		{"CRLF", "the CR before the LF is of the line too", "один\r\nдва x", "x", place{2, 5, 5, 5}},
		{"on the LF of CRLF", "between CR and LF is still the first line", "a\r\nb", "\n", place{1, 3, 3, 2}},
		{"lone CR", "a CR alone ends no line", "a\rb\nc", "b", place{1, 3, 3, 2}},
		{"BOM", "a byte order mark at the head is no character", "\ufeffTitel", "el", place{1, 4, 4, 4}},
		{"at the BOM", "the place of the mark itself is the first column", "\ufeffTitel", "\ufeff", place{1, 1, 1, 1}},
		{"after the BOM", "and so is the place after it", "\ufeffTitel", "T", place{1, 1, 1, 1}},
		{"BOM on the second line", "only at the head of the file is it a mark", "a\n\ufeffb", "b", place{2, 2, 2, 1}},
		{"wide", "a Han character is one character of two cells", "端口 6666", "6666", place{1, 4, 4, 6}},
		{"full-width digits", "they are wide too", "端口６６６６号", "号", place{1, 7, 7, 13}},
		{"Hangul", "so are syllables", "포트 x", "x", place{1, 4, 4, 6}},
		{"Hangul in parts", "conjoining vowels and finals take no cell", "\u1112\u1161\u11ab x", "x", place{1, 5, 5, 4}},
		{"Thai", "vowel signs and tone marks above take no cell", "ที่ x", "x", place{1, 5, 5, 3}},
		{"Devanagari", "a virama joins; its cell is none", "क्ष x", "x", place{1, 5, 5, 4}},
		{"Arabic", "one cell a letter, whichever way it is drawn", "منفذ x", "x", place{1, 6, 6, 6}},
		{"Arabic with vowels", "harakat take no cell", "كِتَابٌ x", "x", place{1, 9, 9, 6}},
		{"combining accent", "e and acute are two characters in one cell", "cafe\u0301 x", "x", place{1, 7, 7, 6}},
		{"astral emoji", "one character, two UTF-16 units, two cells", "😀x", "x", place{1, 2, 3, 3}},
		{"family", "emoji joined to one picture take two cells", "👩‍👩‍👧x", "x", place{1, 6, 9, 3}},
		{"flag", "two regional indicators are one flag", "🇩🇪x", "x", place{1, 3, 5, 3}},
		{"astral letters", "mathematical digits are two UTF-16 units of one cell", "𝟔𝟔x", "x", place{1, 3, 5, 3}},
		{"tab", "a tab runs to the next stop", "\tx", "x", place{1, 2, 2, 5}},
		{"tab after text", "which may be one cell away", "abc\tx", "x", place{1, 5, 5, 5}},
		{"tab at a stop", "or a whole stop", "abcd\tx", "x", place{1, 6, 6, 9}},
		{"tab after wide text", "the stop is counted in cells", "表\tx", "x", place{1, 3, 3, 5}},
		{"broken UTF-8", "a byte that is no character counts as one", "\xff\xfe x", "x", place{1, 4, 4, 4}},
		{"cut character", "so does each byte of a character that is cut", "\xe7\xab x", "x", place{1, 4, 4, 4}},
		{"NUL", "a NUL is a character of no cell", "a\x00x", "x", place{1, 3, 3, 2}},
		{"French space", "a narrow space before a colon is one cell", "Port\u202f: x", "x", place{1, 8, 8, 8}},
		{"ideographic space", "and an ideographic one two", "図\u3000x", "x", place{1, 3, 3, 5}},
		{"ambiguous width", "box and circle are narrow, whatever the terminal's locale", "①─x", "x", place{1, 3, 3, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("a.md", "de", []byte(tt.src))
			at := len(tt.src)
			if tt.at != "" {
				at = strings.Index(tt.src, tt.at)
			}
			p := f.Position(at)
			got := place{p.Line, p.Column, f.UTF16Column(at), f.DisplayColumn(at)}
			if got != tt.want {
				t.Errorf("%s: %q at %d: got %+v, want %+v", tt.reason, tt.src, at, got, tt.want)
			}
			if line := f.Line(at); line != p.Line {
				t.Errorf("Line says %d, Position %d", line, p.Line)
			}
		})
	}
}

func TestLineSpan(t *testing.T) {
	tests := []struct {
		name, reason, src string
		want              []string
	}{
		{"empty", "an empty file has one empty line", "", []string{""}},
		{"one line", "a line without end", "日本語", []string{"日本語"}},
		{"LF", "an end opens another line", "über\n", []string{"über", ""}},
		{"CRLF", "CR LF is one end and none of it is the line's", "α\r\n\r\nβ", []string{"α", "", "β"}},
		{"mixed", "both ends in one file", "a\nb\r\nc\n", []string{"a", "b", "c", ""}},
		{"lone CR", "a CR alone is a byte of its line", "a\rb\n\rc", []string{"a\rb", "\rc"}},
		{"CR at the end", "at the end of the file too", "a\r", []string{"a\r"}},
		{"CR CR LF", "only one CR belongs to the end", "a\r\r\n", []string{"a\r", ""}},
		{"BOM", "the mark is a byte of the first line", "\ufeffa\n", []string{"\ufeffa", ""}},
		{"other separators", "U+2028, U+0085, VT and FF end no line", "a\u2028b\u0085c\vd\fe", []string{"a\u2028b\u0085c\vd\fe"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := NewFile("a.md", "", []byte(tt.src))
			var got []string
			for line := 1; line <= f.Lines(); line++ {
				s := f.LineSpan(line)
				got = append(got, string(f.Slice(s)))
				if f.Line(s.Start) != line || f.Line(s.End) != line {
					t.Errorf("line %d spans %v, whose ends are on lines %d and %d", line, s, f.Line(s.Start), f.Line(s.End))
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestWidth(t *testing.T) {
	tests := []struct {
		name, reason, text string
		want               int
	}{
		{"nothing", "no text takes no cells", "", 0},
		{"German", "umlauts and ß are one cell each", "Größenänderung", 14},
		{"decomposed", "the same word in parts is as wide", "Gro\u0308ßena\u0308nderung", 14},
		{"Japanese", "kana, kanji and full stops are wide", "ポート６６６６を開く。", 22},
		{"half-width kana", "but not these", "ﾎﾟｰﾄ", 4},
		{"Thai", "seven letters, none of them a mark", "ภาษาไทย", 7},
		{"tabs", "each to its stop", "a\t表\tb", 9},
		{"keycap", "a digit, a variation selector and a keycap are one picture", "1\ufe0f\u20e3", 1},
		{"emoji with tone", "a modifier colours the emoji before it", "👍🏽", 2},
		{"zero width", "joiners, marks of direction and soft spaces take none", "\u200b\u200d\u200e\u2060", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Width(tt.text); got != tt.want {
				t.Errorf("%s: Width(%q) = %d, want %d", tt.reason, tt.text, got, tt.want)
			}
		})
	}
}

func TestSpan(t *testing.T) {
	tests := []struct {
		reason string
		s, t   Span
		want   bool
	}{
		{"a span holds itself", Span{2, 5}, Span{2, 5}, true},
		{"and what lies within", Span{2, 5}, Span{3, 4}, true},
		{"and a place at its start", Span{2, 5}, Span{2, 2}, true},
		{"and a place at its end", Span{2, 5}, Span{5, 5}, true},
		{"not what starts before", Span{2, 5}, Span{1, 4}, false},
		{"not what ends after", Span{2, 5}, Span{4, 6}, false},
		{"a place holds itself alone", Span{3, 3}, Span{3, 4}, false},
	}
	for _, tt := range tests {
		if got := tt.s.Contains(tt.t); got != tt.want {
			t.Errorf("%s: %v.Contains(%v) = %v", tt.reason, tt.s, tt.t, got)
		}
	}
	if got := (Span{3, 9}).Len(); got != 6 {
		t.Errorf("Len = %d, want 6", got)
	}
}

// FuzzFile holds places to what they mean, counted anew from the first byte.
func FuzzFile(f *testing.F) {
	for _, seed := range []string{"", "\ufeffa\r\nb\rc\n", "端口\t６６６６\n", "cafe\u0301 😀\xff\n", "\xe7\xab\n\n\r\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 1000 {
			return
		}
		file := NewFile("a.md", "ja", src)
		line, start := 1, 0
		if strings.HasPrefix(string(src), "\ufeff") {
			start = len("\ufeff")
		}
		for at := 0; at <= len(src); at++ {
			if at > 0 && src[at-1] == '\n' {
				line++
				start = at
			}
			want := Position{line, 1 + utf8.RuneCount(src[min(start, at):at])}
			if at < start { // within the byte order mark
				if at > 0 {
					continue
				}
				want.Column = 1
			}
			if got := file.Position(at); got != want {
				t.Fatalf("%q at %d: got %v, want %v", src, at, got, want)
			}
			runes := []rune(string(src[min(start, at):at]))
			utf16 := 1 + len(runes)
			for _, r := range runes {
				if r > 0xFFFF {
					utf16++
				}
			}
			if got := file.UTF16Column(at); got != utf16 {
				t.Fatalf("%q at %d: UTF-16 column %d, want %d", src, at, got, utf16)
			}
			if got := file.DisplayColumn(at); got < 1 {
				t.Fatalf("%q at %d: display column %d", src, at, got)
			}
		}
		if file.Lines() != line {
			t.Fatalf("%q has %d lines, want %d", src, file.Lines(), line)
		}
	})
}
