package align

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

// A feature is something that a unit says which a translation keeps, as a hash.
type feature struct {
	hash   uint64
	weight float32
	// weak features are words that a translation may keep, such as cognates
	// between Latin languages: shared they speak for a match, missing they say
	// nothing.
	weak bool
	// number features are the digits of a number.
	number bool
}

// Weights of what units say, by how rarely a translation changes it and how
// rarely it is shared by chance.
const (
	weightImage     = 2.0
	weightAnchor    = 3.0
	weightLink      = 1.5
	weightCode      = 1.5
	weightNumber    = 1.0
	weightDigit     = 0.25 // a number of one digit
	weightName      = 0.8  // a Latin word in text of another script
	weightWord      = 0.4  // a Latin word in Latin text
	weightStem      = 0.15 // the first letters of one
	weightCellClass = 0.3
)

// Number of first letters that make a stem. Cognates of five letters or more
// share them in most pairs of Latin languages: export, exportar, exportieren.
const stemLetters = 4

// maxFeatures bounds the features of one unit; those of most weight are kept.
const maxFeatures = 256

// A profile is what is known of one document for alignment.
type profile struct {
	document *doc.Document
	facts    *fact.Facts
	column   int
	score    Score
	stated   *signature // numbers, code, links, images, anchors
	worded   *signature // the same and words; nil until asked
	lengths  []int32    // runes of a unit's text by index, plus one; 0 until asked
	letters  float64    // runes of text
}

// A signature is the features of all units of a document.
type signature struct {
	features [][]feature      // by unit index, sorted by hash; nil until asked
	common   map[uint64]int32 // in how many leaves a feature stands
}

func newProfile(c Column) *profile {
	p := &profile{
		document: c.Document, facts: c.Facts, lengths: make([]int32, c.Document.Len()),
		letters: float64(utf8.RuneCountInString(c.Document.Text())),
	}
	p.stated = p.sign(p.statements)
	return p
}

// words returns the signature with words. It costs several times what the one
// without does, and pages that are in step never ask for it.
func (p *profile) words() *signature {
	if p.worded == nil {
		latin := isLatin(p.document.Text())
		p.worded = p.sign(func(u *doc.Unit) []feature {
			all := p.statements(u)
			if u.Kind != doc.CodeBlock {
				all = appendWords(all, u.Text(), latin)
			}
			return all
		})
	}
	return p.worded
}

// sign makes a signature of what each leaf says.
func (p *profile) sign(say func(*doc.Unit) []feature) *signature {
	s := &signature{features: make([][]feature, p.document.Len()), common: make(map[uint64]int32)}
	for u := range p.document.Units() {
		if isLeaf(u.Kind) {
			own := unique(say(u))
			for _, f := range own {
				s.common[f.hash]++
			}
			s.features[u.Index()] = own
		}
	}
	// A feature of many leaves tells little.
	for _, own := range s.features {
		for i := range own {
			if n := s.common[own[i].hash]; n > 1 {
				own[i].weight /= 1 + float32(math.Log2(float64(n)))
			}
		}
	}
	return s
}

// isLatin reports whether a text is in a Latin language: a page in Chinese is
// full of Latin names; a page in a Latin language has next to no other letters.
func isLatin(text string) bool {
	latin, other := 0, 0
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf && isLetter(byte(r)):
			latin++
		case r >= 0x250 && unicode.IsLetter(r):
			other++
		}
	}
	return other*4 <= latin
}

func isLeaf(k doc.Kind) bool { return !k.IsContainer() && !k.IsInline() && k != doc.Comment }

// of returns the features of a unit: those of all leaves within it, but for the
// sections within a section.
func (s *signature) of(u *doc.Unit) []feature {
	if own := s.features[u.Index()]; own != nil {
		return own
	}
	all := []feature{}
	if !isLeaf(u.Kind) {
		for child := range u.Children() {
			if !child.Kind.IsInline() && child.Kind != doc.Section {
				all = append(all, s.of(child)...)
			}
		}
		all = unique(all)
	}
	s.features[u.Index()] = all
	return all
}

// length returns the number of runes of a unit's text, without the sections
// within a section.
func (p *profile) length(u *doc.Unit) int {
	n := &p.lengths[u.Index()]
	if *n == 0 {
		*n = int32(utf8.RuneCountInString(u.Text())) + 1
		if u.Kind == doc.Section {
			for child := range u.Children() {
				if child.Kind == doc.Section {
					*n -= int32(utf8.RuneCountInString(child.Text()))
				}
			}
		}
	}
	return int(*n) - 1
}

// statements returns what a leaf block says that needs no language at all.
func (p *profile) statements(u *doc.Unit) []feature {
	all := []feature{}
	for _, f := range p.facts.In(u) {
		switch f.Kind {
		case fact.Number:
			w := float32(weightNumber)
			if digits := digitsOf(f.Number.Values[0]); len(digits) < 2 {
				w = weightDigit
			}
			// The digits alone: 1,000.5 and 1.000,5 are one feature.
			all = append(all, feature{hash: hash('n', digitsOf(f.Number.Values[0])), weight: w, number: true})
		case fact.Code:
			all = append(all, feature{hash: hash('c', f.Text), weight: weightCode})
		case fact.Link:
			all = append(all, feature{hash: hash('l', targetTail(f.Text)), weight: weightLink})
		case fact.Image:
			all = append(all, feature{hash: hash('i', targetTail(f.Text)), weight: weightImage})
		}
	}
	switch u.Kind {
	case doc.Heading:
		if id, ok := u.Attr(doc.ID); ok {
			all = append(all, feature{hash: hash('#', id.Value), weight: weightAnchor})
		}
	case doc.CodeBlock:
		all = append(all, lineFeatures(u.Text())...)
	case doc.Field:
		if key, ok := u.Attr(doc.Key); ok {
			all = append(all, feature{hash: hash('k', key.Value), weight: weightAnchor})
		}
	}
	return all
}

// appendWords adds the Latin words of a text. In a Latin text they are weak.
func appendWords(all []feature, text string, latin bool) []feature {
	for at := 0; at < len(text); {
		if !isLetter(text[at]) {
			at++
			continue
		}
		start := at
		for at < len(text) && (isLetter(text[at]) || text[at] >= utf8.RuneSelf && latin || text[at] >= '0' && text[at] <= '9' || text[at] == '_') {
			at++
		}
		word := text[start:at]
		switch {
		case len(word) < 2 || latin && len(word) < 3:
		case !latin:
			all = append(all, feature{hash: hashFold('w', word), weight: weightName})
		default:
			all = append(all, feature{hash: hashFold('w', word), weight: weightWord, weak: true})
			if len(word) > stemLetters {
				all = append(all, feature{hash: hashFold('s', word[:stemLetters]), weight: weightStem, weak: true})
			}
		}
	}
	return all
}

// lineFeatures returns the features of a code block: its lines.
func lineFeatures(text string) []feature {
	var all []feature
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && len(all) < maxFeatures {
			all = append(all, feature{hash: hash('c', line), weight: 0.5})
		}
	}
	return all
}

// targetTail returns what a translation keeps of a link: its last segment and
// fragment, without the ending of a page.
func targetTail(target string) string {
	page, fragment, _ := strings.Cut(target, "#")
	page = strings.TrimRight(page, "/")
	page = page[strings.LastIndexByte(page, '/')+1:]
	page, _, _ = strings.Cut(page, "?")
	page = strings.TrimSuffix(strings.TrimSuffix(page, ".md"), ".html")
	return page + "#" + fragment
}

func digitsOf(value string) string { return strings.Map(keepDigit, value) }

func keepDigit(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// unique sorts features by hash and keeps one of each, at most maxFeatures.
func unique(all []feature) []feature {
	byHash := func(a, b feature) int {
		switch {
		case a.hash < b.hash:
			return -1
		case a.hash > b.hash:
			return 1
		}
		return 0
	}
	slices.SortFunc(all, byHash)
	all = slices.CompactFunc(all, func(a, b feature) bool { return a.hash == b.hash })
	if len(all) > maxFeatures {
		slices.SortFunc(all, func(a, b feature) int {
			if a.weight != b.weight {
				if a.weight > b.weight {
					return -1
				}
				return 1
			}
			return byHash(a, b)
		})
		all = slices.Clone(all[:maxFeatures])
		slices.SortFunc(all, byHash)
	}
	return all
}

// hashFold is hash of a text whose ASCII letters are made lower case.
func hashFold(class byte, text string) uint64 {
	h := (uint64(14695981039346656037) ^ uint64(class)) * 1099511628211
	for i := range len(text) {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// hash is FNV-1a (Fowler, Noll, Vo) of a class and a text.
func hash(class byte, text string) uint64 {
	h := (uint64(14695981039346656037) ^ uint64(class)) * 1099511628211
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}
