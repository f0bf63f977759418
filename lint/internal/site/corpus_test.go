package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// shared holds real trees beside the repository; what reads them is skipped where
// they are absent.
const shared = "../../../../shared"

func realTree(t *testing.T, name string) fs.FS {
	t.Helper()
	dir := filepath.Join(shared, filepath.FromSlash(name))
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no %s here", name)
	}
	return os.DirFS(dir)
}

// TestDiscoverCorpus compares with an oracle for each tree: a regular expression
// whose groups are what comes before the tag, the tag, and what comes after; what
// does not match is a bare file.
func TestDiscoverCorpus(t *testing.T) {
	for _, c := range []struct{ tree, tag, layout, source, bare string }{
		{"adobe", `^(campaign-classic)\.(en|pt-BR|zh-Hans)(/.*)\.md$`, "folder-suffix", "en", "en"},
		{"ant-design", `^(.*)\.(en-US|zh-CN)()\.md$`, "file-suffix", "en-US", "en-US"},
		{"apisix", `^(docs/)(en|zh)/(.*)\.md$`, "locale-folder", "en", "en"},
		{"asvs", `^(4.0/)(ar|de|en|es|fr|it|pt|ru|zh-cn)/(.*)\.md$`, "locale-folder", "en", "en"},
		{"sing-box", `^(.*)\.(zh)()\.md$`, "file-suffix", "en", "en"},
		{"vant", `^(.*)\.(en-US|zh-CN)()\.md$`, "file-suffix", "en-US", "en-US"},
	} {
		t.Run(c.tree, func(t *testing.T) {
			fsys := realTree(t, "corpus/"+c.tree)
			tree, err := Discover(fsys, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if tree.Layout != c.layout || tree.Source != c.source {
				t.Errorf("layout %q, source %q, want %q, %q", tree.Layout, tree.Source, c.layout, c.source)
			}
			oracle := regexp.MustCompile(c.tag)
			want := map[string]map[string]string{} // page to locale to path
			files, pages, single := 0, 0, 0
			_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() {
					return err
				}
				files++
				page, locale := strings.TrimSuffix(name, ".md"), c.bare
				if m := oracle.FindStringSubmatch(name); m != nil {
					page, locale = m[1]+m[3], strings.Replace(m[2], "-cn", "-CN", 1)
				}
				if want[page] == nil {
					want[page] = map[string]string{}
				}
				want[page][locale] = name
				return nil
			})
			for _, p := range tree.Pages {
				pages++
				if len(p.Files) == 1 {
					single++
					if of := want[p.Name]; len(of) == 1 {
						continue // in the language of its text, which the name does not tell
					}
				}
				if len(p.Files) != len(want[p.Name]) {
					t.Errorf("%s: %v, the oracle says %v", p.Name, p.Files, want[p.Name])
				}
				for _, f := range p.Files {
					if want[p.Name][f.Locale] != f.Path {
						t.Errorf("%s is %s in %s, the oracle says %v", f.Path, p.Name, f.Locale, want[p.Name])
					}
				}
			}
			if pages != len(want) {
				t.Errorf("%d pages, the oracle says %d", pages, len(want))
			}
			t.Logf("%d files: %d pages paired, %d single; source %s", files, pages-single, single, tree.Source)
		})
	}
}

// TestDiscoverOneLanguage looks at each tree as if there were no translations: it
// yields no pair.
func TestDiscoverOneLanguage(t *testing.T) {
	for _, c := range []struct{ tree, only string }{
		{"adobe", `^campaign-classic\.pt-BR/`}, {"ant-design", `\.en-US\.md$`}, {"apisix", `^docs/zh/`},
		{"asvs", `^4.0/(de|docs|templates)/`}, {"sing-box", `^[^.]*\.md$`}, {"vant", `README\.md$`},
	} {
		t.Run(c.tree, func(t *testing.T) {
			fsys := realTree(t, "corpus/"+c.tree)
			var files []string
			only := regexp.MustCompile(c.only)
			_ = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
				if err == nil && !d.IsDir() && only.MatchString(name) {
					files = append(files, name)
				}
				return err
			})
			tree, err := Discover(fsys, Options{List: func() ([]string, error) { return files, nil }})
			if err != nil {
				t.Fatal(err)
			}
			if len(tree.Pages) != len(files) || len(files) == 0 {
				t.Errorf("%d pages of %d files", len(tree.Pages), len(files))
			}
			for _, p := range tree.Pages {
				if len(p.Files) > 1 {
					t.Errorf("%s: %v", p.Name, p.Files)
				}
			}
		})
	}
}

func TestDiscoverSeeds(t *testing.T) {
	tree, err := Discover(realTree(t, "seeds/docs"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, tree, "modules-and-frequent-issues: pt-BR zh-Hans, no source")

	tree, err = Discover(realTree(t, "seeds/with-source"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, tree, "modules-and-frequent-issues: de-DE en ja-JP pt-BR zh-Hans, source en")
	if reason := tree.Pages[0].SourceReason; !strings.Contains(reason, "source-git-commit") {
		t.Errorf("source en for %q, want for its front matter", reason)
	}
}

func TestNamedSeeds(t *testing.T) {
	fsys := realTree(t, "seeds/raw")
	paths, _ := fs.Glob(fsys, "*.txt")
	tree, err := Named(fsys, paths, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, tree, "000_758875e45e3de36d: pt zh-Hans, no source")
}

// checkPages compares the pages with their outline, one a line.
func checkPages(t *testing.T, tree *Tree, want string) {
	t.Helper()
	var lines []string
	for _, p := range tree.Pages {
		line := p.Name + ":"
		for _, f := range p.Files {
			line += " " + f.Locale
		}
		switch {
		case len(p.Files) == 1:
		case p.Source == "":
			line += ", no source"
		default:
			line += ", source " + p.Source
		}
		lines = append(lines, line)
	}
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("pages\n%s\nwant\n%s", got, want)
	}
}
