package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// maxYAML is the length in bytes over which a body is read line by line only: the
// time that a YAML parser takes on hostile input is not worth trusting.
const maxYAML = 256 << 10

// readYAML reads the fields of a fenced block. It is false if the body is not a
// mapping.
func readYAML(src []byte, b Block) (Block, bool) {
	b.Format = YAML
	var ok bool
	if b.Fields, ok = readLines(src, b.Body); ok {
		return b, true
	}
	return parseYAML(src, b)
}

// parseYAML reads the fields with a parser. Those that the block has already are
// kept where the body is not valid.
func parseYAML(src []byte, b Block) (Block, bool) {
	firstLine := 1 + bytes.Count(src[:b.Body.Start], []byte("\n"))
	body := src[b.Body.Start:b.Body.End]
	if len(body) > maxYAML {
		b.Err = &SyntaxError{firstLine, fmt.Sprintf("front matter of more than %d KiB", maxYAML>>10)}
		return b, len(b.Fields) > 0
	}
	var root yaml.Node
	if err := yaml.Unmarshal(body, &root); err != nil {
		b.Err = syntaxError(err, firstLine)
		return b, startsWithKey(body)
	}
	if b.Fields = nil; len(root.Content) == 0 {
		return b, true
	}
	mapping := root.Content[0]
	if mapping.Kind != yaml.MappingNode {
		return Block{}, false
	}
	t := tree{src: src[:b.Body.End], at: lineStarts(body, b.Body.Start)}
	t.mapping(mapping, "")
	b.Fields = t.fields
	return b, true
}

// syntaxError takes the line of the body out of the parser's message.
func syntaxError(err error, firstLine int) *SyntaxError {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if n, _ := fmt.Sscanf(message, "line %d:", &line); n == 1 {
		_, message, _ = strings.Cut(message, ": ")
	}
	return &SyntaxError{firstLine + line - 1, message}
}

// startsWithKey reports whether the first line that says something is a key's.
func startsWithKey(body []byte) bool {
	for at := 0; at < len(body); {
		line, next := lineAt(body, at)
		if text := bytes.TrimSpace(line); len(text) > 0 && text[0] != '#' {
			_, _, ok := pair(text)
			return ok
		}
		at = next
	}
	return true
}

// A tree turns the nodes of the YAML parser into fields. Nodes say where they
// start, line and column in runes, but not where they end.
type tree struct {
	src    []byte
	at     []int // by line of the body, the offset of its first byte
	fields []Field
}

// lineStarts returns the offsets of lines as YAML 1.1 breaks them: at LF, CR,
// CR LF, NEL, LS and PS.
func lineStarts(body []byte, base int) []int {
	starts := []int{base}
	for i := 0; i < len(body); {
		r, size := utf8.DecodeRune(body[i:])
		i += size
		switch r {
		case '\r':
			if i < len(body) && body[i] == '\n' {
				continue
			}
			fallthrough
		case '\n', 0x85, 0x2028, 0x2029:
			starts = append(starts, base+i)
		}
	}
	return starts
}

func (t *tree) mapping(n *yaml.Node, prefix string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			continue
		}
		switch value.Kind {
		case yaml.MappingNode:
			if value.Style&yaml.FlowStyle == 0 {
				t.mapping(value, prefix+key.Value+".")
			}
		case yaml.ScalarNode:
			start, end := t.extent(value)
			t.fields = append(t.fields, Field{Key: prefix + key.Value, Value: value.Value, Start: start, End: end})
		}
	}
}

// extent returns where a scalar stands, quotes and block indicators left out.
func (t *tree) extent(n *yaml.Node) (start, end int) {
	if n.Line < 1 || n.Line > len(t.at) {
		return len(t.src), len(t.src)
	}
	start = t.at[n.Line-1]
	for column := 1; column < n.Column && start < len(t.src); column++ {
		_, size := utf8.DecodeRune(t.src[start:])
		start += size
	}
	for start < len(t.src) && (t.src[start] == '&' || t.src[start] == '!') { // anchor, tag
		start += len(t.src[start:]) - len(bytes.TrimLeft(t.src[start:], "&!"))
		start += token(t.src[start:])
		start += len(t.src[start:]) - len(bytes.TrimLeft(t.src[start:], " \t\r\n"))
	}
	switch {
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 && start < len(t.src):
		return start + 1, start + 1 + quotedLen(t.src[start+1:], t.src[start])
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		_, start = lineAt(t.src, start)
	}
	return t.words(start, n.Value)
}

// words returns the extent of a scalar whose white space YAML may have folded.
func (t *tree) words(start int, value string) (int, int) {
	first, end := -1, start
	for _, w := range strings.Fields(value) {
		next := end + len(t.src[end:]) - len(bytes.TrimLeft(t.src[end:], " \t\r\n\u0085\u2028\u2029"))
		if !bytes.HasPrefix(t.src[next:], []byte(w)) {
			break
		}
		if first < 0 {
			first = next
		}
		end = next + len(w)
	}
	if first < 0 {
		return start, start
	}
	return first, end
}

// token returns the length of s up to white space.
func token(s []byte) int {
	if n := bytes.IndexAny(s, " \t\r\n"); n >= 0 {
		return n
	}
	return len(s)
}

// quotedLen returns the length of s up to the quote that closes it.
func quotedLen(s []byte, quote byte) int {
	for i := 0; i < len(s); i++ {
		switch {
		case quote == '"' && s[i] == '\\':
			i++
		case s[i] == quote && quote == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == quote:
			return i
		}
	}
	return len(s)
}
