// Package frontmatter reads the keys, raw scalars and spans at the head of a
// page: YAML between "---" lines, TOML between "+++" lines, or a JSON object.
//
// Values are never typed. A commit such as 0123e45, which YAML would resolve to
// a float, stays the text that was written.
package frontmatter

import (
	"bytes"
	"fmt"

	"github.com/doclint/doclint/lint/doc"
)

// Format is the notation of a block.
type Format uint8

// The notations that pages begin with.
const (
	YAML Format = iota
	TOML
	JSON
)

func (f Format) String() string {
	switch f {
	case YAML:
		return "YAML"
	case TOML:
		return "TOML"
	case JSON:
		return "JSON"
	}
	return fmt.Sprintf("Format(%d)", uint8(f))
}

// A Block is the front matter of one page. Offsets count from the first byte of
// the page, a byte order mark included.
type Block struct {
	Format Format
	Span   doc.Span // with both fences and the line end after the last
	Body   doc.Span // between the fences; of JSON, the object
	Fields []Field  // in the order written

	// Err is set if the body is not valid. Fields then hold what could be read
	// line by line.
	Err *SyntaxError
}

// A Field is a scalar and the keys that lead to it. What stands in a sequence, an
// array or an inline mapping is no field.
type Field struct {
	Key        string // joined by dots: "l10n.sourceCommit"
	Value      string // the text that the scalar spells: unquoted, never typed
	Start, End int    // bytes of the scalar as written, quotes left out
}

// A SyntaxError says why the body of a block is not valid.
type SyntaxError struct {
	Line    int // in the page, from 1
	Message string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Message) }

// Get returns the first field with the key.
func (b Block) Get(key string) (Field, bool) {
	for _, f := range b.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// Read returns the front matter that a page begins with, if it begins with any.
// A fence that is not closed opens none, nor does one that something other than a
// mapping follows: that is a thematic break.
func Read(src []byte) (Block, bool) {
	start := 0
	if bytes.HasPrefix(src, []byte("\xEF\xBB\xBF")) {
		start = 3
	}
	head := src[start:]
	switch {
	case bytes.HasPrefix(head, []byte("---")):
		if b, ok := fenced(src, start, "---", "..."); ok {
			if b, ok = readYAML(src, b); ok {
				return b, true
			}
		}
	case bytes.HasPrefix(head, []byte("+++")):
		if b, ok := fenced(src, start, "+++", "+++"); ok {
			return readTOML(src, b), true
		}
	case bytes.HasPrefix(head, []byte("{")):
		return readJSON(src, start)
	}
	return Block{}, false
}

// fenced finds the block that a line holding just the fence opens at start and
// the next such line, or one holding the other fence, closes.
func fenced(src []byte, start int, fence, other string) (Block, bool) {
	line, next := lineAt(src, start)
	if string(bytes.TrimRight(line, " \t")) != fence {
		return Block{}, false
	}
	body := next
	for at := next; at < len(src); at = next {
		line, next = lineAt(src, at)
		if len(line) < len(fence) || line[0] != fence[0] && line[0] != other[0] {
			continue
		}
		if end := string(bytes.TrimRight(line, " \t")); end == fence || end == other {
			return Block{Span: doc.Span{Start: start, End: next}, Body: doc.Span{Start: body, End: at}}, true
		}
	}
	return Block{}, false
}

// lineAt returns the line at an offset, its end (LF or CR LF) cut off, and the
// offset of the next.
func lineAt(src []byte, at int) (line []byte, next int) {
	next = len(src)
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		next = at + n + 1
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(src[at:next], []byte("\n")), []byte("\r")), next
}

// scalar makes a field of the bytes from start to end, which are the value.
func scalar(src []byte, key string, start, end int) Field {
	return Field{Key: key, Value: string(src[start:end]), Start: start, End: end}
}
