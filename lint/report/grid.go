package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

// GridText writes a grid for people: a line for each row, a column for each
// locale, "—" for a hole. What holds other units shows its lines, what holds
// text the text.
func GridText(w io.Writer, g *align.Grid, opts Options) error {
	const gap, minColumn, matchWidth = 2, 12, len("position 0.00")
	depths := make([]int, len(g.Rows))
	head := len("unit")
	for i, row := range g.Rows {
		if row.Parent >= 0 {
			depths[i] = depths[row.Parent] + 1
		}
		head = max(head, 2*depths[i]+len(row.Kind.String()))
	}
	width := opts.width() - head - gap - matchWidth
	width = max(minColumn, width/max(1, len(g.Columns))-gap)

	var b strings.Builder
	line := func(unit, match string, texts []string) {
		s := pad(unit, head) + "  " + pad(match, matchWidth)
		for _, t := range texts {
			s += "  " + pad(cut(t, width), width)
		}
		b.WriteString(strings.TrimRight(s, " "))
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "page %s\n", Visible(g.Page))
	tags := make([]string, 0, len(g.Columns))
	for i, c := range g.Columns {
		tag := locale(c.File.Locale())
		if c.Version != "" {
			tag += " " + c.Version
		}
		fmt.Fprintf(&b, "  %s  %s\n", tag, Visible(opts.work(c.File.Path())))
		if i == g.Source {
			tag += " (source)"
		}
		tags = append(tags, tag)
	}
	b.WriteByte('\n')
	line("unit", "match", tags)
	for i := range g.Rows {
		row := &g.Rows[i]
		texts := make([]string, 0, len(row.Units))
		present := 0
		for column, u := range row.Units {
			if u == nil {
				texts = append(texts, "—")
				continue
			}
			present++
			texts = append(texts, unitText(g.Columns[column].File, u))
		}
		how := ""
		if present > 1 {
			how = fmt.Sprintf("%-8s %.2f", row.Reason, row.Score)
		}
		line(strings.Repeat("  ", depths[i])+row.Kind.String(), how, texts)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// unitText is what a column of the text grid shows of a unit.
func unitText(f *doc.File, u *doc.Unit) string {
	if hasOwnText(u) {
		if text := u.Text(); text != "" {
			return text
		}
		return "(empty)"
	}
	first, last := f.Line(u.Span.Start), lastLine(f, u.Span)
	if first == last {
		return fmt.Sprintf("line %d", first)
	}
	return fmt.Sprintf("lines %d–%d", first, last)
}

// hasOwnText reports whether a unit's text is shown: that of a container stands
// in what it holds, only a table's cell is read as one.
func hasOwnText(u *doc.Unit) bool { return u.Kind == doc.Cell || !u.Kind.IsContainer() }

type jsonGrid struct {
	Version int        `json:"version"`
	Page    string     `json:"page"`
	Columns []jsonFile `json:"columns"`
	Rows    []jsonRow  `json:"rows"`
}

type jsonRow struct {
	Kind   string      `json:"kind"`
	Where  string      `json:"where,omitempty"`
	Score  float64     `json:"score"`
	Reason string      `json:"reason"`
	Units  []*jsonUnit `json:"units"`
}

type jsonUnit struct {
	Line      int     `json:"line"`
	EndLine   int     `json:"endLine"`
	ByteStart int     `json:"byteStart"`
	ByteEnd   int     `json:"byteEnd"`
	Text      *string `json:"text,omitempty"` // nil for a container, see hasOwnText
}

// GridJSON writes a grid for programs. Containers have no text: it is that of
// the rows within.
func GridJSON(w io.Writer, g *align.Grid, opts Options) error {
	j := jsonGrid{
		Version: jsonVersion, Page: g.Page,
		Columns: make([]jsonFile, 0, len(g.Columns)),
		Rows:    make([]jsonRow, 0, len(g.Rows)),
	}
	for _, c := range g.Columns {
		j.Columns = append(j.Columns, jsonFile{c.File.Locale(), opts.work(c.File.Path())})
	}
	for i := range g.Rows {
		row := &g.Rows[i]
		out := jsonRow{
			Kind: row.Kind.String(), Score: rounded(row.Score), Reason: row.Reason.String(),
			Units: make([]*jsonUnit, len(row.Units)),
		}
		where := true
		for column, u := range row.Units {
			if u == nil {
				continue
			}
			if where {
				out.Where, where = align.Where(u), false
			}
			f := g.Columns[column].File
			unit := &jsonUnit{
				Line: f.Line(u.Span.Start), EndLine: lastLine(f, u.Span),
				ByteStart: u.Span.Start, ByteEnd: u.Span.End,
			}
			if hasOwnText(u) {
				text := u.Text()
				unit.Text = &text
			}
			out.Units[column] = unit
		}
		j.Rows = append(j.Rows, out)
	}
	return writeJSON(w, j)
}
