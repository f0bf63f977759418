package doc

import (
	"bytes"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// TabWidth is the distance between tab stops, in cells, that display columns
// assume. Reports that expand tabs must use the same value.
const TabWidth = 4

// A File is one localized file as it was read. It is safe for concurrent use
// and never changes.
type File struct {
	path   string
	locale string
	src    []byte

	index sync.Once
	lines []int // byte offset of each line's first byte; built on first use
}

// NewFile returns the file with the given content. The path is slash-separated
// and relative to the root of the tree; the locale is a canonical BCP 47 tag,
// or empty where it is not known. The file keeps src, which the caller must not
// change afterwards.
func NewFile(path, locale string, src []byte) *File {
	return &File{path: path, locale: locale, src: src}
}

// Path returns the slash-separated path relative to the root of the tree.
func (f *File) Path() string { return f.path }

// Locale returns the BCP 47 tag of the file's language, or "".
func (f *File) Locale() string { return f.locale }

// Bytes returns the content, which must not be changed.
func (f *File) Bytes() []byte { return f.src }

// Slice returns the bytes of a span of this file, which must not be changed.
func (f *File) Slice(s Span) []byte { return f.src[s.Start:s.End] }

// A Position is a place as people count it: both numbers from 1, the column in
// Unicode code points. A byte that is not UTF-8 counts as one code point, a
// byte order mark at the head of the file as none.
type Position struct{ Line, Column int }

// Position returns the place of a byte offset in 0..len(Bytes()).
func (f *File) Position(offset int) Position {
	line := f.Line(offset)
	return Position{line, utf8.RuneCount(f.before(line, offset)) + 1}
}

// UTF16Column returns the column of an offset in UTF-16 code units, from 1, as
// the Language Server Protocol and SARIF viewers count.
func (f *File) UTF16Column(offset int) int {
	column := 1
	for rest := f.before(f.Line(offset), offset); len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r > 0xFFFF {
			column++
		}
		column++
		rest = rest[size:]
	}
	return column
}

// DisplayColumn returns the column of an offset in terminal cells, from 1: wide
// characters take two cells, combining ones none, a tab runs to the next
// multiple of [TabWidth].
func (f *File) DisplayColumn(offset int) int {
	return 1 + Width(string(f.before(f.Line(offset), offset)))
}

// Width returns the number of terminal cells that one line of text takes when
// it starts at a tab stop.
func Width(text string) int {
	width := 0
	for {
		tab := strings.IndexByte(text, '\t')
		if tab < 0 {
			return width + cells.StringWidth(text)
		}
		width += cells.StringWidth(text[:tab])
		width += TabWidth - width%TabWidth
		text = text[tab+1:]
	}
}

// cells holds the width rules independent of the environment: characters of
// ambiguous width are narrow, whatever the locale of the terminal.
var cells = &runewidth.Condition{StrictEmojiNeutral: true}

// Line returns the number, from 1, of the line that an offset stands on. Lines
// end with LF or CR LF.
func (f *File) Line(offset int) int {
	starts := f.starts()
	return sort.Search(len(starts), func(i int) bool { return starts[i] > offset })
}

// Lines returns the number of lines; an empty file has one.
func (f *File) Lines() int { return len(f.starts()) }

// LineSpan returns the bytes of a line without its terminator. The line number
// is in 1..Lines().
func (f *File) LineSpan(line int) Span {
	starts := f.starts()
	s := Span{starts[line-1], len(f.src)}
	if line < len(starts) {
		s.End = starts[line] - 1
		if s.End > s.Start && f.src[s.End-1] == '\r' {
			s.End--
		}
	}
	return s
}

// before returns the bytes of a line that stand before an offset.
func (f *File) before(line, offset int) []byte {
	b := f.src[f.starts()[line-1]:offset]
	if line == 1 {
		b = bytes.TrimPrefix(b, bom)
	}
	return b
}

var bom = []byte("\ufeff")

func (f *File) starts() []int {
	f.index.Do(func() {
		f.lines = make([]int, 1, 1+bytes.Count(f.src, []byte{'\n'}))
		for at := 0; ; {
			n := bytes.IndexByte(f.src[at:], '\n')
			if n < 0 {
				return
			}
			at += n + 1
			f.lines = append(f.lines, at)
		}
	})
	return f.lines
}
