// Package doctest holds documents to the law that package doc states. It is
// imported by the tests of parsers only.
package doctest

import (
	"fmt"
	"html"
	"strings"

	"github.com/doclint/doclint/lint/doc"
)

// Check returns an error for the first unit that breaks the Document's law:
// spans of children lie within their parent's, in order and without overlap;
// inner text ranges nest likewise; each byte of text maps to bytes within the
// file, in order, and text that is as long as its source equals it.
func Check(d *doc.Document) error {
	root := d.Root()
	if want := (doc.Span{Start: 0, End: len(d.File.Bytes())}); root.Span != want {
		return fmt.Errorf("the root spans %v, not the file %v", root.Span, want)
	}
	for u := range d.Units() {
		if err := checkUnit(u); err != nil {
			return fmt.Errorf("%s %v %q: %w", u.Kind, u.Span, clip(u.Text()), err)
		}
	}
	return checkText(d)
}

func checkUnit(u *doc.Unit) error {
	last, lastText := u.Span.Start, u.TextStart()
	for child := range u.Children() {
		if child.Parent() != u {
			return fmt.Errorf("%s at %v has another parent", child.Kind, child.Span)
		}
		if child.Span.Start < last || child.Span.Start > child.Span.End || child.Span.End > u.Span.End {
			return fmt.Errorf("%s at %v leaves its parent or overlaps what ends at %d", child.Kind, child.Span, last)
		}
		start, end := child.TextStart(), child.TextStart()+len(child.Text())
		if start < lastText || end > u.TextStart()+len(u.Text()) && end > start {
			return fmt.Errorf("the text %d..%d of %s leaves its parent's or overlaps what ends at %d", start, end, child.Kind, lastText)
		}
		last, lastText = child.Span.End, end
	}
	if u.Text() != "" && u.Kind != doc.Root {
		if s := u.TextSource(); !u.Span.Contains(s) {
			return fmt.Errorf("its text comes from %v, outside it", s)
		}
	}
	return nil
}

// checkText walks the text of the document byte by byte.
func checkText(d *doc.Document) error {
	text, src := d.Text(), d.File.Bytes()
	last := doc.Span{}
	for i := range len(text) {
		s := d.Source(i, i+1)
		if s.Start < last.Start || s.End < s.Start || s.End > len(src) {
			return fmt.Errorf("text byte %d comes from %v, after %v", i, s, last)
		}
		last = s
		if s.Len() == 1 && src[s.Start] != text[i] && !strings.ContainsRune(" \n", rune(text[i])) {
			return fmt.Errorf("text byte %d is %q but comes from %q", i, text[i], src[s.Start])
		}
		if s.Len() > 1 && !standsFor(string(src[s.Start:s.End]), text, i) {
			return fmt.Errorf("text byte %d, in %q, comes from %q", i, clip(text[max(0, i-20):]), clip(string(src[s.Start:s.End])))
		}
	}
	return nil
}

// standsFor reports whether source bytes can make the text around an offset: as
// white space, an escape, a tag that breaks a line, or a reference.
func standsFor(source, text string, at int) bool {
	if strings.TrimSpace(source) == "" || text[at] == '\n' {
		return true
	}
	if source[0] == '\\' {
		return source[1:] == text[at:at+1]
	}
	decoded := html.UnescapeString(source)
	return decoded != source && strings.Contains(text[max(0, at-len(decoded)):min(len(text), at+len(decoded))], decoded)
}

func clip(s string) string {
	if len(s) > 60 {
		return s[:60] + "…"
	}
	return s
}
