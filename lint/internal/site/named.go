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
	s := &survey{heads: newHeads(fsys), opts: opts}
	for _, name := range paths {
		s.files = append(s.files, newFile(path.Clean(name)))
	}
	slices.SortFunc(s.files, func(a, b file) int { return cmp.Compare(a.path, b.path) })
	s.files = slices.CompactFunc(s.files, func(a, b file) bool { return a.path == b.path })
	s.claim()
	page := s.samePage()
	if s.unlike = page == ""; s.unlike {
		for i := range s.files {
			s.byText(int32(i))
		}
	}
	s.nameNamed()
	for _, skipped := range s.skipped {
		return nil, fmt.Errorf("%s: %s", skipped.Path, skipped.Reason)
	}
	if err := s.distinct(); err != nil {
		return nil, err
	}
	g := group{name: cmp.Or(page, s.files[0].stem())}
	for i := range s.files {
		g.files = append(g.files, int32(i))
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
	var pages []int32
	for n := range s.last(0) {
		pages = append(pages, s.claims[n].page)
	}
	if bare := s.files[0].bare; bare >= 0 {
		pages = append([]int32{bare}, pages...)
	}
	for _, page := range pages {
		of := map[int32]member{}
		locales := map[string]bool{}
		for _, m := range s.members[page] {
			file, locale := s.who(m)
			of[file] = m
			locales[locale] = true
		}
		if len(of) < len(s.files) || len(locales) < len(s.files) || len(s.members[page]) > len(s.files) {
			continue
		}
		for i := range s.files {
			if m := of[int32(i)]; m >= 0 {
				s.files[i].chosen, s.files[i].locale = int32(m), s.claims[m].locale
			}
		}
		return s.page(0)
	}
	return ""
}

// byText chooses the reading of a path that the text bears out.
func (s *survey) byText(i int32) {
	f := &s.files[i]
	if f.fixed {
		return
	}
	language := s.of(f.path, true).language
	for n := f.first; n < s.last(i); n++ {
		c := &s.claims[n]
		if lang.Base(c.locale) == lang.Base(language.Tag) && lang.Agrees(c.locale, language) || language.Tag == "" && f.locale == "" && !c.doubtful {
			f.locale = c.locale
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
