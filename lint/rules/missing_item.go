// a list item that another locale has
//
// Reports a list item that the source, or without a source most locales, have and a
// translation lacks. It is off by default: translators merge and part items with
// good reason.
//
// Where lists are steps or options, the reader of that language misses one.
//
// Bad:
//
//	-- en/log.md --
//	- Stop the server.
//	- Delete `cache.db`.
//	- Start the server on 8080.
//	-- pt/log.md --
//	- Pare o servidor.
//	- Inicie o servidor em 8080.
//
// Good:
//
//	-- en/log.md --
//	- Stop the server.
//	- Start the server on 8080.
//	-- pt/log.md --
//	* Pare o servidor.
//
//	* Inicie o servidor em 8080.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingItem = lint.Rule{
	Name:     "missing-item",
	Doc:      page("missing_item.go"),
	Severity: lint.Off,
	Run:      missing(doc.Item),
}
