package site

import (
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// A layout is one way in which projects keep the locales of a page apart.
//
// Stems are slash-separated paths less their extension. The law that a test holds
// every layout to: path is the inverse of match.
type layout struct {
	name string
	doc  string

	// match returns the readings of a stem in which some part of it names a
	// locale, the outermost first. Whether the part does is not decided here.
	match func(stem string) []match

	// path returns the stem that a match was read from.
	path func(match) string

	// pattern writes the place of a match for people.
	pattern func(match) string
}

// A match is one reading of a stem.
type match struct {
	place  string // where the tag stands; files of one place and tag are judged together
	page   string // the stem less its locale part
	tag    string // as written
	locale string // canonical
}

// layouts are in the order of precedence among readings that explain as much.
var layouts = []layout{
	{
		name:  "locale-folder",
		doc:   "a folder at any depth names the locale: docs/zh-CN/a.md beside docs/en/a.md or docs/a.md",
		match: matchFolder,
		path: func(m match) string {
			return m.place + m.tag + "/" + m.page[len(m.place):]
		},
		pattern: func(m match) string { return m.place + "<locale>/" },
	},
	{
		name:  "folder-suffix",
		doc:   "the end of a folder's name does: guide-zh-CN/a.md beside guide/a.md, x.pt-BR/a.md beside x.en/a.md",
		match: matchFolderSuffix,
		path: func(m match) string {
			return m.place + m.tag + m.page[len(m.place)-1:]
		},
		pattern: func(m match) string { return m.place + "<locale>/" },
	},
	{
		name:  "file-suffix",
		doc:   "the end of the file's name does: a.zh-CN.md, a_cn.md or a-TR.md beside a.md or a.en-US.md",
		match: matchFileSuffix,
		path: func(m match) string {
			return m.page + m.place + m.tag
		},
		pattern: func(m match) string { return "<page>" + m.place + "<locale>" },
	},
}

func matchFolder(stem string) (matches []match) {
	for start := 0; ; {
		n := strings.IndexByte(stem[start:], '/')
		if n < 0 {
			return matches
		}
		name := stem[start : start+n]
		if locale, ok := lang.Canonical(name); ok && strings.TrimSpace(name) == name {
			matches = append(matches, match{stem[:start], stem[:start] + stem[start+n+1:], name, locale})
		}
		start += n + 1
	}
}

func matchFolderSuffix(stem string) (matches []match) {
	for start := 0; ; {
		n := strings.IndexByte(stem[start:], '/')
		if n < 0 {
			return matches
		}
		if cut, locale := suffix(stem[start : start+n]); cut > 0 {
			end := start + n
			matches = append(matches, match{stem[:start+cut+1], stem[:start+cut] + stem[end:], stem[start+cut+1 : end], locale})
		}
		start += n + 1
	}
}

func matchFileSuffix(stem string) []match {
	start := strings.LastIndexByte(stem, '/') + 1
	cut, locale := suffix(stem[start:])
	if cut <= 0 {
		return nil
	}
	cut += start
	return []match{{stem[cut : cut+1], stem[:cut], stem[cut+1:], locale}}
}

// suffix returns the offset of the separator before the longest tag that a name
// ends with, and the tag's canonical form, or 0. A name that is a tag as a whole
// has no suffix.
func suffix(name string) (cut int, locale string) {
	if _, ok := lang.Canonical(name); ok {
		return 0, ""
	}
	cut = len(name)
	found := 0
	for parts := 0; parts < 3; parts++ {
		if cut = strings.LastIndexAny(name[:cut], ".-_"); cut <= 0 {
			break
		}
		if tag, ok := lang.Canonical(name[cut+1:]); ok && strings.TrimSpace(name[cut+1:]) == name[cut+1:] {
			found, locale = cut, tag
		}
	}
	return found, locale
}
