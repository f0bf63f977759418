// a number that differs between the locales
//
// Reports a number that one locale states and another states otherwise at the
// same place: a port, a version, a limit. Numbers are compared as values, in
// digits of any script and with the separators of any language: 1,000.5 and
// 1.000,5 agree, and so do ６６６６ and 6666. Where a number stands in its
// sentence does not matter.
//
// A reader who trusts the page opens the wrong port or sets the wrong limit, and
// nobody who reads only the source will ever see it.
//
// Only a number that is likely the same one gone wrong is reported: a digit
// dropped, doubled, changed or two exchanged, or the only number of a table cell
// whose row is found in both locales by its key. A number that one side just
// does not have is the matter of another rule.
//
// Bad:
//
//	-- en/log.md --
//	The module uses port 6666.
//	-- pt/log.md --
//	O módulo usa a porta 666.
//
// Good:
//
//	-- en/log.md --
//	The module uses port 6666 for up to 1,000.5 MB.
//	-- pt/log.md --
//	O módulo usa a porta 6666 para até 1.000,5 MB.

package rules

import (
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

var numberChanged = lint.Rule{
	Name:     "number-changed",
	Doc:      page("number_changed.go"),
	Severity: lint.Error,
	Run:      runNumberChanged,
}

// sureMatch is the score from which units belong together surely enough for
// their values to be compared. The number that differs has lowered it.
const sureMatch = 0.3

func runNumberChanged(p *lint.Pass) {
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !statesNumbers(row.Kind) || row.Score < sureMatch {
			continue
		}
		base := baseColumn(p.Grid, row)
		for _, claim := range claims(p, row, base) {
			reportClaim(p, claim)
		}
	}
}

// statesNumbers reports whether units of a kind are compared: the blocks that
// hold text outside of tables, and whole table cells.
func statesNumbers(k doc.Kind) bool {
	switch k {
	case doc.Paragraph, doc.Heading, doc.Caption, doc.Term, doc.Field, doc.Cell:
		return true
	}
	return false
}

// baseColumn returns the column that the others are compared with: the source,
// else the first that has the unit.
func baseColumn(g *align.Grid, row *align.Row) int {
	if g.Source >= 0 && row.Has(g.Source) {
		return g.Source
	}
	for c := range row.Units {
		if row.Has(c) {
			return c
		}
	}
	return 0
}

// A claim is one number of the base and what it is in the other columns.
type claim struct {
	facts []*fact.Fact // by column; nil where the column has no say
}

// claims returns the numbers of a row that some column states otherwise.
func claims(p *lint.Pass, row *align.Row, base int) []claim {
	numbers := p.Facts(base, row.Units[base])
	var order []int // offsets of changed numbers of the base, as they are found
	byPlace := make(map[int]*claim)
	lost := make(map[int]map[int]bool) // by place: columns that do not state it
	for c, u := range row.Units {
		if c == base || u == nil {
			continue
		}
		onlyBase, onlyHere := fact.Difference(numbers, p.Facts(c, u))
		for _, f := range onlyBase {
			if lost[f.Span.Start] == nil {
				lost[f.Span.Start] = make(map[int]bool)
			}
			lost[f.Span.Start][c] = true
		}
		for _, change := range changes(row, onlyBase, onlyHere) {
			at := change.from.Span.Start
			if byPlace[at] == nil {
				byPlace[at] = &claim{facts: make([]*fact.Fact, len(row.Units))}
				byPlace[at].facts[base] = &change.from
				order = append(order, at)
			}
			byPlace[at].facts[c] = &change.to
		}
	}
	found := make([]claim, 0, len(order))
	for _, at := range order {
		agree(p, row, base, byPlace[at], lost[at])
		found = append(found, *byPlace[at])
	}
	return found
}

// agree adds to a claim the columns that state the number of the base.
func agree(p *lint.Pass, row *align.Row, base int, c *claim, lost map[int]bool) {
	for column, u := range row.Units {
		if u == nil || lost[column] || c.facts[column] != nil {
			continue
		}
		for _, f := range p.Facts(column, u) {
			if f.Kind == fact.Number && f.Number.Equal(c.facts[base].Number) {
				c.facts[column] = &f
				break
			}
		}
	}
}

// A change is a number of the base and what it became.
type change struct{ from, to fact.Fact }

// changes pairs the numbers that only one side states, each with the nearest
// that may be the same one gone wrong.
func changes(row *align.Row, from, to []fact.Fact) []change {
	if len(from) == 1 && len(to) == 1 && isKeyedValue(row, from[0], to[0]) {
		return []change{{from[0], to[0]}}
	}
	var found []change
	used := make([]bool, len(to))
	for _, f := range from {
		for j, t := range to {
			if !used[j] && isSlip(f.Number, t.Number) {
				used[j] = true
				found = append(found, change{f, t})
				break
			}
		}
	}
	return found
}

// isKeyedValue reports whether two numbers are all that two cells say, in rows
// that were matched by what they say.
func isKeyedValue(row *align.Row, a, b fact.Fact) bool {
	return row.Kind == doc.Cell && row.Reason >= align.ByContent && a.Number.Form == b.Number.Form &&
		a.Text == a.Unit.Text() && b.Text == b.Unit.Text()
}

// isSlip reports whether one number may be the other miswritten: of one form,
// of two digits or more, with one digit dropped, added or changed or two
// neighbours exchanged.
func isSlip(a, b fact.Token) bool {
	if a.Form != b.Form || a.Form == fact.Clock || a.Scaled || b.Scaled || len(a.Values) > 1 || len(b.Values) > 1 {
		return false
	}
	v, w := a.Values[0], b.Values[0]
	if len(v) > len(w) {
		v, w = w, v
	}
	if len(v) < 2 {
		return false
	}
	head := 0
	for head < len(v) && v[head] == w[head] {
		head++
	}
	tail := 0
	for tail < len(v)-head && v[len(v)-1-tail] == w[len(w)-1-tail] {
		tail++
	}
	switch midV, midW := v[head:len(v)-tail], w[head:len(w)-tail]; {
	case len(v) == len(w) && len(midV) == 2:
		return midV[0] == midW[1] && midV[1] == midW[0]
	case len(v) == len(w):
		return len(midV) == 1 && len(v) > 2
	default:
		return midV == "" && len(midW) == 1 && midW != "." && midW != "-"
	}
}

// reportClaim reports a number for each column that is in the minority.
func reportClaim(p *lint.Pass, c claim) {
	values := make([]string, len(c.facts))
	for i, f := range c.facts {
		if f != nil {
			values[i] = f.Number.Values[0]
		}
	}
	verdict := lint.Vote(values, p.Grid.Source)
	for _, wrong := range verdict.Wrong {
		here := c.facts[wrong]
		f := lint.Finding{
			File: p.Grid.Columns[wrong].File, Span: here.Span,
			Where: align.Where(here.Unit), Found: here.Text,
		}
		sides := lint.Sides{}
		for i, other := range c.facts {
			if other == nil || values[i] == values[wrong] {
				continue
			}
			note := lint.Note{File: p.Grid.Columns[i].File, Span: other.Span, Text: other.Text}
			isSource := i == p.Grid.Source
			if isSource {
				f.Notes = slices.Insert(f.Notes, 0, note)
			} else {
				f.Notes = append(f.Notes, note)
			}
			sides.Add(values[i], other.Text, p.Name(i), isSource)
			if values[i] == verdict.Right && (f.Expected == "" || isSource) {
				f.Expected = other.Text
			}
		}
		f.Message = here.Text + " here, " + sides.String()
		p.Report(f)
	}
}
