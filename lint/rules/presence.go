package rules

import (
	"fmt"
	"strings"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

// The rules on what is missing or too much all read the holes of the grid in the
// same way and differ in the kind of unit.

// missing returns a rule's Run that reports units of a kind which the source, or
// without a source most locales, have and others lack.
func missing(kind doc.Kind) func(*lint.Pass) {
	return func(p *lint.Pass) {
		for i, row := range p.Grid.Of(kind) {
			have, lack := sides(p.Grid, row)
			if len(have) > 0 && isMissing(p.Grid, row, len(have), len(lack)) {
				for _, c := range lack {
					reportMissing(p, i, c, have)
				}
			}
		}
	}
}

// extra returns a rule's Run that reports units of a kind which the source, or
// without a source most locales, know nothing of.
func extra(kind doc.Kind) func(*lint.Pass) {
	return func(p *lint.Pass) {
		for i, row := range p.Grid.Of(kind) {
			have, lack := sides(p.Grid, row)
			if len(lack) > 0 && !isMissing(p.Grid, row, len(have), len(lack)) {
				for _, c := range have {
					reportExtra(p, i, c, lack)
				}
			}
		}
	}
}

// sides returns the columns that have a unit and those that lack it. A column
// has no say if it lacks what the unit would stand in, or if most of what stands
// there found no counterpart.
func sides(g *align.Grid, row *align.Row) (have, lack []int) {
	if row.Parent < 0 {
		return nil, nil
	}
	for c := range g.Columns {
		switch {
		case !g.Rows[row.Parent].Has(c) || !corresponds(g, row.Parent, c):
		case !row.Has(c) && withinMissing(g, row, c):
		case row.Has(c):
			have = append(have, c)
		default:
			lack = append(lack, c)
		}
	}
	return have, lack
}

// withinMissing reports whether a section stands in one that a column lacks too.
func withinMissing(g *align.Grid, row *align.Row, column int) bool {
	if row.Kind != doc.Section {
		return false
	}
	for _, outer := range g.Of(doc.Section) {
		for c, u := range row.Units {
			if u != nil && outer.Units[c] != nil && outer.Units[c] == u.Parent() && !outer.Has(column) {
				return true
			}
		}
	}
	return false
}

// corresponds reports whether most of what a column has directly within a row
// stands opposite something in another column.
func corresponds(g *align.Grid, parent, column int) bool {
	units, matched := 0, 0
	for _, row := range g.Children(parent) {
		if !row.Has(column) {
			continue
		}
		units++
		for c := range row.Units {
			if c != column && row.Has(c) && row.Score >= sureMatch {
				matched++
				break
			}
		}
	}
	return matched > 0 && matched*2 >= units
}

// isMissing reports whether a unit that some columns lack is missing there,
// rather than too much in those that have it.
func isMissing(g *align.Grid, row *align.Row, have, lack int) bool {
	if g.Source >= 0 {
		return row.Has(g.Source)
	}
	return have >= lack
}

// reportMissing reports that a column lacks the unit of a row.
func reportMissing(p *lint.Pass, i, column int, have []int) {
	row := &p.Grid.Rows[i]
	teller := have[0]
	if s := p.Grid.Source; s >= 0 && row.Has(s) {
		teller = s
	}
	f := lint.Finding{
		File:  p.Grid.Columns[column].File,
		Span:  gap(p.Grid, i, column),
		Where: align.Where(p.Grid.Rows[row.Parent].Units[column]),
	}
	var names []string
	for _, c := range have {
		u := row.Units[c]
		f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: u.Span, Text: label(u)})
		names = append(names, p.Name(c))
	}
	f.Message = fmt.Sprintf("%s of %s is missing here", naming(row.Units[teller]), lint.List(names))
	p.Report(f)
}

// reportExtra reports that the unit of a row is not in the columns that lack it.
func reportExtra(p *lint.Pass, i, column int, lack []int) {
	u := p.Grid.Rows[i].Units[column]
	f := lint.Finding{File: p.Grid.Columns[column].File, Span: u.Span, Where: align.Where(u)}
	var names []string
	for _, c := range lack {
		at := gap(p.Grid, i, c)
		f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: at})
		names = append(names, p.Name(c))
	}
	f.Message = fmt.Sprintf("%s is not in %s", naming(u), lint.List(names))
	p.Report(f)
}

// gap returns the place where the unit of a row is missing: the end of what
// stands before it in the column, else the start of what it belongs in.
func gap(g *align.Grid, missing, column int) doc.Span {
	parent := g.Rows[missing].Parent
	at := g.Rows[parent].Units[column].Span.Start
	for i, row := range g.Children(parent) {
		if i == missing {
			break
		}
		if row.Has(column) {
			at = ownEnd(row.Units[column])
		}
	}
	return doc.Span{Start: at, End: at}
}

// ownEnd returns the end of a unit, of a section without those within it.
func ownEnd(u *doc.Unit) int {
	if u.Kind != doc.Section {
		return u.Span.End
	}
	end := u.Span.Start
	for child := range u.Children() {
		if child.Kind == doc.Section {
			break
		}
		end = child.Span.End
	}
	return end
}

// naming returns what a message calls a unit: the row "port", the section
// "Install", a code block.
func naming(u *doc.Unit) string {
	if name := label(u); name != "" && (u.Kind == doc.Row || u.Kind == doc.Section) {
		return fmt.Sprintf("the %s %q", u.Kind, name)
	}
	kind := u.Kind.String()
	if strings.ContainsRune("aeiou", rune(kind[0])) {
		return "an " + kind
	}
	return "a " + kind
}

// label returns the few words that a unit is known by.
func label(u *doc.Unit) string {
	switch u.Kind {
	case doc.Row:
		return align.RowKey(u)
	case doc.Section:
		for first := range u.Children() {
			return short(first.Text())
		}
	}
	return short(u.Text())
}

// short cuts a text to the first 40 characters of its first line.
func short(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	n := 0
	for i := range text {
		if n++; n > 40 {
			return text[:i] + "…"
		}
	}
	return text
}
