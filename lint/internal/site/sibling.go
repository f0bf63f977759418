package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// siblingTrees is the layout of folders whose names have nothing in common and
// that hold the same paths in different languages: content/ and translations/,
// vite/docs/ and docs-cn/. It is no match on a path: what one folder stands
// opposite is only known from all of them.
const siblingTrees = "sibling-trees"

// A shift is two folders that hold the same paths.
type shift struct{ from, to string }

// enough is how many pages must stand opposite for two folders to be taken for
// one tree. With a tag in the name of one of them a single page of two segments
// is enough.
const enough = 3

// shifted pairs what is left of one folder with another folder that holds the same
// paths in another language.
func (s *survey) shifted() {
	var single []int32
	locales, languages := map[string]bool{}, map[string]bool{}
	for g := range s.groups {
		group := &s.groups[g]
		if len(group.files) == 1 && group.reason == "" && s.files[group.files[0]].locale != "" {
			single = append(single, int32(g))
		}
		for _, i := range group.files {
			if locale := s.files[i].locale; !locales[locale] {
				locales[locale] = true
				languages[lang.Base(locale)+lang.Script(locale)] = true
			}
		}
	}
	if len(single) == 0 || len(languages) < 2 {
		return
	}
	looked := sample(single, 256)
	byTail := map[string][]int32{}
	for _, g := range looked {
		if tail := tailOf(s.groups[g].name); tail != "" {
			byTail[tail] = append(byTail[tail], g)
		}
	}
	votes, long := map[shift]int{}, map[shift]bool{}
	for h := range s.groups {
		tail := tailOf(s.groups[h].name)
		for _, g := range byTail[tail] {
			if g == int32(h) || !s.disjoint([]int32{g, int32(h)}) {
				continue
			}
			to, n := shiftOf(s.groups[g].name, s.groups[h].name)
			votes[to]++
			long[to] = long[to] || n > 1
		}
	}
	var found []shift
	for to, n := range votes {
		tagged := long[to] && (s.tagIn(to.from) != "" || s.tagIn(to.to) != "")
		if (n >= enough || tagged) && !versions(to) {
			found = append(found, to)
		}
	}
	slices.SortFunc(found, func(a, b shift) int {
		return cmp.Or(votes[b]-votes[a], strings.Compare(a.from, b.from), strings.Compare(a.to, b.to))
	})
	under := map[string]int{} // how many of those looked at are in each folder
	for _, to := range found {
		if _, ok := under[to.from]; !ok {
			for _, g := range looked {
				if strings.HasPrefix(s.groups[g].name, slashed(to.from)) {
					under[to.from]++
				}
			}
		}
	}
	byName := make(map[string]int32, len(s.groups))
	for g := range s.groups {
		byName[s.groups[g].name] = int32(g)
	}
	gone := make([]bool, len(s.groups))
	for _, to := range found {
		if 2*votes[to] >= under[to.from] {
			s.shift(to, single, byName, gone)
		}
	}
	s.drop(gone)
}

// shift merges the pages of one folder with those of the other.
func (s *survey) shift(to shift, single []int32, byName map[string]int32, gone []bool) {
	for _, g := range single {
		rest, ok := strings.CutPrefix(s.groups[g].name, slashed(to.from))
		if !ok || gone[g] {
			continue
		}
		h, ok := byName[join(to.to, rest)]
		if !ok || h == g || gone[h] || s.groups[h].reason != "" || len(s.groups[g].files) > 1 || !s.disjoint([]int32{g, h}) {
			continue
		}
		for _, of := range []struct {
			group  int32
			folder string
		}{{g, to.from}, {h, to.to}} {
			for _, i := range s.groups[of.group].files {
				if f := &s.files[i]; f.chosen < 0 && !f.fixed {
					f.locale = s.namedIn(of.folder, f.locale)
				}
			}
		}
		one := h // is named after the folder that has no tag
		if from, to := s.tagIn(to.from), s.tagIn(to.to); from == "" && to != "" {
			one = g
		}
		s.merge(one, []int32{g, h}, slashed(min(to.from, to.to))+" and "+slashed(max(to.from, to.to)), gone)
	}
}

// tailOf returns the end of a page's name by which its counterparts elsewhere are
// looked for: the last segment or, if that says little, the last two.
func tailOf(name string) string {
	dir, base := split(strings.ToLower(name))
	if !isIndex(base) {
		return base
	}
	if dir == "" {
		return ""
	}
	_, last := split(dir)
	return last + "/" + base
}

// shiftOf returns what two names have before what is equal at their ends, and how
// many segments are.
func shiftOf(a, b string) (to shift, segments int) {
	for {
		dirA, baseA := split(a)
		dirB, baseB := split(b)
		if !strings.EqualFold(baseA, baseB) {
			return shift{a, b}, segments
		}
		segments++
		if a, b = dirA, dirB; a == "" || b == "" {
			return shift{a, b}, segments
		}
	}
}

// versions reports whether two folders may be the same in two versions: a digit
// is in what differs.
func versions(to shift) bool {
	const digits = "0123456789"
	return strings.ContainsAny(to.from, digits) && strings.Trim(to.from, digits+".v") != to.from ||
		strings.ContainsAny(to.to, digits) && strings.ContainsAny(to.from, digits)
}

// tagIn returns the last locale that the name of a folder may hold, or "".
func (s *survey) tagIn(dir string) (locale string) {
	for _, k := range append(whole(dir), glued(dir, suffixes, false)...) {
		if !k.doubtful {
			locale = k.locale
		}
	}
	return locale
}

// namedIn returns the tag in the name of a folder that stands for a language, or
// else the language.
func (s *survey) namedIn(dir, language string) string {
	for _, k := range append(whole(dir), glued(dir, suffixes, false)...) {
		if lang.Base(k.locale) == lang.Base(language) && lang.Script(k.locale) == lang.Script(language) {
			return k.locale
		}
	}
	return language
}
