package lint

import (
	"cmp"
	"hash/fnv"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lexicon"
)

// maxSample is how many pages the lexicon is learned from: enough for the
// vocabulary of a manual, few enough that memory stays flat and a run on a large
// tree pays little for it.
const maxSample = 160

// learn returns the lexicon of the tree, learned at the first call.
func (s *Session) learn() *lexicon.Lexicon {
	s.learned.Do(func() {
		pages := sample(s.index.Pages)
		grids := make([]*align.Grid, len(pages))
		var group errgroup.Group
		group.SetLimit(s.jobs())
		for i, page := range pages {
			group.Go(func() error {
				grids[i], _ = s.grid(page, nil)
				return nil
			})
		}
		_ = group.Wait() // nothing fails: a page that cannot be read teaches nothing
		learner := lexicon.NewLearner()
		for _, g := range grids {
			if g != nil {
				learner.Add(g)
			}
		}
		s.lexicon = learner.Lexicon()
	})
	return s.lexicon
}

// sample returns the pages to learn from. They are chosen by the hash of their
// names, so that a page that is added or edited does not exchange the others.
func sample(all []Page) []Page {
	type candidate struct {
		page Page
		hash uint64
	}
	var candidates []candidate
	for _, p := range all {
		if len(p.Files) > 1 {
			h := fnv.New64a()
			_, _ = h.Write([]byte(p.Name)) // never fails
			candidates = append(candidates, candidate{p, h.Sum64()})
		}
	}
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.page.Name, b.page.Name))
	})
	pages := make([]Page, min(len(candidates), maxSample))
	for i := range pages {
		pages[i] = candidates[i].page
	}
	return pages
}

// scoring returns what a lexicon says of the units of one page's columns, nil
// where it knows none of their languages. Texts are read once each.
func scoring(words *lexicon.Lexicon, columns []align.Column) align.Score {
	type key struct {
		from, to, column int
	}
	pairs := make(map[[2]int]*lexicon.Pair)
	for from, a := range columns {
		for to, b := range columns {
			if pair := words.Pair(a.File.Locale(), b.File.Locale()); pair != nil && from != to {
				pairs[[2]int{from, to}] = pair
			}
		}
	}
	if len(pairs) == 0 {
		return nil
	}
	texts := make(map[key][]*lexicon.Text)
	text := func(k key, u *doc.Unit, read func(string) lexicon.Text) lexicon.Text {
		if texts[k] == nil {
			texts[k] = make([]*lexicon.Text, columns[k.column].Document.Len())
		}
		at := &texts[k][u.Index()]
		if *at == nil {
			t := read(u.Text())
			*at = &t
		}
		return **at
	}
	return func(from, to int, a, b *doc.Unit) (score, known float64) {
		pair := pairs[[2]int{from, to}]
		if pair == nil {
			return 0, 0
		}
		fit := pair.Fit(text(key{from, to, from}, a, pair.From), text(key{from, to, to}, b, pair.To))
		// A third of what translations usually have in common is what any two
		// texts have.
		return min(max(fit.Score-pair.Usual/3, 0)/(pair.Usual*2/3), 1), fit.Known
	}
}
