package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint"
)

// A Tree is which files were taken for which page, and why.
type Tree struct {
	Source   string // of most pages, "" if there is none
	Layout   string // of most pages, "" if there is none
	Pages    []lint.Page
	Unpaired []lint.Unpaired
}

// PagesText writes a tree for people: pages that were found in the same way
// stand together, with the reasons before them.
func PagesText(w io.Writer, tree Tree, opts Options) error {
	var b strings.Builder
	for i, group := range groups(tree.Pages) {
		if i > 0 {
			b.WriteByte('\n')
		}
		locales := 0
		var tags []string
		for _, p := range group {
			for _, f := range p.Files {
				if tag := locale(f.Locale); !slices.Contains(tags, tag) {
					tags = append(tags, tag)
					locales = max(locales, len(tag))
				}
			}
		}
		slices.Sort(tags)
		fmt.Fprintf(&b, "%s in %s: %s\n", plural(len(group), "page"), plural(len(tags), "locale"), strings.Join(tags, ", "))
		fmt.Fprintf(&b, "  layout: %s\n", because(group[0].Layout, group[0].LayoutReason))
		fmt.Fprintf(&b, "  source: %s\n", because(group[0].Source, group[0].SourceReason))
		for _, p := range group {
			fmt.Fprintf(&b, "\n  %s\n", Visible(p.Name))
			for _, f := range p.Files {
				fmt.Fprintf(&b, "    %s  %s\n", pad(locale(f.Locale), locales), Visible(opts.work(f.Path)))
			}
		}
	}
	if len(tree.Pages) == 0 {
		b.WriteString("no pages\n")
	}
	if len(tree.Unpaired) > 0 {
		fmt.Fprintf(&b, "\n%s without a counterpart\n", plural(len(tree.Unpaired), "file"))
		for _, u := range tree.Unpaired {
			fmt.Fprintf(&b, "  %s (%s): %s\n", Visible(opts.work(u.Path)), locale(u.Locale), Visible(u.Reason))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// because is a choice and its reason in words.
func because(choice, reason string) string {
	if choice == "" {
		choice = "none"
	}
	if reason == "" {
		return Visible(choice)
	}
	return Visible(choice) + " (" + Visible(reason) + ")"
}

// groups gathers the pages that have layout and source, and their reasons, in
// common; the groups are in order of their first page.
func groups(pages []lint.Page) [][]lint.Page {
	var all [][]lint.Page
	at := map[[4]string]int{}
	for _, p := range pages {
		key := [4]string{p.Layout, p.LayoutReason, p.Source, p.SourceReason}
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, nil)
		}
		all[i] = append(all[i], p)
	}
	return all
}

type jsonTree struct {
	Version  int            `json:"version"`
	Source   string         `json:"source,omitempty"`
	Layout   string         `json:"layout,omitempty"`
	Pages    []jsonPage     `json:"pages"`
	Unpaired []jsonUnpaired `json:"unpaired"`
}

type jsonPage struct {
	Page   string     `json:"page"`
	Source string     `json:"source,omitempty"`
	Layout string     `json:"layout,omitempty"`
	Files  []jsonFile `json:"files"`
}

type jsonFile struct {
	Locale string `json:"locale,omitempty"`
	Path   string `json:"path"`
}

type jsonUnpaired struct {
	Path   string `json:"path"`
	Locale string `json:"locale,omitempty"`
	Reason string `json:"reason"`
}

// PagesJSON writes a tree for programs.
func PagesJSON(w io.Writer, tree Tree, opts Options) error {
	j := jsonTree{
		Version: jsonVersion, Source: tree.Source, Layout: tree.Layout,
		Pages:    make([]jsonPage, 0, len(tree.Pages)),
		Unpaired: make([]jsonUnpaired, 0, len(tree.Unpaired)),
	}
	for _, p := range tree.Pages {
		page := jsonPage{p.Name, p.Source, p.Layout, make([]jsonFile, 0, len(p.Files))}
		for _, f := range p.Files {
			page.Files = append(page.Files, jsonFile{f.Locale, opts.work(f.Path)})
		}
		j.Pages = append(j.Pages, page)
	}
	for _, u := range tree.Unpaired {
		j.Unpaired = append(j.Unpaired, jsonUnpaired{opts.work(u.Path), u.Locale, u.Reason})
	}
	return writeJSON(w, j)
}
