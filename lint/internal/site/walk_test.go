package site

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// found lists the files of a tree.
func found(t *testing.T, fsys fs.FS, opts Options) string {
	t.Helper()
	tree, err := Discover(fsys, opts)
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, p := range tree.Pages {
		for _, f := range p.Files {
			files = append(files, f.Path)
		}
	}
	return strings.Join(files, " ")
}

func TestDiscoverIgnores(t *testing.T) {
	tree := "a.md en\nbuild/b.md en\ndocs/c.md en\ndocs/draft/d.md en\ndocs/draft/e.md en\nsub/module/f.md en\nx.html en"
	for _, c := range []struct {
		name   string
		files  map[string]string
		list   func() ([]string, error)
		want   string
		reason string
	}{
		{"nothing", nil, nil, "a.md build/b.md docs/c.md docs/draft/d.md docs/draft/e.md sub/module/f.md x.html", "all pages"},
		{
			".gitignore", map[string]string{".gitignore": "build/\n*.html\n", "docs/.gitignore": "draft/*\n!d.md\n"}, nil,
			"a.md docs/c.md docs/draft/d.md sub/module/f.md", "where git is not asked",
		},
		{
			".doclintignore", map[string]string{".doclintignore": "build\n", "docs/.doclintignore": "/c.md\n"}, nil,
			"a.md docs/draft/d.md docs/draft/e.md sub/module/f.md x.html", "the same notation",
		},
		{
			"listed", map[string]string{".gitignore": "a.md\n", ".doclintignore": "docs/c.md\n"},
			func() ([]string, error) {
				return []string{"docs/c.md", "a.md", "gone.md", "docs/draft/e.md", "sub/module"}, nil
			},
			"a.md docs/draft/e.md sub/module/f.md", "git's view beats .gitignore, for it knows what is tracked; a submodule is looked into",
		},
		{
			"nothing listed", map[string]string{".gitignore": "build/\n"},
			func() ([]string, error) { return nil, nil },
			"a.md docs/c.md docs/draft/d.md docs/draft/e.md sub/module/f.md x.html", "the folder that was named is itself ignored",
		},
		{
			"no git", map[string]string{".gitignore": "build/\n"},
			func() ([]string, error) { return nil, errors.New("not a repository") },
			"a.md docs/c.md docs/draft/d.md docs/draft/e.md sub/module/f.md x.html", "then .gitignore is read",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			fsys := treeOf(tree)
			for name, text := range c.files {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			if got := found(t, fsys, Options{List: c.list}); got != c.want {
				t.Errorf("%s, want %s: %s", got, c.want, c.reason)
			}
		})
	}
}

// A linked is a tree in which some names are symbolic links.
type linked struct {
	fstest.MapFS
	links map[string]string
}

func newLinked(tree string, links map[string]string) linked {
	l := linked{treeOf(tree), links}
	for name, target := range links {
		l.MapFS[name] = &fstest.MapFile{Mode: fs.ModeSymlink, Data: []byte(target)}
	}
	return l
}

func (l linked) ReadLink(name string) (string, error) {
	if target, ok := l.links[name]; ok {
		return target, nil
	}
	return "", fs.ErrInvalid
}

// resolve follows the links in a name as the system of a disk does.
func (l linked) resolve(name string) string {
	for range maxLinks {
		w := walk{survey: &survey{heads: newHeads(l)}}
		real, link := w.firstLink(l, name)
		if !link {
			return name
		}
		name = real
	}
	return "loop"
}

func (l linked) Open(name string) (fs.File, error)          { return l.MapFS.Open(l.resolve(name)) }
func (l linked) Stat(name string) (fs.FileInfo, error)      { return l.MapFS.Stat(l.resolve(name)) }
func (l linked) ReadDir(name string) ([]fs.DirEntry, error) { return l.MapFS.ReadDir(l.resolve(name)) }

func TestDiscoverLinks(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		links      map[string]string
		want       string
		reason     string
	}{
		{"to a page", "a.md en", map[string]string{"b.md": "a.md"}, "a.md", "it is there already"},
		{"to a hidden page", ".github/a.md en", map[string]string{"README.md": ".github/a.md"}, "README.md", "it is not found otherwise"},
		{"twice", ".x/a.md en", map[string]string{"b.md": ".x/a.md", "c.md": ".x/a.md"}, "b.md", "each target once"},
		{"over a link", ".x/a.md en", map[string]string{"b.md": "d", "d": ".x/a.md"}, "b.md", "a link to a link"},
		{"to a folder", ".x/docs/a.md en\n.x/docs/b/c.md en", map[string]string{"docs": ".x/docs"}, "docs/a.md docs/b/c.md", "all that is in it"},
		{"to a folder in a folder", ".x/文/a.md zh", map[string]string{"docs/zh": "../.x/文"}, "docs/zh/a.md", "relative to the link"},
		{"to a folder that is there", "docs/v2/a.md en", map[string]string{"docs/latest": "v2"}, "docs/v2/a.md", "a version by another name"},
		{"out of the tree", "a.md en", map[string]string{"b.md": "../a.md", "c": "/etc", "d.md": "x/../../a.md"}, "a.md", "not followed"},
		{"loop", "docs/a.md en", map[string]string{"docs/loop": ".", "x": "y", "y": "x", "up": "docs/.."}, "docs/a.md", "a folder that holds the link, a link to itself"},
		{"broken", "a.md en", map[string]string{"b.md": "gone.md"}, "a.md", "it leads nowhere"},
		{"hidden", "a.md en\n.x/b.md en", map[string]string{".c.md": ".x/b.md"}, "a.md", "a hidden link is hidden"},
	} {
		if got := found(t, newLinked(c.tree, c.links), Options{}); got != c.want {
			t.Errorf("%s: %s, want %s: %s", c.name, got, c.want, c.reason)
		}
	}
}
