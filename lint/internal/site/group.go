package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// A group is the files of one page.
type group struct {
	name   string
	files  []int32
	reason string // why a page in one locale has no other
	joined string // what else than their paths made the files one page

	section              *Section
	source, sourceReason string
}

// group gathers the files of each page and gives each file a locale.
func (s *survey) group() {
	groups := make([][]int32, len(s.pages))
	var alone []int32
	for i := range s.files {
		if page := s.number(int32(i)); page >= 0 {
			groups[page] = append(groups[page], int32(i))
		} else {
			alone = append(alone, int32(i))
		}
	}
	s.nameBare(groups, alone)
	for _, files := range groups {
		if len(files) > 0 {
			s.divide(files)
		}
	}
	for n := range alone {
		s.groups = append(s.groups, group{name: s.files[alone[n]].stem(), files: alone[n : n+1 : n+1]})
	}
	slices.SortFunc(s.groups, func(a, b group) int {
		return cmp.Or(strings.Compare(a.name, b.name), cmp.Compare(a.files[0], b.files[0]))
	})
}

// distinct gives groups of one name different ones.
func (s *survey) distinctNames() {
	taken := make(map[string]bool, len(s.groups))
	for i := range s.groups {
		g := &s.groups[i]
		f := &s.files[g.files[0]]
		for _, name := range []string{g.name, g.name + f.extension(), f.path} {
			if g.name = name; !taken[name] {
				break
			}
		}
		taken[g.name] = true
	}
}

// A ballot is the bare files of one folder that stand beside the same locales.
type ballot struct{ folder, beside string }

// nameBare gives the files whose path names no locale the language of their text:
// that of a sample of the pages in the same folder that are there in the same
// locales, since beside README_en the bare file is in one language and beside
// README_cn in another. Where a folder's text does not tell, the tree's does.
func (s *survey) nameBare(groups [][]int32, alone []int32) {
	files, all := map[ballot][]int32{}, map[string][]int32{}
	add := func(i int32, beside string) {
		f := &s.files[i]
		if f.locale == "" {
			b := ballot{s.folders[f.folder].path, beside}
			files[b] = append(files[b], i)
			all[beside] = append(all[beside], i)
		}
	}
	for _, group := range groups {
		var locales []string
		for _, i := range group {
			if s.files[i].locale != "" {
				locales = append(locales, s.files[i].locale)
			}
		}
		slices.Sort(locales)
		beside := strings.Join(locales, " ")
		for _, i := range group {
			add(i, beside)
		}
	}
	for _, i := range alone {
		add(i, "")
	}
	var kinds []string
	for beside := range all {
		kinds = append(kinds, beside)
	}
	slices.Sort(kinds)
	locales := s.locales()
	common, of := "", map[string]string{}
	for _, beside := range slices.Backward(kinds) { // pages alone come last: the others know better
		locale := s.adopt(s.vote(all[beside], sampleSize, told), locales)
		if common = cmp.Or(common, locale, s.opts.Source); locale == "" || beside == "" && len(kinds) > 1 {
			locale = common
		}
		of[beside] = locale
	}
	ballots := make([]ballot, 0, len(files))
	for b := range files {
		ballots = append(ballots, b)
	}
	slices.SortFunc(ballots, func(a, b ballot) int {
		return cmp.Or(strings.Compare(a.folder, b.folder), strings.Compare(a.beside, b.beside))
	})
	for _, b := range ballots {
		locale := ""
		switch {
		case b.beside != "":
			locale = s.vote(files[b], sampleSize/2, told)
		case len(ballots) <= maxBallots:
			locale = s.vote(files[b], sampleSize/2, sure)
			if s.divided(files[b]) {
				for _, i := range files[b] {
					own := s.of(s.files[i].path, true).language
					if own.Confidence < sure {
						own.Tag = ""
					}
					s.files[i].locale = cmp.Or(s.adopt(own.Tag, locales), s.adopt(locale, locales), of[b.beside])
				}
				continue
			}
		}
		locale = cmp.Or(s.adopt(locale, locales), of[b.beside])
		for _, i := range files[b] {
			s.files[i].locale = locale
		}
	}
}

// divided reports whether a sample of files that is small enough to look at each
// is in two languages.
func (s *survey) divided(files []int32) bool {
	first := ""
	for _, i := range sample(files, sampleSize/2) {
		language := s.of(s.files[i].path, true).language
		if language.Confidence < sure || language.Tag == "" {
			continue
		}
		if first != "" && first != language.Tag {
			return len(files) <= maxDivided
		}
		first = language.Tag
	}
	return false
}

// maxDivided is up to how many files of a folder in two languages each is looked at.
const maxDivided = 100

// maxBallots is up to how many folders the pages in one locale are looked at.
const maxBallots = 1000

// How sure the language of a text must be: of pages that stand beside others,
// and of pages that do not.
const (
	told = 0.5
	sure = 0.8
)

// vote returns the language that most of a sample of files are in, or "".
func (s *survey) vote(files []int32, size int, confidence float64) string {
	count := map[string]int{}
	best := ""
	for _, i := range sample(files, size) {
		language := s.of(s.files[i].path, true).language
		if language.Tag == "" || language.Confidence < confidence {
			continue
		}
		tag := language.Tag
		if count[tag]++; best == "" || count[tag] > count[best] || count[tag] == count[best] && tag < best {
			best = tag
		}
	}
	return best
}

// adopt returns the tree's own tag for a language, if it has just one.
func (s *survey) adopt(language string, locales []string) string {
	own := ""
	for _, tag := range locales {
		if language != "" && lang.Base(tag) == lang.Base(language) && lang.Script(tag) == lang.Script(language) {
			if own != "" {
				return language
			}
			own = tag
		}
	}
	return cmp.Or(own, language)
}

// divide makes groups of the files that claim one page. Two of one locale cannot
// both be it: the pages are told apart by their exact names, where README and
// index are two; then by format; then by extension; then a file whose path names
// the locale goes before a bare one. Else neither is taken.
func (s *survey) divide(files []int32) {
	if !s.clash(files) {
		s.groups = append(s.groups, group{name: s.nameOf(files), files: files})
		return
	}
	for n, key := range []func(int32) string{
		s.page,
		func(i int32) string { return strings.ToLower(s.files[i].extension())[:2] }, // .md is .mdx
		func(i int32) string { return s.files[i].extension() },
	} {
		if !s.separates(files, key) {
			continue
		}
		for _, part := range s.partition(files, key) {
			if n == 0 && len(part) == 1 && !s.rivals(files, part[0]) {
				s.groups = append(s.groups, group{name: s.page(part[0]), files: part, reason: "may be any of several pages that stand for one folder"})
				continue
			}
			s.divide(part)
		}
		return
	}
	byLocale := map[string][]int32{}
	for _, i := range files {
		byLocale[s.files[i].locale] = append(byLocale[s.files[i].locale], i)
	}
	var kept []int32
	for _, i := range files {
		rivals := byLocale[s.files[i].locale]
		named := slices.DeleteFunc(slices.Clone(rivals), func(j int32) bool { return s.files[j].chosen < 0 })
		if len(rivals) == 1 || len(named) == 1 && named[0] == i {
			kept = append(kept, i)
			continue
		}
		other := rivals[0]
		if other == i {
			other = rivals[1]
		}
		s.groups = append(s.groups, group{name: s.files[i].path, files: []int32{i}, reason: fmt.Sprintf(
			"claims to be %s in %s, as %s does", s.page(i), s.files[i].locale, s.files[other].path)})
	}
	if len(kept) > 0 {
		s.groups = append(s.groups, group{name: s.nameOf(kept), files: kept})
	}
}

// clash reports whether two of the files are in one locale.
func (s *survey) clash(files []int32) bool {
	for n, i := range files {
		for _, j := range files[:n] {
			if s.files[i].locale == s.files[j].locale {
				return true
			}
		}
	}
	return false
}

// rivals reports whether another of the files is in the locale of one.
func (s *survey) rivals(files []int32, i int32) bool {
	return slices.ContainsFunc(files, func(j int32) bool { return j != i && s.files[j].locale == s.files[i].locale })
}

// separates reports whether files of one locale all differ in a key.
func (s *survey) separates(files []int32, key func(int32) string) bool {
	for n, i := range files {
		for _, j := range files[:n] {
			if s.files[i].locale == s.files[j].locale && key(i) == key(j) {
				return false
			}
		}
	}
	return true
}

// partition divides files by a key, in the order of the keys.
func (s *survey) partition(files []int32, key func(int32) string) (parts [][]int32) {
	byKey := map[string][]int32{}
	var keys []string
	for _, i := range files {
		k := key(i)
		if byKey[k] == nil {
			keys = append(keys, k)
		}
		byKey[k] = append(byKey[k], i)
	}
	slices.Sort(keys)
	for _, k := range keys {
		parts = append(parts, byKey[k])
	}
	return parts
}

// nameOf returns the name that most of the files of a page have for it, and of
// equals the first.
func (s *survey) nameOf(files []int32) string {
	first := s.page(files[0])
	same := true
	for _, i := range files[1:] {
		same = same && s.page(i) == first
	}
	if same {
		return first
	}
	count := map[string]int{}
	for _, i := range files {
		count[s.page(i)]++
	}
	return most(count)
}

// most returns the key that is counted most often, the first of equals.
func most(count map[string]int) (best string) {
	for key, n := range count {
		if best == "" || n > count[best] || n == count[best] && key < best {
			best = key
		}
	}
	return best
}
