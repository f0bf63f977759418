package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Stats sums up a run.
type Stats struct {
	Files    int
	Pages    int
	Locales  []string // tags, sorted
	Source   string   // of most pages, "" if none
	Units    int
	Findings [Error + 1]int // by severity
	Skipped  []Skipped      // by path
}

// Worst returns the highest severity that was found, Off if nothing was.
func (s Stats) Worst() Severity {
	for level := Error; level > Off; level-- {
		if s.Findings[level] > 0 {
			return level
		}
	}
	return Off
}

func (s *Stats) add(r PageResult) {
	s.Pages++
	s.Skipped = append(s.Skipped, r.Skipped...)
	for _, f := range r.Findings {
		s.Findings[f.Severity]++
	}
	if r.Grid == nil {
		return
	}
	for _, c := range r.Grid.Columns {
		s.Files++
		s.Units += c.Document.Len()
		if tag := c.File.Locale(); tag != "" && !slices.Contains(s.Locales, tag) {
			s.Locales = append(s.Locales, tag)
		}
	}
}

func (s Stats) sorted() Stats {
	slices.Sort(s.Locales)
	slices.SortFunc(s.Skipped, func(a, b Skipped) int { return strings.Compare(a.Path, b.Path) })
	return s
}

// compareFindings orders findings by path, place, rule and message.
func compareFindings(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.File.Path(), b.File.Path()),
		a.Span.Start-b.Span.Start,
		a.Span.End-b.Span.End,
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Message, b.Message),
	)
}

// An UnknownRuleError is a rule name that there is no rule of.
type UnknownRuleError struct {
	Name       string
	Suggestion string // the name that was likely meant, "" if none is near
}

func (e *UnknownRuleError) Error() string {
	if e.Suggestion == "" {
		return fmt.Sprintf("there is no rule %q: see doclint rules", e.Name)
	}
	return fmt.Sprintf("there is no rule %q: did you mean %s?", e.Name, e.Suggestion)
}
