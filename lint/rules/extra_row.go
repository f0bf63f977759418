// a table row that the source does not have
//
// Reports a table row, named by its key, that a translation alone has: the
// source, or without a source most locales, know nothing of it. Rows are matched
// as for missing-row.
//
// It is a row that was dropped from the source and lives on, or one that was
// pasted twice. The reader of that language is told of an option that does not
// exist any more.
//
// Bad:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| port   | 6666  |
//	| proxy  | none  |
//
// Good:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| porta  | 6666  |

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var extraRow = lint.Rule{
	Name:     "extra-row",
	Doc:      page("extra_row.go"),
	Severity: lint.Error,
	Run:      extra(doc.Row),
}
