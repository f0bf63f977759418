package align_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

// A madePage is a page of no language: what it says are numbers of words.
type madePage struct {
	sections []madeSection
	next     int // number of the next block
}

type madeSection struct {
	heading madeBlock
	blocks  []madeBlock // paragraphs
	rows    []madeBlock // of a table, if any
}

// A madeBlock is a heading, a paragraph or a table row. What is said of it in
// each language begins with its number, as a word.
type madeBlock struct {
	id    int
	words []int
	says  string // what no translation changes, "" for nothing
}

// newMadePage makes a page of sections, some of which have a table.
func newMadePage(seed uint64, sections, tables, rows int) madePage {
	r := rand.New(rand.NewPCG(seed, 1))
	var p madePage
	for i := range sections {
		s := madeSection{heading: p.block(r, 2, 4)}
		for range 2 + r.IntN(4) {
			s.blocks = append(s.blocks, p.block(r, 8, 40))
		}
		if i*tables/sections < (i+1)*tables/sections {
			for range rows {
				s.rows = append(s.rows, p.block(r, 4, 14))
			}
		}
		p.sections = append(p.sections, s)
	}
	return p
}

// block makes a block of some words; about half of the blocks say something that
// no translation changes.
func (p *madePage) block(r *rand.Rand, least, most int) madeBlock {
	b := madeBlock{id: p.next}
	p.next++
	for range least + r.IntN(most-least) {
		b.words = append(b.words, r.IntN(400))
	}
	switch r.IntN(6) {
	case 0:
		b.says = fmt.Sprint(10 + r.IntN(9000))
	case 1:
		b.says = fmt.Sprintf("`opt_%d`", r.IntN(60))
	case 2:
		b.says = fmt.Sprintf("[%d](p%d.md)", r.IntN(9), r.IntN(60))
	}
	return b
}

// drift returns the page after k random edits.
func (p madePage) drift(seed uint64, k int) madePage {
	r := rand.New(rand.NewPCG(seed, 2))
	d := madePage{next: p.next + 1000}
	for _, s := range p.sections {
		d.sections = append(d.sections, madeSection{s.heading, slices.Clone(s.blocks), slices.Clone(s.rows)})
	}
	for ; k > 0; k-- {
		s := &d.sections[r.IntN(len(d.sections))]
		list, least, most := &s.blocks, 8, 40
		if len(s.rows) > 1 && r.IntN(4) > 0 { // tables drift most
			list, least, most = &s.rows, 4, 14
		}
		at := r.IntN(len(*list))
		switch r.IntN(10) {
		case 0, 1, 2:
			*list = slices.Insert(*list, at, d.block(r, least, most))
		case 3, 4, 5:
			if len(*list) > 1 {
				*list = slices.Delete(*list, at, at+1)
			}
		case 6:
			*list = slices.Insert(*list, at, (*list)[at])
		case 7:
			b := (*list)[at]
			*list = slices.Delete(*list, at, at+1)
			*list = slices.Insert(*list, r.IntN(len(*list)+1), b)
		case 8:
			i := r.IntN(len(d.sections))
			d.sections = slices.Insert(d.sections, i, madeSection{heading: d.block(r, 2, 4), blocks: []madeBlock{d.block(r, 8, 40)}})
		case 9:
			if len(d.sections) > 2 && len(s.rows) == 0 {
				i := slices.IndexFunc(d.sections, func(x madeSection) bool { return x.heading.id == s.heading.id })
				d.sections = slices.Delete(d.sections, i, i+1)
			}
		}
	}
	return d
}

// A language makes a word of a number.
type language func(word int) string

func german(word int) string {
	heads := []string{"Größe", "Über", "Daten", "Zeilen", "Prüf", "Netz", "Anschluß", "Vor", "Schlüssel", "Werk"}
	tails := []string{"lauf", "gänge", "satz", "ordnung", "träger", "weise", "bündel", "heit", "stück", "zeug"}
	return heads[word%10] + tails[word/10%10] + strings.Repeat("s", word/100%4) + " "
}

func chinese(word int) string {
	return string([]rune{rune('一' + word*7), rune('丁' + word*13)})
}

// render writes the page in a language, as Markdown.
func (p madePage) render(say language) string {
	var b strings.Builder
	write := func(m madeBlock, end string) {
		// The number of the block as words: what tells blocks apart, and what
		// only the test can read in both languages.
		b.WriteString(say(m.id%400) + say(m.id/20) + say(m.id%20))
		b.WriteString(end)
		for i, w := range m.words {
			if i == len(m.words)/2 && m.says != "" {
				b.WriteString(" " + m.says + " ")
			}
			b.WriteString(say(w))
		}
	}
	for _, s := range p.sections {
		b.WriteString("## ")
		write(s.heading, "")
		b.WriteString("\n\n")
		for _, m := range s.blocks {
			write(m, "")
			b.WriteString("\n\n")
		}
		if len(s.rows) > 0 {
			b.WriteString("| " + say(1) + " | " + say(2) + " |\n|---|---|\n")
			for _, m := range s.rows {
				b.WriteString("| ")
				write(m, " | ")
				b.WriteString(" |\n")
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// ids returns the number of the block that each unit of a document was made of.
// Units and blocks stand in the same order.
func (p madePage) ids(d *doc.Document) map[*doc.Unit]int {
	var order []int
	for _, s := range p.sections {
		order = append(order, s.heading.id)
		for _, m := range s.blocks {
			order = append(order, m.id)
		}
		for _, m := range s.rows {
			order = append(order, m.id)
		}
	}
	ids := make(map[*doc.Unit]int)
	for u := range d.Units() {
		if u.Kind == doc.Heading || u.Kind == doc.Row && !u.Header || u.Kind == doc.Paragraph && u.Ancestor(doc.Table) == nil {
			ids[u] = order[0]
			order = order[1:]
		}
	}
	if len(order) > 0 {
		panic("the page has not as many blocks as were written")
	}
	return ids
}

// What alignment reaches on drifted pages, without a lexicon: the mean of F1 over
// the pages. Raise these as it gets better.
const (
	floorFew  = 0.98 // at most 4 edits
	floorMany = 0.95 // 12 edits
)

// TestDrift edits one side of made pages and counts how many blocks and rows
// still stand opposite their translation.
func TestDrift(t *testing.T) {
	const pages = 40
	for _, k := range []int{0, 1, 2, 4, 12, 24} {
		var right, rows, made, truth int
		worst := 1.0
		for seed := range uint64(pages) {
			page := newMadePage(seed, 8, 3, 12)
			drifted := page.drift(seed, k)
			a, b := column("de", page.render(german)), column("zh", drifted.render(chinese))
			idsA, idsB := page.ids(a.Document), drifted.ids(b.Document)
			g := align.New("a", []align.Column{a, b}, 0, nil)
			if err := check(g); err != nil {
				t.Fatalf("seed %d, %d edits: %v", seed, k, err)
			}
			there := make(map[int]bool)
			for _, id := range idsB {
				there[id] = true
			}
			r, m, n := 0, 0, 0
			for _, id := range idsA {
				if there[id] {
					n++
				}
			}
			for _, row := range g.Rows {
				if !row.Has(0) || !row.Has(1) {
					continue
				}
				idA, ok := idsA[row.Units[0]]
				if !ok {
					continue
				}
				m++
				if idA == idsB[row.Units[1]] {
					r++
				}
			}
			worst = min(worst, f1(r, m, n))
			right, made, truth, rows = right+r, made+m, truth+n, rows+len(g.Rows)
		}
		got := f1(right, made, truth)
		t.Logf("%2d edits: F1 %.4f, precision %.4f, recall %.4f, worst page %.3f", k, got,
			float64(right)/float64(made), float64(right)/float64(truth), worst)
		switch {
		case k == 0 && got != 1:
			t.Errorf("pages without an edit: F1 %.4f", got)
		case k <= 4 && got < floorFew:
			t.Errorf("%d edits: F1 %.4f, want %.2f", k, got, floorFew)
		case k <= 12 && got < floorMany:
			t.Errorf("%d edits: F1 %.4f, want %.2f", k, got, floorMany)
		}
	}
}

// f1 is the harmonic mean of precision and recall.
func f1(right, made, truth int) float64 { return 2 * float64(right) / float64(made+truth) }
