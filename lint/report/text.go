package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/fatih/color"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

// A textSink writes for people, page after page. Each finding is a block:
//
//	path:line:column  severity  message  (rule)
//	  57 | the line, cut around the span
//	     |     ^^^ the span
//	  en  path:line:column  "what stands there"
//	  51 | the first of the other sides in full
//	     |     ^^^^
//	  de  path:line:column  "the others, a line each"
//	  = where on the page
//	  = doclint explain rule
//
// Colour adds nothing that the words do not say. A line that holds text of a
// page is indented or has a gutter before it, so that in the log of a build none
// begins with "::".
type textSink struct {
	w    io.Writer
	opts Options
	ink  inks
	any  bool // a finding was written
}

// inks colour a text, or leave it as it is.
type inks struct{ bold, faint, error, warning, info func(...any) string }

func newText(w io.Writer, opts Options) Sink {
	ink := func(attributes ...color.Attribute) func(...any) string {
		c := color.New(attributes...)
		// Said of each colour: the package's own switch looks at the environment.
		if opts.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	return &textSink{w: w, opts: opts, ink: inks{
		bold: ink(color.Bold), faint: ink(color.Faint), error: ink(color.FgRed, color.Bold),
		warning: ink(color.FgYellow, color.Bold), info: ink(color.FgCyan, color.Bold),
	}}
}

func (i inks) severity(s lint.Severity) func(...any) string {
	switch s {
	case lint.Error:
		return i.error
	case lint.Warning:
		return i.warning
	}
	return i.info
}

func (s *textSink) Begin(Run) error { return nil }

func (s *textSink) Page(page lint.PageResult) error {
	var b strings.Builder
	for _, f := range page.Findings {
		if s.any {
			b.WriteByte('\n')
		}
		s.any = true
		s.finding(&b, f)
	}
	_, err := io.WriteString(s.w, b.String())
	return err
}

func (s *textSink) finding(b *strings.Builder, f lint.Finding) {
	ink := s.ink.severity(f.Severity)
	fmt.Fprintf(b, "%s  %s  %s  %s\n", s.ink.bold(lineStart(s.place(f.File, f.Span))), ink(f.Severity),
		Visible(f.Message), s.ink.faint("("+f.Rule+")"))

	gutter := len(strconv.Itoa(lastLine(f.File, f.Span)))
	if len(f.Notes) > 0 {
		gutter = max(gutter, len(strconv.Itoa(lastLine(f.Notes[0].File, f.Notes[0].Span))))
	}
	s.excerpt(b, f.File, f.Span, gutter, ink)
	s.notes(b, f.Notes, gutter)
	if f.Where != "" {
		s.remark(b, Visible(f.Where))
	}
	for _, fix := range f.Fixes {
		s.remark(b, fmt.Sprintf("fix: %s (%s)", Visible(fix.Title), fix.Safety))
	}
	// What breaks a rule is reported too, and has no page.
	if slices.ContainsFunc(s.opts.Rules, func(r lint.Rule) bool { return r.Name == f.Rule }) {
		s.remark(b, "doclint explain "+f.Rule)
	}
}

func (s *textSink) remark(b *strings.Builder, text string) {
	fmt.Fprintf(b, "  %s %s\n", s.ink.faint("="), text)
}

// place is where a span begins, as editors and terminals can follow it.
func (s *textSink) place(f *doc.File, span doc.Span) string {
	at := f.Position(span.Start)
	return fmt.Sprintf("%s:%d:%d", Visible(s.opts.work(f.Path())), at.Line, at.Column)
}

// notes writes a line for each of the other sides, and the first one's excerpt.
func (s *textSink) notes(b *strings.Builder, notes []lint.Note, gutter int) {
	locales, places := 0, 0
	for _, n := range notes {
		locales = max(locales, doc.Width(locale(n.File.Locale())))
		places = max(places, doc.Width(s.place(n.File, n.Span)))
	}
	for i, n := range notes {
		line := pad(locale(n.File.Locale()), locales) + "  "
		if n.Text == "" {
			line += s.place(n.File, n.Span)
		} else {
			line += pad(s.place(n.File, n.Span), places) + "  \"" + cut(n.Text, maxValue) + "\""
		}
		fmt.Fprintf(b, "  %s\n", line)
		if i == 0 {
			s.excerpt(b, n.File, n.Span, gutter, s.ink.info)
		}
	}
}

// maxValue is the width in cells to which the value of another side is cut.
const maxValue = 60

// locale is a locale's tag, or what is said where it is not known.
func locale(tag string) string {
	if tag == "" {
		return "?"
	}
	return Visible(tag)
}

// excerpt writes the lines of a span with it underlined: all of them if they are
// two at most, else the first and the last.
func (s *textSink) excerpt(b *strings.Builder, f *doc.File, span doc.Span, gutter int, ink func(...any) string) {
	first, last := f.Line(span.Start), lastLine(f, span)
	for line := first; line <= last; line++ {
		if line > first && line < last {
			fmt.Fprintf(b, "  %*s %s\n", gutter, "", s.ink.faint("..."))
			line = last
		}
		on := span
		if line > first {
			on.Start = indented(f, line)
		}
		strip := stripOf(f, line, on, s.opts.width()-gutter-len("   | "))
		bar := s.ink.faint("|")
		number := s.ink.faint(fmt.Sprintf("%*d", gutter, line))
		fmt.Fprintf(b, "  %s %s\n", number, strings.TrimRight(bar+" "+strip.text, " "))
		fmt.Fprintf(b, "  %*s %s %*s%s\n", gutter, "", bar, strip.mark, "", ink(strings.Repeat("^", strip.marks)))
	}
}

// lastLine is the line of the last byte of a span.
func lastLine(f *doc.File, span doc.Span) int { return f.Line(max(span.Start, span.End-1)) }

// indented is the offset of the first byte of a line that is no blank.
func indented(f *doc.File, line int) int {
	s := f.LineSpan(line)
	for s.Start < s.End && (f.Bytes()[s.Start] == ' ' || f.Bytes()[s.Start] == '\t') {
		s.Start++
	}
	return s.Start
}

func (s *textSink) End(stats lint.Stats) error {
	if s.opts.Quiet {
		return nil
	}
	line := summary(stats) + "\n"
	if s.any {
		line = "\n" + line
	}
	_, err := io.WriteString(s.w, line)
	return err
}

// summary is a run in one line.
func summary(stats lint.Stats) string {
	var counts []string
	for severity := lint.Error; severity > lint.Off; severity-- {
		if n := stats.Findings[severity]; n > 0 {
			counts = append(counts, plural(n, severity.String()))
		}
	}
	if len(counts) == 0 {
		counts = []string{"no findings"}
	}
	about := []string{plural(stats.Pages, "page"), plural(len(stats.Locales), "locale")}
	if stats.Source != "" {
		about = append(about, "source "+Visible(stats.Source))
	}
	if n := len(stats.Skipped); n > 0 {
		about = append(about, plural(n, "file")+" skipped")
	}
	return fmt.Sprintf("%s in %s (%s)", strings.Join(counts, ", "), plural(stats.Files, "file"), strings.Join(about, ", "))
}

// plural is a number and what it counts.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
