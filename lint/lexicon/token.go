package lexicon

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint/lang"
)

// A token is the hash of a word's first letters, or of two neighbouring
// characters of a script without spaces.
type token uint64

// stem is how many letters of a word count: endings differ from sentence to
// sentence, in Finnish and Russian more than in English.
const stem = 6

// maxUnitTokens bounds what is read of one unit.
const maxUnitTokens = 256

// tokens returns the tokens of a text, sorted, each once. Numbers are none.
func tokens(text string) []token {
	var found []token
	for at := 0; at < len(text) && len(found) < maxUnitTokens; {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case lang.IsSpaceless(r):
			next, width := utf8.DecodeRuneInString(text[at+size:])
			if lang.IsSpaceless(next) {
				found = append(found, hash(text[at:at+size+width]))
			}
			at += size
		case unicode.IsLetter(r):
			t, end := word(text, at)
			if end-at > 1 {
				found = append(found, t)
			}
			at = end
		default:
			at += size
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// word returns the token of the word at an offset, and where it ends.
func word(text string, at int) (token, int) {
	h := uint64(fnvOffset)
	letters := 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if lang.IsSpaceless(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		if letters < stem {
			h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
		}
		letters++
		at += size
	}
	return token(h), at
}

// FNV-1a (Fowler, Noll, Vo).
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hash(text string) token {
	h := uint64(fnvOffset)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * fnvPrime
	}
	return token(h)
}
