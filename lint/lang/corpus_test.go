package lang

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// corpus is a collection of real translated pages kept beside the repository; it
// is not part of it, and what reads it is skipped where it is absent.
const corpus = "../../../shared/corpus"

var localeInPath = regexp.MustCompile(`campaign-classic\.([A-Za-z-]+)/|docs/(en|zh)/|4\.0/([a-z-]+)/|\.(zh|zh-CN|en-US)\.md$`)

func TestDetectCorpus(t *testing.T) {
	if _, err := os.Stat(corpus); err != nil {
		t.Skip("no corpus here")
	}
	pages, wrong, unknown := 0, 0, 0
	err := fs.WalkDir(os.DirFS(corpus), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		want := "en"
		if m := localeInPath.FindStringSubmatch(name); m != nil {
			want, _ = Canonical(strings.Join(m[1:], ""))
		}
		if want == "" {
			return nil // a folder beside the locales
		}
		src, err := fs.ReadFile(os.DirFS(corpus), name)
		if err != nil {
			return err
		}
		d2 := Detect(string(src))
		if d2.Letters < 200 {
			return nil
		}
		pages++
		switch {
		case d2.Tag == "":
			unknown++
			t.Logf("%s: unknown, want %s (%d letters, %.2f)", name, want, d2.Letters, d2.Confidence)
		case Base(d2.Tag) != Base(want) || Script(d2.Tag) != Script(want):
			wrong++
			t.Logf("%s: %s, want %s (%d letters, %.2f)", name, d2.Tag, want, d2.Letters, d2.Confidence)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages, %d wrong, %d unknown", pages, wrong, unknown)
	if 100*(wrong+unknown) > pages {
		t.Errorf("%d of %d pages wrong or unknown, want at most 1 in 100", wrong+unknown, pages)
	}
}
