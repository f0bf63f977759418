package main

import (
	"io"
	"io/fs"
	"slices"
	"strings"
)

// A subset is a file system that shows only some folders of another, and the
// folders above them.
type subset struct {
	fs.FS
	folders []string
}

// shows reports whether a path is in the subset; above, whether it is a folder
// of which only a part is.
func (s subset) shows(name string) (shown, above bool) {
	for _, folder := range s.folders {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			return true, false
		}
		if name == "." || strings.HasPrefix(folder, name+"/") {
			above = true
		}
	}
	return above, above
}

// Open opens a file or folder of the subset.
func (s subset) Open(name string) (fs.File, error) {
	shown, above := s.shows(name)
	if !shown {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	f, err := s.FS.Open(name)
	if err != nil || !above {
		return f, err
	}
	return &partial{File: f, list: func() ([]fs.DirEntry, error) { return s.ReadDir(name) }}, nil
}

// ReadLink returns the target of a symbolic link of the subset. It fails for all
// where the file system cannot read links.
func (s subset) ReadLink(name string) (string, error) {
	reader, ok := s.FS.(interface {
		ReadLink(name string) (string, error)
	})
	if shown, _ := s.shows(name); !shown || !ok {
		return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	return reader.ReadLink(name)
}

// ReadDir lists a folder of the subset.
func (s subset) ReadDir(name string) ([]fs.DirEntry, error) {
	shown, above := s.shows(name)
	if !shown {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries, err := fs.ReadDir(s.FS, name)
	if above {
		entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
			path := e.Name()
			if name != "." {
				path = name + "/" + path
			}
			shown, _ := s.shows(path)
			return !shown
		})
	}
	return entries, err
}

// A partial is an open folder of which only a part is shown.
type partial struct {
	fs.File
	list  func() ([]fs.DirEntry, error)
	rest  []fs.DirEntry
	begun bool
}

// ReadDir implements [fs.ReadDirFile].
func (p *partial) ReadDir(n int) ([]fs.DirEntry, error) {
	if !p.begun {
		entries, err := p.list()
		if err != nil {
			return nil, err
		}
		p.rest, p.begun = entries, true
	}
	if n <= 0 {
		n = len(p.rest)
	} else if len(p.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(p.rest))
	entries := p.rest[:n]
	p.rest = p.rest[n:]
	return entries, nil
}
