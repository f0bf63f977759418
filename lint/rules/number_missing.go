// a number that one locale states and another does not
//
// Reports a number of the source, or without a source of most locales, that a
// translation does not state at that place in any spelling. It speaks only of
// numbers that no sentence can do without: of two digits and more, decimals and
// versions; in table cells any.
//
// A limit, a version or a port that a translation lost cannot be guessed by its
// reader.
//
// It is silent where the number moved to another place of its section, where the
// translation has it in words or in another unit, and where so much differs that
// the text is plainly another one.
//
// Bad:
//
//	-- en/log.md --
//	The queue holds 2048 letters and is emptied every 30 seconds.
//	-- pt/log.md --
//	A fila comporta 2048 cartas e é esvaziada regularmente.
//
// Good:
//
//	-- en/log.md --
//	The queue holds 2048 letters. It has twelve workers and 1 master.
//	-- pt/log.md --
//	A fila comporta 2048 cartas. Tem 12 processos e um mestre.

package rules

import (
	"slices"
	"strings"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

var numberMissing = lint.Rule{
	Name:     "number-missing",
	Doc:      page("number_missing.go"),
	Severity: lint.Warning,
	Run:      func(p *lint.Pass) { runUnanswered(p, missingNumbers) },
}

// missingNumbers are those of the base that a column does not answer.
func missingNumbers(p *lint.Pass, row *align.Row, base, column int, moves *moves) (side int, numbers []fact.Fact) {
	diff := compareNumbers(p, row, base, column)
	return base, unanswered(p, row, base, column, diff, moves, false)
}

// unanswered returns the numbers of a comparison that one side alone states,
// without those that became another number: of the base, or of the column.
func unanswered(p *lint.Pass, row *align.Row, base, column int, diff fact.Comparison, moves *moves, added bool) []fact.Fact {
	alone, others := diff.OnlyA, diff.OnlyB
	if added {
		alone, others = others, alone
	}
	// Numbers left over on both sides are a change that was not understood:
	// another unit, another way to count. So much was rewritten that silence is
	// better.
	if len(alone) == 0 || len(others) > 0 || len(alone) > maxUnanswered {
		return nil
	}
	if isCopyright(row.Units[base].Text()) {
		return nil
	}
	onlyA, onlyB := moves.left(row, base, column, diff.OnlyA, diff.OnlyB)
	alone = onlyA
	if added {
		alone = onlyB
	}
	other := row.Units[column]
	if added {
		other = row.Units[base]
	}
	return slices.DeleteFunc(slices.Clone(alone), func(f fact.Fact) bool {
		return !matters(f, row.Kind == doc.Cell) || standsIn(other.Text(), f)
	})
}

// maxUnanswered is the number of numbers over which a text is another one, and
// not one that lost some.
const maxUnanswered = 3

// matters reports whether a number is one that no sentence can do without.
func matters(f fact.Fact, inTable bool) bool {
	t := f.Number
	rest := f.Unit.Text()[t.End:]
	if strings.HasPrefix(rest, "/7") || strings.HasPrefix(rest, "°") {
		return false // 24/7 and 360° are words: 全天候
	}
	if strings.HasPrefix(t.Values[0], "-") || t.Scaled {
		return false // a dash, or "a million" in other words
	}
	switch t.Form {
	case fact.Dotted:
		return true
	case fact.Clock, fact.Date:
		return false // told in words as often as not
	case fact.Decimal:
		return t.Unit == "" || len(t.Values) == 1
	}
	if inTable && f.Text == f.Unit.Text() {
		return true
	}
	return len(strings.TrimLeft(f.Text, "0")) >= 2 && t.Values[0] != "100" && t.Values[0] != "10"
}

// standsIn reports whether the digits of a number stand in a text all the same:
// within a word, an address or another number that they were not read from.
func standsIn(text string, f fact.Fact) bool {
	if strings.Contains(text, f.Text) {
		return true
	}
	return slices.ContainsFunc(f.Number.Values, func(v string) bool { return strings.Contains(text, v) })
}

func isCopyright(text string) bool {
	return strings.Contains(text, "©") || strings.Contains(text, "Copyright") || strings.Contains(text, "(c)")
}

// runUnanswered reports the numbers that a function finds for each column.
func runUnanswered(p *lint.Pass, find func(p *lint.Pass, row *align.Row, base, column int, moves *moves) (int, []fact.Fact)) {
	moves := newMoves(p)
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !statesNumbers(row.Kind) || row.Score < sureMatch || row.Kind == doc.Heading {
			continue
		}
		base := baseColumn(p.Grid, row)
		for c, u := range row.Units {
			if c == base || u == nil || isEmpty(u) || isEmpty(row.Units[base]) {
				continue
			}
			teller, numbers := find(p, row, base, c, moves)
			lacking := c
			if teller == c {
				lacking = base
			}
			for _, f := range numbers {
				reportUnanswered(p, row, teller, lacking, f)
			}
		}
	}
}

// reportUnanswered reports that a column lacks what another states. Of the
// source, or without one of the majority, it is missing; else it is too much.
func reportUnanswered(p *lint.Pass, row *align.Row, teller, lacking int, f fact.Fact) {
	u := row.Units[lacking]
	noun := f.Kind.String()
	if f.Kind == fact.Number {
		if noun = fact.Noun(f); noun == "" {
			noun = "number"
		}
	}
	if p.Grid.Source == lacking {
		p.Report(lint.Finding{
			File: p.Grid.Columns[teller].File, Span: f.Span, Where: align.Where(f.Unit), Found: f.Text,
			Message: noun + " " + f.Text + " here, not in " + p.Name(lacking),
			Notes:   []lint.Note{{File: p.Grid.Columns[lacking].File, Span: u.Span, Text: short(u.Text())}},
		})
		return
	}
	p.Report(lint.Finding{
		File: p.Grid.Columns[lacking].File, Span: u.Span, Where: align.Where(u), Expected: f.Text,
		Message: noun + " " + f.Text + " of " + p.Name(teller) + " is missing here",
		Notes:   []lint.Note{{File: p.Grid.Columns[teller].File, Span: f.Span, Text: f.Text}},
	})
}
