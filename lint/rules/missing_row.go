// a table row that another locale has
//
// Reports a table row, named by its key, that the source has and a translation
// lacks. Without a source it is the row that most locales have. Rows are
// matched by what they say (their key, numbers, code, links, names), so one row
// more or less is one finding, wherever in the table it stands.
//
// The reader of that language does not know that the option, the module or the
// limit exists.
//
// Bad:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	| host   | db1   |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| port   | 6666  |
//
// Good:
//
//	-- en/log.md --
//	| option | value |
//	|--------|-------|
//	| port   | 6666  |
//	| host   | db1   |
//	-- pt/log.md --
//	| opção  | valor |
//	|--------|-------|
//	| host   | db1   |
//	| port   | 6666  |

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingRow = lint.Rule{
	Name:     "missing-row",
	Doc:      page("missing_row.go"),
	Severity: lint.Error,
	Run:      missing(doc.Row),
}
