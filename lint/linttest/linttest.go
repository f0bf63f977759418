// Package linttest runs rules over fixture archives. It is imported by tests
// only.
//
// An archive is in txtar form. Its comment says why the cases are what they are
// and may hold one line "source: TAG". Its files are a tree of pages, but for
//
//	want          the findings, one a line, as [Line] writes them
//	phrases       what the tree is to teach, see [Teach]
//
// Expectations stand apart from the pages: a comment in a page becomes a cell,
// or ends a table.
package linttest

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/doclint/doclint/lint"
)

var update = flag.Bool("update", os.Getenv("DOCLINT_UPDATE") != "", "rewrite what archives and goldens want")

// Run runs one rule over an archive and compares what it reports with what the
// archive wants. The archive must give its reason and have a page on which the
// rule is silent.
func Run(t *testing.T, rule lint.Rule, path string) {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(archive.Comment)) == "" {
		t.Fatalf("%s: the comment must say why", path)
	}
	pages := tree(archive)
	Teach(pages, file(archive, "phrases"))
	cfg := Config(pages, rule)
	cfg.Source = directive(archive, "source")
	var lines []string
	silent := 0
	Check(t, cfg, func(r lint.PageResult) {
		if len(r.Findings) == 0 {
			silent++
		}
		for _, f := range r.Findings {
			lines = append(lines, Line(f))
		}
	})
	if silent == 0 {
		t.Errorf("%s: no page is a near miss on which the rule is silent", path)
	}
	got := strings.Join(lines, "")
	if *update {
		write(t, path, archive, got)
		return
	}
	if diff := cmp.Diff(file(archive, "want"), got); diff != "" {
		t.Errorf("%s: findings (-want +got):\n%s", path, diff)
	}
}

// Teach adds pages to a tree from which a lexicon learns phrases: a line of
// locale tags, then a line a phrase, its translations parted by " | ".
func Teach(pages fstest.MapFS, phrases string) {
	lines := strings.Split(strings.TrimSpace(phrases), "\n")
	if len(lines) < 2 {
		return
	}
	const pageCount, paragraphs = 40, 12
	for column, tag := range strings.Split(lines[0], " | ") {
		for n := range pageCount {
			var b strings.Builder
			for i := range paragraphs {
				// Two phrases a paragraph, each pair of them another one.
				first, second := (n*paragraphs+i)%(len(lines)-1), (n*7+i*3+1)%(len(lines)-1)
				for _, at := range []int{first, second} {
					fmt.Fprintf(&b, "%s. ", strings.Split(lines[1+at], " | ")[column])
				}
				b.WriteString("\n\n")
			}
			pages[fmt.Sprintf("%s/taught-%02d.md", tag, n)] = &fstest.MapFile{Data: []byte(b.String())}
		}
	}
}

// Phrases returns what an archive's tree is to teach, "" for nothing or where
// there is no archive.
func Phrases(path string) string {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		return ""
	}
	return file(archive, "phrases")
}

// Config returns the configuration that runs one rule over pages, also if it is
// off by default.
func Config(pages fs.FS, rule lint.Rule) lint.Config {
	cfg := lint.Config{FS: pages, Rules: []lint.Rule{rule}}
	if rule.Severity == lint.Off {
		cfg.Levels = map[string]lint.Severity{rule.Name: lint.Warning}
	}
	return cfg
}

// Check lints a tree and hands over each page's result, in order. Rules that
// break fail the test.
func Check(t *testing.T, cfg lint.Config, page func(lint.PageResult)) {
	t.Helper()
	session, err := lint.NewSession(cfg)
	if err != nil {
		t.Fatal(err)
	}
	_, err = lint.Check(context.Background(), session, func(r lint.PageResult) error {
		for _, f := range r.Findings {
			if f.Rule == "internal" {
				t.Errorf("%s: %s", f.File.Path(), f.Message)
			}
		}
		page(r)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Line writes a finding in a line: its place from start to end, rule and
// message, then its notes' places and texts, indented.
func Line(f lint.Finding) string {
	var b strings.Builder
	from, to := f.File.Position(f.Span.Start), f.File.Position(f.Span.End)
	fmt.Fprintf(&b, "%s:%d:%d-%d:%d: %s: %s\n", f.File.Path(), from.Line, from.Column, to.Line, to.Column, f.Rule, f.Message)
	for _, n := range f.Notes {
		from, to := n.File.Position(n.Span.Start), n.File.Position(n.Span.End)
		fmt.Fprintf(&b, "  %s:%d:%d-%d:%d: %s\n", n.File.Path(), from.Line, from.Column, to.Line, to.Column, n.Text)
	}
	return b.String()
}

// tree returns the pages of an archive.
func tree(archive *txtar.Archive) fstest.MapFS {
	pages := make(fstest.MapFS)
	for _, f := range archive.Files {
		if f.Name != "want" && f.Name != "phrases" {
			pages[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return pages
}

// directive returns the value of a "name: value" line of an archive's comment.
func directive(archive *txtar.Archive, name string) string {
	for line := range strings.Lines(string(archive.Comment)) {
		if value, ok := strings.CutPrefix(line, name+": "); ok {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func file(archive *txtar.Archive, name string) string {
	for _, f := range archive.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

// write replaces what an archive wants.
func write(t *testing.T, path string, archive *txtar.Archive, want string) {
	t.Helper()
	found := false
	for i, f := range archive.Files {
		if f.Name == "want" {
			archive.Files[i].Data, found = []byte(want), true
		}
	}
	if !found {
		archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(want)})
	}
	if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
