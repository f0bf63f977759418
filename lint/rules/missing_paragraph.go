// a paragraph that another locale has
//
// Reports a paragraph that the source, or without a source most locales, have and a
// translation lacks. It is off by default: translators merge and part paragraphs
// with good reason.
//
// Where it is not merged but lost, the reader of that language misses what it says.
//
// Bad:
//
//	-- en/log.md --
//	The server listens on 8080.
//
//	Delete `cache.db` before you start version 3.2.
//
//	Then wait for 30 seconds.
//	-- pt/log.md --
//	O servidor escuta em 8080.
//
//	Depois espere 30 segundos.
//
// Good:
//
//	-- en/log.md --
//	The server listens on 8080.
//
//	Then wait for 30 seconds.
//	-- pt/log.md --
//	O servidor escuta em 8080.
//
//	Depois espere 30 segundos.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingParagraph = lint.Rule{
	Name:     "missing-paragraph",
	Doc:      page("missing_paragraph.go"),
	Severity: lint.Off,
	Run:      missing(doc.Paragraph),
}
