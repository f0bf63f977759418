// Package site takes a file tree to pages and locales: which files are one page,
// which of them is in which language, and which is the source.
//
// A name that looks like a locale is not yet one. Only where the path without it
// has a counterpart, and the text does not speak against it, is a file taken for
// a translation; all else is a page of its own. What is doubtful is reported as
// unpaired and never guessed.
package site

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/doclint/doclint/lint/lang"
)

// Options say what the user knows better than the tree. The zero value is valid.
type Options struct {
	Source  string           // BCP 47 tag of the locale that others were translated from
	Locales []LocaleOverride // the first that matches a path holds

	// JoinKeys are the keys of front matter, joined by dots where they are nested,
	// of which equal values make pages one where paths do not. Nil is
	// DefaultJoinKeys; an empty list is none.
	JoinKeys []string

	// List returns the files that are to be looked at, slash-separated and
	// relative to the root, in any order; a folder stands for all that is in it.
	// It is how a version control system says what it ignores. If it is nil, fails
	// or returns nothing, the .gitignore files of the tree are read instead.
	List func() ([]string, error)
}

// A LocaleOverride sets the locale of all files whose path matches a glob, in
// which "**" stands for any number of folders.
type LocaleOverride struct{ Glob, Tag string }

// A Tree is what was found. All slices are sorted by path or name.
type Tree struct {
	Source   string // of most pages that have one, or ""
	Layout   string // of most pages in two locales or more, or ""
	Pages    []Page
	Unpaired []Unpaired
	Skipped  []Skipped
}

// A Page is one document in the locales that it is there in, at least one.
type Page struct {
	Name         string // the path less locale part and extension; unique in the tree
	Source       string // the locale of one of the files, or ""
	SourceReason string
	Layout       string // the name of a layout, or "" for a page in one locale
	LayoutReason string
	Files        []File   // by locale, each once
	Section      *Section // that the page belongs to, or nil
}

// A Section is the pages of one part of the tree whose locales are kept apart at
// the same place.
type Section struct {
	Source  string   // of most of its pages, or ""
	Locales []string // that any of its pages is there in, sorted

	sources map[string]int // how many pages have each
}

// A File is a page in one locale.
type File struct {
	Path   string // slash-separated, relative to the root
	Locale string // canonical BCP 47: the tree's own tag, or the language of the text; "" if neither tells
}

// An Unpaired file is a page in one locale, for which nothing was found to stand
// opposite.
type Unpaired struct{ Path, Locale, Reason string }

// A Skipped file or folder could not be read.
type Skipped struct{ Path, Reason string }

// ErrOneLanguage is returned by Named if all files are in one language, so that
// they cannot be one page.
var ErrOneLanguage = errors.New("the files named are in one language")

// Discover finds the pages of the whole tree. What is ignored, hidden files and
// folders, node_modules and vendor are passed over. A symbolic link is followed if
// the file system can read links, the target is in the tree, and it is not found
// there anyway. Time is linear in the number of files; of few is more than the
// name read, and of none more than the head. An error is one of the options, or
// that the root cannot be read.
func Discover(fsys fs.FS, opts Options) (*Tree, error) {
	opts, err := opts.canonical()
	if err != nil {
		return nil, err
	}
	s := &survey{heads: newHeads(fsys), opts: opts}
	if err := s.list(); err != nil {
		return nil, err
	}
	s.claim()
	s.judge()
	s.settle()
	s.group()
	s.join()
	s.withdraw()
	s.shifted()
	s.sources()
	return s.tree(), nil
}

// canonical checks the options and returns them with canonical tags.
func (o Options) canonical() (Options, error) {
	if o.Source != "" {
		tag, ok := lang.Canonical(o.Source)
		if !ok {
			return o, fmt.Errorf("source %q is not the tag of a language", o.Source)
		}
		o.Source = tag
	}
	o.Locales = slices.Clone(o.Locales)
	for i, l := range o.Locales {
		tag, ok := lang.Canonical(l.Tag)
		if !ok {
			return o, fmt.Errorf("locale of %s: %q is not the tag of a language", l.Glob, l.Tag)
		}
		if !doublestar.ValidatePattern(l.Glob) {
			return o, fmt.Errorf("locale %s: %q is not a glob", l.Tag, l.Glob)
		}
		o.Locales[i].Tag = tag
	}
	if o.JoinKeys == nil {
		o.JoinKeys = DefaultJoinKeys()
	}
	return o, nil
}

// override returns the locale that the options set for a path.
func (o Options) override(path string) (LocaleOverride, bool) {
	for _, l := range o.Locales {
		if ok, _ := doublestar.Match(l.Glob, path); ok {
			return l, true
		}
	}
	return LocaleOverride{}, false
}

// reason is an error without the path, which stands beside it.
func reason(err error) string {
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		return pathError.Err.Error()
	}
	return err.Error()
}
