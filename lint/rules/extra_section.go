// a section that the source does not have
//
// Reports a section, named by its heading, that a translation alone has: the
// source, or without a source most locales, know nothing of it.
//
// Often it describes what was dropped from the source long ago, and the reader of
// that language is told of what does not exist any more. Sometimes it is a note for
// that country and right.
//
// Bad:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	The server listens on 8080.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	O servidor escuta em 8080.
//
//	## Modo antigo {#old}
//
//	Use `legacy=1` para a versão 3.2.
//
// Good:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	The server listens on 8080.
//
//	## Old mode
//
//	Use `legacy=1` for version 3.2.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	O servidor escuta em 8080.
//
//	## Modo antigo
//
//	Use `legacy=1` para a versão 3.2.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var extraSection = lint.Rule{
	Name:     "extra-section",
	Doc:      page("extra_section.go"),
	Severity: lint.Warning,
	Run:      extra(doc.Section),
}
