package lint

import (
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/internal/site"
)

// A SiteIndex is what a rule may know of the tree beside the page that it looks
// at. It is made once, shared by all pages, and must not be changed.
type SiteIndex struct {
	Pages   []Page   // of the whole tree by name, those that are not linted included
	Locales []string // tags that any file is in, sorted
}

// newSiteIndex makes what was found in a tree this package's.
func newSiteIndex(tree *site.Tree) *SiteIndex {
	index := &SiteIndex{Pages: make([]Page, 0, len(tree.Pages))}
	files := 0
	for _, p := range tree.Pages {
		files += len(p.Files)
	}
	all := make([]File, 0, files) // one piece of memory for all pages
	sections := map[*site.Section]*Section{}
	seen := map[string]bool{"": true}
	for _, p := range tree.Pages {
		page := Page{
			Name: p.Name, Source: p.Source, SourceReason: p.SourceReason,
			Layout: p.Layout, LayoutReason: p.LayoutReason,
		}
		if p.Section != nil {
			if sections[p.Section] == nil {
				sections[p.Section] = &Section{p.Section.Source, p.Section.Locales}
			}
			page.Section = sections[p.Section]
		}
		start := len(all)
		for _, f := range p.Files {
			all = append(all, File(f))
			if !seen[f.Locale] {
				seen[f.Locale] = true
				index.Locales = append(index.Locales, f.Locale)
			}
		}
		page.Files = all[start:len(all):len(all)]
		index.Pages = append(index.Pages, page)
	}
	slices.Sort(index.Locales)
	return index
}

// Page returns the page of a name.
func (x *SiteIndex) Page(name string) (Page, bool) {
	n, ok := slices.BinarySearchFunc(x.Pages, name, func(p Page, name string) int { return strings.Compare(p.Name, name) })
	if !ok {
		return Page{}, false
	}
	return x.Pages[n], true
}

// A Coverage is how much of a tree is there in one locale.
type Coverage struct {
	Locale string
	Pages  int // of those that are there in the source, how many are in the locale
	Of     int // how many could be
}

// Coverage returns, by tag, how much of the source each other locale has. What has
// no source counts as none.
func (x *SiteIndex) Coverage() []Coverage {
	have, of := map[string]int{}, map[string]int{}
	for _, p := range x.Pages {
		if p.Section == nil || p.Section.Source == "" || !p.In(p.Section.Source) {
			continue
		}
		for _, locale := range p.Section.Locales {
			if of[locale]++; p.In(locale) {
				have[locale]++
			}
		}
	}
	var all []Coverage
	for _, locale := range x.Locales {
		if of[locale] > 0 {
			all = append(all, Coverage{locale, have[locale], of[locale]})
		}
	}
	return all
}

// In reports whether the page is there in a locale.
func (p Page) In(locale string) bool {
	return slices.ContainsFunc(p.Files, func(f File) bool { return f.Locale == locale })
}
