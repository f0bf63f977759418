package lang

import (
	"math"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Detection says what language a text is written in.
type Detection struct {
	// Tag is a language subtag, with a script where one tells two orthographies
	// apart ("de", "zh-Hans", "zh-Hant"; "zh" where the text does not say which).
	// It is empty if the text does not tell: too short, mixed, or of a language
	// that has no profile.
	Tag string

	// Script is the ISO 15924 code of the script that most of the prose is in
	// ("Latn", "Cyrl", "Hani", "Kore"), known also where Tag is not. It is empty if
	// there is no such.
	Script string

	// Letters counts the letters of prose in the script of the verdict, or of all
	// scripts where there is none. Code, markup and addresses are not prose.
	Letters int

	// Confidence grows from 0 to 1 with the evidence for Tag over the next best
	// language. It is no probability; under 0.5 Tag is empty.
	Confidence float64
}

const (
	told = 0.5 // the confidence from which on Detect names a language
	sure = 0.8 // and from which on Agrees believes it against the tag
)

// Detect tells the language of a text: by its script, and within a script that
// several languages share by their letters and their most frequent words. The
// text may be the source of a page: tags, code, comments and addresses are passed
// over. Time is linear in the length of the text.
func Detect(text string) Detection {
	var c census
	c.read(text)
	return c.verdict()
}

// Agrees reports whether a text may be in the language of a tag. It is false
// only where the text clearly contradicts: it is in another script, or in another
// language of the same script that has little in common with the tag's. A region
// never contradicts, nor does a text that tells nothing.
func Agrees(tag string, d Detection) bool {
	if d.Tag == "" || d.Confidence < sure {
		return true
	}
	base, said := Base(tag), Base(d.Tag)
	if base == "" || base == said && (base != "zh" || strings.IndexByte(tag, '-') < 0 || Script(tag) == Script(d.Tag) || d.Tag == "zh") {
		return true
	}
	if base == said || Script(tag) != Script(d.Tag) && !related(base, said) {
		return false
	}
	return related(base, said) || !profiled(base) && said != "en"
}

// kin are groups of languages that a page of one may be taken for another of.
var kin = []string{"da nb nn no", "bs hr sr", "id ms jv", "ca oc", "yue zh", "kk ky ba tt", "az tr tk"}

func related(a, b string) bool {
	for _, group := range kin {
		padded := " " + group + " "
		if strings.Contains(padded, " "+a+" ") && strings.Contains(padded, " "+b+" ") {
			return true
		}
	}
	return false
}

// profiled reports whether Detect knows the language from others of its script.
func profiled(base string) bool {
	for _, p := range profiles {
		if p.tag == base {
			return true
		}
	}
	return false
}

// A census counts what tells a language in one text.
type census struct {
	letters    [scripts]int
	seen       [len(low)]int32 // how often each code point occurred
	words      []int32         // how often each word of the vocabulary occurred
	hans, hant int
}

// maxWord is the length in bytes over which no word is in the vocabulary.
const maxWord = 48

// maxProfiles is how many profiles there is room for.
const maxProfiles = 64

// read counts the letters and words of a text.
func (c *census) read(text string) {
	v := loaded()
	c.words = make([]int32, len(v.owners))
	var buf [maxWord]byte
	for i := 0; i < len(text); {
		if next := skipMarkup(text, i); next > i {
			i = next
			continue
		}
		r, size := decode(text, i)
		if s := scriptOf(r); s != none && isLetter(r) {
			i = c.word(v, text, i, buf[:0])
			continue
		}
		i += size
		for i < len(text) && isIdentifier(text[i-1]) && (isIdentifier(text[i]) || isASCIILetter(text[i])) {
			i++ // the rest of a name or number such as _id or 10px
		}
	}
}

// word counts the run of letters at offset i and returns the offset after it.
// Names of code, which hold digits or underscores, count as nothing.
func (c *census) word(v *vocabulary, text string, i int, buf []byte) int {
	start, name := i, false
	for i < len(text) {
		r, size := decode(text, i)
		if r < utf8.RuneSelf && isIdentifier(byte(r)) {
			name = true
		} else if !isLetter(r) || scriptOf(r) == none {
			break
		}
		i += size
	}
	if name && text[start] < utf8.RuneSelf {
		return i
	}
	for _, r := range text[start:i] {
		s := scriptOf(r)
		c.letters[s]++
		if r < rune(len(low)) {
			if lower := unicode.ToLower(r); lower < rune(len(low)) {
				r = lower // Georgian capitals have theirs in a block far off
			}
			c.seen[r]++
			if len(buf) < maxWord-utf8.UTFMax {
				buf = utf8.AppendRune(buf, r)
			}
		} else if s == han {
			if v.hans[r] {
				c.hans++
			} else if v.hant[r] {
				c.hant++
			}
		}
	}
	if at, found := v.words[string(buf)]; found {
		c.words[at]++
	}
	return i
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isIdentifier(c byte) bool { return c == '_' || c >= '0' && c <= '9' }

// mass is how many letters of prose each script stands for. A character of Han
// says as much as several letters; letters of Latin, in which names and code are
// written everywhere, count only as far as words of one language vouch for them:
// about half of the words of running text are in its profile.
func (c *census) mass(s script, words int) int {
	switch s {
	case latin:
		return min(8*words, c.letters[latin])
	case han, kana, hang:
		return 2 * c.letters[s]
	}
	return c.letters[s]
}

func (c *census) verdict() Detection {
	best, words, confidence := c.rank(latin)
	var mass [scripts]int
	total, top := 0, none
	for s := none + 1; s < scripts; s++ {
		mass[s] = c.mass(s, words)
		total += mass[s]
	}
	mass[han] += mass[kana] // one text in three scripts, and hanja beside hangul is read alike
	mass[kana] = 0
	for s := none + 1; s < scripts; s++ {
		if mass[s] > mass[top] {
			top = s
		}
	}
	if top == none {
		return Detection{Letters: c.all()}
	}
	share := 2*float64(mass[top])/float64(total) - 1 // over all others taken together
	tag := sole[top]
	letters := c.letters[top]
	switch {
	case top == han:
		letters += c.letters[kana]
		tag, confidence = c.eastAsian()
	case tag != "":
		confidence = ample(letters, 4)
	default:
		if top != latin {
			best, _, confidence = c.rank(top)
		}
		tag = profiles[best].tag
	}
	code := ""
	if share > 0 {
		code = codes[top]
	}
	confidence = min(confidence, max(0, 0.5+share/2))
	if tag == "" || confidence < told {
		return Detection{Script: code, Letters: c.all(), Confidence: confidence}
	}
	return Detection{Tag: tag, Script: code, Letters: letters, Confidence: confidence}
}

// eastAsian tells Japanese and the two orthographies of Chinese. Kana make up a
// third and more of Japanese; in Chinese they are quoted at most.
func (c *census) eastAsian() (tag string, confidence float64) {
	characters := c.letters[han] + c.letters[kana]
	if 10*c.letters[kana] > characters {
		return "ja", ample(c.letters[kana], 2)
	}
	switch {
	case c.hans > 4*c.hant:
		return "zh-Hans", min(ample(c.hans, 1), ample(characters, 4))
	case c.hant > 4*c.hans:
		return "zh-Hant", min(ample(c.hant, 1), ample(characters, 4))
	}
	return "zh", ample(characters, 8)
}

// rank returns the profile of a script that fits best, how many of its words
// occurred, and how far it is ahead of the next.
//
// A word that n profiles have counts a n-th for each of them, and repeating it
// counts ever less, so that a name that happens to be a word ("van-button") does
// not decide. A letter that an alphabet does not have counts against it.
func (c *census) rank(s script) (best, words int, confidence float64) {
	v := loaded()
	var scores [maxProfiles]float64
	var hits [maxProfiles]int
	for word, n := range c.words {
		if n > 0 {
			for _, p := range v.owners[word] {
				scores[p] += float64(bits.Len32(uint32(n))) / float64(len(v.owners[word]))
				hits[p] += int(n)
			}
		}
	}
	special := c.special(s)
	first, second := math.Inf(-1), 0.0
	for i, p := range profiles {
		if p.script != s {
			continue
		}
		for _, r := range special {
			if alphabet := v.letters[i]; alphabet != nil && !alphabet[r] {
				scores[i] -= float64(c.seen[r]) / 2
			}
		}
		if scores[i] > first {
			best, first, second = i, scores[i], max(first, 0)
		} else {
			second = max(second, scores[i])
		}
	}
	if first < 2 || first-second < first/12 {
		return best, hits[best], 0
	}
	return best, hits[best], ample(2*(first-second), 3)
}

// special returns the letters of a script that occur, ASCII left out.
func (c *census) special(s script) (letters []rune) {
	if c.letters[s] == 0 {
		return nil
	}
	for r := rune(utf8.RuneSelf); int(r) < len(low); r++ {
		if c.seen[r] > 0 && low[r] == s && unicode.IsLetter(r) {
			letters = append(letters, r)
		}
	}
	return letters
}

func (c *census) all() (n int) {
	for _, count := range c.letters {
		n += count
	}
	return n
}

// ample grows from 0 to 1 with a count, passing one half at the given number.
func ample[N int | float64](count, half N) float64 {
	return float64(count) / float64(count+half)
}
