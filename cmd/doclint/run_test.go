package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint"
)

// example is the tree of the README.
var example = filepath.Join("..", "..", "testdata", "example")

// runIn runs the program in a folder.
func runIn(ctx context.Context, dir string, args ...string) (status int, stdout, stderr string) {
	var out, notices bytes.Buffer
	status = run(ctx, args, environment{
		dir: dir, getenv: func(string) string { return "" }, stdout: &out, stderr: &notices,
	})
	return status, out.String(), notices.String()
}

// write puts a file into a folder.
func write(t testing.TB, dir, path, text string) {
	t.Helper()
	path = filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestSkipped shows a page that cannot be read: found in the tree it is a
// warning and an entry of the report, and the run goes on; named it is an error.
func TestSkipped(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "en/a.md", "# Page\n\n| Name | Port |\n|---|---|\n| gate | 6080 |\n| vault | 7443 |\n")
	write(t, dir, "fr/a.md", "# Page\n")
	write(t, dir, "de/a.md", "# Seite\n\n| Name | Port |\n|---|---|\n| gate | 6080 |\n| vault | 744 |\n")
	// One that is too large, since permissions do not stop every user.
	if err := os.Truncate(filepath.Join(dir, "fr", "a.md"), lint.DefaultMaxSize+1); err != nil {
		t.Fatal(err)
	}
	status, out, notices := runIn(t.Context(), dir, "--format", "json")
	if status != statusFindings || !strings.Contains(out, `"path": "fr/a.md",`) || !strings.Contains(out, `"reason": "`) {
		t.Errorf("exit status %d, output %s", status, out)
	}
	if !strings.HasPrefix(notices, "doclint: warning: skipped fr/a.md: ") || strings.Count(notices, "\n") != 1 {
		t.Errorf("on standard error: %q", notices)
	}
	if _, _, notices := runIn(t.Context(), dir, "--quiet"); notices != "" {
		t.Errorf("--quiet: on standard error: %q", notices)
	}
	status, _, notices = runIn(t.Context(), dir, "fr/a.md", "en/a.md")
	if status != statusUnable || !strings.Contains(notices, "fr/a.md") || strings.Count(notices, "\n") != 1 {
		t.Errorf("named: exit status %d, on standard error %q", status, notices)
	}
}

// TestInterrupted shows that an interrupt ends the run in order: it says so, and
// leaves no file.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "en/a.md", "# Page\n")
	write(t, dir, "de/a.md", "# Seite\n")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	status, _, notices := runIn(ctx, dir, "--format", "json=out.json")
	if status != statusUnable || notices != "doclint: interrupted\n" {
		t.Errorf("exit status %d, on standard error %q", status, notices)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "out.json*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// full is a writer that fails.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestFullOutput shows that a report that could not be written is no clean run.
func TestFullOutput(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "en/a.md", "# Page\n")
	for _, args := range [][]string{nil, {"--format", "json"}, {"pages"}, {"rules"}, {"version"}, {"explain", "number-changed"}} {
		var notices bytes.Buffer
		status := run(t.Context(), args, environment{
			dir: dir, getenv: func(string) string { return "" }, stdout: full{}, stderr: &notices,
		})
		if want := "doclint: cannot write to standard output: no space left\n"; status != statusUnable || notices.String() != want {
			t.Errorf("doclint %v: exit status %d, on standard error %q, want %q", args, status, notices.String(), want)
		}
	}
}

// TestHostileNames shows that what comes from the command line cannot steer the
// terminal or the log either, and stays one line.
func TestHostileNames(t *testing.T) {
	for _, name := range []string{"a\n::error::b", "\x1b[31m", "##[error]x"} {
		_, _, notices := runIn(t.Context(), t.TempDir(), name)
		if !strings.HasPrefix(notices, "doclint: ") || strings.Count(notices, "\n") != 1 ||
			strings.Contains(notices, "##[") || strings.Contains(notices, "\x1b") {
			t.Errorf("%q: on standard error %q", name, notices)
		}
	}
}

// TestExplainAll shows that every rule has a page with more than its title.
func TestExplainAll(t *testing.T) {
	for _, name := range ruleNames() {
		status, out, notices := runIn(t.Context(), t.TempDir(), "explain", name)
		if status != statusClean || notices != "" || strings.Count(out, "\n") < 5 || !strings.HasPrefix(out, name+" (") {
			t.Errorf("explain %s: exit status %d, %q, %q", name, status, out, notices)
		}
	}
}

// TestCommandNames holds the list that misspelt commands are compared with to
// the commands there are.
func TestCommandNames(t *testing.T) {
	root := (&app{env: environment{stdout: io.Discard, stderr: io.Discard}}).command()
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	want := commandNames()
	slices.Sort(want)
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestSubset holds the part of a tree to the laws of a file system, and to show
// what was named and nothing else.
func TestSubset(t *testing.T) {
	whole := fstest.MapFS{
		"docs/en/a.md": {}, "docs/de/a.md": {}, "docs/ja/a.md": {}, "docs/en2/a.md": {}, "docs/a.md": {}, "other/a.md": {}, "a.md": {},
	}
	part := subset{whole, []string{"docs/en", "docs/de"}}
	if err := fstest.TestFS(part, "docs/en/a.md", "docs/de/a.md"); err != nil {
		t.Error(err)
	}
	for _, hidden := range []string{"docs/ja/a.md", "docs/en2", "docs/a.md", "other", "a.md"} {
		if _, err := part.Open(hidden); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: error %v, want that there is none", hidden, err)
		}
	}
}

// TestRebase shows what a glob means in another folder than the one that it was
// written for.
func TestRebase(t *testing.T) {
	for _, test := range []struct {
		reason, glob, base, root string
		want                     []string
	}{
		{"the same folder", "ja/**", "/r", "/r", []string{"ja/**"}},
		{"a folder below takes its part away", "docs/ja/**", "/r", "/r/docs", []string{"ja/**"}},
		{"another folder has no part in it", "docs/ja/**", "/r", "/r/blog", nil},
		{"a wildcard is a folder too", "*/ja/**", "/r", "/r/docs", []string{"ja/**"}},
		{"any number of folders may end before or go on", "**/ja/**", "/r", "/r/docs", []string{"**/ja/**"}},
		{"or end with the folder itself", "**/docs/ja/*", "/r", "/r/docs", []string{"**/docs/ja/*", "ja/*"}},
		{"all below", "docs/**", "/r", "/r/docs/ja", []string{"**"}},
		{"a file is not below a folder", "docs", "/r", "/r/docs", nil},
		{"a folder above puts the way in front", "ja/**", "/r/docs", "/r", []string{"docs/ja/**"}},
		{"and what it has of a glob is none", "ja/**", "/r/[x]", "/r", []string{`\[x]/ja/**`}},
	} {
		in := []lint.LocaleOverride{{Glob: test.glob, Tag: "ja"}}
		var got []string
		for _, l := range rebase(in, filepath.FromSlash(test.base), filepath.FromSlash(test.root)) {
			got = append(got, l.Glob)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s from %s to %s (-want +got):\n%s", test.reason, test.glob, test.base, test.root, diff)
		}
	}
}

// TestNearest shows which slips are seen for what they are.
func TestNearest(t *testing.T) {
	names := []string{"number-changed", "missing-row", "extra-row", "json", "text"}
	for name, want := range map[string]string{
		"number-chnaged": "number-changed", // two letters exchanged
		"missing_row":    "missing-row",
		"jsn":            "json",
		"xml":            "", // nothing alike
		"a":              "",
		"":               "",
	} {
		if got := lint.Nearest(name, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", name, got, want)
		}
	}
}

// BenchmarkRun lints whole trees from the disk: the one of the README and, where
// they are, the acceptance pages and real documentation.
func BenchmarkRun(b *testing.B) {
	trees := map[string]string{"example": example}
	if dir := os.Getenv("DOCLINT_SHARED"); dir != "" {
		trees["with-source"] = filepath.Join(dir, "seeds", "with-source")
		trees["asvs"] = filepath.Join(dir, "corpus", "asvs")
	}
	dir, err := os.Getwd()
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"example", "with-source", "asvs"} {
		path, ok := trees[name]
		if !ok {
			continue
		}
		b.Run(name, func(b *testing.B) {
			var size int64
			err := filepath.WalkDir(path, func(_ string, d os.DirEntry, err error) error {
				if err != nil || d.IsDir() || filepath.Ext(d.Name()) != ".md" {
					return err
				}
				info, err := d.Info()
				size += info.Size()
				return err
			})
			if err != nil {
				b.Skipf("%s: %v", path, err)
			}
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				status := run(b.Context(), []string{"--format", "json", "--fail-on", "never", path}, environment{
					dir: dir, getenv: func(string) string { return "" }, stdout: io.Discard, stderr: io.Discard,
				})
				if status != statusClean {
					b.Fatalf("exit status %d", status)
				}
			}
		})
	}
}
