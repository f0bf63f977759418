// an image that another locale has
//
// Reports an image that the source, or without a source most locales, have in a
// section and a translation lacks. Images are told apart by their file name; one
// that was replaced by a localized one of another name is not missing.
//
// The reader of that language is told to look at what is not shown.
//
// Bad:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	![The dialog](img/ports.png)
//
//	Choose port 8080.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	Escolha a porta 8080.
//
// Good:
//
//	-- en/log.md --
//	# Ports {#ports}
//
//	![The dialog](img/ports.png) Choose port 8080.
//	-- pt/log.md --
//	# Portas {#ports}
//
//	Escolha a porta 8080. ![O diálogo](img/pt/portas.png)

package rules

import (
	"fmt"
	"path"
	"slices"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
)

var missingImage = lint.Rule{
	Name:     "missing-image",
	Doc:      page("missing_image.go"),
	Severity: lint.Warning,
	Run:      runMissingImage,
}

func runMissingImage(p *lint.Pass) {
	for i, row := range p.Grid.Rows {
		if row.Kind != doc.Section && row.Kind != doc.Root || row.Score < sureMatch {
			continue
		}
		base := baseColumn(p.Grid, &row)
		images := ownImages(p, base, row.Units[base])
		for c, u := range row.Units {
			if c == base || u == nil || len(images) == 0 {
				continue
			}
			reportMissingImages(p, i, base, c, images)
		}
	}
}

// ownImages returns the images of a section that stand in none of its
// subsections.
func ownImages(p *lint.Pass, column int, section *doc.Unit) []fact.Fact {
	var own []fact.Fact
	for _, f := range p.Facts(column, section) {
		inner := f.Unit.Ancestor(doc.Section)
		if f.Kind == fact.Image && (inner == section || inner == nil) {
			own = append(own, f)
		}
	}
	return own
}

// reportMissingImages reports the images of the base that a column lacks, as
// many as the section has fewer there, and only those whose file the column has
// nowhere.
func reportMissingImages(p *lint.Pass, i, base, column int, images []fact.Fact) {
	row := p.Grid.Rows[i]
	fewer := len(images) - len(ownImages(p, column, row.Units[column]))
	names := make(map[string]bool)
	for _, f := range p.Grid.Columns[column].Facts.All() {
		if f.Kind == fact.Image {
			names[path.Base(f.Text)] = true
		}
	}
	missing := slices.DeleteFunc(slices.Clone(images), func(f fact.Fact) bool { return names[path.Base(f.Text)] })
	for _, f := range missing[:max(0, min(fewer, len(missing)))] {
		p.Report(lint.Finding{
			File: p.Grid.Columns[column].File, Span: imageGap(p.Grid, i, base, column, f), Where: align.Where(row.Units[column]),
			Message: fmt.Sprintf("the image %q of %s is missing here", path.Base(f.Text), p.Name(base)),
			Notes:   []lint.Note{{File: p.Grid.Columns[base].File, Span: f.Unit.Span, Text: path.Base(f.Text)}},
		})
	}
}

// imageGap returns the end of the last block of a column that stands opposite or
// before the one that holds the image, else the start of the section.
func imageGap(g *align.Grid, section, base, column int, image fact.Fact) doc.Span {
	at := g.Rows[section].Units[column].Span.Start
	for _, row := range g.Children(section) {
		if row.Has(base) && row.Units[base].Span.Start > image.Unit.Span.Start {
			break
		}
		if row.Has(column) {
			at = row.Units[column].Span.End
		}
	}
	return doc.Span{Start: at, End: at}
}
