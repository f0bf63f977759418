package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

// jsonVersion is the version of all JSON that is written.
const jsonVersion = 1

// maxFound is the length in characters up to which the text of a finding's span
// is part of the JSON.
const maxFound = 200

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonPlace struct {
	Path      string `json:"path"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
	ByteStart int    `json:"byteStart"`
	ByteEnd   int    `json:"byteEnd"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Page     string `json:"page"`
	Locale   string `json:"locale,omitempty"`
	jsonPlace
	Where       string     `json:"where,omitempty"`
	Found       string     `json:"found,omitempty"`
	Expected    string     `json:"expected,omitempty"`
	Related     []jsonNote `json:"related"`
	Fixes       []jsonFix  `json:"fixes"`
	Fingerprint string     `json:"fingerprint"`
}

type jsonNote struct {
	Locale string `json:"locale,omitempty"`
	jsonPlace
	Text string `json:"text,omitempty"`
}

type jsonFix struct {
	Title  string     `json:"title"`
	Safety string     `json:"safety"`
	Edits  []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	Path      string `json:"path"`
	ByteStart int    `json:"byteStart"`
	ByteEnd   int    `json:"byteEnd"`
	New       string `json:"new"`
}

type jsonSkipped struct {
	Path   string `json:"path"`
	Reason string `json:"reason"`
}

type jsonStats struct {
	Files    int        `json:"files"`
	Pages    int        `json:"pages"`
	Locales  []string   `json:"locales"`
	Source   string     `json:"source,omitempty"`
	Units    int        `json:"units"`
	Findings jsonLevels `json:"findings"`
}

type jsonLevels struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type jsonReport struct {
	Version  int               `json:"version"`
	Tool     jsonTool          `json:"tool"`
	Findings []json.RawMessage `json:"findings"`
	Skipped  []jsonSkipped     `json:"skipped"`
	Stats    jsonStats         `json:"stats"`
}

// A jsonSink keeps the findings encoded, since pages come by name and findings
// are written by path.
type jsonSink struct {
	w        io.Writer
	opts     Options
	findings []encodedFinding
}

// An encodedFinding holds no memory of the page.
type encodedFinding struct {
	path          string
	start, end    int
	rule, message string
	json          json.RawMessage
}

func newJSON(w io.Writer, opts Options) Sink { return &jsonSink{w: w, opts: opts} }

func (s *jsonSink) Begin(Run) error { return nil }

func (s *jsonSink) Page(page lint.PageResult) error {
	prints := fingerprints{}
	for _, f := range page.Findings {
		j := s.finding(f)
		j.Fingerprint = prints.of(f)
		encoded, err := encode(j, "")
		if err != nil {
			return err
		}
		s.findings = append(s.findings, encodedFinding{
			j.Path, f.Span.Start, f.Span.End, f.Rule, strings.Clone(f.Message), encoded,
		})
	}
	return nil
}

func (s *jsonSink) finding(f lint.Finding) jsonFinding {
	j := jsonFinding{
		Rule: f.Rule, Severity: f.Severity.String(), Message: f.Message, Page: f.Page,
		Locale: f.About(), jsonPlace: s.place(f.File, f.Span),
		Where: f.Where, Found: found(f.File, f.Span), Expected: f.Expected,
		Related: make([]jsonNote, 0, len(f.Notes)),
		Fixes:   make([]jsonFix, 0, len(f.Fixes)),
	}
	for _, n := range f.Notes {
		j.Related = append(j.Related, jsonNote{n.File.Locale(), s.place(n.File, n.Span), n.Text})
	}
	for _, fix := range f.Fixes {
		edits := make([]jsonEdit, 0, len(fix.Edits))
		for _, e := range fix.Edits {
			edits = append(edits, jsonEdit{s.opts.work(e.File.Path()), e.Span.Start, e.Span.End, e.New})
		}
		j.Fixes = append(j.Fixes, jsonFix{fix.Title, fix.Safety.String(), edits})
	}
	return j
}

func (s *jsonSink) place(f *doc.File, span doc.Span) jsonPlace {
	start, end := f.Position(span.Start), f.Position(span.End)
	return jsonPlace{
		s.opts.work(f.Path()), start.Line, start.Column, end.Line, end.Column, span.Start, span.End,
	}
}

func (s *jsonSink) End(stats lint.Stats) error {
	slices.SortStableFunc(s.findings, func(a, b encodedFinding) int {
		return cmp.Or(
			strings.Compare(a.path, b.path), a.start-b.start, a.end-b.end,
			strings.Compare(a.rule, b.rule), strings.Compare(a.message, b.message),
		)
	})
	r := jsonReport{
		Version:  jsonVersion,
		Tool:     jsonTool{s.opts.Tool, s.opts.Version},
		Findings: make([]json.RawMessage, 0, len(s.findings)),
		Skipped:  make([]jsonSkipped, 0, len(stats.Skipped)),
		Stats: jsonStats{
			Files: stats.Files, Pages: stats.Pages, Source: stats.Source, Units: stats.Units,
			Locales: append([]string{}, stats.Locales...),
			Findings: jsonLevels{
				stats.Findings[lint.Error], stats.Findings[lint.Warning], stats.Findings[lint.Info],
			},
		},
	}
	for _, f := range s.findings {
		r.Findings = append(r.Findings, f.json)
	}
	for _, skip := range stats.Skipped {
		r.Skipped = append(r.Skipped, jsonSkipped{s.opts.work(skip.Path), skip.Reason})
	}
	return writeJSON(s.w, r)
}

// writeJSON writes a document, indented, with a line break after it. Bytes that
// are not UTF-8 become U+FFFD.
func writeJSON(w io.Writer, v any) error {
	text, err := encode(v, "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// encode is json.Marshal without the escapes that only HTML needs.
func encode(v any, indent string) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", indent)
	err := e.Encode(v)
	return b.Bytes(), err
}

// found returns the text of a span as it is written, without what quotes and
// lists put before each of its lines; "" if it is too long.
func found(f *doc.File, span doc.Span) string {
	if span.Len() > utf8.UTFMax*2*maxFound { // with room for the prefixes
		return ""
	}
	first := f.Line(span.Start)
	prefix := containerPrefix(f.Slice(f.LineSpan(first)))
	var lines []string
	for i, line := range strings.Split(string(f.Slice(span)), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if i > 0 {
			line = dropPrefix(line, prefix)
		}
		lines = append(lines, line)
	}
	text := strings.Join(lines, "\n")
	if utf8.RuneCountInString(text) > maxFound {
		return ""
	}
	return text
}

// containerPrefix returns the number of bytes that quotes and lists take at the
// head of a line.
func containerPrefix(line []byte) int {
	n, taken := 0, 0
	for n < len(line) {
		rest := line[n:]
		switch {
		case rest[0] == ' ' || rest[0] == '\t':
			n++
			continue
		case rest[0] == '>':
			n++
		case len(rest) > 1 && rest[1] == ' ' && bytes.IndexByte([]byte("-*+"), rest[0]) >= 0:
			n += 2
		default:
			digits := len(rest) - len(bytes.TrimLeft(rest, "0123456789"))
			if digits == 0 || digits+1 >= len(rest) || rest[digits] != '.' && rest[digits] != ')' || rest[digits+1] != ' ' {
				return taken
			}
			n += digits + 2
		}
		for n < len(line) && line[n] == ' ' {
			n++
		}
		taken = n
	}
	return taken
}

// dropPrefix takes what stands for containers from the head of a line: blanks
// and quote markers, at most as many bytes as they took on the first line.
func dropPrefix(line string, prefix int) string {
	n := 0
	for n < min(len(line), prefix) && strings.IndexByte(" \t>", line[n]) >= 0 {
		n++
	}
	return line[n:]
}

// rounded is a score as JSON shows it.
func rounded(score float64) float64 { return math.Round(score*1e4) / 1e4 }
