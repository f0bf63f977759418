package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/doclint/doclint/lint"
)

// A tree is what the paths of the command line name: a folder of the disk, and
// what of it is to be linted.
type tree struct {
	root string // absolute
	fs   fs.FS

	// named are the files that were named, relative to the root; nil for folders.
	named []string

	// onePage is set where the named files may be the locales of one page, so
	// that nothing further is looked for.
	onePage bool

	// changed is set where the named files narrow what is linted but need not
	// exist.
	changed bool
}

// keep reports whether a page holds one of the named files.
func (t tree) keep(files []lint.File) bool {
	return slices.ContainsFunc(files, func(f lint.File) bool { return slices.Contains(t.named, f.Path) })
}

// A pathError is a path of the command line that cannot be linted.
type pathError struct {
	path string // as it was named
	err  error
	hint string
}

func (e *pathError) Error() string {
	return fmt.Sprintf("cannot read %s: %v: %s", e.path, unwrapPath(e.err), e.hint)
}

// unwrapPath takes the path, which the reader has, out of an error. The commonest
// ones read alike on every system.
func unwrapPath(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		return errors.New("permission denied")
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// resolve finds the tree that paths name, seen from the working directory.
func resolve(paths []string, working string) (tree, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	var folders, files []string // absolute
	first := map[bool]string{}  // the first folder, the first file, as named
	for _, path := range paths {
		if path == "" {
			return tree{}, errors.New("an empty path: leave it out, or name . for the working directory")
		}
		abs := absolute(path, working)
		folder, err := readable(abs)
		if err != nil {
			hint := "check the path"
			if errors.Is(err, fs.ErrPermission) {
				hint = "check its permissions"
			}
			if len(paths) > 0 && path == paths[0] && !strings.ContainsAny(path, `/\.`) {
				if meant := lint.Nearest(path, commandNames()); meant != "" {
					hint += ", or did you mean the command " + meant + "?"
				}
			}
			return tree{}, &pathError{path, err, hint}
		}
		if _, ok := first[folder]; !ok {
			first[folder] = path
		}
		if folder {
			folders = appendNew(folders, abs)
		} else {
			files = appendNew(files, abs)
		}
	}
	switch {
	case len(folders) > 0 && len(files) > 0:
		return tree{}, fmt.Errorf("%s is a folder and %s is a file: name either folders or files", first[true], first[false])
	case len(files) > 0:
		return resolveFiles(files)
	}
	root, err := commonParent(folders)
	if err != nil {
		return tree{}, err
	}
	t := tree{root: root, fs: os.DirFS(root)}
	if len(folders) > 1 && !slices.Contains(folders, root) {
		t.fs = subset{t.fs, relativeTo(root, folders)}
	}
	return t, nil
}

// resolveFiles makes several files one page, if they are in different languages,
// and one file the page that it belongs to.
func resolveFiles(files []string) (tree, error) {
	if len(files) == 1 {
		return surroundings(files)
	}
	folders := make([]string, 0, len(files))
	for _, f := range files {
		folders = appendNew(folders, filepath.Dir(f))
	}
	root, err := commonParent(folders)
	if err != nil {
		return tree{}, err
	}
	return tree{root: root, fs: os.DirFS(root), named: relativeTo(root, files), onePage: true}, nil
}

// surroundings returns the tree in which the counterparts of files are looked
// for: their repository or, outside of one, the parent of their folder.
func surroundings(files []string) (tree, error) {
	folders := make([]string, 0, len(files))
	for _, f := range files {
		folders = appendNew(folders, filepath.Dir(f))
	}
	root, err := commonParent(folders)
	if err != nil {
		return tree{}, err
	}
	if repository := repositoryRoot(root); repository != "" {
		root = repository
	} else if parent := filepath.Dir(root); filepath.Dir(parent) != parent { // never the whole disk
		root = parent
	}
	return tree{root: root, fs: os.DirFS(root), named: relativeTo(root, files)}, nil
}

// resolveChanged returns the tree of the working directory, narrowed to the
// pages of changed files. Files elsewhere, or that are gone, are of no page.
func resolveChanged(paths []string, working string) tree {
	t := tree{root: working, fs: os.DirFS(working), named: []string{}, changed: true}
	for _, path := range paths {
		if abs := absolute(path, working); within(working, abs) {
			t.named = append(t.named, relativeTo(working, []string{abs})...)
		}
	}
	return t
}

// readable reports whether a path is a folder, or why it cannot be read.
func readable(path string) (folder bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return false, errors.New("neither a file nor a folder")
	}
	return info.IsDir(), nil
}

func absolute(path, working string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(working, path)
}

// commonParent returns the lowest folder that holds all folders, or is one.
func commonParent(folders []string) (string, error) {
	common := folders[0]
	for _, f := range folders[1:] {
		for !within(common, f) {
			parent := filepath.Dir(common)
			if parent == common {
				return "", fmt.Errorf("%s and %s have no folder in common: name them in two runs", folders[0], f)
			}
			common = parent
		}
	}
	return common, nil
}

// within reports whether an absolute path is a folder or in it.
func within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// repositoryRoot returns the nearest folder from dir upward that has a .git, or
// "". In a worktree or submodule that is a file.
func repositoryRoot(dir string) string {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// relativeTo returns slash-separated paths relative to a root above them.
func relativeTo(root string, paths []string) []string {
	out := make([]string, 0, len(paths))
	for _, p := range paths {
		if rel, err := filepath.Rel(root, p); err == nil {
			out = append(out, filepath.ToSlash(rel))
		}
	}
	return out
}

// relativePath returns the function that turns a path of a tree into one that is
// relative to a base; where there is no way between them it stays absolute.
func relativePath(root, base string) func(string) string {
	return func(path string) string {
		return seenFrom(base, filepath.Join(root, filepath.FromSlash(path)))
	}
}

// seenFrom returns an absolute path relative to a folder, with slashes.
func seenFrom(base, path string) string {
	if rel, err := filepath.Rel(base, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

// repositoryPath returns the function that turns a path of a tree into one that
// is relative to the root of its repository: the workspace of a GitHub job, else
// the nearest folder with a .git, else the working directory.
func repositoryPath(root, working, workspace string) func(string) string {
	if workspace != "" {
		if within(workspace, root) {
			return relativePath(root, workspace)
		}
		// The same folder under another name: /tmp is a link on macOS.
		realRoot, err := filepath.EvalSymlinks(root)
		realSpace, err2 := filepath.EvalSymlinks(workspace)
		if err == nil && err2 == nil && within(realSpace, realRoot) {
			return relativePath(realRoot, realSpace)
		}
	}
	if repository := repositoryRoot(root); repository != "" {
		return relativePath(root, repository)
	}
	return relativePath(root, working)
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func globMatches(glob, name string) bool {
	ok, err := doublestar.Match(glob, name)
	return ok && err == nil
}
