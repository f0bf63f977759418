package site

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// extensions are those of the pages that are looked for in a tree.
var extensions = map[string]bool{".md": true, ".markdown": true, ".mdx": true, ".html": true, ".htm": true}

// foreign are the folders that hold what others wrote.
var foreign = map[string]bool{"node_modules": true, "vendor": true}

// A walk lists the pages of a tree.
type walk struct {
	*survey
	listed  listed
	ignored ignored
	links   []string        // symbolic links that were passed
	seen    map[string]bool // folders and files at their real place, once links are followed
	folders []string        // that were entered
}

// list finds the pages of the tree and the configurations of generators.
func (s *survey) list() error {
	w := &walk{survey: s}
	if s.opts.List != nil {
		if names, err := s.opts.List(); err == nil {
			w.listed = newListed(names)
		}
	}
	if err := w.folder(".", false); err != nil {
		return err
	}
	if len(s.files) == 0 && w.listed != nil {
		// The folder that was named is itself one that git ignores.
		*w = walk{survey: s}
		s.configs, s.skipped = nil, nil
		if err := w.folder(".", false); err != nil {
			return err
		}
	}
	w.follow()
	slices.SortFunc(s.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	s.files = slices.Clip(s.files)
	return nil
}

// folder lists the pages below a folder. All is set where everything in it is to
// be looked at, whatever is listed.
func (w *walk) folder(dir string, all bool) error {
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		if dir == "." {
			return err
		}
		w.skipped = append(w.skipped, Skipped{dir, reason(err)})
	}
	w.enter(dir, entries)
	for _, d := range entries {
		base := d.Name()
		name := base
		if dir != "." {
			name = dir + "/" + base
		}
		hidden := base[0] == '.'
		switch {
		case d.IsDir():
			if hidden && generatorFolders[base] {
				w.configs = append(w.configs, generatorFiles(w.fsys, name)...)
			}
			if hidden || foreign[base] || w.passed(name, true, all) {
				continue
			}
			if err := w.folder(name, all || w.listed.holds(name)); err != nil {
				return err
			}
		case d.Type()&fs.ModeSymlink != 0:
			if !hidden && !w.passed(name, false, all) {
				w.links = append(w.links, name)
			}
		case d.Type().IsRegular():
			if isGenerator(base) {
				w.configs = append(w.configs, name)
			}
			if !hidden && isPage(base) && !w.passed(name, false, all) {
				w.files = append(w.files, newFile(name))
			}
		}
	}
	return nil
}

func isPage(base string) bool {
	n := strings.LastIndexByte(base, '.')
	return n > 0 && extensions[strings.ToLower(base[n:])]
}

// enter reads what a folder says is to be ignored.
func (w *walk) enter(dir string, entries []fs.DirEntry) {
	w.folders = append(w.folders, dir)
	for _, name := range []string{".gitignore", ".doclintignore"} {
		_, there := slices.BinarySearchFunc(entries, name, func(d fs.DirEntry, name string) int { return strings.Compare(d.Name(), name) })
		if !there || name == ".gitignore" && w.listed != nil {
			continue
		}
		if src, err := fs.ReadFile(w.fsys, path.Join(dir, name)); err == nil {
			w.ignored.add(dir, string(src))
		}
	}
}

// passed reports whether a file or folder is passed over.
func (w *walk) passed(name string, folder, all bool) bool {
	return w.listed != nil && !all && !w.listed.has(name, folder) || w.ignored.match(name, folder)
}

// listed are the files that are to be looked at, sorted; nil is all.
type listed []string

func newListed(names []string) listed {
	l := make(listed, 0, len(names))
	for _, name := range names {
		if name = strings.TrimSuffix(name, "/"); fs.ValidPath(name) {
			l = append(l, name)
		}
	}
	slices.Sort(l)
	return l
}

// holds reports whether the list has a name itself. Of a folder that is the root
// of a repository within the repository.
func (l listed) holds(name string) bool {
	_, found := slices.BinarySearch(l, name)
	return found
}

// has reports whether a file is listed, or something in a folder.
func (l listed) has(name string, folder bool) bool {
	if !folder {
		return l.holds(name)
	}
	n, _ := slices.BinarySearch(l, name+"/")
	return n < len(l) && strings.HasPrefix(l[n], name+"/") || l.holds(name)
}

// A linkReader is a file system that can read symbolic links, as that of
// os.DirFS can from Go 1.25 on. In others links are not followed.
type linkReader interface {
	ReadLink(name string) (string, error)
}

// maxLinks bounds the links from one to the next.
const maxLinks = 40

// follow follows the links that lead to what the walk has not found: to a page or
// folder that is hidden or ignored, but not out of the tree, and to each once.
func (w *walk) follow() {
	reader, ok := w.fsys.(linkReader)
	if !ok || len(w.links) == 0 {
		return
	}
	w.seen = map[string]bool{}
	for _, f := range w.files {
		w.seen[f.path] = true
	}
	for _, name := range w.folders {
		w.seen[name] = true
	}
	for n := 0; n < len(w.links); n++ { // folders that are followed may hold more
		name := w.links[n]
		target, info := w.target(reader, name)
		if info == nil || w.seen[target] {
			continue
		}
		if !info.IsDir() {
			if info.Mode().IsRegular() && isPage(path.Base(name)) {
				w.seen[target] = true
				w.files = append(w.files, newFile(name))
			}
			continue
		}
		if within(target, name) {
			continue
		}
		w.seen[target] = true
		files, folders := len(w.files), len(w.folders)
		if err := w.folder(name, true); err != nil {
			w.skipped = append(w.skipped, Skipped{name, reason(err)})
		}
		kept := w.files[:files]
		for _, f := range w.files[files:] {
			if real := target + f.path[len(name):]; !w.seen[real] {
				w.seen[real] = true
				kept = append(kept, f)
			}
		}
		w.files = kept
		for _, folder := range w.folders[folders:] {
			w.seen[target+folder[len(name):]] = true
		}
	}
}

// within reports whether a path is a folder or in it.
func within(folder, name string) bool {
	return folder == "." || name == folder || strings.HasPrefix(name, folder+"/")
}

// target returns where a link leads in the end, and nil if that is not in the
// tree.
func (w *walk) target(reader linkReader, name string) (string, fs.FileInfo) {
	for range maxLinks {
		real, link := w.firstLink(reader, name)
		if !link {
			info, err := fs.Stat(w.fsys, name)
			if err != nil {
				return "", nil
			}
			return name, info
		}
		if real == "" || !fs.ValidPath(real) {
			return "", nil
		}
		name = real
	}
	return "", nil
}

// firstLink resolves the first link in a path, and reports whether there was one.
// The path is empty if it leads out of the tree.
func (w *walk) firstLink(reader linkReader, name string) (resolved string, link bool) {
	for n := 0; n <= len(name); n++ {
		if n < len(name) && name[n] != '/' {
			continue
		}
		to, err := reader.ReadLink(name[:n])
		if err != nil {
			continue
		}
		if path.IsAbs(to) || strings.Contains(to, `\`) {
			return "", true
		}
		return path.Join(path.Dir(name[:n]), to, strings.TrimPrefix(name[n:], "/")), true
	}
	return name, false
}
