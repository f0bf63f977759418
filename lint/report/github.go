package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/doclint/doclint/lint"
)

// The limits of GitHub: a step keeps ten annotations a level and drops the rest
// without a word, and it cuts a message after 4096 characters.
const (
	maxAnnotations = 9 // and one that says how many more there are
	maxAnnotation  = 4000
	maxNote        = 200 // cells of what another side says: there are up to dozens
)

// A githubSink writes annotations as workflow commands. Only few are kept, so
// they are spent on the worst, and on as many files as possible: the first
// finding of each file comes before the second of any.
type githubSink struct {
	w      io.Writer
	opts   Options
	levels [lint.Error + 1]annotations // by severity
}

// annotations are those of one level.
type annotations struct {
	count int
	files map[string]bool // that have one in first
	first []string        // the first of a file
	more  []string        // others, as many as could be needed
}

func newGitHub(w io.Writer, opts Options) Sink { return &githubSink{w: w, opts: opts} }

func (s *githubSink) Begin(Run) error { return nil }

func (s *githubSink) Page(page lint.PageResult) error {
	for _, f := range page.Findings {
		level := &s.levels[f.Severity]
		level.count++
		path := f.File.Path()
		switch {
		case !level.files[path] && len(level.first) < maxAnnotations:
			if level.files == nil {
				level.files = map[string]bool{}
			}
			level.files[path] = true
			level.first = append(level.first, s.annotation(f))
		case len(level.more) < maxAnnotations:
			level.more = append(level.more, s.annotation(f))
		}
	}
	return nil
}

func (s *githubSink) End(lint.Stats) error {
	var b strings.Builder
	for severity := lint.Error; severity > lint.Off; severity-- {
		level := s.levels[severity]
		shown := slices.Concat(level.first, level.more)
		shown = shown[:min(len(shown), maxAnnotations)]
		for _, line := range shown {
			b.WriteString(line)
		}
		if rest := level.count - len(shown); rest > 0 {
			fmt.Fprintf(&b, "::%s title=%s::and %d more: %s in all\n",
				command(severity), property(s.opts.Tool), rest, plural(level.count, severity.String()))
		}
	}
	_, err := io.WriteString(s.w, b.String())
	return err
}

// annotation returns the command for a finding, with the line break after it.
func (s *githubSink) annotation(f lint.Finding) string {
	start, end := f.File.Position(f.Span.Start), f.File.Position(f.Span.End)
	if end.Line > start.Line && end.Column == 1 {
		// The span ends with a line break: the line after it has no part in it.
		end.Line--
		end.Column = f.File.Position(f.File.LineSpan(end.Line).End).Column
	}
	properties := []string{
		"file=" + property(s.opts.repo(f.File.Path())),
		"line=" + strconv.Itoa(start.Line),
		"endLine=" + strconv.Itoa(end.Line),
	}
	// GitHub drops the columns of more lines than one. Its endColumn is
	// exclusive, as ours is (github/docs issue 40038).
	if start.Line == end.Line {
		properties = append(properties,
			"col="+strconv.Itoa(start.Column), "endColumn="+strconv.Itoa(end.Column))
	}
	properties = append(properties, "title="+property(f.Rule))

	lines := []string{f.Message}
	if f.Where != "" {
		lines = append(lines, f.Where)
	}
	for _, n := range f.Notes {
		line := fmt.Sprintf("%s:%d", s.opts.repo(n.File.Path()), n.File.Line(n.Span.Start))
		if n.Text != "" {
			line += ": " + cut(n.Text, maxNote)
		}
		lines = append(lines, line)
	}
	for i, line := range lines {
		lines[i] = Visible(line)
	}
	return "::" + command(f.Severity) + " " + strings.Join(properties, ",") + "::" +
		data(strings.Join(lines, "\n"), maxAnnotation) + "\n"
}

// command is the name that GitHub has for a severity.
func command(severity lint.Severity) string {
	if severity == lint.Info {
		return "notice"
	}
	return severity.String()
}

// data escapes the message of a command and cuts it to a number of bytes.
func data(text string, limit int) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\ufffd") {
		escaped := string(r)
		switch r {
		case '%':
			escaped = "%25"
		case '\r':
			escaped = "%0D"
		case '\n':
			escaped = "%0A"
		}
		if b.Len()+len(escaped)+utf8.UTFMax > limit {
			b.WriteString("…")
			break
		}
		b.WriteString(escaped)
	}
	return b.String()
}

// property escapes the value of a command's property.
func property(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").
		Replace(strings.ToValidUTF8(text, "\ufffd"))
}
