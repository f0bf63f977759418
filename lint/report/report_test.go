package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

// TestFormats holds every format to its golden of the hard fixture.
func TestFormats(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format.Name, func(t *testing.T) {
			h := newHard(t)
			var out bytes.Buffer
			if err := h.feed(format.New(&out, h.options())); err != nil {
				t.Fatal(err)
			}
			if !utf8.Valid(out.Bytes()) {
				t.Error("the output is not UTF-8")
			}
			golden(t, "hard."+format.Name, out.Bytes())
		})
	}
	t.Run("text in colour, 60 wide", func(t *testing.T) {
		h := newHard(t)
		opts := h.options()
		opts.Color, opts.Width = true, 60
		var out bytes.Buffer
		if err := h.feed(newText(&out, opts)); err != nil {
			t.Fatal(err)
		}
		golden(t, "hard.color.text", out.Bytes())
	})
}

// TestEmpty shows what a run without findings is in each format: said in text,
// nothing on GitHub, and arrays that are there in JSON.
func TestEmpty(t *testing.T) {
	var got strings.Builder
	for _, format := range Formats() {
		var out bytes.Buffer
		s := format.New(&out, Options{Tool: "doclint", Version: "0.1.0"})
		for _, err := range []error{s.Begin(Run{}), s.Page(lint.PageResult{}), s.End(lint.Stats{Files: 1, Pages: 1})} {
			if err != nil {
				t.Fatal(err)
			}
		}
		fmt.Fprintf(&got, "-- %s --\n%s", format.Name, out.String())
	}
	golden(t, "empty", []byte(got.String()))
}

// TestNothingIsACommand holds the line-based formats to the log of a build: no
// line may be a command but those that the github format means.
func TestNothingIsACommand(t *testing.T) {
	anywhere := regexp.MustCompile(`##[a-zA-Z.-]*\[`)
	for _, name := range []string{"text", "github"} {
		h := newHard(t)
		var out bytes.Buffer
		for _, f := range Formats() {
			if f.Name == name {
				if err := h.feed(f.New(&out, h.options())); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if anywhere.MatchString(line) {
				t.Errorf("%s: a command within %q", name, line)
			}
			trimmed := strings.TrimSpace(line)
			meant := name == "github" && regexp.MustCompile(`^::(error|warning|notice) (file=docs/|title=doclint)`).MatchString(line)
			if strings.HasPrefix(trimmed, "::") && !meant {
				t.Errorf("%s: a command at the start of %q", name, line)
			}
			for _, r := range line {
				if r < ' ' || r >= 0x7F && r < 0xA0 || r >= 0x202A && r <= 0x202E {
					t.Errorf("%s: the control character %U in %q", name, r, line)
				}
			}
		}
	}
}

// failing is a writer that is full after some bytes.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		n := f.left
		f.left = 0
		return n, errFull
	}
	f.left -= len(p)
	return len(p), nil
}

// TestWriteErrors holds every format to telling of a writer that fails, early or
// late: a report cut short must not look like a whole one.
func TestWriteErrors(t *testing.T) {
	for _, format := range Formats() {
		h := newHard(t)
		var whole bytes.Buffer
		if err := h.feed(format.New(&whole, h.options())); err != nil {
			t.Fatal(err)
		}
		for _, room := range []int{0, whole.Len() / 2, whole.Len() - 1} {
			if err := h.feed(format.New(&failing{room}, h.options())); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d bytes: error %v, want %v", format.Name, room, err, errFull)
			}
		}
	}
}

// TestJSONOrder shows that findings are by path although pages come by name.
func TestJSONOrder(t *testing.T) {
	finding := func(page, path string, at int) lint.Finding {
		return lint.Finding{Rule: "r", Page: page, File: doc.NewFile(path, "", []byte("0123456789")), Span: doc.Span{Start: at, End: at + 1}}
	}
	var out bytes.Buffer
	s := newJSON(&out, Options{})
	for _, p := range []lint.PageResult{
		{Findings: []lint.Finding{finding("a", "de/a.md", 1), finding("a", "en/a.md", 2)}},
		{Findings: []lint.Finding{finding("b", "de/b.md", 0), finding("b", "en/b.md", 0)}},
	} {
		if err := s.Page(p); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.End(lint.Stats{}); err != nil {
		t.Fatal(err)
	}
	var got struct{ Findings []struct{ Path string } }
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range got.Findings {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"de/a.md", "de/b.md", "en/a.md", "en/b.md"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFingerprint shows what identifies a finding.
func TestFingerprint(t *testing.T) {
	base := func() lint.Finding {
		return lint.Finding{
			Rule: "number-changed", Severity: lint.Error, Page: "guide", File: doc.NewFile("de/guide.md", "de", []byte("1\n22\n333\n")),
			Message: "1 here", Where: "table 1", Found: "1", Expected: "2",
		}
	}
	of := func(change func(*lint.Finding)) string {
		f := base()
		change(&f)
		return fingerprints{}.of(f)
	}
	same := of(func(*lint.Finding) {})
	for _, test := range []struct {
		reason string
		change func(*lint.Finding)
		equal  bool
	}{
		{"lines move when text is put in above", func(f *lint.Finding) { f.Span = doc.Span{Start: 5, End: 6} }, true},
		{"a severity is the configuration's", func(f *lint.Finding) { f.Severity = lint.Info }, true},
		{"the path may gain a folder, the page does not", func(f *lint.Finding) { f.File = doc.NewFile("x/de.md", "de", nil) }, true},
		{"the notes are the other side's", func(f *lint.Finding) { f.Notes = []lint.Note{{}} }, true},
		{"another rule", func(f *lint.Finding) { f.Rule = "x" }, false},
		{"another page", func(f *lint.Finding) { f.Page = "x" }, false},
		{"another locale", func(f *lint.Finding) { f.File = doc.NewFile("de/guide.md", "fr", nil) }, false},
		{"another place", func(f *lint.Finding) { f.Where = "table 2" }, false},
		{"another value", func(f *lint.Finding) { f.Found = "3" }, false},
		{"a value that goes over into the next field", func(f *lint.Finding) { f.Found, f.Expected = "12", "" }, false},
		{"another message", func(f *lint.Finding) { f.Message = "x" }, false},
	} {
		if got := of(test.change); (got == same) != test.equal {
			t.Errorf("%s: equal is %v, want %v", test.reason, got == same, test.equal)
		}
	}
	seen := fingerprints{}
	if first, second := seen.of(base()), seen.of(base()); first == second || first != same {
		t.Errorf("two alike on one page: %s and %s, want two, the first %s", first, second, same)
	}
	if len(same) != 32 {
		t.Errorf("%q: want 16 bytes in hex", same)
	}
}

// TestFound shows which text of a span the JSON has.
func TestFound(t *testing.T) {
	for _, test := range []struct{ reason, src, text, want string }{
		{"markup and entities stay as written", "a **b&amp;c** d", "**b&amp;c**", "**b&amp;c**"},
		{"the lines of a quote lose their marker", "> one\n> two\n>three", "one\n> two\n>three", "one\ntwo\nthree"},
		{"those of a list item their indent", "- one\n  two\n    code", "one\n  two\n    code", "one\ntwo\n  code"},
		{"of a quote in a numbered list both", "12. > one\n    > two", "one\n    > two", "one\ntwo"},
		{"a paragraph has nothing to lose", "one\n  two", "one\n  two", "one\n  two"},
		{"a line break is one, however it is written", "one\r\ntwo", "one\r\ntwo", "one\ntwo"},
		{"200 characters are whole, whatever their bytes", strings.Repeat("語", 200), strings.Repeat("語", 200), strings.Repeat("語", 200)},
		{"201 are left out", strings.Repeat("a", 201), strings.Repeat("a", 201), ""},
		{"so are very many", strings.Repeat("a", 9999), strings.Repeat("a", 9999), ""},
		{"an empty span has none", "a", "", ""},
	} {
		f := doc.NewFile("a.md", "", []byte(test.src))
		start := strings.Index(test.src, test.text)
		if got := found(f, doc.Span{Start: start, End: start + len(test.text)}); got != test.want {
			t.Errorf("%s: found(%q) = %q, want %q", test.reason, test.text, got, test.want)
		}
	}
}

// TestAnnotations shows how the few annotations that GitHub keeps are spent.
func TestAnnotations(t *testing.T) {
	finding := func(severity lint.Severity, path, message string) lint.Finding {
		return lint.Finding{Rule: "r", Severity: severity, File: doc.NewFile(path, "", []byte("x\n")), Message: message}
	}
	var page lint.PageResult
	for i := range 12 {
		page.Findings = append(page.Findings, finding(lint.Error, "a.md", fmt.Sprintf("a%d", i)))
	}
	for i := range 3 {
		page.Findings = append(page.Findings, finding(lint.Error, fmt.Sprintf("b%d.md", i), "b"))
	}
	for i := range 9 {
		page.Findings = append(page.Findings, finding(lint.Info, fmt.Sprintf("c%d.md", i), "c"))
	}
	page.Findings = append(page.Findings, finding(lint.Warning, "d.md", strings.Repeat("%長", 4000)))
	var out bytes.Buffer
	s := newGitHub(&out, Options{Tool: "doclint"})
	if err := s.Page(page); err != nil {
		t.Fatal(err)
	}
	if err := s.End(lint.Stats{}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n") {
		if _, message, _ := strings.Cut(line[2:], "::"); len(message) > 4096 {
			t.Errorf("a message of %d bytes", len(message))
		}
		if len(line) > 100 {
			line = line[:60] + "..." + line[len(line)-3:]
		}
		got = append(got, line)
	}
	want := []string{
		// A finding of each file, then further ones in order.
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a0",
		"::error file=b0.md,line=1,endLine=1,col=1,endColumn=1,title=r::b",
		"::error file=b1.md,line=1,endLine=1,col=1,endColumn=1,title=r::b",
		"::error file=b2.md,line=1,endLine=1,col=1,endColumn=1,title=r::b",
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a1",
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a2",
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a3",
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a4",
		"::error file=a.md,line=1,endLine=1,col=1,endColumn=1,title=r::a5",
		"::error title=doclint::and 6 more: 15 errors in all",
		"::warning file=d.md,line=1,endLine=1,col=1,endColumn=1,title...…",
	}
	for i := range 9 { // nine fit, so nothing is said of more
		want = append(want, fmt.Sprintf("::notice file=c%d.md,line=1,endLine=1,col=1,endColumn=1,title=r::c", i))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAnnotationPlace shows the places that GitHub accepts.
func TestAnnotationPlace(t *testing.T) {
	for _, test := range []struct {
		reason, src string
		span        doc.Span
		want        string
	}{
		{"columns are code points and the end is exclusive", "長👩x\n", doc.Span{Start: 3, End: 8}, "line=1,endLine=1,col=2,endColumn=4"},
		{"over lines GitHub wants no columns", "ab\ncd\n", doc.Span{Start: 1, End: 4}, "line=1,endLine=2"},
		{"a line break at the end does not reach the next line", "ab\r\ncd\n", doc.Span{Start: 1, End: 4}, "line=1,endLine=1,col=2,endColumn=3"},
		{"an empty span", "ab", doc.Span{Start: 2, End: 2}, "line=1,endLine=1,col=3,endColumn=3"},
	} {
		s := &githubSink{}
		got := s.annotation(lint.Finding{Rule: "r", Severity: lint.Error, Message: "m", File: doc.NewFile("a:,b%.md", "", []byte(test.src)), Span: test.span})
		if want := "::error file=a%3A%2Cb%25.md," + test.want + ",title=r::m\n"; got != want {
			t.Errorf("%s:\n got %q\nwant %q", test.reason, got, want)
		}
	}
}

// TestSummary shows the last line of a text.
func TestSummary(t *testing.T) {
	for _, test := range []struct {
		stats lint.Stats
		want  string
	}{
		{
			lint.Stats{Files: 5, Pages: 1, Locales: []string{"a", "b", "c", "d", "e"}, Source: "en", Findings: [4]int{0, 0, 1, 2}},
			"2 errors, 1 warning in 5 files (1 page, 5 locales, source en)",
		},
		{lint.Stats{Files: 1, Pages: 1}, "no findings in 1 file (1 page, 0 locales)"},
		{lint.Stats{Skipped: make([]lint.Skipped, 2)}, "no findings in 0 files (0 pages, 0 locales, 2 files skipped)"},
		{lint.Stats{Findings: [4]int{0, 3, 0, 0}}, "3 infos in 0 files (0 pages, 0 locales)"},
	} {
		if got := summary(test.stats); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
