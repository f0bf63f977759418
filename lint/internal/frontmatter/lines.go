package frontmatter

import (
	"bytes"

	"github.com/doclint/doclint/lint/doc"
)

// An outline reads YAML a line at a time, which is how nearly all front matter is
// written: keys with a scalar on the same line, nested by indentation, and lists.
// It costs a small part of what a YAML parser does, and knows when to give up.
type outline struct {
	src    []byte
	fields []Field
	open   []level // the mappings that the next line may belong to
	list   int     // indentation of the list being passed over, or -1
	bare   bool    // the line before was a key without a value
}

// A level is a mapping whose keys stand at one indentation.
type level struct {
	indent int
	prefix string // of its keys: "", "l10n."
}

// readLines returns the fields of a YAML mapping. ok is false if some line is not
// of the simple kind; the fields are then those of the lines that are.
func readLines(src []byte, body doc.Span) (fields []Field, ok bool) {
	o := outline{src: src, open: []level{{}}, list: -1, fields: make([]Field, 0, 16)}
	ok = !bytes.ContainsAny(src[body.Start:body.End], "\u0085\u2028\u2029") // which end lines in YAML 1.1
	for at := body.Start; at < body.End; {
		line, next := lineAt(src[:body.End], at)
		text := bytes.TrimLeft(line, " ")
		indent := len(line) - len(text)
		text = bytes.TrimRight(text, " \t")
		if bytes.IndexByte(line, '\r') >= 0 {
			ok = false
		} else if len(text) > 0 && text[0] != '#' && !o.line(text, indent, at+indent) {
			ok = false
		}
		at = next
	}
	return o.fields, ok
}

// line reads a line without its indentation, the first byte of which is at the
// offset, and reports whether it understood it.
func (o *outline) line(text []byte, indent, at int) bool {
	item := isItem(text)
	if item && o.list < 0 {
		if !o.bare || indent < o.open[len(o.open)-1].indent {
			return false
		}
		o.list, o.bare = indent, false
		o.fields = o.fields[:len(o.fields)-1] // the key before has no scalar
	}
	if o.list >= 0 && (indent > o.list || item && indent == o.list) {
		return passable(text)
	}
	o.list = -1
	key, from, ok := pair(text)
	if !ok || !o.enter(indent) {
		return false
	}
	start, end, kind := value(text, from)
	o.bare = kind == scalarValue && start == end && !quotedAt(text, start)
	if kind == scalarValue {
		o.fields = append(o.fields, scalar(o.src, o.open[len(o.open)-1].prefix+key, at+start, at+end))
	}
	return kind != otherValue
}

// enter opens or closes mappings until one has keys at the indentation.
func (o *outline) enter(indent int) bool {
	top := o.open[len(o.open)-1]
	if indent > top.indent {
		if !o.bare {
			return false
		}
		parent := o.fields[len(o.fields)-1].Key
		o.fields = o.fields[:len(o.fields)-1]
		o.open = append(o.open, level{indent, parent + "."})
		return true
	}
	for len(o.open) > 1 && o.open[len(o.open)-1].indent > indent {
		o.open = o.open[:len(o.open)-1]
	}
	return o.open[len(o.open)-1].indent == indent
}

func isItem(text []byte) bool {
	return text[0] == '-' && (len(text) == 1 || text[1] == ' ')
}

// passable reports whether a line inside a list is simple enough to be passed
// over: a scalar or a pair on one line.
func passable(text []byte) bool {
	item := false
	for len(text) > 0 && isItem(text) {
		item = true
		text = bytes.TrimLeft(text[1:], " ")
	}
	if _, from, ok := pair(text); ok {
		_, _, kind := value(text, from)
		return kind != otherValue
	}
	_, _, kind := value(text, 0)
	return item && kind != otherValue
}

// indicators are the bytes that a plain scalar of YAML cannot begin with.
const indicators = "\"'[]{}&*!|>%@`?#,:\t"

// pair splits "key: value" and returns the offset after the colon.
func pair(text []byte) (key string, from int, ok bool) {
	if len(text) == 0 || bytes.IndexByte([]byte(indicators), text[0]) >= 0 || isItem(text) {
		return "", 0, false
	}
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == ':' && (i+1 == len(text) || text[i+1] == ' '):
			return string(bytes.TrimRight(text[:i], " ")), i + 1, true
		case text[i] == '#' && text[i-1] == ' ', text[i] == '\t':
			return "", 0, false
		}
	}
	return "", 0, false
}

// The kinds of value that a line can hold.
const (
	scalarValue = iota // one that is complete on the line, or none
	listValue          // a list in brackets
	otherValue         // what only a YAML parser can read
)

// value returns the extent of the scalar in text after the offset from.
func value(text []byte, from int) (start, end, kind int) {
	start = len(text) - len(bytes.TrimLeft(text[from:], " "))
	v := text[start:]
	if len(v) == 0 || v[0] == '#' && start > from {
		return from, from, scalarValue
	}
	switch c := v[0]; {
	case c == '"' || c == '\'':
		n := quotedLen(v[1:], c)
		written, rest := v[1:1+n], bytes.TrimLeft(v[min(len(v), n+2):], " ")
		if n+1 == len(v) || bytes.IndexByte(written, '\\') >= 0 && c == '"' || bytes.Contains(written, []byte("''")) && c == '\'' ||
			len(rest) > 0 && rest[0] != '#' {
			return start, start, otherValue
		}
		return start + 1, start + 1 + n, scalarValue
	case c == '[':
		if v[len(v)-1] == ']' && !bytes.ContainsAny(v[1:len(v)-1], "[]{}\"'#&*!|>:") {
			return start, start, listValue
		}
		return start, start, otherValue
	case bytes.IndexByte([]byte(indicators), c) >= 0, isItem(v):
		return start, start, otherValue
	}
	if n := bytes.Index(v, []byte(" #")); n >= 0 {
		v = bytes.TrimRight(v[:n], " ")
	}
	if bytes.Contains(v, []byte(": ")) || v[len(v)-1] == ':' || bytes.IndexByte(v, '\t') >= 0 {
		return start, start, otherValue
	}
	return start, start + len(v), scalarValue
}

// quotedAt reports whether a quote stands at the offset.
func quotedAt(text []byte, at int) bool {
	return at < len(text) && (text[at] == '"' || text[at] == '\'')
}
