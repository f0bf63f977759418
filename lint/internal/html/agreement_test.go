package html

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/doclint/doclint/lint/doc"
)

// A grid is what two readings of a table are compared by: a line a row, and of
// each cell its text and what it spans.
type grid []string

// parsedGrids returns the grids of the tables that the package reads.
func parsedGrids(src string) []grid {
	var grids []grid
	for u := range Parse(doc.NewFile("a.html", "", []byte(src))).Units() {
		if u.Kind != doc.Table {
			continue
		}
		g := grid{}
		for row := range u.Children() {
			if row.Kind != doc.Row {
				continue
			}
			line := ""
			for cell := range row.Children() {
				if cell.Kind == doc.Cell {
					line += describe(cell.Header, cell.RowSpan, cell.ColumnSpan, cell.Text())
				}
			}
			g = append(g, line)
		}
		grids = append(grids, g)
	}
	return grids
}

func describe(header bool, rows, columns int, text string) string {
	name := "td"
	if header {
		name = "th"
	}
	return fmt.Sprintf("%s %d×%d %q; ", name, rows, columns, strings.Join(strings.Fields(text), " "))
}

// standardGrids returns those of the tree that the HTML Standard has a browser
// build.
func standardGrids(t *testing.T, src string) []grid {
	t.Helper()
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var grids []grid
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Table {
			at := len(grids)
			grids = append(grids, nil)
			grids[at] = standardGrid(n)
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
	}
	walk(root)
	return grids
}

func standardGrid(table *html.Node) grid {
	g := grid{}
	for group := table.FirstChild; group != nil; group = group.NextSibling {
		rows := 0
		for row := group.FirstChild; row != nil; row = row.NextSibling {
			if row.DataAtom == atom.Tr {
				rows++
			}
		}
		for row := group.FirstChild; row != nil; row = row.NextSibling {
			if row.DataAtom != atom.Tr {
				continue
			}
			line := ""
			for cell := row.FirstChild; cell != nil; cell = cell.NextSibling {
				if cell.DataAtom == atom.Td || cell.DataAtom == atom.Th {
					header := cell.DataAtom == atom.Th || group.DataAtom == atom.Thead
					line += describe(header, span(cell, "rowspan", rows), span(cell, "colspan", 1000), text(cell))
				}
			}
			g = append(g, line)
			rows--
		}
	}
	return g
}

// span returns the value of an attribute as the standard reads it, at most limit.
func span(cell *html.Node, name string, limit int) int {
	for _, a := range cell.Attr {
		n := -1
		if _, err := fmt.Sscan(a.Val, &n); a.Key != name || err != nil || n < 0 {
			continue
		}
		if n == 0 && name == "rowspan" {
			return limit
		}
		return min(max(n, 1), limit)
	}
	return 1
}

// text returns the text within a node with blanks around blocks. What is no
// content is left out.
func text(n *html.Node) string {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Svg, atom.Noscript, atom.Template:
		return ""
	case atom.Br:
		return " "
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		b.WriteString(text(child))
	}
	switch elementTypes[n.DataAtom].role {
	case inline, phrase:
		return b.String()
	}
	return " " + b.String() + " "
}

// TestGridAgreement holds the grids of tables to those of the tree that the HTML
// Standard describes, apart from foster parenting: what stands in a table and in
// none of its cells stays where it is.
func TestGridAgreement(t *testing.T) {
	tests := []struct{ reason, src string }{
		{"rows and cells", "<table><tr><td>é<td>è<tr><th>甲<td></table>"},
		{"groups", "<table><thead><tr><td>Ä<tbody><tr><td>a<tr><td>b<tfoot><tr><td>總</table>"},
		{"rows without a group before and after one", "<table><tr><td>ก<thead><tr><td>ข</thead><tr><td>ค</table>"},
		{"spans that end with their group", "<table><tbody><tr><td rowspan=5>甲<td>1<tr><td>2<tbody><tr><td>3</table>"},
		{"a span to the end", "<table><tbody><tr><td rowspan=0>א<td>1<tr><td>2<tr><td>3</table>"},
		{"spans that are odd", "<table><tr><td colspan=0>a<td colspan=-1>b<td colspan=x>c<td colspan=2000>ç<td rowspan='2 '>d<td colspan=' 3'>e<td colspan=4px>f</table>"},
		{"a table in a cell", "<table><tr><td>外<table><tr><td>内</table>後<td>x</table>"},
		{"a table in a table in a cell's list", "<table><tr><td><ul><li>1<table><tr><td>ñ</table><li>2</ul><td>x</table>"},
		{"caption and columns", "<table><caption>表</caption><colgroup><col span=2><tr><td>a<td>ü</table>"},
		{"a caption that is not closed", "<table><caption>표<tr><td>é</table>"},
		{"stray ends", "<table><tr><td>a</span></p></li></tbody></b>б</td></td></tr></tr></table></table>"},
		{"a cell without a row", "<table><td>क<td>ख</table>"},
		{"a row in a cell", "<table><tr><td>a<tr><td>ä</table>"},
		{"a cell in a paragraph", "<table><tr><td><p>ö<td><p>ü<p>é</table>"},
		{"inline markup in cells", "<table><tr><td>甲<span>乙</span><sub>2</sub><kbd>K</kbd><td>x<b>y</b>z</table>"},
		{"inline markup that is not closed", "<table><tr><td><b>a<td>ŝ<tr><td><code>c<td>d</table>"},
		{"comments", "<table><!-- a --><tr><!-- b --><td>é<!-- c -->è<!-- d --></tr><!-- e --></table>"},
		{"a form in a table", "<table><form><tr><td>ж<input></form></table>"},
		{"a table right in a paragraph", "<p>α<table><tr><td>β</table>γ"},
		{"a table in a table", "<table><tr><td>a</td></tr><table><tr><td>ą</td></tr></table>"},
		{"headers in a body", "<table><tr><th scope=row>行<td>1</table>"},
		{"code", "<table><tr><td><pre>é\n  è</pre><td><pre><code>x</code></pre></table>"},
		{"references", "<table><tr><td>1&nbsp;000&#x20AC;<td>&lt;td&gt;</table>"},
		{"upper case", "<TABLE><TBODY><TR><TD COLSPAN=2>Ñ</TD></TR></TBODY></TABLE>"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			if diff := cmp.Diff(standardGrids(t, tt.src), parsedGrids(tt.src)); diff != "" {
				t.Errorf("%s\n(-standard +here):\n%s", tt.src, diff)
			}
		})
	}
}

var tableOfHTML = regexp.MustCompile(`(?is)<table.*?</table>`)

// TestGridAgreementOnCorpus does the same with the tables of HTML of real pages,
// one at a time.
func TestGridAgreementOnCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("the real pages take minutes under the race detector")
	}
	root := os.Getenv("DOCLINT_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	root = filepath.Join(root, "corpus")
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the real pages are required in CI: %v", err)
		}
		t.Skipf("no real pages: %v", err)
	}
	tables := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, table := range tableOfHTML.FindAllString(string(src), -1) {
			tables++
			if diff := cmp.Diff(standardGrids(t, table), parsedGrids(table)); diff != "" {
				t.Errorf("%s\n%.300s\n(-standard +here):\n%s", path, table, diff)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d tables compared", tables)
}
