package lang

import (
	"strings"
	"unicode/utf8"
)

// skipMarkup returns the offset after the markup that starts at offset i of the
// text, or i if none does there. Markup is what page sources hold that is not
// prose: tags, comments, code, link targets, attributes, entities, addresses.
// The reading is rough by intent: no more than a language needs to be told by.
func skipMarkup(text string, i int) int {
	rest := text[i:]
	switch rest[0] {
	case '<':
		return i + skipTag(rest)
	case '`', '~':
		return i + skipCode(text, i)
	case '{':
		return i + within(rest, "}", 200)
	case '&':
		return i + within(rest, ";", 12)
	case ']':
		if strings.HasPrefix(rest, "](") {
			return i + within(rest, ")", 1000)
		}
	case 'h', 'w':
		if strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.") {
			if n := strings.IndexAny(rest, " \t\r\n\"'<>)]|`"); n >= 0 {
				return i + n
			}
			return len(text)
		}
	}
	return i
}

// within returns the length of a construct that ends with the string on the same
// line and within the limit of bytes, or 0.
func within(s, end string, limit int) int {
	s = s[:min(limit, len(s))]
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		s = s[:n]
	}
	if n := strings.Index(s, end); n >= 0 {
		return n + len(end)
	}
	return 0
}

// unprinted are the elements whose content is not prose.
var unprinted = []string{"script", "style", "pre", "code"}

// skipTag returns the length of the tag, comment or unprinted element at the head
// of s, which starts with '<', or 0. A comment that is not closed hides all that
// follows, as it does in a browser.
func skipTag(s string) int {
	if strings.HasPrefix(s, "<!--") {
		return past(s, "-->")
	}
	if len(s) < 2 || !isASCIILetter(s[1]) && !strings.ContainsRune("/!?", rune(s[1])) {
		return 0
	}
	end := strings.IndexByte(s[:min(2000, len(s))], '>')
	if end < 0 {
		return 0
	}
	for _, name := range unprinted {
		if len(s) > len(name)+1 && strings.EqualFold(s[1:1+len(name)], name) && !isASCIILetter(s[1+len(name)]) {
			if s[end-1] == '/' {
				break
			}
			body := s[end+1 : min(end+20_000, len(s))]
			if n := strings.Index(body, "</"+s[1:1+len(name)]); n >= 0 {
				return end + 1 + n
			}
		}
	}
	return end + 1
}

// skipCode returns the length of the code span or fence at offset i of the text,
// or 0. A fence that is not closed runs to the end, as CommonMark says.
func skipCode(text string, i int) int {
	s := text[i:]
	n := len(s) - len(strings.TrimLeft(s, s[:1]))
	mark := s[:n]
	line := text[strings.LastIndexByte(text[max(0, i-80):i], '\n')+1+max(0, i-80) : i]
	if n >= 3 && strings.Trim(line, " \t>*-+0123456789.") == "" {
		for end := n; ; {
			next := strings.IndexByte(s[end:], '\n')
			if next < 0 {
				return len(s)
			}
			end += next + 1
			if strings.HasPrefix(strings.TrimLeft(s[end:min(end+40, len(s))], " \t>"), mark) {
				return end + within(s[end:], mark, 60)
			}
		}
	}
	if mark[0] == '~' {
		return n
	}
	if end := strings.Index(s[n:min(n+400, len(s))], mark); end >= 0 {
		return n + end + n
	}
	return n
}

// past returns the length of s up to and including the string, or all of it.
func past(s, end string) int {
	if n := strings.Index(s, end); n >= 0 {
		return n + len(end)
	}
	return len(s)
}

func isASCIILetter(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z'
}

// decode returns the rune at offset i and its length in bytes.
func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}
