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
	features [][]feature // by unit index, sorted by hash; nil until asked
	lengths  []int32     // runes of a unit's text by index, plus one; 0 until asked
	facts    *fact.Facts
	common   map[uint64]int32 // in how many leaves a feature stands
	latin    bool             // whether most letters are Latin
	letters  float64          // runes of text
}

func newProfile(c Column) *profile {
	d := c.Document
	p := &profile{
		features: make([][]feature, d.Len()), lengths: make([]int32, d.Len()),
		facts: c.Facts, common: make(map[uint64]int32),
	}
	latin, other := 0, 0
	for _, r := range d.Text() {
		p.letters++
		switch {
		case r < utf8.RuneSelf && isLetter(byte(r)):
			latin++
		case r >= 0x250 && unicode.IsLetter(r):
			other++
		}
	}
	// A page in Chinese is full of Latin names; a page in a Latin language has
	// next to no other letters.
	p.latin = other*4 <= latin
	for u := range d.Units() {
		if isLeaf(u.Kind) {
			own := p.leaf(u)
			for _, f := range own {
				p.common[f.hash]++
			}
			p.features[u.Index()] = own
		}
	}
	// A feature of many leaves tells little.
	for _, own := range p.features {
		for i := range own {
			own[i].weight /= 1 + float32(math.Log2(float64(p.common[own[i].hash])))
		}
	}
	return p
}

func isLeaf(k doc.Kind) bool { return !k.IsContainer() && !k.IsInline() && k != doc.Comment }

// of returns the features of a unit: those of all leaves within it.
func (p *profile) of(u *doc.Unit) []feature {
	if own := p.features[u.Index()]; own != nil {
		return own
	}
	all := []feature{}
	if !isLeaf(u.Kind) {
		for child := range u.Children() {
			if !child.Kind.IsInline() {
				all = append(all, p.of(child)...)
			}
		}
		all = unique(all)
	}
	p.features[u.Index()] = all
	return all
}

// length returns the number of runes of a unit's text.
func (p *profile) length(u *doc.Unit) int {
	n := &p.lengths[u.Index()]
	if *n == 0 {
		*n = int32(utf8.RuneCountInString(u.Text())) + 1
	}
	return int(*n) - 1
}

// leaf reads the features of a leaf block.
func (p *profile) leaf(u *doc.Unit) []feature {
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
		return unique(append(all, lineFeatures(u.Text())...))
	case doc.Field:
		if key, ok := u.Attr(doc.Key); ok {
			all = append(all, feature{hash: hash('k', key.Value), weight: weightAnchor})
		}
	}
	return unique(append(all, p.words(u.Text())...))
}

// words returns the features of the Latin words in a text.
func (p *profile) words(text string) []feature {
	var all []feature
	for at := 0; at < len(text); {
		if !isLetter(text[at]) {
			at++
			continue
		}
		start := at
		for at < len(text) && (isLetter(text[at]) || text[at] >= utf8.RuneSelf && p.latin || text[at] >= '0' && text[at] <= '9' || text[at] == '_') {
			at++
		}
		word := text[start:at]
		if len(word) < 2 {
			continue
		}
		lower := strings.ToLower(word)
		if p.latin {
			if len(lower) >= 3 {
				all = append(all, feature{hash: hash('w', lower), weight: weightWord, weak: true})
			}
			if len(lower) > stemLetters {
				all = append(all, feature{hash: hash('s', lower[:stemLetters]), weight: weightStem, weak: true})
			}
			continue
		}
		all = append(all, feature{hash: hash('w', lower), weight: weightName})
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

// hash is FNV-1a (Fowler, Noll, Vo) of a class and a text.
func hash(class byte, text string) uint64 {
	h := (uint64(14695981039346656037) ^ uint64(class)) * 1099511628211
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}
