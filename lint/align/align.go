package align

import (
	"github.com/doclint/doclint/lint/doc"
)

// New aligns the documents of one page. There is at least one column; source is
// the column of the source, -1 if it is not known.
func New(page string, columns []Column, source int) *Grid {
	a := &aligner{grid: &Grid{Page: page, Columns: columns, Source: source}}
	for _, c := range columns {
		a.profiles = append(a.profiles, newProfile(c))
	}
	// The source is the profile that the others are laid on: what it lacks
	// stands out from what it has.
	for i := range columns {
		a.order = append(a.order, i)
	}
	if source > 0 {
		copy(a.order[1:], a.order[:source])
		a.order[0] = source
	}
	roots := make([]*doc.Unit, len(columns))
	for i, c := range columns {
		roots[i] = c.Document.Root()
	}
	a.add(match{units: roots, similarity: similarity{1, 1, ByAnchor}}, -1)
	return a.grid
}

// An aligner makes one grid.
type aligner struct {
	grid     *Grid
	profiles []*profile
	order    []int // columns in the order in which they are laid on each other
}

// A match is units that stand opposite each other, before they are a row.
type match struct {
	units []*doc.Unit
	similarity
}

// count returns the number of columns that have a unit.
func (m *match) count() int {
	n := 0
	for _, u := range m.units {
		if u != nil {
			n++
		}
	}
	return n
}

// kind returns the kind of the units.
func (m *match) kind() doc.Kind {
	for _, u := range m.units {
		if u != nil {
			return u.Kind
		}
	}
	return doc.Root
}

// add makes a row of a match, and rows of what is within it.
func (a *aligner) add(m match, parent int) {
	at := len(a.grid.Rows)
	kind := m.kind()
	a.grid.Rows = append(a.grid.Rows, Row{Kind: kind, Units: m.units, Score: m.score, Reason: m.reason, Parent: parent})
	if m.count() > 1 || len(m.units) == 1 {
		switch kind {
		case doc.Table:
			a.table(m.units, at)
		case doc.Cell:
			// A cell is compared as a whole.
		default:
			if kind.IsContainer() {
				for _, child := range a.children(m.units) {
					a.add(child, at)
				}
			}
		}
	}
	a.grid.Rows[at].End = len(a.grid.Rows)
}

// children aligns what is directly within units that stand opposite each other.
func (a *aligner) children(parents []*doc.Unit) []match {
	lists := make([][]*doc.Unit, len(parents))
	for i, p := range parents {
		if p == nil {
			continue
		}
		for child := range p.Children() {
			if child.Kind != doc.Comment && child.Kind != doc.Break && !child.Kind.IsInline() {
				lists[i] = append(lists[i], child)
			}
		}
	}
	return a.sequences(lists)
}

// sequences aligns one list of units a column: progressively, each column
// against all that were laid down before it.
func (a *aligner) sequences(lists [][]*doc.Unit) []match {
	var rows []match
	for _, column := range a.order {
		rows = a.lay(rows, lists[column], column)
	}
	return rows
}

// lay adds the units of one column to rows that others have made.
func (a *aligner) lay(rows []match, units []*doc.Unit, column int) []match {
	pairs := pairUp(len(rows), len(units),
		func(i, j int) similarity { return a.fit(&rows[i], units[j], column) },
		func(i int) uint64 { return a.anchor(rows[i]) },
		func(j int) uint64 { return a.profiles[column].anchorKey(units[j]) },
	)
	laid := make([]match, 0, len(rows)+len(units)-len(pairs))
	i, j := 0, 0
	alone := func(u *doc.Unit) match {
		m := match{units: make([]*doc.Unit, len(a.profiles)), similarity: similarity{score: 1}}
		m.units[column] = u
		return m
	}
	for _, p := range pairs {
		laid = append(laid, rows[i:p.i]...)
		for ; j < p.j; j++ {
			laid = append(laid, alone(units[j]))
		}
		m := rows[p.i]
		m.units[column] = units[p.j]
		if p.score < m.score || m.count() == 2 {
			m.similarity = p.similarity
		}
		laid = append(laid, m)
		i, j = p.i+1, p.j+1
	}
	laid = append(laid, rows[i:]...)
	for ; j < len(units); j++ {
		laid = append(laid, alone(units[j]))
	}
	return laid
}

// witnesses is the number of units of a row that a further one is compared
// with: more would cost time and change little.
const witnesses = 3

// fit compares a unit with those of a row, the source's first.
func (a *aligner) fit(row *match, u *doc.Unit, column int) similarity {
	var sum similarity
	seen := 0
	for _, c := range a.order {
		v := row.units[c]
		if v == nil {
			continue
		}
		scale := (a.profiles[column].letters + 1) / (a.profiles[c].letters + 1)
		s := similar(a.profiles[c], a.profiles[column], v, u, scale)
		sum.score += s.score
		sum.confidence += s.confidence
		sum.reason = max(sum.reason, s.reason)
		if seen++; seen == witnesses {
			break
		}
	}
	sum.score /= float64(seen)
	sum.confidence /= float64(seen)
	return sum
}

// anchor returns what a row can be found by in a long list, 0 for nothing.
func (a *aligner) anchor(m match) uint64 {
	for _, c := range a.order {
		if u := m.units[c]; u != nil {
			return a.profiles[c].anchorKey(u)
		}
	}
	return 0
}

// anchorKey returns a hash of what a unit is known by in any language: a row by
// its key if that has Latin letters or digits, anything else by its heaviest
// feature.
func (p *profile) anchorKey(u *doc.Unit) uint64 {
	if u.Kind == doc.Row {
		return hash('r', RowKey(u))
	}
	var best feature
	for _, f := range p.of(u) {
		if !f.weak && (f.weight > best.weight || f.weight == best.weight && f.hash < best.hash) {
			best = f
		}
	}
	return best.hash
}
