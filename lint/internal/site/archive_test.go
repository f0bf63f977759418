package site

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", os.Getenv("DOCLINT_UPDATE") != "", "rewrite what archives want")

// language is a line of an archive that stands for a text in a language.
var language = regexp.MustCompile(`(?m)^\{(\w+)\}$`)

// archiveTree makes a tree of an archive, in which a line "{de}" stands for a text
// in German.
func archiveTree(archive *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "want" {
			text := language.ReplaceAllStringFunc(string(f.Data), func(line string) string { return texts[strings.Trim(line, "{}")] })
			fsys[f.Name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return fsys
}

// outline writes the pages of a tree, one a line.
func outline(tree *Tree) string {
	var b strings.Builder
	reasons := map[string]string{}
	for _, u := range tree.Unpaired {
		if !strings.HasPrefix(u.Reason, "no ") {
			reasons[u.Path] = u.Reason
		}
	}
	for _, p := range tree.Pages {
		b.WriteString(p.Name + ":")
		for _, f := range p.Files {
			b.WriteString(" " + f.Locale)
		}
		switch {
		case len(p.Files) == 1 && reasons[p.Files[0].Path] != "":
			b.WriteString(", alone: " + reasons[p.Files[0].Path])
		case len(p.Files) == 1:
		case p.Source == "":
			fmt.Fprintf(&b, ", no source, %s", p.Layout)
		default:
			fmt.Fprintf(&b, ", source %s, %s", p.Source, p.Layout)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestArchives holds the pages of the trees in testdata to what each wants. An
// archive's comment says why, and may hold a line "source: TAG".
func TestArchives(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no archives", err)
	}
	used := map[string]bool{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.TrimSpace(string(archive.Comment)) == "" {
				t.Fatal("the comment must say why")
			}
			var opts Options
			if _, after, ok := strings.Cut(string(archive.Comment), "source: "); ok {
				opts.Source, _, _ = strings.Cut(after, "\n")
			}
			tree, err := Discover(archiveTree(archive), opts)
			if err != nil {
				t.Fatal(err)
			}
			checkTree(t, tree)
			for _, p := range tree.Pages {
				used[p.Layout] = true
			}
			got, want := outline(tree), ""
			for i := range archive.Files {
				if f := &archive.Files[i]; f.Name == "want" {
					want = string(f.Data)
					f.Data = []byte(got)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("pages (-want +got):\n%s", diff)
			}
		})
	}
	for _, l := range layouts {
		if !used[l.name] {
			t.Errorf("no archive has a page in the layout %s", l.name)
		}
	}
}
