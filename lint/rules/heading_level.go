// a heading of another level
//
// Reports a heading that stands on another level than its counterpart, so that
// its section belongs to another one. A page whose headings are all shifted by
// the same number of levels is left alone: that is a style.
//
// The table of contents and the links of that language lead somewhere else.
//
// Bad:
//
//	-- en/log.md --
//	# Server {#server}
//
//	## Ports {#ports}
//
//	## Limits {#limits}
//	-- pt/log.md --
//	# Servidor {#server}
//
//	## Portas {#ports}
//
//	### Limites {#limits}
//
// Good:
//
//	-- en/log.md --
//	# Server {#server}
//
//	## Ports {#ports}
//	-- pt/log.md --
//	## Servidor {#server}
//
//	### Portas {#ports}

package rules

import (
	"fmt"
	"strconv"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var headingLevel = lint.Rule{
	Name:     "heading-level",
	Doc:      page("heading_level.go"),
	Severity: lint.Warning,
	Run: func(p *lint.Pass) {
		for _, row := range p.Grid.Of(doc.Heading) {
			if row.Score < sureMatch {
				continue
			}
			levels := make([]string, len(row.Units))
			for c, u := range row.Units {
				if u != nil {
					levels[c] = strconv.Itoa(u.Level - shift(p.Grid, c))
				}
			}
			verdict := lint.Vote(levels, p.Grid.Source)
			for _, wrong := range verdict.Wrong {
				reportLevel(p, row, levels, wrong)
			}
		}
	},
}

func reportLevel(p *lint.Pass, row *align.Row, levels []string, wrong int) {
	u := row.Units[wrong]
	here := strconv.Itoa(u.Level)
	f := lint.Finding{File: p.Grid.Columns[wrong].File, Span: u.Span, Where: align.Where(u), Found: here}
	sides := lint.Sides{}
	for c, other := range row.Units {
		if other == nil || levels[c] == levels[wrong] || other.Level == u.Level {
			continue // or of one level, on a page whose others are shifted
		}
		level := strconv.Itoa(other.Level)
		sides.Add(level, "level "+level, p.Name(c), c == p.Grid.Source)
		f.Notes = append(f.Notes, lint.Note{File: p.Grid.Columns[c].File, Span: other.Span, Text: short(other.Text())})
	}
	if len(f.Notes) == 0 {
		return
	}
	f.Message = fmt.Sprintf("the heading %q is of level %s here, %s", short(u.Text()), here, sides.String())
	p.Report(f)
}

// shift returns how many levels deeper most headings of a column are than their
// counterparts in the column that the page is judged by.
func shift(g *align.Grid, column int) int {
	base := max(g.Source, 0)
	count := make(map[int]int)
	total := 0
	for _, row := range g.Of(doc.Heading) {
		if row.Has(column) && row.Has(base) {
			count[row.Units[column].Level-row.Units[base].Level]++
			total++
		}
	}
	for by, n := range count {
		if n*2 > total {
			return by
		}
	}
	return 0
}
