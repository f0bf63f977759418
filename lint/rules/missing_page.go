// a page that a locale does not have
//
// Reports a page of the source that is missing in a locale which other pages
// around it have. The finding is at the first heading of the source's page, once
// for each locale that lacks it.
//
// The rule is off by default: most trees are translated bit by bit, and what is
// not there yet is no fault. Ask for it where every page must be there in every
// locale. How much of each locale there is, doclint --stats tells.
//
// Bad:
//
//	-- en/install.md --
//	# Install the service when you change the settings
//	-- de/install.md --
//	# Den Dienst installieren, wenn die Einstellungen sich ändern
//	-- en/setup.md --
//	# Set up the service if it has not been installed yet
//
// Good:
//
//	-- en/install.md --
//	# Install the service when you change the settings
//	-- de/install.md --
//	# Den Dienst installieren, wenn die Einstellungen sich ändern

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
)

var missingPage = lint.Rule{
	Name:     "missing-page",
	Doc:      page("missing_page.go"),
	Severity: lint.Off,
	Run: func(p *lint.Pass) {
		page, ok := p.Site.Page(p.Grid.Page)
		if !ok || page.Section == nil || page.Section.Source == "" {
			return
		}
		for _, c := range p.Grid.Columns {
			if c.File.Locale() != page.Section.Source {
				continue
			}
			for _, locale := range page.Section.Locales {
				if !page.In(locale) {
					p.Report(lint.Finding{
						File: c.File, Span: firstHeading(c.Document), Locale: locale,
						Message: fmt.Sprintf("this page is missing in %s", locale),
					})
				}
			}
		}
	},
}
