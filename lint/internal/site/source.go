package site

import (
	"fmt"

	"github.com/doclint/doclint/lint/lang"
)

// sources decides for each page in several locales which the others were
// translated from, in the order of the contract: the option, front matter that
// only translations have, the bare side of the layout, English.
func (s *survey) sources() {
	votes, keys := s.frontMatter()
	common := ""
	count := map[string]int{}
	for _, v := range votes {
		if v != "" {
			count[v]++
		}
	}
	common = most(count)
	for i := range s.groups {
		g := &s.groups[i]
		g.source, g.sourceReason = s.sourceOf(g, votes[i], common, keys[i])
	}
}

func (s *survey) sourceOf(g *group, vote, common, key string) (source, reason string) {
	has := func(tag string) bool {
		for _, i := range g.files {
			if s.files[i].locale == tag {
				return true
			}
		}
		return false
	}
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
	if vote != "" {
		return vote, fmt.Sprintf("front matter: all but %s have %s", vote, key)
	}
	if common != "" && has(common) {
		return common, "front matter of other pages"
	}
	for _, i := range g.files {
		if f := &s.files[i]; f.chosen < 0 && !s.unlike && f.locale != "" {
			return f.locale, "the file without a locale in its path"
		}
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
		var lacking []int
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
