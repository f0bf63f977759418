package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/doc"
)

// A count is of the tables of pages, their rows, and the cells of these.
type count struct{ tables, rows, cells int }

func (c *count) add(d count) {
	c.tables += d.tables
	c.rows += d.rows
	c.cells += d.cells
}

func (c count) String() string { return fmt.Sprintf("%7d %7d %8d", c.tables, c.rows, c.cells) }

func countUnits(d *doc.Document) (c count) {
	for u := range d.Units() {
		switch u.Kind {
		case doc.Table:
			c.tables++
		case doc.Row:
			c.rows++
		case doc.Cell:
			c.cells++
		}
	}
	return c
}

var (
	head         = regexp.MustCompile(`\A(?:\x{FEFF})?---[ \t]*\r?\n(?s:.*?)\n---[ \t]*\r?\n`)
	pageComment  = regexp.MustCompile(`(?s)<!--.*?-->`)
	fenceLine    = regexp.MustCompile("^[ \t>]*(?:[-*+]|[0-9]+[.)])?[ \t]*(```+|~~~+)")
	codeInLine   = regexp.MustCompile("`[^`]+`")
	delimiterRow = regexp.MustCompile(`^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	quoteOrItem  = regexp.MustCompile(`^[ \t>]*`)
	tableTag     = regexp.MustCompile(`(?i)<table[\s>]`)
	rowTag       = regexp.MustCompile(`(?i)<tr[\s>]`)
	cellTag      = regexp.MustCompile(`(?i)<t[dh][\s>/]`)
)

// countLines counts with regular expressions over lines. It knows fences,
// comments and code spans, and takes a line with a bar below a table for a row.
func countLines(src string) (c count) {
	src = head.ReplaceAllString(src, "")
	src = pageComment.ReplaceAllStringFunc(src, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	var lines []string
	fence := ""
	for line := range strings.Lines(src) {
		line = strings.TrimRight(line, "\r\n")
		m := fenceLine.FindStringSubmatch(line)
		switch {
		case fence == "" && m != nil:
			fence, line = m[1], ""
		case fence != "":
			if m != nil && strings.HasPrefix(m[1], fence) && strings.TrimSpace(strings.TrimLeft(quoteOrItem.ReplaceAllString(line, ""), m[1][:1])) == "" {
				fence = ""
			}
			line = ""
		}
		lines = append(lines, line)
	}
	for i := 0; i < len(lines); i++ {
		if html := codeInLine.ReplaceAllString(lines[i], ""); strings.Contains(html, "<") {
			c.tables += len(tableTag.FindAllString(html, -1))
			c.rows += len(rowTag.FindAllString(html, -1))
			c.cells += len(cellTag.FindAllString(html, -1))
		}
		if i == 0 || !strings.Contains(lines[i], "|") || !delimiterRow.MatchString(lines[i]) || cellsOf(lines[i-1]) != cellsOf(lines[i]) {
			continue
		}
		c.tables++
		c.rows++
		c.cells += cellsOf(lines[i-1])
		for i+1 < len(lines) && strings.Contains(lines[i+1], "|") {
			i++
			c.rows++
			c.cells += cellsOf(lines[i])
		}
	}
	return c
}

func cellsOf(line string) int {
	line = strings.TrimSpace(quoteOrItem.ReplaceAllString(line, ""))
	line = strings.ReplaceAll(line, `\|`, "")
	return len(strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|"))
}

// miscounted holds the pages that the two count differently, with the reason.
var miscounted = []struct {
	reason string
	pages  []string
}{
	{"rows whose <tr> is left out are rows", []string{
		"adobe/campaign-classic.en/help/rn/using/compatibility-matrix.md",
		"adobe/campaign-classic.pt-BR/help/rn/using/compatibility-matrix.md",
		"adobe/campaign-classic.zh-Hans/help/rn/using/compatibility-matrix.md",
		"adobe/campaign-classic.en/help/rn/using/deprecated-features.md",
		"adobe/campaign-classic.pt-BR/help/rn/using/deprecated-features.md",
		"adobe/campaign-classic.zh-Hans/help/rn/using/deprecated-features.md",
	}},
	{"rows that stand in no table are none", []string{
		"adobe/campaign-classic.en/help/rn/using/rn-overview.md",
		"adobe/campaign-classic.pt-BR/help/rn/using/rn-overview.md",
		"adobe/campaign-classic.zh-Hans/help/rn/using/rn-overview.md",
	}},
	{"lines with bars in <pre> are no table", []string{
		"asvs/4.0/cre_mapping_table.md",
	}},
}

// TestCounts counts the tables of real pages twice.
func TestCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("the real pages take minutes under the race detector")
	}
	t.Parallel()
	reasons := make(map[string]string)
	for _, m := range miscounted {
		for _, path := range m.pages {
			reasons[path] = m.reason
		}
	}
	var trees []string
	ours, theirs := make(map[string]*count), make(map[string]*count)
	eachPage(t, func(path string, src []byte) {
		folders := strings.Split(path, "/")
		tree := strings.Join(folders[:min(2, len(folders)-1)], "/")
		if ours[tree] == nil {
			trees = append(trees, tree)
			ours[tree], theirs[tree] = new(count), new(count)
		}
		got, lines := countUnits(Parse(doc.NewFile(path, "", src))), countLines(string(src))
		ours[tree].add(got)
		theirs[tree].add(lines)
		reason, listed := reasons[path]
		switch {
		case got != lines && !listed:
			t.Errorf("%s: the lines count%v, the units%v", path, lines, got)
		case got == lines && listed:
			t.Errorf("%s is listed as one that differs: %s", path, reason)
		}
		delete(reasons, path)
	})
	for path, reason := range reasons {
		t.Errorf("%s is listed and was not read: %s", path, reason)
	}
	slices.Sort(trees)
	var b strings.Builder
	fmt.Fprintf(&b, "\n%-36s %24s   %24s\n", "", "here: tables, rows, cells", "by lines")
	for _, tree := range trees {
		fmt.Fprintf(&b, "%-36s %v   %v\n", tree, ours[tree], theirs[tree])
	}
	t.Log(b.String())
}
