package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// DefaultJoinKeys are the keys of front matter of which equal values make pages
// in different locales one where their paths do not.
//
// Source: the documentation of Adobe, Hugo, Microsoft and Docusaurus.
func DefaultJoinKeys() []string {
	return []string{"exl-id", "TQID", "translationKey", "ms.assetid", "id", "slug"}
}

// joinKey is the layout of pages whose paths have nothing in common.
const joinKey = "join-key"

// joinedBy begins the reason why a key made files one page.
const joinedBy = "front matter with the same "

// ownTags are the keys by which a page names its own language.
var ownTags = []string{"lang", "language", "locale"}

// A union is what join keys say about the groups of a tree.
type union struct {
	parent []int32  // of each group, towards the one that stands for all that are joined
	key    []string // that joined it, "" if none did
}

func (u *union) root(g int32) int32 {
	for u.parent[g] != g {
		u.parent[g] = u.parent[u.parent[g]]
		g = u.parent[g]
	}
	return g
}

// join makes pages one that a key in their front matter says are, where paths do
// not pair all files. A value that two pages of one locale have says nothing.
// Where two keys contradict each other the files stay apart, with the reason.
func (s *survey) join() {
	var single []int32
	for g := range s.groups {
		if group := &s.groups[g]; len(group.files) == 1 && group.reason == "" {
			single = append(single, int32(g))
		}
	}
	if len(s.opts.JoinKeys) == 0 || len(single) == 0 || !s.keyed(single) {
		return
	}
	for _, g := range single {
		s.ownLocale(s.groups[g].files[0])
	}
	u := union{make([]int32, len(s.groups)), make([]string, len(s.groups))}
	for g := range u.parent {
		u.parent[g] = int32(g)
	}
	values := make([]map[string][]int32, len(s.opts.JoinKeys)) // by key, the groups of each value
	for k := range values {
		values[k] = map[string][]int32{}
	}
	for g := range s.groups {
		f := &s.files[s.groups[g].files[0]]
		for k, value := range s.keys(f.path, s.opts.JoinKeys) {
			if value != "" && f.locale != "" {
				values[k][value] = append(values[k][value], int32(g))
			}
		}
	}
	for k, of := range values {
		for _, groups := range of {
			if len(groups) > 1 && s.disjoint(groups) {
				for _, g := range groups {
					u.key[g] = cmp.Or(u.key[g], s.opts.JoinKeys[k])
					u.parent[u.root(g)] = u.root(groups[0])
				}
			}
		}
	}
	joined := map[int32][]int32{}
	for g := range s.groups {
		if u.key[g] != "" {
			root := u.root(int32(g))
			joined[root] = append(joined[root], int32(g))
		}
	}
	gone := make([]bool, len(s.groups))
	for _, groups := range joined {
		if s.disjoint(groups) {
			s.merge(s.heaviest(groups), groups, joinedBy+u.key[groups[0]], gone)
			continue
		}
		for _, g := range groups {
			if group := &s.groups[g]; len(group.files) == 1 {
				group.reason = fmt.Sprintf("its front matter joins it to %s, which are not one page", s.names(groups, g))
			}
		}
	}
	s.drop(gone)
}

// withdraw takes back what was granted to places without a counterpart, where no
// key has joined their files to others: their folder is no locale after all.
func (s *survey) withdraw() {
	for g := range s.groups {
		group := &s.groups[g]
		if len(group.files) > 1 {
			continue
		}
		if f := &s.files[group.files[0]]; f.chosen >= 0 && !f.fixed && len(s.places[s.claims[f.chosen].place].paired) == 0 {
			f.chosen, group.name = -1, f.stem()
		}
	}
}

// keyed reports whether any of a sample of groups has a join key.
func (s *survey) keyed(groups []int32) bool {
	for _, g := range sample(groups, 4*sampleSize) {
		for _, value := range s.keys(s.files[s.groups[g].files[0]].path, s.opts.JoinKeys) {
			if value != "" {
				return true
			}
		}
	}
	return false
}

// ownLocale lets a bare file without a counterpart say itself what language it is
// in: the folder's need not be its own.
func (s *survey) ownLocale(i int32) {
	f := &s.files[i]
	if f.chosen >= 0 || f.fixed {
		return
	}
	for _, value := range s.keys(f.path, ownTags) {
		if locale, ok := lang.Canonical(value); ok {
			f.locale = locale
			return
		}
	}
	if language := s.of(f.path, true).language; language.Confidence >= sure && language.Tag != "" {
		f.locale = s.adopt(language.Tag, []string{f.locale})
	}
}

// disjoint reports whether no two groups have a locale in common.
func (s *survey) disjoint(groups []int32) bool {
	seen := map[string]bool{}
	for _, g := range groups {
		for _, i := range s.groups[g].files {
			locale := s.files[i].locale
			if seen[locale] {
				return false
			}
			seen[locale] = true
		}
	}
	return true
}

// heaviest returns the group that others are merged into: the one with the most
// files, and of equals the one that holds a file without a locale in its path, or
// English.
func (s *survey) heaviest(groups []int32) int32 {
	weight := func(g int32) int {
		group := &s.groups[g]
		n := 4 * len(group.files)
		for _, i := range group.files {
			if s.files[i].chosen < 0 {
				n += 2
			}
			if lang.Base(s.files[i].locale) == "en" {
				n++
			}
		}
		return n
	}
	return slices.MaxFunc(groups, func(a, b int32) int { return cmp.Or(weight(a)-weight(b), int(b-a)) })
}

// merge makes one group of several: all become part of one of them.
func (s *survey) merge(one int32, groups []int32, why string, gone []bool) {
	into := &s.groups[one]
	into.files = slices.Clone(into.files)
	into.joined = cmp.Or(into.joined, why)
	for _, g := range groups {
		if g != one {
			into.files = append(into.files, s.groups[g].files...)
			gone[g] = true
		}
	}
}

// drop removes the groups that have been merged into others.
func (s *survey) drop(gone []bool) {
	kept := s.groups[:0]
	for g := range s.groups {
		if !gone[g] {
			kept = append(kept, s.groups[g])
		}
	}
	clear(s.groups[len(kept):])
	s.groups = kept
}

// names words the first files of groups other than one.
func (s *survey) names(groups []int32, but int32) string {
	var paths []string
	for _, g := range groups {
		if g != but {
			paths = append(paths, s.files[s.groups[g].files[0]].path)
		}
	}
	slices.Sort(paths)
	if len(paths) > 3 {
		paths = append(paths[:3], fmt.Sprintf("%d more", len(paths)-3))
	}
	return strings.Join(paths, ", ")
}
