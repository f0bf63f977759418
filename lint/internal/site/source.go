package site

import (
	"fmt"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// sources decides for each page in several locales which the others were
// translated from, in the order of the contract: the option, the generator's
// configuration, front matter that only translations have, the bare side of the
// layout, English. What pages do not say themselves, those of their section do.
func (s *survey) sources() {
	s.divideSections()
	defaults := s.defaults()
	votes, keys := s.frontMatter()
	count := map[*Section]map[string]int{}
	for i, v := range votes {
		if section := s.groups[i].section; v != "" {
			if count[section] == nil {
				count[section] = map[string]int{}
			}
			count[section][v]++
		}
	}
	alone := s.aloneIn()
	for i := range s.groups {
		g := &s.groups[i]
		g.source, g.sourceReason = s.sourceOf(g, evidence{
			generator: defaults.of(s, g), marked: votes[i], key: keys[i], common: most(count[g.section]), alone: alone,
		})
	}
	for _, g := range s.groups {
		if g.section != nil && g.source != "" {
			if g.section.sources == nil {
				g.section.sources = map[string]int{}
			}
			g.section.sources[g.source]++
		}
	}
	for i := range s.groups {
		if section := s.groups[i].section; section != nil && section.sources != nil {
			section.Source, section.sources = most(section.sources), nil
		}
	}
}

// evidence is what is known about the source of one page.
type evidence struct {
	generator generatorDefault
	marked    string // the locale that alone lacks a key of translations
	key       string // and that key
	common    string // the same, of most pages of the section that say so
	alone     map[string]int
}

func (s *survey) sourceOf(g *group, e evidence) (source, reason string) {
	if s.opts.Source != "" {
		for _, i := range g.files {
			if locale := s.files[i].locale; lang.Equal(locale, s.opts.Source) {
				return locale, "named as the source"
			}
		}
		return "", fmt.Sprintf("%s, named as the source, is not there", s.opts.Source)
	}
	if len(g.files) == 1 {
		return "", "one locale"
	}
	bare := s.bareOf(g)
	if e.generator.locale != "" {
		if own := s.inLocale(g, e.generator.locale); own != "" && (bare < 0 || s.files[bare].locale == own) {
			return own, "the default of " + e.generator.path
		}
	}
	if e.marked != "" {
		return e.marked, fmt.Sprintf("front matter: all but %s have %s", e.marked, e.key)
	}
	if e.common != "" && slices.ContainsFunc(g.files, func(i int32) bool { return s.files[i].locale == e.common }) {
		return e.common, "front matter of other pages"
	}
	if bare >= 0 {
		if english := s.inverse(g, bare, e.alone); english != "" {
			return english, "the suffix marks the source: the file without a locale is a translation"
		}
		return s.files[bare].locale, "the file without a locale in its path"
	}
	english := ""
	for _, i := range g.files {
		if locale := s.files[i].locale; lang.Base(locale) == "en" {
			switch {
			case locale == "en" || locale == "en-US" && english != "en":
				english = locale
			case english == "":
				english = locale
			}
		}
	}
	if english != "" {
		return english, english + " is one of the locales"
	}
	return "", "nothing tells"
}

// inLocale returns the tag that a page has for a locale, or "".
func (s *survey) inLocale(g *group, locale string) string {
	for _, i := range g.files {
		if own := s.files[i].locale; lang.Equal(own, locale) {
			return own
		}
	}
	for _, i := range g.files {
		if own := s.files[i].locale; lang.Base(own) == lang.Base(locale) && lang.Script(own) == lang.Script(locale) {
			return own
		}
	}
	return ""
}

// bareOf returns the one file of a page whose path names no locale, or -1. Of
// several, as in trees beside each other, it is the one in whose path no folder
// looks like a locale.
func (s *survey) bareOf(g *group) int32 {
	var bare, plain []int32
	for _, i := range g.files {
		if f := &s.files[i]; f.chosen < 0 && !s.unlike && f.locale != "" {
			bare = append(bare, i)
			if s.tagIn(s.folders[f.folder].path) == "" {
				plain = append(plain, i)
			}
		}
	}
	switch {
	case len(bare) == 1:
		return bare[0]
	case len(plain) == 1:
		return plain[0]
	}
	return -1
}

// inverse returns the English locale of a page if the suffix marks the source, as
// in a.en.md beside a.md in Japanese: only English has a suffix, the page is no
// README, and pages without suffix that stand alone are in English rather than in
// the other language, since they wait to be translated.
func (s *survey) inverse(g *group, bare int32, alone map[string]int) (english string) {
	if len(g.files) != 2 || lang.Base(s.files[bare].locale) == "en" {
		return ""
	}
	for _, i := range g.files {
		if i == bare {
			continue
		}
		f := &s.files[i]
		if f.chosen < 0 || lang.Base(f.locale) != "en" || s.claims[f.chosen].match.place != page+"."+here {
			return ""
		}
		english = f.locale
	}
	_, base := split(s.files[bare].stem())
	if isIndex(base) && !strings.EqualFold(base, "index") || alone[s.files[bare].locale] > 0 && alone[s.files[bare].locale] >= alone["en"] {
		return ""
	}
	return english
}

// aloneIn counts the bare pages that stand alone, by locale and, for English, by
// language.
func (s *survey) aloneIn() map[string]int {
	count := map[string]int{}
	for i := range s.groups {
		if g := &s.groups[i]; len(g.files) == 1 {
			if f := &s.files[g.files[0]]; f.chosen < 0 {
				if lang.Base(f.locale) == "en" {
					count["en"]++
				} else {
					count[f.locale]++
				}
			}
		}
	}
	return count
}

// divideSections gives each page its section: that of the folder for which the
// place of its tags is taken. A page whose path names no locale has that of the
// nearest folder above it where such pages have counterparts.
func (s *survey) divideSections() {
	sections := map[string]*Section{}
	halfBare := map[*Section]bool{} // the files of one locale are in no place for locales
	locales := map[*Section]map[string]bool{}
	for i := range s.groups {
		g := &s.groups[i]
		root, named := "", false
		for _, n := range g.files {
			if c := s.files[n].chosen; c >= 0 {
				root, named = s.claims[c].root, true
				break
			}
		}
		if !named {
			if len(g.files) == 1 {
				continue
			}
			dir, _ := split(g.name)
			root = slashed(dir)
		}
		if g.section = sections[root]; g.section == nil {
			g.section = &Section{}
			sections[root] = g.section
			locales[g.section] = map[string]bool{}
		}
		for _, n := range g.files {
			if tag := s.files[n].locale; tag != "" {
				locales[g.section][tag] = true
			}
			if s.files[n].chosen < 0 {
				halfBare[g.section] = true
			}
		}
	}
	for i := range s.groups {
		g := &s.groups[i]
		for dir := g.name; g.section == nil && dir != ""; {
			dir, _ = split(dir)
			if section := sections[slashed(dir)]; halfBare[section] {
				g.section = section
			}
		}
	}
	for section, tags := range locales {
		for tag := range tags {
			section.Locales = append(section.Locales, tag)
		}
		slices.Sort(section.Locales)
	}
}

// frontMatter returns for each group the locale that all others have the marks of
// a translation against, or "", and the key that tells. Unless a sample of the
// pages shows such marks, no more are read.
func (s *survey) frontMatter() (votes, keys []string) {
	votes, keys = make([]string, len(s.groups)), make([]string, len(s.groups))
	var several []int
	for i, g := range s.groups {
		if len(g.files) > 1 {
			several = append(several, i)
		}
	}
	if s.opts.Source != "" {
		return votes, keys
	}
	marked := false
	for _, i := range sample(several, 4*sampleSize) {
		for _, f := range s.groups[i].files {
			marked = marked || s.of(s.files[f].path, false).keys != 0
		}
	}
	if marked {
		for _, i := range several {
			votes[i], keys[i] = s.unmarked(s.groups[i])
		}
	}
	return votes, keys
}

// unmarked returns the locale of the one file of a group that lacks a key which
// all others have. Keys that do not agree tell nothing.
func (s *survey) unmarked(g group) (locale, key string) {
	for k := range translated {
		var lacking []int32
		for _, i := range g.files {
			if s.of(s.files[i].path, false).keys&(1<<k) == 0 {
				lacking = append(lacking, i)
			}
		}
		if len(lacking) != 1 {
			continue
		}
		switch own := s.files[lacking[0]].locale; {
		case locale == "":
			locale, key = own, translated[k]
		case locale != own:
			return "", ""
		}
	}
	return locale, key
}
