// bytes of a page that readers' programs take differently
//
// Reports what the parser met on its way: bytes that are not UTF-8, NUL bytes, a
// tag that is never closed and hides what follows, elements nested or delimiters
// piled up beyond any written page, of which the rest is read as plain text.
//
// Each browser and each generator repairs such a page in its own way, so a
// reader may see half of it. What doclint compares after such a place is a guess
// too.
//
// Bad:
//
//	-- modules.md --
//	<svg>
//
//	The module listens on port 6666.
//
// Good:
//
//	-- modules.md --
//	<svg></svg>
//
//	The module listens on port 6666.

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
		reportProblems(p, doc.Malformed)
		reportProblems(p, doc.OverLimit)
	},
}

// reportProblems reports what the parsers met of one kind.
func reportProblems(p *lint.Pass, kind doc.ProblemKind) {
	for _, c := range p.Grid.Columns {
		for _, problem := range c.Document.Problems {
			if problem.Kind == kind {
				p.Report(lint.Finding{File: c.File, Span: firstLine(c.File, problem.Span), Message: problem.Message})
			}
		}
	}
}

// firstLine cuts a span to the first line it touches.
func firstLine(f *doc.File, s doc.Span) doc.Span {
	line := f.LineSpan(f.Line(s.Start))
	return doc.Span{Start: s.Start, End: max(s.Start, min(s.End, line.End))}
}
