package frontmatter

import (
	"bytes"
	"encoding/json"

	"github.com/doclint/doclint/lint/doc"
)

// readJSON reads the object at the head of a page. What is no valid object, such
// as a shortcode or an MDX expression, is no front matter.
func readJSON(src []byte, start int) (Block, bool) {
	d := json.NewDecoder(bytes.NewReader(src[start:]))
	d.UseNumber()
	b := Block{Format: JSON}
	if t, err := d.Token(); err != nil || t != json.Delim('{') || !readMembers(src, start, d, "", &b.Fields, 0) {
		return Block{}, false
	}
	end := start + int(d.InputOffset())
	line, next := lineAt(src, end)
	if len(bytes.TrimSpace(line)) > 0 {
		return Block{}, false
	}
	b.Body = doc.Span{Start: start, End: end}
	b.Span = doc.Span{Start: start, End: next}
	return b, true
}

// maxDepth bounds the nesting of objects.
const maxDepth = 100

// readMembers reads what follows the opening brace of an object, up to the closing
// one, from a decoder whose input starts at the offset base of the page.
func readMembers(src []byte, base int, d *json.Decoder, prefix string, fields *[]Field, depth int) bool {
	for depth < maxDepth {
		t, err := d.Token()
		if err != nil {
			return false
		}
		key, ok := t.(string)
		if !ok {
			return t == json.Delim('}')
		}
		from := base + int(d.InputOffset())
		t, err = d.Token()
		if err != nil {
			return false
		}
		switch t {
		case json.Delim('{'):
			if !readMembers(src, base, d, prefix+key+".", fields, depth+1) {
				return false
			}
		case json.Delim('['):
			if !skipArray(d) {
				return false
			}
		default:
			end := base + int(d.InputOffset())
			start := end - len(bytes.TrimLeft(src[from:end], ": \t\r\n"))
			f := scalar(src, prefix+key, start, end)
			if text, ok := t.(string); ok {
				f.Value, f.Start, f.End = text, start+1, end-1
			}
			*fields = append(*fields, f)
		}
	}
	return false
}

// skipArray reads the rest of an array.
func skipArray(d *json.Decoder) bool {
	for depth := 1; depth > 0; {
		t, err := d.Token()
		if err != nil {
			return false
		}
		switch t {
		case json.Delim('['), json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
	}
	return true
}
