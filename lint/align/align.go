package align

import (
	"github.com/doclint/doclint/lint/doc"
)

// A Score says how well the words of two units of two columns correspond, 0..1,
// and in how many words that is known. Where nothing is known of the two
// languages both are 0.
type Score func(from, to int, a, b *doc.Unit) (score, known float64)

// New aligns the documents of one page. There is at least one column; source is
// the column of the source, -1 if it is not known; score is nil where nothing is
// known of words.
func New(page string, columns []Column, source int, score Score) *Grid {
	a := &aligner{grid: &Grid{Page: page, Columns: columns, Source: source}}
	for i, c := range columns {
		p := newProfile(c)
		p.column, p.score = i, score
		a.profiles = append(a.profiles, p)
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

// weaken lowers the score of a match that only its place speaks for to that of
// the row it is in.
func (m *match) weaken(g *Grid, parent int) {
	if parent >= 0 && m.reason == ByPosition && m.count() > 1 {
		m.score = min(m.score, g.Rows[parent].Score)
	}
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
	m.weaken(a.grid, parent)
	kind := m.kind()
	a.grid.Rows = append(a.grid.Rows, Row{Kind: kind, Units: m.units, Score: m.score, Reason: m.reason, Parent: parent})
	if m.count() > 1 || len(m.units) == 1 {
		switch kind {
		case doc.Table:
			a.table(m.units, at)
		case doc.Cell:
			// A cell is compared as a whole.
		case doc.Root:
			for _, child := range a.sequences(lists(m.units, isBlock)) {
				a.add(child, at)
			}
			// Sections are aligned in one list, whatever their levels: a heading
			// whose level changed moves no other.
			for _, section := range a.sequences(sections(a.grid.Columns)) {
				a.add(section, at)
			}
		default:
			if kind.IsContainer() {
				for _, child := range a.sequences(lists(m.units, isBlock)) {
					a.add(child, at)
				}
			}
		}
	}
	a.grid.Rows[at].End = len(a.grid.Rows)
}

// lists returns what is directly within each unit and wanted.
func lists(parents []*doc.Unit, want func(*doc.Unit) bool) [][]*doc.Unit {
	lists := make([][]*doc.Unit, len(parents))
	for i, p := range parents {
		if p == nil {
			continue
		}
		for child := range p.Children() {
			if want(child) {
				lists[i] = append(lists[i], child)
			}
		}
	}
	return lists
}

// isBlock reports whether a unit is aligned where it stands.
func isBlock(u *doc.Unit) bool {
	switch u.Kind {
	case doc.Comment, doc.Break, doc.Section:
		return false
	}
	return !u.Kind.IsInline()
}

// sections returns all sections of each document, in reading order.
func sections(columns []Column) [][]*doc.Unit {
	lists := make([][]*doc.Unit, len(columns))
	for i, c := range columns {
		for u := range c.Document.Units() {
			if u.Kind == doc.Section {
				lists[i] = append(lists[i], u)
			}
		}
	}
	return lists
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
	if laid := a.inStep(rows, units, column); laid != nil {
		return laid
	}
	fit := func(i, j int) similarity { return a.fit(&rows[i], units[j], column, (*profile).words) }
	pairs := pairUp(len(rows), len(units), fit,
		func(i int) uint64 { return a.anchor(rows[i]) },
		func(j int) uint64 { return a.profiles[column].anchorKey(units[j]) },
	)
	taken := make([]bool, len(units))
	for _, m := range a.moved(rows, units, pairs, fit) {
		rows[m.i] = join(rows[m.i], units[m.j], column, m.similarity)
		taken[m.j] = true
	}
	// What fits badly at the same place is taken for what the other became.
	pairs = fill(pairs, len(rows), len(units), func(i, j int) similarity {
		if taken[j] || rows[i].units[column] != nil {
			return similarity{}
		}
		return fit(i, j)
	})
	laid := make([]match, 0, len(rows)+len(units)-len(pairs))
	i, j := 0, 0
	advance := func(toI, toJ int) {
		laid = append(laid, rows[i:toI]...)
		for ; j < toJ; j++ {
			if !taken[j] {
				laid = append(laid, a.alone(units[j], column))
			}
		}
	}
	for _, p := range pairs {
		advance(p.i, p.j)
		laid = append(laid, join(rows[p.i], units[p.j], column, p.similarity))
		i, j = p.i+1, p.j+1
	}
	advance(len(rows), len(units))
	return laid
}

// sure is the score that each unit must have with its counterpart for two lists
// to be in step.
const sure = 0.3

// inStep lays units on rows one by one, if they are as many and of the same kinds
// and none speaks against its counterpart; else it returns nil. Most lists of
// most pages are in step.
func (a *aligner) inStep(rows []match, units []*doc.Unit, column int) []match {
	if len(rows) != len(units) || a.exchanged(rows, units) {
		return nil
	}
	fits := make([]similarity, len(rows))
	for i := range rows {
		fits[i] = a.fit(&rows[i], units[i], column, func(p *profile) *signature { return p.stated })
		if fits[i].score < sure {
			return nil
		}
	}
	for i, s := range fits {
		rows[i] = join(rows[i], units[i], column, s)
	}
	return rows
}

// exchanged reports whether a table row stands opposite one of another key
// although its own key is there too, elsewhere.
func (a *aligner) exchanged(rows []match, units []*doc.Unit) bool {
	if len(units) == 0 || units[0].Kind != doc.Row {
		return false
	}
	keys := make(map[string]bool, len(units))
	for _, u := range units {
		keys[RowKey(u)] = true
	}
	for i, u := range units {
		for _, c := range a.order {
			v := rows[i].units[c]
			if v == nil {
				continue
			}
			if key := RowKey(v); key != "" && key != RowKey(u) && keys[key] {
				return true
			}
			break
		}
	}
	return false
}

// alone returns the match of a unit that nothing stands opposite.
func (a *aligner) alone(u *doc.Unit, column int) match {
	m := match{units: make([]*doc.Unit, len(a.profiles)), similarity: similarity{score: 1}}
	m.units[column] = u
	return m
}

// join adds a unit to a match.
func join(m match, u *doc.Unit, column int, s similarity) match {
	m.units[column] = u
	if s.score < m.score || m.count() == 2 {
		m.similarity = s
	}
	return m
}

// moved pairs table rows that found no counterpart in order with one of the same
// key elsewhere in the table.
func (a *aligner) moved(rows []match, units []*doc.Unit, pairs []pair, fit func(i, j int) similarity) []pair {
	if len(units) == 0 || units[0].Kind != doc.Row || len(pairs) == min(len(rows), len(units)) {
		return nil
	}
	pairedI, pairedJ := make([]bool, len(rows)), make([]bool, len(units))
	for _, p := range pairs {
		pairedI[p.i], pairedJ[p.j] = true, true
	}
	byKey := make(map[string]int)
	for j, u := range units {
		if key := RowKey(u); !pairedJ[j] && key != "" {
			byKey[key] = j
		}
	}
	var found []pair
	for i := range rows {
		if pairedI[i] {
			continue
		}
		for _, c := range a.order {
			u := rows[i].units[c]
			if u == nil {
				continue
			}
			if j, ok := byKey[RowKey(u)]; ok && !pairedJ[j] {
				found = append(found, pair{i, j, fit(i, j)})
				pairedJ[j] = true
			}
			break
		}
	}
	return found
}

// witnesses is the number of units of a row that a further one is compared
// with: more would cost time and change little.
const witnesses = 3

// fit compares a unit with those of a row, the source's first.
func (a *aligner) fit(row *match, u *doc.Unit, column int, signed func(*profile) *signature) similarity {
	var sum similarity
	seen := 0
	for _, c := range a.order {
		v := row.units[c]
		if v == nil {
			continue
		}
		scale := (a.profiles[column].letters + 1) / (a.profiles[c].letters + 1)
		s := similar(side{a.profiles[c], signed(a.profiles[c])}, side{a.profiles[column], signed(a.profiles[column])}, v, u, scale)
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
	for _, f := range p.stated.of(u) {
		if f.weight > best.weight || f.weight == best.weight && f.hash < best.hash {
			best = f
		}
	}
	return best.hash
}
