package frontmatter

import "bytes"

// readTOML reads the pairs of a fenced block that have a scalar on their line:
// strings without escapes, numbers, booleans, dates.
func readTOML(src []byte, b Block) Block {
	b.Format = TOML
	prefix := ""
	for at := b.Body.Start; at < b.Body.End; {
		line, next := lineAt(src[:b.Body.End], at)
		text := bytes.TrimSpace(line)
		switch {
		case len(text) == 0 || text[0] == '#':
		case text[0] == '[':
			prefix = ""
			if name := bytes.Trim(text, "[] \t"); text[len(text)-1] == ']' && !bytes.HasPrefix(text, []byte("[[")) {
				prefix = string(name) + "."
			}
		default:
			if f, ok := assignment(src, line, at); ok {
				f.Key = prefix + f.Key
				b.Fields = append(b.Fields, f)
			}
		}
		at = next
	}
	return b
}

// assignment reads a line "key = value" that starts at the offset.
func assignment(src, line []byte, at int) (Field, bool) {
	equals := bytes.IndexByte(line, '=')
	if equals < 0 {
		return Field{}, false
	}
	key := string(bytes.Trim(line[:equals], " \t\"'"))
	rest := bytes.TrimLeft(line[equals+1:], " \t")
	start := at + len(line) - len(rest)
	if key == "" || len(rest) == 0 {
		return Field{}, false
	}
	switch c := rest[0]; c {
	case '"', '\'':
		n := bytes.IndexByte(rest[1:], c)
		if n < 0 || c == '"' && bytes.IndexByte(rest[1:1+n], '\\') >= 0 || n == 0 && len(rest) > 2 && rest[2] == c {
			return Field{}, false
		}
		return scalar(src, key, start+1, start+1+n), true
	case '[', '{':
		return Field{}, false
	}
	if n := bytes.IndexByte(rest, '#'); n >= 0 {
		rest = rest[:n]
	}
	return scalar(src, key, start, start+len(bytes.TrimRight(rest, " \t"))), true
}
