package markdown

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// sharedRoot returns the folder of real pages. They stand beside the repository;
// DOCLINT_SHARED names another place.
func sharedRoot() string {
	if root := os.Getenv("DOCLINT_SHARED"); root != "" {
		return root
	}
	return filepath.Join("..", "..", "..", "..", "shared")
}

// TestCorpus holds the document's laws on real pages.
func TestCorpus(t *testing.T) {
	t.Parallel()
	root := sharedRoot()
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the real pages are required in CI: %v", err)
		}
		t.Skipf("no real pages: %v", err)
	}
	pages := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".md") && !strings.HasSuffix(path, ".txt") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		pages++
		if err := doctest.Check(Parse(doc.NewFile(path, "", src))); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages", pages)
}
