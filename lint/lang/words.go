package lang

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A kind of words.
type kind uint8

const (
	scales kind = iota
	months
	weekdays
	dayPeriods
	numerals
	units
	amounts
	kinds
)

// words are the words of one kind in one locale, made when first asked for.
type words[T comparable] struct {
	once sync.Once
	*index[T]
}

// wordsOf returns the words of a kind that a locale and its parents have. Values
// are read by a function; another says where a locale keeps its words.
func wordsOf[T comparable](l *Locale, k kind, value func(string) T, kept func(*Locale) *words[T]) *index[T] {
	w := kept(l)
	w.once.Do(func() {
		if l.parent != nil && l.row.words[k] == "" && l.turkic == l.parent.turkic {
			w.index = wordsOf(l.parent, k, value, kept)
		} else {
			w.index = newIndex(l, k, value)
		}
	})
	return w.index
}

// An index finds words however they are spelled.
type index[T comparable] struct {
	plain folding

	// folded maps folded words to what they stand for, the locale's own first.
	folded map[string][]T

	// cased holds the spellings of those words that letter case tells apart: mW
	// and MW. Other spellings of the same letters stand for all of them, and so do
	// small letters, if for that of their spelling first.
	cased map[string][]T
	split map[string]bool // the keys of folded that cased is for

	// What no word begins with is told without folding: lengths of words by
	// their first letter in ASCII, and 1024 bits for all first characters.
	lengths [utf8.RuneSelf]uint64
	first   [16]uint64
	longest int // bytes of the longest key
}

// An entry is one word of a table.
type entry[T comparable] struct {
	folded, cased string
	value         T
}

func newIndex[T comparable](l *Locale, k kind, value func(string) T) *index[T] {
	x := &index[T]{plain: folding{turkic: l.turkic}, folded: make(map[string][]T), split: make(map[string]bool)}
	cased := make(map[string][]T)
	var all []entry[T]
	for p := l; p != nil; p = p.parent {
		own := readTable(p.row.words[k], value, x.plain)
		own = slices.DeleteFunc(own, func(e entry[T]) bool { return cased[e.cased] != nil })
		all = x.add(all, own, cased)
	}
	// What only other regions of the language say is understood too: "Sept" in
	// American English, "lakh" outside of India. Not so their symbols of one or
	// two characters, which may well be others here.
	for _, r := range regions(l) {
		other := readTable(r.words[k], value, x.plain)
		other = slices.DeleteFunc(other, func(e entry[T]) bool {
			return x.folded[e.folded] != nil || utf8.RuneCountInString(e.folded) <= 2
		})
		all = x.add(all, other, cased)
	}
	for _, s := range all {
		if len(cased[s.cased]) < len(x.folded[s.folded]) {
			x.split[s.folded] = true
		}
	}
	for _, s := range all {
		if x.split[s.folded] {
			if x.cased == nil {
				x.cased = make(map[string][]T)
			}
			x.cased[s.cased] = cased[s.cased]
		}
	}
	// Small letters throughout may be those of one who does not care for case: kb
	// is a kilobit to CLDR, and a kilobyte to many.
	for key := range x.split {
		if exact := x.cased[key]; exact != nil {
			list := slices.Clone(exact)
			for _, v := range x.folded[key] {
				list = appendNew(list, v)
			}
			x.cased[key] = list
		}
	}
	// Abbreviations are also written without blanks or points: a.m., am.
	for _, s := range all {
		for _, variant := range variantsOf(s.folded) {
			if x.folded[variant] == nil {
				x.folded[variant] = x.folded[s.folded]
			}
		}
	}
	for key := range x.folded {
		x.note(key)
	}
	return x
}

// add enters what one table says that was not said before.
func (x *index[T]) add(all, more []entry[T], cased map[string][]T) []entry[T] {
	for _, e := range more {
		cased[e.cased] = appendNew(cased[e.cased], e.value)
		x.folded[e.folded] = appendNew(x.folded[e.folded], e.value)
	}
	return append(all, more...)
}

// regions returns the rows of a locale's language that it does not inherit from,
// in the order of the table.
func regions(l *Locale) []*row {
	base, _, _ := strings.Cut(l.row.tag, "-")
	start, _ := slices.BinarySearchFunc(rows, base, func(r row, tag string) int { return strings.Compare(r.tag, tag) })
	var others []*row
	for i := start; i < len(rows) && (rows[i].tag == base || strings.HasPrefix(rows[i].tag, base+"-")); i++ {
		inherited := false
		for p := l; p != nil; p = p.parent {
			inherited = inherited || p.row == &rows[i]
		}
		if !inherited {
			others = append(others, &rows[i])
		}
	}
	return others
}

// readTable reads lines "value:word|+ending".
func readTable[T comparable](table string, value func(string) T, plain folding) []entry[T] {
	if table == "" {
		return nil
	}
	kept := folding{turkic: plain.turkic, cased: true}
	var list []entry[T]
	var buf []byte
	for line := range strings.SplitSeq(table, "\n") {
		name, rest, _ := strings.Cut(line, ":")
		v := value(name)
		full := ""
		for word := range strings.SplitSeq(rest, "|") {
			if ending, ok := strings.CutPrefix(word, "+"); ok {
				word = full + ending
			} else {
				full = word
			}
			buf = kept.append(buf[:0], word)
			s := entry[T]{cased: trimPoint(string(buf)), value: v}
			buf = plain.append(buf[:0], word)
			s.folded = s.cased
			if string(buf) != s.cased {
				s.folded = trimPoint(string(buf))
			}
			list = append(list, s)
		}
	}
	return list
}

// trimPoint removes the point of an abbreviation.
func trimPoint(s string) string {
	if len(s) > 1 {
		return strings.TrimSuffix(s, ".")
	}
	return s
}

func variantsOf(word string) []string {
	if !strings.Contains(word, ".") {
		return nil
	}
	closed := strings.ReplaceAll(word, ". ", ".")
	return []string{closed, strings.ReplaceAll(closed, ".", ""), strings.ReplaceAll(word, ".", "")}
}

func appendNew[T comparable](list []T, v T) []T {
	if slices.Contains(list, v) {
		return list
	}
	return append(list, v)
}

// note enters a key in what admits reads.
func (x *index[T]) note(key string) {
	x.longest = max(x.longest, len(key))
	r, _ := utf8.DecodeRuneInString(key)
	x.mark(r)
	r, _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	x.mark(r)
	if c := key[0]; c < utf8.RuneSelf {
		x.lengths[c] |= 1 << min(len(key), 63)
	}
}

func (x *index[T]) mark(r rune) { x.first[r>>6&15] |= 1 << (r & 63) }

// admits reports whether words may begin with a character.
func (x *index[T]) admits(r rune) bool {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			if r == 'I' && x.plain.turkic {
				r = 'ı'
			} else {
				r += 'a' - 'A'
			}
		}
	} else {
		if '\u0958' <= r && r <= '\u0a5e' || isHalfwidth(r) {
			return true // letters that normalization takes apart or widens
		}
		if r = x.plain.rune(r); r < 0 {
			return true
		}
	}
	return x.first[r>>6&15]&(1<<(r&63)) != 0
}

// find returns what a word stands for; nil if it is not known. The result must
// not be changed.
func (x *index[T]) find(word string) []T {
	if word == "" || len(word) > 4*x.longest {
		return nil
	}
	r := rune(word[0])
	if r >= utf8.RuneSelf {
		r, _ = utf8.DecodeRuneInString(word)
	}
	if !x.admits(r) {
		return nil
	}
	if r < utf8.RuneSelf && !x.plain.turkic && isASCII(word) {
		n := len(trimPoint(word))
		if x.lengths[r|caseBit(r)]&(1<<min(n, 63)) == 0 && !strings.Contains(word, " ") {
			return nil
		}
	}
	var space [96]byte
	key := x.plain.append(space[:0], word)
	if n := len(key); n > 1 && key[n-1] == '.' {
		key = key[:n-1]
	}
	return x.resolve(key, word)
}

// resolve returns what a folded word stands for that is spelled as a word.
func (x *index[T]) resolve(key []byte, word string) []T {
	found := x.folded[string(key)]
	if found == nil || !x.split[string(key)] {
		return found
	}
	var space [96]byte
	kept := folding{turkic: x.plain.turkic, cased: true}.append(space[:0], word)
	if n := len(kept); n > 1 && kept[n-1] == '.' {
		kept = kept[:n-1]
	}
	if exact := x.cased[string(kept)]; exact != nil {
		return exact
	}
	return found
}

// caseBit is the bit that makes an ASCII letter small.
func caseBit(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return 0x20
	}
	return 0
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// prefix finds the longest word that a text begins with and that ends where a
// word of its script may end. length is in bytes of the text; 0 if there is none.
func (x *index[T]) prefix(text string) (found []T, length int) {
	r, _ := utf8.DecodeRuneInString(text)
	if text == "" || r == ' ' || !x.admits(r) {
		return nil, 0
	}
	// Where the text may be cut, and the folded text up to there.
	var ends, sizes [64]uint8
	var space [160]byte
	key := space[:0]
	cuts := 0
	last := rune(0)
	for at := 0; at < len(text) && cuts < len(ends) && len(key) <= x.longest && at < 128; {
		step := boundary(text[at:])
		if step <= 0 || at+step > 200 {
			break
		}
		piece := text[at : at+step]
		if isBlank(piece) {
			if len(key) > 0 && key[len(key)-1] != ' ' {
				key = append(key, ' ')
			}
		} else {
			key = x.plain.append(key, piece)
		}
		at += step
		last, _ = utf8.DecodeLastRuneInString(piece)
		if next, _ := utf8.DecodeRuneInString(text[at:]); at == len(text) || stands(last, next) {
			ends[cuts], sizes[cuts] = uint8(at), uint8(len(key))
			cuts++
		}
	}
	for i := cuts - 1; i >= 0; i-- {
		k := key[:sizes[i]]
		if len(k) == 0 || k[len(k)-1] == ' ' || len(k) > x.longest {
			continue
		}
		if found = x.resolve(k, text[:ends[i]]); found != nil {
			return found, int(ends[i])
		}
	}
	return nil, 0
}

// boundary returns the length of the first character of a text and of all that
// composes with it.
func boundary(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	if size == len(text) {
		return size
	}
	next, _ := utf8.DecodeRuneInString(text[size:])
	if next < 0x300 || 0x400 <= next && next < 0x480 || '々' <= next && next < '\u3099' || '゛' < next && next < 0xa000 {
		return size // what follows stands for itself
	}
	return norm.NFC.NextBoundaryInString(text, true)
}

func isBlank(piece string) bool {
	r, size := utf8.DecodeRuneInString(piece)
	return size == len(piece) && (r == '\t' || r == '\n' || r == '\r' || folding{}.rune(r) == ' ')
}

// suffix finds the longest word that a text ends with and that begins where a
// word of its script may begin.
func (x *index[T]) suffix(text string) (found []T, length int) {
	for start := len(text); start > 0 && len(text)-start <= 3*x.longest; {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
		if !x.admits(r) {
			continue
		}
		if before, _ := utf8.DecodeLastRuneInString(text[:start]); start > 0 && !stands(before, r) {
			continue
		}
		if f := x.find(text[start:]); f != nil {
			found, length = f, len(text)-start
		}
	}
	return found, length
}
