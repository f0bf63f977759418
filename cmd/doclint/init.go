package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/report"
)

func (a *app) init() *cobra.Command {
	var s settings
	cmd := &cobra.Command{
		Use:   "init [path ...]",
		Short: "Write " + configName + " from what was discovered",
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error {
			w, err := a.look(s, paths)
			if err != nil {
				return err
			}
			path := filepath.Join(w.tree.root, configName)
			shown := seenFrom(a.env.dir, path)
			if w.config.path != "" {
				return fmt.Errorf("init: there is a configuration already: change %s, or remove it first", seenFrom(a.env.dir, w.config.path))
			}
			file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
			if err != nil {
				if errors.Is(err, fs.ErrExist) {
					return fmt.Errorf("init: %s is there already: change it, or remove it first", shown)
				}
				return fmt.Errorf("init: cannot write %s: %w", shown, unwrapPath(err))
			}
			_, err = io.WriteString(file, discovered(w.session))
			if err = errors.Join(err, file.Close()); err != nil {
				return fmt.Errorf("init: cannot write %s: %w", shown, unwrapPath(err))
			}
			return a.print(func(out io.Writer) error {
				_, err := fmt.Fprintf(out, "wrote %s\n", report.Visible(shown))
				return err
			})
		},
	}
	s.treeFlags(cmd)
	return cmd
}

// A tally is how many pages have a thing and its reason in common.
type tally struct {
	what, why string
	pages     int
}

// tallies counts the pages by what of says of each, the most frequent first.
func tallies(pages []lint.Page, of func(lint.Page) (what, why string)) []tally {
	at := map[[2]string]int{}
	var all []tally
	for _, p := range pages {
		if len(p.Files) < 2 {
			continue
		}
		what, why := of(p)
		n, ok := at[[2]string{what, why}]
		if !ok {
			n = len(all)
			at[[2]string{what, why}] = n
			all = append(all, tally{what: what, why: why})
		}
		all[n].pages++
	}
	slices.SortStableFunc(all, func(a, b tally) int { return b.pages - a.pages })
	return all
}

// maxTallies is how many of them a comment lists.
const maxTallies = 10

// discovered returns the configuration that says what was found in a tree. What
// need not be said stands in comments, so that it is found anew when the tree
// grows.
func discovered(s *lint.Session) string {
	var b strings.Builder
	list := func(all []tally, none string) {
		for n, t := range all {
			if n == maxTallies {
				fmt.Fprintf(&b, "#   and %d more: see doclint pages\n", len(all)-n)
				break
			}
			what := t.what
			if what == "" {
				what = none
			}
			fmt.Fprintf(&b, "#   %s in %d pages: %s\n", comment(what), t.pages, comment(t.why))
		}
	}
	site := s.Site()
	several := 0
	for _, p := range site.Pages {
		if len(p.Files) > 1 {
			several++
		}
	}
	b.WriteString("# What doclint found here. It finds this anew at each run: a line without # is\n")
	b.WriteString("# fixed, and a line in a comment says what need not be. See doclint pages.\n#\n")
	fmt.Fprintf(&b, "# %d pages, %d of them in two locales or more.\n", len(site.Pages), several)
	for _, c := range site.Coverage() {
		fmt.Fprintf(&b, "#   %s: %d of %d pages\n", c.Locale, c.Pages, c.Of)
	}

	b.WriteString("\n# The locale that the others were translated from.\n")
	sources := tallies(site.Pages, func(p lint.Page) (string, string) { return p.Source, p.SourceReason })
	list(sources, "none")
	if source := s.Source(); source != "" && !slices.ContainsFunc(sources, func(t tally) bool { return t.what != source }) {
		fmt.Fprintf(&b, "source: %s\n", source)
	} else {
		b.WriteString("# source: en\n")
	}

	b.WriteString("\n# Which files are in which locale. What is not said here is found by layout:\n")
	list(tallies(site.Pages, func(p lint.Page) (string, string) { return p.Layout, p.LayoutReason }), "none")
	b.WriteString("# locales:\n#   docs/brazil/**: pt-BR\n")

	b.WriteString("\n# The keys of front matter that make files one page where their paths do not.\n")
	b.WriteString("# join: [translationKey]\n")

	b.WriteString("\n# The severities of rules: off, info, warning or error. See doclint rules.\n")
	b.WriteString("# rules:\n#   missing-page: warning\n")
	return b.String()
}

// comment makes a stranger's text fit for a line of a comment.
func comment(text string) string { return report.Visible(strings.Join(strings.Fields(text), " ")) }
