// Package lang says what a language is: its tag, its script, its direction, and
// how its text is told from that of others. It states facts about languages and
// takes no decisions about pages: what a fact is worth is for the caller to say.
package lang

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Canonical returns the canonical BCP 47 form of a tag as people write it in
// paths and settings: "zh_cn" is "zh-CN", "zh-hans" is "zh-Hans", "jp" is "ja",
// "brazilian-portuguese" is "pt-BR", "日本語" is "ja". A tag is neither shortened
// nor maximised: "zh", "zh-CN" and "zh-Hans" stay three tags, which Equal holds to
// be one. What says which state of the text is meant is left out: "en-snapshot" is
// "en".
//
// ok is false if the string names none of the languages of this package: those
// that CLDR covers at level "modern" and a few more that documentation is
// written in. So "api", "css", "new" or "mac", which are valid tags of ISO 639,
// are not languages here; "id", "it", "is", "br" and "ml" are.
func Canonical(tag string) (canonical string, ok bool) {
	key := spelling(tag)
	if alias, found := aliases[key]; found {
		return alias, true
	}
	if base, found := names[key]; found {
		return base, true
	}
	base, rest, more := strings.Cut(key, "-")
	if alias, found := aliases[base]; found && !strings.Contains(alias, "-") {
		base = alias
	}
	if languages[base] == "" {
		return "", false
	}
	if !more {
		return base, true
	}
	script, region, variant, ok := subtags(rest)
	if !ok {
		return "", false
	}
	return base + script + region + variant, true
}

// states are what a tag may be followed by that is no part of it.
var states = []string{"-snapshot", "-latest"}

// spelling returns a tag in the form in which the tables of names hold it.
func spelling(tag string) string {
	key := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(tag)), "_", "-")
	for _, state := range states {
		key = strings.TrimSuffix(key, state)
	}
	return strings.ReplaceAll(key, " ", "-")
}

// Doubtful returns the tags, in canonical form, that a string may stand for but
// mostly does not: "br", which is Breton, is in the names of files as often Brazil
// and so "pt-BR"; "in" is Indonesia's, India's or a word; "por" is the code of
// Portuguese in ISO 639-2. Who takes one of them needs to be told by the text. It
// is nil for nearly all strings; what Canonical returns is not among them.
func Doubtful(tag string) []string {
	if len(tag) > 3 {
		return nil
	}
	return doubtful[strings.ToLower(tag)]
}

// Regional reports whether a tag names a region in which documentation in the
// language is kept apart, or none: "pt-BR" and "de" do, "is-BR" and "it-IS", which
// are words that happen to be subtags, do not.
func Regional(tag string) bool {
	canonical, ok := Canonical(tag)
	if !ok {
		return false
	}
	t := language.Make(canonical)
	region, confidence := t.Region()
	if confidence != language.Exact || !strings.Contains(canonical, "-"+region.String()) {
		return true
	}
	base, _, _ := strings.Cut(canonical, "-")
	if known, more := spoken[base]; more {
		return slices.Contains(strings.Fields(known), region.String())
	}
	likely, _ := language.Make(base).Region()
	return likely == region
}

// subtags reads what follows the language in a lower-case tag. Each part that is
// there is returned in canonical case, led by its hyphen.
func subtags(rest string) (script, region, variant string, ok bool) {
	for _, s := range strings.Split(rest, "-") {
		switch {
		case len(s) == 4 && isLetters(s) && script+region+variant == "":
			if _, err := language.ParseScript(s); err != nil {
				return "", "", "", false
			}
			script = "-" + strings.ToUpper(s[:1]) + s[1:]
		case (len(s) == 2 && isLetters(s) || len(s) == 3 && isDigits(s)) && region+variant == "":
			r, err := language.ParseRegion(s)
			if err != nil {
				return "", "", "", false
			}
			region = "-" + r.Canonicalize().String()
		case variants[s]:
			variant += "-" + s
		default:
			return "", "", "", false
		}
	}
	return script, region, variant, true
}

func isLetters(s string) bool {
	return strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// Script returns the ISO 15924 code of the script that a language is written in:
// "Latn", "Cyrl", "Hans", "Jpan", "Kore". A script in the tag is taken at its
// word; else the likely one of CLDR is meant, by region where that decides
// ("zh-TW" is "Hant"). It is empty for what is not a language.
func Script(tag string) string {
	canonical, ok := Canonical(tag)
	if !ok {
		return ""
	}
	script, confidence := language.Make(canonical).Script()
	if confidence == language.No {
		return ""
	}
	return script.String()
}

// Base returns the language subtag of a tag in canonical form, "zh" for "zh-TW",
// or "" for what is not a language.
func Base(tag string) string {
	canonical, _ := Canonical(tag)
	base, _, _ := strings.Cut(canonical, "-")
	return base
}

// Equal reports whether two tags name the same written language. For Chinese the
// script decides and the region does not: zh, zh-CN and zh-Hans are one language,
// zh-TW, zh-HK and zh-Hant another. Elsewhere regions differ, so that en is not
// en-GB; a script that goes without saying does not (sr-Cyrl is sr).
func Equal(a, b string) bool {
	x, okX := Canonical(a)
	y, okY := Canonical(b)
	if !okX || !okY {
		return false
	}
	return x == y || identity(x) == identity(y)
}

// identity is equal for two canonical tags of the same written language.
func identity(tag string) string {
	t := language.Make(tag)
	script, _ := t.Script()
	base, _, _ := strings.Cut(tag, "-")
	if base == "no" {
		base = "nb"
	}
	if base == "zh" {
		return base + script.String()
	}
	region := ""
	if r, confidence := t.Region(); confidence == language.Exact {
		region = r.String()
	}
	return base + script.String() + region
}

// Direction returns the direction in which a language is written, in the words
// of HTML's dir attribute: "rtl", or "ltr" for all others and for what is not a
// language.
func Direction(tag string) string {
	switch Script(tag) {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg":
		return "rtl"
	}
	return "ltr"
}
