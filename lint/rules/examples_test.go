package rules

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/linttest"
)

// TestExamples executes the examples of each rule's page: the rule must report
// something on the bad one and nothing on the good one.
func TestExamples(t *testing.T) {
	for _, rule := range All() {
		t.Run(rule.Name, func(t *testing.T) {
			for heading, faulty := range map[string]bool{"Bad:": true, "Good:": false} {
				pages := example(rule.Doc, heading)
				if len(pages) == 0 {
					t.Fatalf("the page has no example under %q", heading)
				}
				if rule.Lexicon {
					linttest.Teach(pages, linttest.Phrases(archive(rule)))
				}
				found := 0
				linttest.Check(t, linttest.Config(pages, rule), func(r lint.PageResult) {
					found += len(r.Findings)
				})
				if (found > 0) != faulty {
					t.Errorf("%d findings in the example under %q", found, heading)
				}
			}
		})
	}
}

// example returns the pages of the indented txtar archive under a heading of a
// rule's page.
func example(page, heading string) fstest.MapFS {
	_, after, _ := strings.Cut(page, "\n"+heading+"\n")
	var archive strings.Builder
	for line := range strings.Lines(after) {
		indented, ok := strings.CutPrefix(line, "\t")
		if !ok && strings.TrimSpace(line) != "" {
			break
		}
		archive.WriteString(indented)
	}
	pages := make(fstest.MapFS)
	for _, f := range txtar.Parse([]byte(archive.String())).Files {
		pages[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return pages
}
