package align_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"testing"

	"github.com/doclint/doclint/lint/align"
)

// localePart is what the names of a page's files differ in, in the real pages.
var localePart = regexp.MustCompile(`campaign-classic\.(en|pt-BR|zh-Hans)/|/(en|zh|ar|de|es|fr|it|pt|ru|zh-cn)/|\.(en-US|zh-CN|zh)\.md$|\.md$`)

// TestCorpus holds the grid's law on real pages. They stand beside the
// repository; DOCLINT_SHARED names another place.
func TestCorpus(t *testing.T) {
	root := os.Getenv("DOCLINT_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	root = filepath.Join(root, "corpus")
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the real pages are required in CI: %v", err)
		}
		t.Skipf("no real pages: %v", err)
	}
	pages := make(map[string][]string)
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && strings.HasSuffix(path, ".md") {
			key := localePart.ReplaceAllString(filepath.ToSlash(path), "/*/")
			pages[key] = append(pages[key], path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for key, files := range pages {
		if len(files) > 1 {
			keys = append(keys, key)
		}
	}
	sort.Strings(keys)
	if testing.Short() {
		keys = keys[:len(keys)/8]
	}
	work := make(chan string)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for key := range work {
				var cols []align.Column
				for _, path := range pages[key] {
					src, err := os.ReadFile(path)
					if err != nil {
						t.Error(err)
						continue
					}
					cols = append(cols, column(path, string(src)))
				}
				source := len(key)%2 - 1 // with a source and without
				if err := check(align.New(key, cols, source, nil)); err != nil {
					t.Errorf("%s, source %d: %v", key, source, err)
				}
			}
		}()
	}
	for _, key := range keys {
		work <- key
	}
	close(work)
	wg.Wait()
	t.Logf("%d pages", len(keys))
}
