package markdown

import (
	"strings"
	"testing"
	"time"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// TestHostile parses pages on which a parser may hang, overflow its stack or
// lose content. The bound on time is far above what any of them takes and far
// below what an unguarded parser takes.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("pages of this size take minutes under the race detector")
	}
	deep := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	tests := []struct {
		name, reason, src, keeps string
	}{
		{"delimiters", "150 KB of *a_ in one paragraph take an unguarded parser 25 s", strings.Repeat("*a_", 50_000) + " the end", "the end"},
		{"heading of delimiters", "a heading is a block of text too", "# " + strings.Repeat("*a_", 50_000) + " the end", "the end"},
		{"cell of delimiters", "so is a table cell", "| a |\n|---|\n| " + strings.Repeat("*a_", 50_000) + " the end |\n", "the end"},
		{"brackets", "unmatched brackets", strings.Repeat("[a](", 50_000) + " the end", "the end"},
		{"backticks", "runs of backticks of growing length", deep(400, func(i int) string { return strings.Repeat("`", i) + " " }) + "the end", "the end"},
		{"angles", "tags that never close", strings.Repeat("<a ", 50_000) + "the end", ""},
		{"quotes on one line", "10,000 quotes within each other", strings.Repeat("> ", 10_000) + "the end", "the end"},
		{"lists on one line", "10,000 lists within each other", strings.Repeat("- ", 10_000) + "the end", "the end"},
		{"numbered lists on one line", "the same with digits", strings.Repeat("1. ", 10_000) + "the end", "the end"},
		{"nested lists", "2,000 list items, each within the one before", deep(2000, func(i int) string { return strings.Repeat("  ", i) + "- a\n" }) + "\nthe end", "the end"},
		{"nested quotes", "1,000 lines, each one quote deeper", deep(1000, func(i int) string { return strings.Repeat(">", i) + " a\n" }) + "\nthe end", "the end"},
		{"nested tags", "10,000 div and b within each other", strings.Repeat("<div><b>", 10_000) + "the end", "the end"},
		{"nested tables", "tables of HTML within each other", strings.Repeat("<table><tr><td>", 10_000) + "the end", "the end"},
		{"long table", "100,000 rows", "| a | b |\n|---|---|\n" + deep(100_000, func(int) string { return "| 1 | `x\\|y` |\n" }) + "\nthe end", "the end"},
		{"long HTML table", "100,000 rows of HTML", "<table>\n" + strings.Repeat("<tr><td>1<td>2\n", 100_000) + "</table>\n\nthe end", "the end"},
		{"spans", "cells that claim the whole plane", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td rowspan=65534 colspan=1000>x", 12), 500) + "</table>\n\nthe end", "the end"},
		{"wide table", "a row of 100,000 cells", "| a |\n|---|\n" + strings.Repeat("| x ", 100_000) + "|\n\nthe end", "the end"},
		{"unclosed table", "an HTML table without end", "<table><tr><td>a\n\nthe end", "the end"},
		{"unclosed fence", "all that follows is code", "text\n\n```go\nthe end", "the end"},
		{"unclosed comment", "all that follows is a comment", "text\n\n<!-- the end", ""},
		{"references", "20,000 link definitions", deep(20_000, func(int) string { return "[a]: b\n" }) + "\n[a] the end", "the end"},
		{"broken UTF-8", "bytes that are no text, in a table", "| a\xff\xfe |\n|---|\n| \x80\xc3 |\n\nthe end \xf0\x9f", "the end"},
		{"NUL", "NUL bytes", "a\x00b\n\n| \x00 |\n|---|\n\nthe end\x00", "the end"},
		{"CR LF", "line ends of DOS", "# a\r\n\r\n| a |\r\n|---|\r\n| b |\r\n\r\n```\r\nx\r\ny\r\n```\r\n\r\nthe end\r\n", "the end"},
		{"BOM", "a byte order mark before a heading", "\ufeff# a\n\nthe end", "the end"},
		{"tabs", "tabs after markers, where goldmark's positions are wrong", ">\t# x\n>\t- y\n>\n>\t\tz\n\nthe end", "the end"},
		{"empty", "no bytes at all", "", ""},
		{"comments of Liquid", "20,000 that are not closed", strings.Repeat("{% comment %}\n", 20_000) + "the end", "the end"},
		{"coloured code", "20,000 blocks that are not closed", strings.Repeat("{% highlight go %}\n\n", 20_000) + "the end", "the end"},
		{"braces", "braces of expressions and values that never close", strings.Repeat("{", 100_000) + "\n\nthe end", "the end"},
		{"values in targets", "50,000 in one line", "[a](" + strings.Repeat("{{ ", 50_000) + "\n\nthe end", "the end"},
		{"components", "20,000 within each other on lines of their own", strings.Repeat("<Tab title=\"a\">\n", 20_000) + "\nthe end", "the end"},
		{"indented components", "each in the body of the one before", deep(1000, func(i int) string { return strings.Repeat("  ", i) + "<Tab>\n" }) + "\nthe end", "the end"},
		{"colons", "20,000 admonitions within each other", strings.Repeat(":::note\n", 20_000) + "\nthe end", "the end"},
		{"footnotes", "20,000 footnotes", strings.Repeat("[^a]: b\n", 20_000) + "\nthe end", "the end"},
		{"parentheses", "an address with 100,000 after it", "http://a.example/" + strings.Repeat(")", 100_000) + "\n\nthe end", "the end"},
		{"mail", "200,000 signs of mail", strings.Repeat("a@", 200_000) + "\n\nthe end", "the end"},
		{"www", "100,000 starts of addresses", strings.Repeat("www.", 100_000) + "\n\nthe end", "the end"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, path := range []string{"a.md", "a.mdx"} {
				start := time.Now()
				d := Parse(doc.NewFile(path, "en", []byte(tt.src)))
				for u := range d.Units() {
					if u.Kind == doc.Table {
						u.Table()
					}
				}
				if took := time.Since(start); took > 60*time.Second {
					t.Errorf("%s: %s took %v", tt.reason, path, took)
				} else {
					t.Logf("%s: %v for %d bytes, %d units", path, took, len(tt.src), d.Len())
				}
				if err := doctest.Check(d); err != nil {
					t.Errorf("%s: %s: %v", tt.reason, path, err)
				}
				if !strings.Contains(d.Text(), tt.keeps) {
					t.Errorf("%s: %s: %q is lost", tt.reason, path, tt.keeps)
				}
			}
		})
	}
}
