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
// Each locale is read in its own spelling: 100万 is 1,000,000, 2 pm is 14 Uhr,
// July 22, 2020 is 22.07.2020 or 2020年7月22日, "three" is 3, 10 MB is 10 Mo. What
// is news though it looks like spelling: 10 MB and 10 GB, and a version written
// as a decimal (2.0 and 2,0).
//
// Only a number that both sides state at the same place is reported. A number
// that one side just does not have is the matter of number-missing.
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
//	The module uses port 6666 for up to 1,000.5 MB, from 2 pm.
//	-- pt/log.md --
//	O módulo usa a porta 6666 para até 1.000,5 MB, das 14h.

package rules

import (
	"slices"
	"strings"

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

func runNumberChanged(p *lint.Pass) {
	moves := newMoves(p)
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !statesNumbers(row.Kind) || row.Score < sureMatch && !isLikely(p.Grid, row) {
			continue
		}
		for _, claim := range claims(p, row, moves) {
			claim.report(p)
		}
	}
}

// isLikely reports whether a row is matched well enough for a slip of the pen: its
// score is low since the number that differs is all that it says, and what it
// stands in is matched surely.
func isLikely(g *align.Grid, row *align.Row) bool {
	return row.Score >= likelyMatch && row.Parent >= 0 && g.Rows[row.Parent].Score >= surePlace
}

const likelyMatch = 0.2

// claims returns the numbers of a row that some column states otherwise.
func claims(p *lint.Pass, row *align.Row, moves *moves) []*claim {
	base := baseColumn(p.Grid, row)
	found := newClaims(len(row.Units), base)
	for c, u := range row.Units {
		if c == base || u == nil {
			continue
		}
		diff := compareNumbers(p, row, base, c)
		for _, f := range diff.OnlyA {
			found.lose(f, c)
		}
		for _, change := range changes(p, row, base, c, diff, moves) {
			found.add(change, c, valueOf(change.From), valueOf(change.To))
		}
		if row.Score < sureMatch {
			continue
		}
		for _, change := range diff.Units {
			found.add(change, c, valueOf(change.From)+unitText(change.From), valueOf(change.To)+unitText(change.To))
		}
		for _, change := range diff.Points {
			found.add(change, c, change.From.Text, change.To.Text)
		}
	}
	for _, claim := range found.list {
		claim.agree(p, row, found.lost[claim.at])
	}
	return found.list
}

func valueOf(f fact.Fact) string { return f.Number.Values[0] }

// unitText returns the word behind a number, or what of it is of a unit.
func unitText(f fact.Fact) string {
	text := f.Unit.Text()[f.Number.End:]
	trimmed := strings.TrimLeft(text, " \u00a0\u202f")
	end := strings.IndexAny(trimmed, " \n,.;:)，。、；：）")
	if end < 0 {
		end = len(trimmed)
	}
	return text[:len(text)-len(trimmed)] + firstRunes(trimmed[:end], 12)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// changes pairs the numbers that only one side states, each with what it became.
func changes(p *lint.Pass, row *align.Row, base, column int, diff fact.Comparison, moves *moves) []fact.Change {
	from, to := diff.OnlyA, diff.OnlyB
	if len(from) == 0 || len(to) == 0 {
		return nil
	}
	if row.Kind != doc.Cell {
		from, to = moves.left(row, base, column, from, to)
	}
	all, here := fact.Of(fact.Number, p.Facts(base, row.Units[base])), fact.Of(fact.Number, p.Facts(column, row.Units[column]))
	inStep := count(all) == count(here) && len(from) == len(to)
	var found []fact.Change
	used := make([]bool, len(to))
	paired := make([]bool, len(from))
	pair := func(fits func(i, j int) bool) {
		for i := range from {
			for j := range to {
				if !paired[i] && !used[j] && fits(i, j) {
					paired[i], used[j] = true, true
					found = append(found, fact.Change{From: from[i], To: to[j]})
				}
			}
		}
	}
	differ := func(i, j int) bool {
		return !isConverted(p, base, column, from[i], to[j]) && !isRewritten(from[i], to[j]) && !isDash(row, from[i], to[j])
	}
	pair(func(i, j int) bool { return differ(i, j) && isSlip(from[i].Number, to[j].Number) })
	pair(func(i, j int) bool {
		if !differ(i, j) || !inStep || row.Score < sureMatch || !sameForm(from[i].Number, to[j].Number) {
			return false
		}
		ordinal, other := placeOf(all, from[i]), placeOf(here, to[j])
		if ordinal != other && other < len(all) && valueOf(all[other]) == valueOf(from[i]) {
			// Of equal numbers the comparison leaves over any; the one that
			// stands at the place of the other is meant.
			from[i], ordinal = all[other], other
		}
		if len(from) == 1 && from[i].Number.Form == fact.Date && to[j].Number.Form == fact.Date {
			return true // dates stand where each language likes them
		}
		return ordinal == other && (len(from) == 1 || row.Kind == doc.Cell)
	})
	slices.SortFunc(found, func(a, b fact.Change) int { return a.From.Span.Start - b.From.Span.Start })
	return found
}

// count returns how many numbers there are, those of a date counted singly.
func count(facts []fact.Fact) int {
	n := 0
	for _, f := range facts {
		n += max(1, len(f.Number.Parts))
	}
	return n
}

// placeOf returns the place of a number among others by where it stands.
func placeOf(all []fact.Fact, f fact.Fact) int {
	return slices.IndexFunc(all, func(g fact.Fact) bool { return g.Span.End >= f.Span.End })
}

// isConverted reports whether two numbers are of units of one quantity, so that
// one may be the other converted: 10 miles and 16 km.
func isConverted(p *lint.Pass, base, column int, a, b fact.Fact) bool {
	unitsA := fact.UnitOf(p.Grid.Columns[base].Facts.Locale(), a)
	unitsB := fact.UnitOf(p.Grid.Columns[column].Facts.Locale(), b)
	if len(unitsA) == 0 || len(unitsB) == 0 {
		return false
	}
	for _, u := range unitsA {
		if slices.Contains(unitsB, u) {
			return false
		}
	}
	return true
}

// isDash reports whether two numbers differ in a minus sign alone, which in a
// sentence may be a dash of any kind.
func isDash(row *align.Row, a, b fact.Fact) bool {
	return row.Kind != doc.Cell && strings.TrimPrefix(valueOf(a), "-") == strings.TrimPrefix(valueOf(b), "-")
}

// isRewritten reports whether two numbers are likely one in two spellings that
// were not understood: one is of a word of magnitude and the other has its digits.
func isRewritten(a, b fact.Fact) bool {
	if a.Text == "20"+b.Text || b.Text == "20"+a.Text {
		return true // August '26 and 2026
	}
	if a.Text != b.Text && strings.TrimSuffix(a.Text, ".0") == strings.TrimSuffix(b.Text, ".0") {
		return true // 4.24 and 4.24.0
	}
	if a.Number.Scaled == b.Number.Scaled {
		return a.Number.Form == fact.Clock && b.Number.Form != fact.Clock || b.Number.Form == fact.Clock && a.Number.Form != fact.Clock
	}
	return true
}

// sameForm reports whether two numbers are of forms that one slip of the pen
// turns into each other.
func sameForm(a, b fact.Token) bool {
	if a.Form == b.Form {
		return true
	}
	loose := func(t fact.Token) bool {
		// The day of a month in words is a number by itself.
		return t.Form == fact.Integer || t.Form == fact.Decimal || t.Form == fact.Dotted ||
			t.Form == fact.Date && len(t.Parts) == 0 && len(t.Values) == 2
	}
	return loose(a) && loose(b)
}

// isSlip reports whether one number may be the other miswritten: of one form,
// of two digits or more, with one digit dropped, added or changed or two
// neighbours exchanged.
func isSlip(a, b fact.Token) bool {
	if a.Form != b.Form || a.Form == fact.Clock || a.Form == fact.Date || a.Scaled || b.Scaled || len(a.Values) > 1 || len(b.Values) > 1 {
		return false
	}
	v, w := a.Values[0], b.Values[0]
	if a.Form == fact.Dotted && isPartSlip(strings.Split(v, "."), strings.Split(w, ".")) {
		return true
	}
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

// isPartSlip reports whether one version or address may be the other with one of
// its numbers changed, or with its numbers in another order.
func isPartSlip(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range a {
		if a[i] != b[i] {
			differ++
		}
	}
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return differ == 1 || slices.Equal(a, b)
}
