package git

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// repository makes a work tree of the files named, after the commands.
func repository(t *testing.T, files ...string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git here")
	}
	dir := t.TempDir()
	run(t, dir, "init", "-q")
	for _, f := range files {
		name, text, _ := strings.Cut(f, "=")
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func run(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("git", append([]string{"-C", dir}, args...)...)
	cmd.Env = environment(os.Environ())
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v: %s", args, err, out)
	}
}

func TestFiles(t *testing.T) {
	dir := repository(t, ".gitignore=out/\n*.log\n", "docs/zh-CN/指南.md=x", "docs/ไทย.md=x", "out/a.md=x", "kept.log=x", "b c.md=x", "gone.md=x")
	run(t, dir, "add", "-f", "kept.log", "gone.md")
	if err := os.Remove(filepath.Join(dir, "gone.md")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ folder, want, reason string }{
		{".", ".gitignore b c.md docs/zh-CN/指南.md docs/ไทย.md gone.md kept.log", "tracked or to be tracked, names as they are"},
		{"docs", "zh-CN/指南.md ไทย.md", "relative to the folder"},
		{"out", "", "all ignored"},
	} {
		files, err := Files(filepath.Join(dir, c.folder))
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(files)
		if got := strings.Join(files, " "); got != c.want {
			t.Errorf("%s: %s, want %s: %s", c.folder, got, c.want, c.reason)
		}
	}
}

func TestFilesInHook(t *testing.T) {
	dir := repository(t, "docs/a.md=x")
	t.Setenv("GIT_DIR", ".git")
	t.Setenv("GIT_INDEX_FILE", ".git/index")
	if files, err := Files(filepath.Join(dir, "docs")); err != nil || len(files) != 1 {
		t.Errorf("%v, %v, want one file whatever a hook has set", files, err)
	}
}

func TestFilesOutside(t *testing.T) {
	if files, err := Files(filepath.Join(t.TempDir(), "gone")); err == nil {
		t.Errorf("%v, want an error where there is no folder", files)
	}
}
