package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/lang"
	"github.com/doclint/doclint/lint/report"
)

// lint is the command without a name.
func (a *app) lint(ctx context.Context, s settings, paths []string) error {
	start := time.Now()
	if s.jobs < 0 {
		return fmt.Errorf("--jobs %d: want a number of pages, or 0 for one a processor", s.jobs)
	}
	if len(s.formats) == 0 {
		s.formats = a.defaultFormats()
	}
	if err := checkFormats(s.formats); err != nil {
		return err
	}
	w, err := a.look(s, paths)
	if err != nil {
		return err
	}
	only, err := w.only(s.only)
	if err != nil {
		return err
	}
	out, err := openOutputs(s.formats, a.env.stdout, a.env.dir, w.options)
	if err != nil {
		return err
	}
	defer out.discard()

	err = out.Begin(report.Run{Pages: len(w.session.Pages()), Source: w.session.Source(), Layout: w.session.Layout()})
	if err != nil {
		return err
	}
	// What is left out by --only is not counted either.
	var counts [lint.Error + 1]int
	stats, err := lint.Check(ctx, w.session, func(page lint.PageResult) error {
		page.Findings = only.of(page)
		for _, f := range page.Findings {
			counts[f.Severity]++
		}
		return out.Page(page)
	})
	if err == nil {
		err = ctx.Err() // the last pages may have come through
	}
	if err != nil {
		return err
	}
	stats.Findings = counts
	if err := a.skipped(w, stats.Skipped, s.quiet); err != nil {
		return err
	}
	if err := out.End(stats); err != nil {
		return err
	}
	if s.stats {
		a.stats(w, stats, time.Since(start))
	}
	if limit, err := lint.ParseSeverity(s.failOn); err == nil && stats.Worst() >= limit { // else "never"
		a.status = statusFindings
	}
	return nil
}

// defaultFormats are those where none is named: text, and annotations on GitHub.
func (a *app) defaultFormats() []destination {
	var out []destination
	for _, f := range report.Formats() {
		if f.Name == "text" || f.Name == "github" && a.env.getenv("GITHUB_ACTIONS") == "true" {
			out = append(out, destination{format: f})
		}
	}
	return out
}

// skipped tells of files that were not linted. For one that was named it is an
// error.
func (a *app) skipped(w *work, skipped []lint.Skipped, quiet bool) error {
	for _, s := range skipped {
		if !w.tree.changed && slices.Contains(w.tree.named, s.Path) {
			return &pathError{w.options.Work(s.Path), errors.New(s.Reason), "mend it or leave it out"}
		}
	}
	if quiet {
		return nil
	}
	for _, s := range skipped {
		a.say("warning: skipped %s: %s", w.options.Work(s.Path), s.Reason)
	}
	return nil
}

// stats says what was read and how long it took.
func (a *app) stats(w *work, stats lint.Stats, took time.Duration) {
	config := "none"
	if w.config.path != "" {
		config = seenFrom(a.env.dir, w.config.path)
	}
	source := stats.Source
	if source == "" {
		source = "none"
	}
	a.say("files: %d; pages: %d; units: %d", stats.Files, stats.Pages, stats.Units)
	a.say("locales: %s; source: %s", strings.Join(stats.Locales, ", "), source)
	for _, c := range w.session.Site().Coverage() {
		a.say("%s: %d of %d pages (%d %%)", c.Locale, c.Pages, c.Of, 100*c.Pages/c.Of)
	}
	a.say("configuration: %s", config)
	a.say("%.2f seconds", took.Seconds())
}

// locales are those that --only names; nil is all.
type locales []string

// only checks the locales that were named. One that no page has would hide all
// findings, so it is an error.
func (w *work) only(tags []string) (locales, error) {
	var have []string
	for _, p := range w.session.Pages() {
		for _, f := range p.Files {
			if !slices.Contains(have, f.Locale) {
				have = append(have, f.Locale)
			}
		}
	}
	slices.Sort(have)
	var only locales
	for _, tag := range tags {
		canonical, ok := lang.Canonical(tag)
		if !ok {
			return nil, fmt.Errorf("--only: %q is not the tag of a language%s", tag, didYouMean(tag, have))
		}
		// A run that is narrowed to some pages need not have every locale.
		if len(w.tree.named) == 0 && !w.tree.changed && !slices.ContainsFunc(have, locales{canonical}.has) {
			return nil, fmt.Errorf("--only: no page is in %s: the locales are %s", canonical, strings.Join(have, ", "))
		}
		only = append(only, canonical)
	}
	return only, nil
}

// has reports whether a locale is one of those named.
func (l locales) has(tag string) bool {
	return slices.ContainsFunc(l, func(only string) bool { return lang.Equal(only, tag) })
}

// of returns the findings of a page that concern the locales: those in their
// files and, where two languages disagree and neither is the source, both.
func (l locales) of(page lint.PageResult) []lint.Finding {
	if l == nil {
		return page.Findings
	}
	var out []lint.Finding
	for _, f := range page.Findings {
		concerns := l.has(f.About())
		if page.Grid.Source < 0 && len(page.Grid.Columns) == 2 {
			concerns = concerns || slices.ContainsFunc(f.Notes, func(n lint.Note) bool { return l.has(n.File.Locale()) })
		}
		if concerns {
			out = append(out, f)
		}
	}
	return out
}
