// Package lexicon learns from aligned pages which words of one language stand
// opposite which of another, and says how well two texts correspond.
//
// No model and no dictionary is needed: where 导出 stands in most units whose
// counterparts say export, and in few others, the two belong together. Words of
// scripts with spaces count by their first letters, characters of scripts
// without spaces in pairs. Associations are scored by the Dice coefficient
// (Dice 1945), which on the trees this was tried on told true pairs of units from
// others as well as iterated models did, in one pass.
package lexicon

import (
	"cmp"
	"math"
	"slices"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

// A Lexicon is what a tree of pages taught. It is immutable and safe for
// concurrent use.
type Lexicon struct {
	pairs map[[2]string]*Pair
}

// Limits of what is learned from: units of one pair of languages, and the tokens
// of one unit, the rarest of them.
const (
	maxUnits  = 6000
	minUnits  = 200 // under these, chance looks like knowledge
	maxTokens = 24
)

// sureUnits is the score of a match from which its units teach.
const sureUnits = 0.45

// A Learner collects units that stand opposite each other.
type Learner struct {
	samples map[[2]string]*sample
}

// A sample is the units of one pair of languages, as tokens.
type sample struct{ a, b [][]token }

// NewLearner returns a learner that has seen nothing.
func NewLearner() *Learner { return &Learner{samples: make(map[[2]string]*sample)} }

// Add learns from a page: from the source, or else the first column, to each
// other one.
func (l *Learner) Add(g *align.Grid) {
	base := max(g.Source, 0)
	for c := range g.Columns {
		if c == base {
			continue
		}
		s := l.sample(g.Columns[base].File.Locale(), g.Columns[c].File.Locale())
		for i := range g.Rows {
			row := &g.Rows[i]
			if len(s.a) >= maxUnits {
				break
			}
			if Compares(row.Kind) && row.Has(base) && row.Has(c) && row.Score >= sureUnits {
				s.a = append(s.a, tokens(row.Units[base].Text()))
				s.b = append(s.b, tokens(row.Units[c].Text()))
			}
		}
	}
}

func (l *Learner) sample(from, to string) *sample {
	key := [2]string{from, to}
	if l.samples[key] == nil {
		l.samples[key] = new(sample)
	}
	return l.samples[key]
}

// Compares reports whether units of a kind are compared by their words: the
// blocks that hold text outside of tables, and whole table cells.
func Compares(k doc.Kind) bool {
	switch k {
	case doc.Paragraph, doc.Heading, doc.Caption, doc.Term, doc.Cell:
		return true
	}
	return false
}

// Lexicon returns what was learned.
func (l *Learner) Lexicon() *Lexicon {
	x := &Lexicon{pairs: make(map[[2]string]*Pair, len(l.samples))}
	for key, s := range l.samples {
		if len(s.a) >= minUnits {
			x.pairs[key] = learn(s)
		}
	}
	return x
}

// Pair returns what is known of two languages, nil where that is too little.
func (x *Lexicon) Pair(from, to string) *Pair {
	if x == nil {
		return nil
	}
	return x.pairs[[2]string{from, to}]
}

// A Pair is the vocabulary of two languages.
type Pair struct {
	from, to vocabulary

	// Low is the score under which fewer than 1 in 100 of the units were that
	// this was learned from, Usual the score that 4 in 5 of them reached.
	Low, Usual float64
}

// A vocabulary is the tokens of one language that are known.
type vocabulary struct {
	ids   map[token]int32
	links [][]link  // by id: what it stands opposite, best first
	rare  []float32 // how much each says: the logarithm of its rarity
}

// A link is an association with a token of the other language.
type link struct {
	id   int32
	dice float32
}

// maxLinks is how many associations of a token are kept.
const maxLinks = 6

// learn counts what stands opposite what.
func learn(s *sample) *Pair {
	p := &Pair{from: newVocabulary(s.a), to: newVocabulary(s.b)}
	countA, countB := make([]int32, len(p.from.rare)), make([]int32, len(p.to.rare))
	var together []uint64
	for i := range s.a {
		a, b := p.from.known(s.a[i]), p.to.known(s.b[i])
		for _, x := range a {
			countA[x]++
			for _, y := range b {
				together = append(together, uint64(x)<<32|uint64(y))
			}
		}
		for _, y := range b {
			countB[y]++
		}
	}
	slices.Sort(together)
	for i := 0; i < len(together); {
		j := i
		for j < len(together) && together[j] == together[i] {
			j++
		}
		x, y := int32(together[i]>>32), int32(uint32(together[i]))
		if n := j - i; n >= 2 {
			dice := float32(2*n) / float32(countA[x]+countB[y])
			if dice >= minDice {
				p.from.links[x] = append(p.from.links[x], link{y, dice})
				p.to.links[y] = append(p.to.links[y], link{x, dice})
			}
		}
		i = j
	}
	p.from.prune()
	p.to.prune()
	p.calibrate(s)
	return p
}

// prune keeps the best associations of each token.
func (v *vocabulary) prune() {
	for i, links := range v.links {
		slices.SortFunc(links, func(a, b link) int { return cmp.Or(cmp.Compare(b.dice, a.dice), cmp.Compare(a.id, b.id)) })
		v.links[i] = slices.Clone(links[:min(len(links), maxLinks)])
	}
}

// calibrate measures how well the units that were learned from correspond: other
// pairs of languages and other translators have other scores.
func (p *Pair) calibrate(s *sample) {
	var scores []float64
	for i := range s.a {
		if f := p.Fit(Text{p.from.known(s.a[i])}, Text{p.to.known(s.b[i])}); f.Known >= SureKnown {
			scores = append(scores, f.Score)
		}
	}
	if len(scores) == 0 {
		return
	}
	slices.Sort(scores)
	p.Low = scores[len(scores)/100]
	p.Usual = scores[len(scores)/5]
}

// SureKnown is how much must be known of two texts for their score to say
// something.
const SureKnown = 3

// minDice is the coefficient under which two tokens have nothing to do with each
// other.
const minDice = 0.15

// newVocabulary returns the tokens that occur in several units but not in so many
// that they say nothing.
func newVocabulary(units [][]token) vocabulary {
	count := make(map[token]int)
	for _, u := range units {
		for _, t := range u {
			count[t]++
		}
	}
	var kept []token
	for t, n := range count {
		if n >= 3 && n*6 <= len(units) {
			kept = append(kept, t)
		}
	}
	slices.Sort(kept)
	v := vocabulary{ids: make(map[token]int32, len(kept)), links: make([][]link, len(kept)), rare: make([]float32, len(kept))}
	for i, t := range kept {
		v.ids[t] = int32(i)
		v.rare[i] = float32(math.Log(float64(len(units)) / float64(count[t])))
	}
	return v
}

// known returns the ids of the known tokens of a unit, the rarest of them, in
// ascending order.
func (v vocabulary) known(unit []token) []int32 {
	ids := make([]int32, 0, len(unit))
	for _, t := range unit {
		if id, ok := v.ids[t]; ok {
			ids = append(ids, id)
		}
	}
	if len(ids) > maxTokens {
		slices.SortFunc(ids, func(a, b int32) int {
			return cmp.Or(cmp.Compare(v.rare[b], v.rare[a]), cmp.Compare(a, b))
		})
		ids = ids[:maxTokens]
		slices.Sort(ids)
	}
	return ids
}

// A Fit says how well two texts correspond.
type Fit struct {
	// Score is the share of what is known of either text that the other has a
	// counterpart of: near 1 for translations, near 0 for texts that have
	// nothing to do with each other.
	Score float64

	// Known is how much is known, in tokens that have a counterpart in this
	// language: under about 3 the score says little.
	Known float64
}

// A Text is a text as a Pair looks at it.
type Text struct{ ids []int32 }

// From returns a text of the pair's first language.
func (p *Pair) From(text string) Text { return Text{p.from.known(tokens(text))} }

// To returns a text of the pair's second language.
func (p *Pair) To(text string) Text { return Text{p.to.known(tokens(text))} }

// Fit compares a text of the first language with one of the second.
func (p *Pair) Fit(a, b Text) Fit {
	var have, want, known float64
	side := func(these, those []int32, v vocabulary) {
		for _, x := range these {
			links := v.links[x]
			if len(links) == 0 {
				continue // never seen to have a counterpart of its own
			}
			found := float32(0)
			for _, l := range links {
				if _, ok := slices.BinarySearch(those, l.id); ok {
					found = l.dice
					break
				}
			}
			best := links[0].dice
			weight := float64(v.rare[x] * best)
			want += weight
			have += weight * float64(found/best)
			known += float64(best)
		}
	}
	side(a.ids, b.ids, p.from)
	side(b.ids, a.ids, p.to)
	if want == 0 {
		return Fit{}
	}
	return Fit{Score: have / want, Known: known / 2}
}
