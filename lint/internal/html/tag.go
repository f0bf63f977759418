package html

import (
	"bytes"
	"html"
	"iter"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/doclint/doclint/lint/doc"
)

// A tag is a start or end tag as it is written.
type tag struct {
	src         []byte // "<" to ">", some of it blanked
	file        []byte // the same as it is written
	start       int    // offset of src in the file
	name        atom.Atom
	nameEnd     int // in src
	end         bool
	selfClosing bool
}

// readTag reads the tag that src is. ok is false where src is no tag.
func readTag(src []byte, start int) (t tag, ok bool) {
	if len(src) < 3 || src[0] != '<' || src[len(src)-1] != '>' {
		return tag{}, false
	}
	t = tag{src: src, file: src, start: start}
	at := 1
	if src[at] == '/' {
		t.end = true
		at++
	}
	if c := src[at] | 0x20; c < 'a' || c > 'z' {
		return tag{}, false
	}
	from := at
	for at < len(src)-1 && !isSpace(src[at]) && src[at] != '/' {
		at++
	}
	t.nameEnd = at
	t.selfClosing = src[len(src)-2] == '/'
	var lower [16]byte
	if name := src[from:at]; len(name) <= len(lower) {
		for i, c := range name {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			lower[i] = c
		}
		t.name = atom.Lookup(lower[:len(name)])
	}
	return t, true
}

// span returns the bytes of the whole tag.
func (t tag) span() doc.Span { return doc.Span{Start: t.start, End: t.start + len(t.src)} }

// Anchor reads a stretch of HTML that is one empty <a> with an id or a name and
// without a target, and returns its id.
func Anchor(start int, src []byte) (id string, s doc.Span, ok bool) {
	if !bytes.HasPrefix(src, []byte("<a ")) {
		return "", doc.Span{}, false
	}
	tg, _ := readTag(src[:bytes.IndexByte(src, '>')+1], start)
	rest := bytes.TrimSpace(src[len(tg.src):])
	if tg.name != atom.A || !tg.selfClosing && !bytes.EqualFold(rest, []byte("</a>")) || tg.selfClosing && len(rest) > 0 {
		return "", doc.Span{}, false
	}
	return tg.anchor()
}

// IsAnchor reports whether a tag is an <a> that names a place and leads nowhere.
func IsAnchor(src []byte) bool {
	tg, ok := readTag(src, 0)
	if !ok || tg.end || tg.name != atom.A {
		return false
	}
	_, _, ok = tg.anchor()
	return ok
}

// anchor returns the id or name of an <a> without a target.
func (t tag) anchor() (id string, s doc.Span, ok bool) {
	if _, _, ok := t.attr("href"); ok {
		return "", doc.Span{}, false
	}
	for _, name := range [...]string{"id", "name"} {
		if id, s, ok = t.attr(name); ok && id != "" {
			return id, s, true
		}
	}
	return "", doc.Span{}, false
}

// isClosed reports whether the slash at the tag's end closes it, and is not the
// end of a value without quotes, as in <a href=https://example.org/>.
func (t tag) isClosed() bool {
	last := 0
	for _, v := range t.attrs() {
		last = v.End
	}
	return t.selfClosing && last < t.start+len(t.src)-1
}

// attr returns the decoded value of an attribute and the bytes between its
// quotes.
func (t tag) attr(name string) (value string, s doc.Span, ok bool) {
	for n, v := range t.attrs() {
		if bytes.EqualFold(n, []byte(name)) {
			raw := t.file[v.Start-t.start : v.End-t.start]
			return unescape(raw), v, true
		}
	}
	return "", doc.Span{}, false
}

// attrs yields the name and the bytes of the value of each attribute (HTML
// Standard, "Before attribute name state" and the states after it).
func (t tag) attrs() iter.Seq2[[]byte, doc.Span] {
	return func(yield func([]byte, doc.Span) bool) {
		src := t.src[:len(t.src)-1]
		for at := t.nameEnd; ; {
			for at < len(src) && (isSpace(src[at]) || src[at] == '/') {
				at++
			}
			if at >= len(src) {
				return
			}
			from := at
			for at < len(src) && !isSpace(src[at]) && src[at] != '/' && (src[at] != '=' || at == from) {
				at++
			}
			name := src[from:at]
			next := at
			for next < len(src) && isSpace(src[next]) {
				next++
			}
			value := doc.Span{Start: t.start + at, End: t.start + at}
			if next < len(src) && src[next] == '=' {
				from, at = attrValue(src, next+1)
				value = doc.Span{Start: t.start + from, End: t.start + at}
				if at < len(src) && (src[at] == '"' || src[at] == '\'') {
					at++
				}
			}
			if !yield(name, value) {
				return
			}
		}
	}
}

// attrValue returns where the value that follows an equals sign starts and ends,
// without its quotes.
func attrValue(src []byte, at int) (from, to int) {
	for at < len(src) && isSpace(src[at]) {
		at++
	}
	if at < len(src) && (src[at] == '"' || src[at] == '\'') {
		end := bytes.IndexByte(src[at+1:], src[at])
		if end < 0 {
			return at + 1, len(src)
		}
		return at + 1, at + 1 + end
	}
	from = at
	for at < len(src) && !isSpace(src[at]) {
		at++
	}
	return from, at
}

// unescape resolves the references in the value of an attribute. That they must
// end with a semicolon keeps ?a=1&section=2 whole.
func unescape(raw []byte) string {
	var b strings.Builder
	for {
		at := bytes.IndexByte(raw, '&')
		if at < 0 {
			b.Write(raw)
			return b.String()
		}
		length, text := Reference(raw[at:])
		if length == 0 {
			length, text = 1, "&"
		}
		b.Write(raw[:at])
		b.WriteString(text)
		raw = raw[at+length:]
	}
}

// maxReference is the length of the longest named character reference,
// &CounterClockwiseContourIntegral;, and then some.
const maxReference = 40

// Reference reads the character reference that src starts with, and returns its
// length in bytes and the text it stands for; the length is 0 where there is
// none. As in CommonMark, and in all references that authors mean, it must end
// with a semicolon.
func Reference(src []byte) (length int, text string) {
	if len(src) < 3 || src[0] != '&' {
		return 0, ""
	}
	semicolon := bytes.IndexByte(src[:min(len(src), maxReference)], ';')
	if semicolon < 2 {
		return 0, ""
	}
	for _, c := range src[1:semicolon] {
		if c != '#' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') {
			return 0, ""
		}
	}
	raw := string(src[:semicolon+1])
	text = html.UnescapeString(raw)
	// Of &sectx; the decoder makes §x; and of &#x; a replacement character.
	if text == raw || len(text) > 1 && text[len(text)-1] == ';' || semicolon == len("&#x") && raw[1] == '#' && raw[2]|0x20 == 'x' {
		return 0, ""
	}
	return semicolon + 1, text
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }
