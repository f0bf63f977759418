// a table that another locale has
//
// Reports a table that the source, or without a source most locales, have and a
// translation lacks in the section where it should stand.
//
// The reader of that language is told nothing of all its rows. It is one finding,
// however many rows there are.
//
// Bad:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	These are open:
//
//	| module | port |
//	|--------|------|
//	| mta    | 7777 |
//	-- pt/log.md --
//	# Portas {#ports}
//
//	Estas estão abertas:
//
// Good:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	| module | port |
//	|--------|------|
//	| mta    | 7777 |
//	-- pt/log.md --
//	# Portas {#ports}
//
//	<table><tr><th>módulo</th><th>porta</th></tr><tr><td>mta</td><td>7777</td></tr></table>

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingTable = lint.Rule{
	Name:     "missing-table",
	Doc:      page("missing_table.go"),
	Severity: lint.Error,
	Run:      missing(doc.Table),
}
