// bytes of a page that readers' programs take differently
//
// Reports what the parser met on its way: bytes that are not UTF-8, NUL bytes,
// an HTML table or a code fence that is never closed, elements nested beyond any
// written page.
//
// Each browser and each generator repairs such a page in its own way, so a
// reader may see half of a table, or a page that is code from the middle on.
// What doclint compares after such a place is a guess too.
//
// Bad:
//
//	-- modules.md --
//	<table>
//	 <tr><td>a</td></tr>
//
// Good:
//
//	-- modules.md --
//	<table>
//	 <tr><td>a</td></tr>
//	</table>

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var malformedPage = lint.Rule{
	Name:     "malformed-page",
	Doc:      page("malformed_page.go"),
	Severity: lint.Warning,
	Run: func(p *lint.Pass) {
		for _, c := range p.Grid.Columns {
			for _, problem := range c.Document.Problems {
				p.Report(lint.Finding{File: c.File, Span: clip(c.File, problem.Span), Message: problem.Message})
			}
		}
	},
}

// clip cuts a span to the first line it touches.
func clip(f *doc.File, s doc.Span) doc.Span {
	line := f.LineSpan(f.Line(s.Start))
	return doc.Span{Start: s.Start, End: max(s.Start, min(s.End, line.End))}
}
