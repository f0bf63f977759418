package site

import (
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"github.com/doclint/doclint/lint/lang"
)

// Named makes one page of files given by name, whatever their names and endings.
// Their locales are those in their paths if the paths differ in nothing else; if
// not, each file's is what its path says unless its text contradicts, else the
// language of the text.
//
// The error is ErrOneLanguage if there is but one language among them, so that
// each is rather a page of its own. It is another one, naming the files, if two of
// several are in the same language, or if a file cannot be read or its language
// not be told.
func Named(fsys fs.FS, paths []string, opts Options) (*Tree, error) {
	opts, err := opts.canonical()
	if err != nil {
		return nil, err
	}
	if len(paths) == 0 {
		return nil, ErrOneLanguage
	}
	s := &survey{heads: heads{fsys: fsys, read: map[string]head{}}, opts: opts}
	for _, name := range paths {
		s.files = append(s.files, newFile(path.Clean(name)))
	}
	slices.SortFunc(s.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	s.files = slices.CompactFunc(s.files, func(a, b file) bool { return a.path == b.path })
	s.claim()
	page := s.samePage()
	if s.unlike = page == ""; s.unlike {
		for i := range s.files {
			s.byText(&s.files[i])
		}
	}
	s.nameNamed()
	for _, skipped := range s.skipped {
		return nil, fmt.Errorf("%s: %s", skipped.Path, skipped.Reason)
	}
	if err := s.distinct(); err != nil {
		return nil, err
	}
	g := group{name: cmp.Or(page, s.files[0].stem)}
	for i := range s.files {
		g.files = append(g.files, i)
	}
	s.groups = []group{g}
	s.sources()
	t := s.tree()
	t.Layout = "named"
	t.Pages[0].Layout, t.Pages[0].LayoutReason = t.Layout, "files given by name"
	return t, nil
}

// samePage returns the page that all files are by their paths, each in a locale of
// its own, and chooses the readings that say so; or "".
func (s *survey) samePage() string {
	pages := []string{s.files[0].stem}
	for _, r := range s.files[0].readings {
		pages = append(pages, r.page)
	}
	for _, page := range pages {
		of := map[int]claim{}
		locales := map[string]bool{}
		for _, c := range s.claims[page] {
			of[c.file] = c
			locales[c.locale] = true
		}
		if len(of) < len(s.files) || len(locales) < len(s.files) || len(s.claims[page]) > len(s.files) {
			continue
		}
		for i := range s.files {
			s.files[i].chosen, s.files[i].locale = of[i].reading, of[i].locale
		}
		return page
	}
	return ""
}

// byText chooses the reading of a path that the text bears out.
func (s *survey) byText(f *file) {
	if f.fixed {
		return
	}
	language := s.of(f.path, true).language
	for _, r := range f.readings {
		if lang.Base(r.locale) == lang.Base(language.Tag) && lang.Agrees(r.tag, language) || language.Tag == "" && f.locale == "" {
			f.locale = r.locale
		}
	}
}

// nameNamed gives the files that still have no locale the language of their text.
func (s *survey) nameNamed() {
	for i := range s.files {
		f := &s.files[i]
		if head := s.of(f.path, true); f.locale == "" {
			f.locale = head.language.Tag
		}
	}
}

// distinct reports files without a locale and two in one.
func (s *survey) distinct() error {
	for _, f := range s.files {
		if f.locale == "" {
			return fmt.Errorf("%s: its language cannot be told from its text; name it with --locale %[1]s=TAG", f.path)
		}
	}
	several := slices.ContainsFunc(s.files, func(f file) bool {
		return f.locale != s.files[0].locale && !lang.Equal(f.locale, s.files[0].locale)
	})
	for i, f := range s.files {
		for _, other := range s.files[:i] {
			switch same := f.locale == other.locale || lang.Equal(f.locale, other.locale); {
			case same && several:
				return fmt.Errorf("%s and %s are both in %s; name one file for each language", other.path, f.path, f.locale)
			case same:
				return fmt.Errorf("%w: %s and %s are both in %s", ErrOneLanguage, other.path, f.path, f.locale)
			}
		}
	}
	if !several {
		return ErrOneLanguage
	}
	return nil
}
