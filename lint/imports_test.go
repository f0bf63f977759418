package lint_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/doclint/doclint/"

// house says which packages of this module each package may import: its rooms
// to the left in docs/architecture.md. Tests are free.
var house = map[string][]string{
	"lint/doc":                  {},
	"lint/doc/doctest":          {"lint/doc"},
	"lint/lang":                 {},
	"lint/internal/frontmatter": {"lint/doc"},
	"lint/internal/html":        {"lint/doc"},
	"lint/internal/markdown":    {"lint/doc", "lint/internal/frontmatter", "lint/internal/html"},
	"lint/internal/site":        {"lint/doc", "lint/lang", "lint/internal/frontmatter"},
	"lint/internal/git":         {},
	"lint/fact":                 {"lint/doc", "lint/lang"},
	"lint/align":                {"lint/doc", "lint/fact"},
	"lint/lexicon":              {"lint/doc", "lint/lang", "lint/align"},
	"lint": {
		"lint/doc", "lint/lang", "lint/fact", "lint/align", "lint/lexicon",
		"lint/internal/html", "lint/internal/markdown", "lint/internal/site", "lint/internal/git",
	},
	"lint/rules":    {"lint", "lint/doc", "lint/lang", "lint/fact", "lint/align", "lint/lexicon"},
	"lint/report":   {"lint", "lint/doc", "lint/lang", "lint/align"},
	"lint/linttest": {"lint"},
	"cmd/doclint":   {"lint", "lint/lang", "lint/rules", "lint/report"},
}

// adapters are the only packages that may import a third-party tree.
var adapters = map[string]string{
	"github.com/yuin/goldmark": "lint/internal/markdown",
	"golang.org/x/net/html":    "lint/internal/html",
}

// TestImports holds the house: imports run one way, and third-party trees stop
// at their adapters.
func TestImports(t *testing.T) {
	root := os.DirFS("..")
	seen := make(map[string]bool)
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && name != "." && (strings.HasPrefix(e.Name(), ".") || e.Name() == "testdata") {
			return fs.SkipDir
		}
		if e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		pkg := path.Dir(name)
		allowed, ok := house[pkg]
		if !ok {
			t.Errorf("%s: the package %s has no place in the house", name, pkg)
			return nil
		}
		seen[pkg] = true
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(imported, module); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s imports %s, which is not to its left", name, own)
			}
			for tree, adapter := range adapters {
				if strings.HasPrefix(imported, tree) && pkg != adapter {
					t.Errorf("%s imports %s: only %s may", name, imported, adapter)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range house {
		if !seen[pkg] {
			t.Errorf("the house lists %s, which does not exist", pkg)
		}
	}
}
