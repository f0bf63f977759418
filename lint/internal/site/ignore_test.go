package site

import (
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// ignoreCases are those that gitignore(5) documents, and what is easily got wrong.
var ignoreCases = []struct{ lines, ignored, kept, reason string }{
	{"", "", "a", "nothing"},
	{"# a\n\n", "", "a # a", "a comment, an empty line"},
	{`\#a`, "#a", "a", "a backslash before a hash"},
	{"hello.*", "hello.md hello.html x/hello.md", "hello ahello.md", "a pattern without a slash matches at any level"},
	{"/hello.*", "hello.md", "x/hello.md", "a slash at the beginning holds it to the folder"},
	{"doc/frotz", "doc/frotz", "a/doc/frotz", "as does one in the middle"},
	{"doc/frotz/", "doc/frotz/", "a/doc/frotz/ doc/frotz", "a slash at the end means folders"},
	{"frotz/", "frotz/ a/frotz/", "frotz a/frotz", "and no more than that"},
	{"foo/*", "foo/test.json foo/bar/", "foo/bar/hello.md", "a star does not match a slash, what is within goes with its folder"},
	{"**/foo", "foo a/foo a/b/foo", "afoo", "stars in front match any folders"},
	{"**/foo/bar", "foo/bar a/foo/bar", "a/foo/x/bar", "the same with a path"},
	{"abc/**", "abc/a abc/b/c", "abc x/abc/a", "stars at the end match all inside"},
	{"a/**/b", "a/b a/x/b a/x/y/b", "ab c/a/b", "between slashes none or more folders"},
	{"a**b", "ab axxb", "a/b", "other stars are one"},
	{"*.md\n!keep.md", "a.md", "keep.md x/keep.md", "an exclamation mark has it back"},
	{"!keep.md\n*.md", "keep.md", "", "the last line decides"},
	{`\!a`, "!a", "a", "a backslash before an exclamation mark"},
	{"a ", "a", "", "spaces at the end go"},
	{`a\ `, "a ", "a", "but for one after a backslash"},
	{"a\r\nb\r\n", "a b", "", "lines of Windows"},
	{"[a-c].md\n[!x-z]1", "b.md a1", "d.md x1", "classes"},
	{"?.md", "a.md", "ab.md .md", "one character"},
	{"{a,b}", "{a,b}", "a b", "braces are none of git's wildcards"},
	{"文档/\nنص.md", "文档/ x/文档/ نص.md", "文档", "any script"},
	{"/", "", "a b/", "a slash alone"},
	{"/*\n!/docs", "a b/", "docs/ docs", "all but one"},
	{"a[", "", "b", "no pattern"},
}

func TestIgnored(t *testing.T) {
	for _, c := range ignoreCases {
		var g ignored
		g.add(".", c.lines)
		check := func(names string, want bool) {
			for _, name := range namesIn(names) {
				clean := strings.TrimSuffix(name, "/")
				if got := g.match(clean, clean != name); got != want {
					t.Errorf("%q: ignores %q: %v, want %v: %s", c.lines, name, got, want, c.reason)
				}
			}
		}
		check(c.ignored, true)
		check(c.kept, false)
	}
}

// namesIn splits a list of names at spaces; a name that ends in a space is alone.
func namesIn(names string) []string {
	if strings.HasSuffix(names, " ") {
		return []string{names}
	}
	return strings.Fields(names)
}

// TestIgnoredAsGit asks git about the same cases.
func TestIgnoredAsGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	for _, c := range ignoreCases {
		dir := t.TempDir()
		if out, err := exec.Command("git", "-C", dir, "init", "-q").CombinedOutput(); err != nil {
			t.Skipf("git init: %v: %s", err, out)
		}
		if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte(c.lines), 0o644); err != nil {
			t.Fatal(err)
		}
		check := func(names string, want bool) {
			for _, name := range namesIn(names) {
				cmd := exec.Command("git", "-C", dir, "check-ignore", "-q", "--no-index", name)
				err := cmd.Run()
				parent := path.Dir(strings.TrimSuffix(name, "/"))
				if got := err == nil; got != want && (want || exec.Command("git", "-C", dir, "check-ignore", "-q", "--no-index", parent+"/").Run() != nil) {
					t.Errorf("%q: git ignores %q: %v, want %v: %s", c.lines, name, got, want, c.reason)
				}
			}
		}
		check(c.ignored, true)
		check(c.kept, false)
	}
}

func TestIgnoredNested(t *testing.T) {
	var g ignored
	g.add(".", "*.md\n/top\n")
	g.add("a/b", "!x.md\n/deep\n")
	for name, want := range map[string]bool{
		"x.md": true, "a/x.md": true, "a/b/x.md": false, "a/b/c/x.md": false, "a/b/y.md": true,
		"top": true, "a/top": false, "a/b/deep": true, "a/b/c/deep": false, "deep": false,
	} {
		if got := g.match(name, false); got != want {
			t.Errorf("ignores %q: %v, want %v: the nearest file that says anything decides", name, got, want)
		}
	}
}

func FuzzIgnored(f *testing.F) {
	for _, c := range ignoreCases {
		f.Add(c.lines, strings.TrimSpace(c.ignored+" "+c.kept))
	}
	f.Fuzz(func(_ *testing.T, lines, name string) {
		var g ignored
		g.add(".", lines)
		g.add("a", lines)
		g.match(name, true)
		g.match("a/"+name, false)
	})
}
