package report

import (
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"

	"github.com/doclint/doclint/lint/doc"
)

// A cell is what a reader sees as one character: a grapheme cluster, made
// visible, and the bytes that it stands for.
type cell struct {
	text       string
	width      int // in the cells of a terminal
	start, end int // byte offsets in the text it was cut from
}

// cellsOf cuts a line into cells. Tabs become blanks as if the line began at a
// tab stop.
func cellsOf(line string) []cell {
	cells := make([]cell, 0, len(line))
	column := 0
	add := func(text string, start, end int) {
		width := doc.Width(text)
		cells = append(cells, cell{text, width, start, end})
		column += width
	}
	for at := 0; at < len(line); {
		if r, size := utf8.DecodeRuneInString(line[at:]); r == utf8.RuneError && size == 1 {
			add("\ufffd", at, at+1)
			at++
			continue
		}
		// The segmenter wants text that is UTF-8 to its end.
		stop := at
		for stop < len(line) {
			r, size := utf8.DecodeRuneInString(line[stop:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			stop += size
		}
		for clusters := graphemes.FromString(line[at:stop]); clusters.Next(); {
			text := clusters.Value()
			start := at + clusters.Start()
			var shown string
			switch {
			case text == "\t":
				shown = strings.Repeat(" ", doc.TabWidth-column%doc.TabWidth)
			case opensCommand(line[start:]):
				shown = text + zeroWidthSpace
			default:
				shown = Visible(text)
			}
			add(shown, start, start+len(text))
		}
		at = stop
	}
	return cells
}

// join puts cells together again.
func join(cells []cell) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString(c.text)
	}
	return b.String()
}

// widthOf is the number of terminal cells that cells take.
func widthOf(cells []cell) int {
	width := 0
	for _, c := range cells {
		width += c.width
	}
	return width
}

// cut shortens a text to a number of terminal cells, at a cell's edge, with … as
// the last. White space is collapsed before, so that the result is one line.
func cut(text string, width int) string {
	if limit := 16 * (width + 1); len(text) > limit {
		text = strings.ToValidUTF8(text[:limit], "") + " …"
	}
	cells := cellsOf(strings.Join(strings.Fields(text), " "))
	if widthOf(cells) <= width {
		return join(cells)
	}
	n, used := 0, 1
	for n < len(cells) && used+cells[n].width <= width {
		used += cells[n].width
		n++
	}
	return join(cells[:n]) + "…"
}

// pad fills a text up with blanks to a number of terminal cells.
func pad(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-doc.Width(text)))
}

// A strip is a line of a file as it is shown: cut around what it is about, with
// a stretch of it to be underlined.
type strip struct {
	text        string
	mark, marks int // blanks before the underline, and its length
}

// stripOf shows one line of a file, cut to a number of terminal cells around the
// part of a span that stands on it. What is empty is underlined as one cell.
func stripOf(f *doc.File, line int, span doc.Span, width int) strip {
	width = max(width, 20)
	whole := f.LineSpan(line)
	if line == 1 && strings.HasPrefix(string(f.Bytes()[:min(3, len(f.Bytes()))]), "\ufeff") {
		whole.Start = min(3, whole.End)
	}
	from := min(max(span.Start, whole.Start), whole.End)
	to := max(from, min(span.End, whole.End))

	// A line may be the whole of a large file: look no further than what could
	// be shown.
	reach := 16 * width
	near := doc.Span{Start: max(whole.Start, from-reach), End: min(whole.End, from+reach)}
	if to-from < reach {
		near.End = min(whole.End, to+reach)
	}
	src := f.Bytes()
	for near.Start > whole.Start && near.Start < from && !utf8.RuneStart(src[near.Start]) {
		near.Start++
	}
	for near.End < whole.End && near.End > from && !utf8.RuneStart(src[near.End]) {
		near.End--
	}
	cells := cellsOf(string(f.Slice(near)))
	cutLeft, cutRight := near.Start > whole.Start, near.End < whole.End

	// The cells of the span.
	a, b := 0, 0
	for a < len(cells) && near.Start+cells[a].end <= from {
		a++
	}
	for b = a; b < len(cells) && near.Start+cells[b].start < to; {
		b++
	}
	lo, hi := window(cells, a, b, width, cutLeft, cutRight)
	left, right := "", ""
	if cutLeft || lo > 0 {
		left = "…"
	}
	if cutRight || hi < len(cells) {
		right = "…"
	}
	s := strip{mark: doc.Width(left) + widthOf(cells[lo:a]), marks: max(1, widthOf(cells[a:min(b, hi)]))}
	s.text = strings.TrimRight(left+join(cells[lo:hi])+right, " ")
	return s
}

// window chooses the cells to show: those from a to b, as far as they fit, and
// as much of either side as fits with a … where something is cut.
func window(cells []cell, a, b, width int, cutLeft, cutRight bool) (lo, hi int) {
	used := 0
	fits := func(lo, hi, used int) bool {
		if cutLeft || lo > 0 {
			used++
		}
		if cutRight || hi < len(cells) {
			used++
		}
		return used <= width
	}
	lo, hi = a, a
	for hi < b && fits(lo, hi+1, used+cells[hi].width) {
		used += cells[hi].width
		hi++
	}
	if hi < b {
		return lo, hi
	}
	for grown := true; grown; {
		grown = false
		if lo > 0 && fits(lo-1, hi, used+cells[lo-1].width) {
			lo--
			used += cells[lo].width
			grown = true
		}
		if hi < len(cells) && fits(lo, hi+1, used+cells[hi].width) {
			used += cells[hi].width
			hi++
			grown = true
		}
	}
	return lo, hi
}
