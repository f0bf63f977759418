package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// A Range is a stretch of a text, in bytes, half-open.
type Range struct{ Start, End int }

// Sentences returns the sentences of a text without the white space around them
// (Unicode Standard Annex 29, "Sentence Boundaries").
func Sentences(text string) []Range {
	var found []Range
	at := 0
	for s := sentences.FromString(text); s.Next(); {
		value := s.Value()
		trimmed := strings.TrimSpace(value)
		if trimmed != "" {
			start := at + strings.Index(value, trimmed)
			found = append(found, Range{start, start + len(trimmed)})
		}
		at += len(value)
	}
	return found
}

// Words returns the words of a text: runs of letters, marks and digits, and
// single characters of the scripts that are written without spaces.
func Words(text string) []string {
	var words []string
	start := -1
	end := func(at int) {
		if start >= 0 {
			words = append(words, text[start:at])
			start = -1
		}
	}
	for at, r := range text {
		switch {
		case IsSpaceless(r):
			end(at)
			words = append(words, text[at:at+utf8.RuneLen(r)])
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '_':
			if start < 0 {
				start = at
			}
		default:
			end(at)
		}
	}
	end(len(text))
	return words
}

// Spaceless counts the characters of a text whose scripts are written without
// spaces between words.
func Spaceless(text string) int {
	n := 0
	for _, r := range text {
		if IsSpaceless(r) {
			n++
		}
	}
	return n
}

// IsSpaceless reports whether a character is of a script that is written without
// spaces between words. Korean has spaces.
func IsSpaceless(r rune) bool {
	return r >= 0xE00 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー')
}
