package rules

import (
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

// The rules on facts compare the source, or the first column that has a unit,
// with each other column, and let the columns vote on what differs.

// sureMatch is the score from which units belong together surely enough for
// their values to be compared. What differs has lowered it.
const sureMatch = 0.3

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

// compareNumbers compares the numbers of two columns in a row.
func compareNumbers(p *lint.Pass, row *align.Row, base, column int) fact.Comparison {
	return fact.Compare(
		fact.Side{Facts: p.Grid.Columns[base].Facts, Unit: row.Units[base]},
		fact.Side{Facts: p.Grid.Columns[column].Facts, Unit: row.Units[column]},
	)
}

// A claim is one fact of the base column and what it is in the others.
type claim struct {
	at     int          // where the fact stands in the base
	base   int          // column
	facts  []*fact.Fact // by column; nil where the column has no say
	values []string     // by column: equal where the columns agree
	tail   bool         // the word behind is of what is said: 128 MB
}

// Claims are those of one row.
type claimsOf struct {
	columns, base int
	list          []*claim             // in order of discovery
	lost          map[int]map[int]bool // by place in the base: columns that do not state it
}

func newClaims(columns, base int) *claimsOf {
	return &claimsOf{columns: columns, base: base, lost: make(map[int]map[int]bool)}
}

// lose notes that a column does not state a fact of the base.
func (s *claimsOf) lose(f fact.Fact, column int) {
	if s.lost[f.Span.Start] == nil {
		s.lost[f.Span.Start] = make(map[int]bool)
	}
	s.lost[f.Span.Start][column] = true
}

// add notes that a fact of the base is another in a column.
func (s *claimsOf) add(change fact.Change, column int, from, to string) {
	at := change.From.Span.Start
	s.lose(change.From, column)
	i := slices.IndexFunc(s.list, func(c *claim) bool { return c.at == at && c.values[s.base] == from })
	if i < 0 {
		c := &claim{at: at, base: s.base, facts: make([]*fact.Fact, s.columns), values: make([]string, s.columns)}
		c.facts[s.base], c.values[s.base] = &change.From, from
		c.tail = change.From.Kind == fact.Number && from != change.From.Text && from != valueOf(change.From)
		s.list = append(s.list, c)
		i = len(s.list) - 1
	}
	s.list[i].facts[column], s.list[i].values[column] = &change.To, to
}

// agree adds to a claim the columns that state the fact of the base.
func (c *claim) agree(p *lint.Pass, row *align.Row, lost map[int]bool) {
	for column, u := range row.Units {
		if u == nil || lost[column] || c.facts[column] != nil {
			continue
		}
		for _, f := range p.Facts(column, u) {
			if sameFact(f, *c.facts[c.base]) {
				c.facts[column], c.values[column] = &f, c.values[c.base]
				break
			}
		}
	}
}

func sameFact(f, g fact.Fact) bool {
	if f.Kind != g.Kind {
		return false
	}
	if f.Kind == fact.Number {
		return f.Number.Equal(g.Number)
	}
	return f.Text == g.Text
}

// text returns a fact as a message says it.
func (c *claim) text(f *fact.Fact) string {
	text := f.Text
	if f.Kind == fact.Number && f.Number.Values[0][0] == '-' {
		text = "-" + text // the sign stands before the number's own text
	}
	if c.tail || f.Kind == fact.Number && f.Number.Scaled {
		text += unitText(*f)
	}
	return text
}

// report reports a claim for each column that is in the minority.
func (c *claim) report(p *lint.Pass) {
	c.reportAs(p, c.noun(), lint.Off)
}

// reportAs does so with a word for what the fact is and a severity, Off for the
// rule's own.
func (c *claim) reportAs(p *lint.Pass, noun string, severity lint.Severity) {
	if noun != "" {
		noun += " "
	}
	verdict := lint.Vote(c.values, p.Grid.Source)
	for _, wrong := range verdict.Wrong {
		here := c.facts[wrong]
		f := lint.Finding{
			Severity: severity,
			File:     p.Grid.Columns[wrong].File, Span: here.Span,
			Where: align.Where(here.Unit), Found: here.Text,
		}
		sides := lint.Sides{}
		for i, other := range c.facts {
			if other == nil || c.values[i] == c.values[wrong] {
				continue
			}
			note := lint.Note{File: p.Grid.Columns[i].File, Span: other.Span, Text: other.Text}
			isSource := i == p.Grid.Source
			if isSource {
				f.Notes = slices.Insert(f.Notes, 0, note)
			} else {
				f.Notes = append(f.Notes, note)
			}
			sides.Add(c.values[i], c.text(other), p.Name(i), isSource)
			if c.values[i] == verdict.Right && (f.Expected == "" || isSource) {
				f.Expected = other.Text
			}
		}
		if f.Expected == f.Found {
			f.Found, f.Expected = "", "" // the word behind it differs
		}
		f.Message = noun + c.text(here) + " here, " + sides.String()
		p.Report(f)
	}
}

// noun returns what some column calls the number.
func (c *claim) noun() string {
	for _, f := range c.facts {
		if f == nil || f.Kind != fact.Number {
			continue
		}
		if noun := fact.Noun(*f); noun != "" {
			return noun
		}
	}
	return ""
}

// moves knows which numbers of a section only moved within it.
type moves struct {
	pass  *lint.Pass
	known map[[2]*doc.Unit]sectionDifference
}

type sectionDifference struct{ onlyA, onlyB map[string]bool }

func newMoves(p *lint.Pass) *moves {
	return &moves{pass: p, known: make(map[[2]*doc.Unit]sectionDifference)}
}

// left drops the numbers of either side that the sections state as often as each
// other: their sentences moved.
func (m *moves) left(row *align.Row, base, column int, a, b []fact.Fact) (onlyA, onlyB []fact.Fact) {
	diff := m.between(row, base, column)
	drop := func(facts []fact.Fact, left map[string]bool) []fact.Fact {
		return slices.DeleteFunc(slices.Clone(facts), func(f fact.Fact) bool {
			return !slices.ContainsFunc(f.Number.Values, func(v string) bool { return left[v] })
		})
	}
	return drop(a, diff.onlyA), drop(b, diff.onlyB)
}

func (m *moves) between(row *align.Row, base, column int) sectionDifference {
	key := [2]*doc.Unit{sectionOf(row.Units[base]), sectionOf(row.Units[column])}
	diff, ok := m.known[key]
	if !ok {
		a, b := fact.Difference(m.pass.Facts(base, key[0]), m.pass.Facts(column, key[1]))
		diff = sectionDifference{valuesOf(a), valuesOf(b)}
		m.known[key] = diff
	}
	return diff
}

func sectionOf(u *doc.Unit) *doc.Unit {
	if s := u.Ancestor(doc.Section); s != nil {
		return s
	}
	return u.Document().Root()
}

func valuesOf(facts []fact.Fact) map[string]bool {
	values := make(map[string]bool)
	for _, f := range facts {
		for _, v := range f.Number.Values {
			values[v] = true
		}
	}
	return values
}
