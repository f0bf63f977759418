package lang

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A folding makes one spelling of those that readers take for the same: letter
// case, width, blanks, apostrophes, what is not seen, and marks that a script's
// writers leave out.
type folding struct {
	turkic bool // I is the capital of ı, and İ that of i
	cased  bool // letter case is kept
}

// append appends the folded form of a string in Normalization Form C.
func (f folding) append(dst []byte, s string) []byte {
	s = normal(s)
	start := len(dst)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z' && !f.cased:
				if c == 'I' && f.turkic {
					dst = append(dst, "ı"...)
					continue
				}
				c += 'a' - 'A'
			case c == ' ' || c == '\t' || c == '\n' || c == '\r':
				if len(dst) == start || dst[len(dst)-1] == ' ' {
					continue
				}
				c = ' '
			}
			dst = append(dst, c)
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch r = f.rune(r); {
		case r < 0, r == ' ' && (len(dst) == start || dst[len(dst)-1] == ' '):
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	if len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

// normal returns a string in Normalization Form C, halfwidth katakana as full.
func normal(s string) string {
	simple := true // nothing that composes or is composed
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0xc0, c == 0xd0, c == 0xd1, 0xe4 <= c && c <= 0xe9:
			// ASCII, the rest of a character, Cyrillic up to U+047F, ideographs
		case c == 0xef:
			if r, _ := utf8.DecodeRuneInString(s[i:]); isHalfwidth(r) {
				return norm.NFKC.String(s)
			}
			simple = false
		default:
			simple = false
		}
	}
	if simple {
		return s
	}
	return norm.NFC.String(s)
}

func isHalfwidth(r rune) bool { return '\uff61' <= r && r <= '\uffdc' }

// rune returns what a character is folded to, or -1 if it is dropped.
func (f folding) rune(r rune) rune {
	if 'а' <= r && r <= 'я' || '々' <= r && r < 0xa640 {
		return r
	}
	if '！' <= r && r <= '～' { // fullwidth ASCII
		r -= '！' - '!'
	}
	switch r {
	case '\u00a0', '\u2002', '\u2003', '\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u202f', '\u3000':
		return ' '
	case '’', '‘', 'ʼ', '′', '׳':
		return '\''
	case '″', '״', '”':
		return '"'
	case '\u2010', '\u2011':
		return '-'
	case '॰': // the abbreviation sign of Devanagari
		return '.'
	case '\u00ad', '\u061c', '\u2060', '\ufeff', '\u0640', '\u093c':
		return -1 // soft hyphen, marks of direction; tatweel; nukta, which Hindi often goes without
	case 'ي', 'ى': // Arabic keyboards type Persian with these
		return 'ی'
	case 'ك':
		return 'ک'
	case 'أ', 'إ':
		return 'ا'
	case 'µ':
		return 'μ'
	}
	switch {
	case '\u200b' <= r && r <= '\u200f', '\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069', '\u064b' <= r && r <= '\u0652':
		return -1 // not seen; the short vowels of Arabic
	case f.cased:
		return r
	case f.turkic && r == 'I':
		return 'ı'
	}
	switch r = lower(r); r {
	case 'ς':
		return 'σ'
	case 'ё': // the dots are left out in most print
		return 'е'
	}
	return r
}

// lower is unicode.ToLower, at once for the scripts that most text is in.
func lower(r rune) rune {
	switch {
	case 'а' <= r && r <= 'я', 0x0590 <= r && r < 0x10a0, 0x2e80 <= r && r < 0xa640, 0xac00 <= r && r < 0xd7a4:
		return r
	case 'А' <= r && r <= 'Я':
		return r + 'а' - 'А'
	}
	return unicode.ToLower(r)
}

// stands reports whether a word may end, or begin, between two characters: not
// within a word of a script that parts words by blanks. An ending stuck to a
// Korean word is no part of it.
func stands(last, next rune) bool {
	if unicode.IsMark(next) {
		return false
	}
	return !isWordRune(last) || !isWordRune(next)
}

func isWordRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_') && !IsSpaceless(r) && !unicode.Is(unicode.Hangul, r)
}
