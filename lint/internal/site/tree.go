package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// tree makes the result. What many pages have in common they share.
func (s *survey) tree() *Tree {
	s.distinctNames()
	t := &Tree{Pages: make([]Page, 0, len(s.groups)), Unpaired: []Unpaired{}, Skipped: append([]Skipped{}, s.skipped...)}
	locales := s.locales()
	sources, used := map[string]int{}, map[string]int{}
	shared, noCounterpart := map[string]string{}, map[string]string{}
	share := func(text string) string {
		if known, ok := shared[text]; ok {
			return known
		}
		shared[text] = text
		return text
	}
	files := make([]File, 0, len(s.files))
	for i := range s.groups {
		g := &s.groups[i]
		p := Page{Name: g.name, Source: g.source, SourceReason: share(g.sourceReason), Section: g.section}
		start := len(files)
		for _, n := range g.files {
			files = append(files, File{s.files[n].path, s.files[n].locale})
		}
		p.Files = files[start:len(files):len(files)]
		slices.SortFunc(p.Files, func(a, b File) int { return cmp.Compare(a.Locale, b.Locale) })
		if len(p.Files) > 1 {
			layout, reason := s.layoutOf(g)
			p.Layout, p.LayoutReason = layout, share(reason)
			used[p.Layout]++
			sources[p.Source]++
		} else {
			f := p.Files[0]
			why := g.reason
			if why == "" {
				if why = noCounterpart[f.Locale]; why == "" {
					why = alone(f, locales)
					noCounterpart[f.Locale] = why
				}
			}
			t.Unpaired = append(t.Unpaired, Unpaired{f.Path, f.Locale, why})
		}
		t.Pages = append(t.Pages, p)
	}
	delete(sources, "")
	t.Source, t.Layout = most(sources), most(used)
	slices.SortFunc(t.Pages, func(a, b Page) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(t.Unpaired, func(a, b Unpaired) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(t.Skipped, func(a, b Skipped) int { return strings.Compare(a.Path, b.Path) })
	t.Unpaired = slices.Clip(t.Unpaired)
	return t
}

// alone says why a file has no counterpart.
func alone(f File, locales []string) string {
	others := slices.DeleteFunc(slices.Clone(locales), func(tag string) bool { return tag == f.Locale })
	switch {
	case len(others) == 0:
		return "no other locale was found in the tree"
	case len(others) > 5:
		return fmt.Sprintf("no counterpart in any of %d other locales", len(others))
	}
	return "no counterpart in " + strings.Join(others, ", ")
}

// layoutOf returns the layout of a page in several locales and why it was taken.
func (s *survey) layoutOf(g *group) (name, reason string) {
	bare := false
	for _, i := range g.files {
		f := &s.files[i]
		if f.chosen < 0 {
			bare = true
		} else if name == "" {
			c := &s.claims[f.chosen]
			name, reason = layouts[c.layout].name, layouts[c.layout].pattern(c.match)
		}
	}
	switch {
	case g.joined != "" && name != "":
		return name, reason + ", and " + g.joined
	case strings.HasPrefix(g.joined, joinedBy):
		return joinKey, g.joined
	case g.joined != "":
		return siblingTrees, g.joined
	case name == "":
		return "", "locales set by the options"
	case bare:
		reason += ", and one file without a locale"
	}
	return name, reason
}
