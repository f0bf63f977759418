// Package lint judges pages: it holds what rules are made of and report, and
// runs them over a tree.
//
// A [Rule] looks at the grid of one page in all its locales and reports
// findings. A [Session] knows the tree and lints its pages; [Check] loops over
// them. Rules never see files or parsers, and reports never see rules: the
// command hands both their values.
package lint

import (
	"fmt"
	"strings"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
	"github.com/doclint/doclint/lint/lexicon"
)

// A Severity says how much a finding matters. The zero value is Off.
type Severity uint8

// The severities in ascending order.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

var severityNames = [...]string{Off: "off", Info: "info", Warning: "warning", Error: "error"}

// String returns the severity's name, as flags and JSON spell it.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity returns the severity of a name.
func ParseSeverity(name string) (Severity, error) {
	for s, n := range severityNames {
		if n == name {
			return Severity(s), nil
		}
	}
	return Off, fmt.Errorf("unknown severity %q: use off, info, warning or error", name)
}

// A Rule is one thing that can be wrong with a page. It is a value; options are
// fields of whatever made its Run.
type Rule struct {
	// Name names the defect in lower case with hyphens, so that "allow
	// missing-row" reads well.
	Name string

	// Doc is the rule's page in Markdown: its first line is a title without
	// capital or period; then what, why it matters to a reader of that
	// language, bad, good, and the safety of its fixes.
	Doc string

	// Severity is the default; the configuration may say otherwise.
	Severity Severity

	// Lexicon says that Run asks for what the tree's pages taught, which is
	// learned if a rule that is on does.
	Lexicon bool

	// Run looks at one page and reports. It is called from several goroutines
	// at a time, each with a Pass of its own.
	Run func(*Pass)
}

// Title returns the first line of the rule's page.
func (r Rule) Title() string {
	title, _, _ := strings.Cut(r.Doc, "\n")
	return title
}

// ruleNames returns the names of rules, in their order.
func ruleNames(rules []Rule) []string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = r.Name
	}
	return names
}

// Validate returns an error if a rule is not fit to run: no name, a name that is
// not lower case with hyphens or taken twice, no page, nothing to run.
func Validate(rules []Rule) error {
	seen := make(map[string]bool, len(rules))
	for _, r := range rules {
		switch {
		case r.Name == "" || strings.Trim(r.Name, "abcdefghijklmnopqrstuvwxyz-") != "":
			return fmt.Errorf("rule %q: a name is lower-case letters and hyphens", r.Name)
		case seen[r.Name]:
			return fmt.Errorf("rule %s: there are two of that name", r.Name)
		case r.Title() == "" || strings.HasSuffix(r.Title(), "."):
			return fmt.Errorf("rule %s: its page begins with a title without a period", r.Name)
		case r.Run == nil:
			return fmt.Errorf("rule %s: nothing to run", r.Name)
		}
		seen[r.Name] = true
	}
	return nil
}

// A Pass is what a rule is run with: one page in all its locales.
type Pass struct {
	// Grid is the page. It is shared by all rules and must not be changed.
	Grid *align.Grid

	// Site is what else there is in the tree. It is shared by all pages.
	Site *SiteIndex

	lexicon  *lexicon.Lexicon
	findings []Finding
}

// Facts returns what the unit of a column states.
func (p *Pass) Facts(column int, u *doc.Unit) []fact.Fact { return p.Grid.Columns[column].Facts.In(u) }

// Lexicon returns what the tree taught of the languages of two columns, nil where
// that is too little or the rule did not ask for it.
func (p *Pass) Lexicon(from, to int) *lexicon.Pair {
	return p.lexicon.Pair(p.Locale(from), p.Locale(to))
}

// Locale returns the BCP 47 tag of a column's language, "" if it is not known.
func (p *Pass) Locale(column int) string { return p.Grid.Columns[column].File.Locale() }

// Name returns what messages call a column: its locale, else its path.
func (p *Pass) Name(column int) string {
	if tag := p.Locale(column); tag != "" {
		return tag
	}
	return p.Grid.Columns[column].File.Path()
}

// Report adds a finding. The caller sets File, Span and Message, and what else
// applies; the driver sets Rule and Page, and Severity unless the rule says that
// this finding matters less than its others.
func (p *Pass) Report(f Finding) { p.findings = append(p.findings, f) }

// A Finding is something wrong at one place, with the other locales' side.
type Finding struct {
	Rule     string
	Severity Severity
	Page     string

	File *doc.File
	Span doc.Span

	// Locale is the tag of the locale that the finding is about, if that is
	// not the file's: the one that lacks a page.
	Locale string

	// Message says what is wrong: lower case, no period, no line or row
	// numbers, since it is part of what identifies the finding.
	Message string

	// Where is the place in words: "table 1 › row syslogd › column Scope".
	Where string

	// Found and Expected are the two values that disagree, if the finding is
	// about a value; Expected is empty where no side is known to be right.
	Found, Expected string

	// Notes are the other locales' sides.
	Notes []Note

	Fixes []Fix
}

// About returns the tag of the locale that the finding is about.
func (f Finding) About() string {
	if f.Locale != "" {
		return f.Locale
	}
	return f.File.Locale()
}

// A Note is a place in another file that a finding speaks of.
type Note struct {
	File *doc.File
	Span doc.Span
	Text string // the value there, or what to see there
}

// Safety says who may apply a fix.
type Safety uint8

// The safeties of a fix.
const (
	Safe        Safety = iota // no reader of either language could object
	Unsafe                    // likely right, to be looked at
	DisplayOnly               // a guess, never applied
)

var safetyNames = [...]string{Safe: "safe", Unsafe: "unsafe", DisplayOnly: "display-only"}

// String returns the safety's name, as JSON spells it.
func (s Safety) String() string { return safetyNames[s] }

// A Fix is a way to mend a finding.
type Fix struct {
	Title  string // a verb phrase: "write 6666"
	Safety Safety
	Edits  []Edit // in one file, in order, not overlapping
}

// An Edit replaces the bytes of a span.
type Edit struct {
	File *doc.File
	Span doc.Span
	New  string
}
