// a section that another locale has
//
// Reports a section, named by its heading, that the source, or without a source
// most locales, have and a translation lacks. Sections are matched by explicit
// anchor, then by level and by what stands in them, so a heading that was worded
// anew is no loss.
//
// The reader of that language misses all that it says. It is one finding, whatever
// the section holds.
//
// Bad:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	The server listens on 8080.
//
//	## Firewalls {#firewalls}
//
//	Open port 8080 in `iptables`.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	O servidor escuta em 8080.
//
// Good:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	The server listens on 8080.
//
//	## Firewalls
//
//	Open port 8080 in `iptables`.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	O servidor escuta em 8080.
//
//	## Muros de proteção
//
//	Abra a porta 8080 em `iptables`.

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingSection = lint.Rule{
	Name:     "missing-section",
	Doc:      page("missing_section.go"),
	Severity: lint.Error,
	Run:      missing(doc.Section),
}
