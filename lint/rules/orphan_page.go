// a translation without its source
//
// Reports a page that is there in other locales but not in the source: it was
// removed or renamed there, and its translations stayed. The source is that of
// the pages around it; where it is not known, no page is an orphan.
//
// The reader of that language is told of what is no longer so, or finds a page
// that no menu leads to. Remove it, move it after its source, or, if it is meant
// to be in this language only, say so with a suppression.
//
// Bad:
//
//	-- en/install.md --
//	# Install the service when you change the settings
//	-- de/install.md --
//	# Den Dienst installieren, wenn die Einstellungen sich ändern
//	-- de/setup.md --
//	# Den Dienst einrichten, wenn er noch nicht installiert ist
//
// Good:
//
//	-- en/install.md --
//	# Install the service when you change the settings
//	-- de/install.md --
//	# Den Dienst installieren, wenn die Einstellungen sich ändern
//	-- en/setup.md --
//	# Set up the service if it has not been installed yet

package rules

import (
	"fmt"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var orphanPage = lint.Rule{
	Name:     "orphan-page",
	Doc:      page("orphan_page.go"),
	Severity: lint.Warning,
	Run: func(p *lint.Pass) {
		page, ok := p.Site.Page(p.Grid.Page)
		if !ok || page.Section == nil || page.Section.Source == "" || page.In(page.Section.Source) {
			return
		}
		for _, c := range p.Grid.Columns {
			p.Report(lint.Finding{
				File: c.File, Span: firstHeading(c.Document),
				Message: fmt.Sprintf("there is no page in %s, the source, that this one translates", page.Section.Source),
			})
		}
	},
}

// firstHeading returns the place of a page's first heading, or its beginning.
func firstHeading(d *doc.Document) doc.Span {
	for u := range d.Units() {
		if u.Kind == doc.Heading {
			return u.TextSource()
		}
	}
	return doc.Span{}
}
