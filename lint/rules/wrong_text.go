// a text whose words do not correspond to its counterpart's
//
// Reports a cell or paragraph of a translation of which next to no word has
// anything to do with what the source says there, between others that
// correspond. What corresponds to what is learned from the pages themselves, so
// it takes a tree of some size. A text left in the source's language is not
// meant, nor one that belongs to another row of its table: other rules tell
// those.
//
// It is a text pasted at the wrong place, or one that was translated from
// another version.
//
// Bad:
//
//	-- en/a.md --
//	The server listens on a port of its own.
//
//	Restart the program after an update.
//
//	Only administrators see this menu.
//
//	The report is written every night.
//	-- pt/a.md --
//	O servidor escuta em uma porta própria.
//
//	As imagens ficam na pasta do usuário.
//
//	Somente administradores veem este menu.
//
//	O relatório é escrito todas as noites.
//
// Good:
//
//	-- en/a.md --
//	The server listens on a port of its own.
//	-- pt/a.md --
//	O servidor escuta em uma porta própria.

package rules

import (
	"fmt"
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lang"
	"github.com/doclint/doclint/lint/lexicon"
)

var wrongText = lint.Rule{
	Name:     "wrong-text",
	Doc:      page("wrong_text.go"),
	Severity: lint.Warning,
	Lexicon:  true,
	Run: func(p *lint.Pass) {
		base := max(p.Grid.Source, 0)
		for c := range p.Grid.Columns {
			pair := p.Lexicon(base, c)
			if c == base || pair == nil {
				continue
			}
			for i := range p.Grid.Rows {
				if p.Grid.Rows[i].Kind == doc.Row || lexicon.Compares(p.Grid.Rows[i].Kind) {
					continue
				}
				checkTexts(p, pair, base, c, facings(p, pair, i, base, c))
			}
			for t := range p.Grid.Of(doc.Table) {
				for _, cells := range columnsOf(p, pair, t, base, c) {
					checkTexts(p, pair, base, c, cells)
				}
			}
		}
	},
}

// muchKnown is how much must be known of a text that is said to be wrong.
const muchKnown = 5

// checkTexts reports those of several texts that do not correspond at all, if
// most of the others do.
func checkTexts(p *lint.Pass, pair *lexicon.Pair, base, column int, texts []facing) {
	texts = slices.DeleteFunc(texts, func(f facing) bool { return f.fit.Known < lexicon.SureKnown })
	var wrong []int
	for i, f := range texts {
		if f.fit.Score < pair.Low/3 && f.fit.Known >= muchKnown {
			wrong = append(wrong, i)
		}
	}
	if len(wrong)*3 >= len(texts) {
		return // not one text but the match is wrong
	}
	for _, i := range wrong {
		row := p.Grid.Rows[texts[i].row]
		a, b := row.Units[base], row.Units[column]
		if home(pair, texts, i) >= 0 && row.Kind == doc.Cell || sharesWords(a.Text(), b.Text()) {
			continue
		}
		p.Report(lint.Finding{
			File: p.Grid.Columns[column].File, Span: b.Span, Where: align.Where(b),
			Message: fmt.Sprintf("these words do not correspond to those of %s", p.Name(base)),
			Notes:   []lint.Note{{File: p.Grid.Columns[base].File, Span: a.Span, Text: short(a.Text())}},
		})
	}
}

// sharesWords reports whether a third of the words of a text stand in another: it
// was not translated, or is a list of names.
func sharesWords(a, b string) bool {
	have := make(map[string]bool)
	for _, w := range lang.Words(a) {
		have[w] = true
	}
	words := lang.Words(b)
	n := 0
	for _, w := range words {
		if have[w] {
			n++
		}
	}
	return n*3 >= len(words)
}
