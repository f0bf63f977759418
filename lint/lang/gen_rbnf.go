//go:build ignore

package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// A speller spells numbers by the rule sets of one locale: the rule-based number
// format of Unicode Technical Standard 35, part 3, section 5, as far as the
// spelling of whole numbers needs it.
type speller struct {
	tag  language.Tag
	sets map[string]*ruleSet
}

type ruleSet struct {
	name  string
	rules []rule
}

// A rule spells the numbers from its base up to the base of the next.
type rule struct {
	base, divisor int64
	body          string
}

// newSpeller reads the value of "SpelloutRules" in a file of cldr-rbnf.
func newSpeller(tag string, group json.RawMessage) (*speller, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(group, &raw); err != nil {
		return nil, err
	}
	s := &speller{tag: language.Make(tag), sets: make(map[string]*ruleSet)}
	for name, value := range raw {
		if !strings.HasPrefix(name, "%") {
			continue // the name of the file that the rules were made from
		}
		var pairs [][2]string
		if err := json.Unmarshal(value, &pairs); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		set := &ruleSet{name: name}
		for _, p := range pairs {
			if r, ok := parseRule(p[0], p[1]); ok {
				set.rules = append(set.rules, r)
			}
		}
		s.sets[name] = set
	}
	return s, nil
}

// parseRule reads a rule for whole numbers; those for fractions, negative
// numbers and infinity are none.
func parseRule(descriptor, body string) (rule, bool) {
	descriptor = strings.ReplaceAll(descriptor, ",", "")
	lowered := len(descriptor) - len(strings.TrimRight(descriptor, ">"))
	base, radix, _ := strings.Cut(strings.TrimRight(descriptor, ">"), "/")
	r := rule{body: strings.TrimPrefix(strings.TrimSuffix(body, ";"), "'"), divisor: 1}
	var err error
	if r.base, err = strconv.ParseInt(base, 10, 64); err != nil {
		return rule{}, false
	}
	by := int64(10)
	if radix != "" {
		if by, err = strconv.ParseInt(radix, 10, 64); err != nil {
			return rule{}, false
		}
	}
	for r.base/by >= r.divisor {
		r.divisor *= by
	}
	for ; lowered > 0; lowered-- {
		r.divisor /= by
	}
	return r, true
}

// public returns the names of the rule sets that other programs may ask for.
func (s *speller) public() []string {
	var names []string
	for name := range s.sets {
		if !strings.HasPrefix(name, "%%") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// spell returns a number in words by a rule set. ok is false where the rules
// write digits.
func (s *speller) spell(set string, n int64) (words string, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			if _, digits := r.(inDigits); !digits {
				panic(r)
			}
			words, ok = "", false
		}
	}()
	return s.apply(s.set(set), n, 0), true
}

// bare returns the word of a power of ten without what multiplies it: "hundred"
// of "one hundred", in all its plural forms.
func (s *speller) bare(set string, n int64) []string {
	r := s.set(set).find(n)
	seen := map[string]bool{set: true}
	for r != nil && strings.HasPrefix(r.body, "=%") && strings.Index(r.body[1:], "=") == len(r.body)-2 && !seen[strings.Trim(r.body, "=")] {
		set = strings.Trim(r.body, "=")
		seen[set] = true
		r = s.set(set).find(n)
	}
	if r == nil || r.base != n || !strings.HasPrefix(r.body, "←") {
		return nil
	}
	body := dropOptional(r.body)
	end := strings.Index(body[len("←"):], "←")
	if end < 0 {
		return nil
	}
	body = strings.TrimSpace(body[len("←")+end+len("←"):])
	if body, ok := strings.CutPrefix(body, "$("); ok {
		_, choices, _ := strings.Cut(strings.TrimSuffix(body, ")$"), ",")
		var forms []string
		for _, c := range pluralChoices(choices) {
			forms = append(forms, c.text)
		}
		return forms
	}
	if body == "" || strings.ContainsAny(body, "←→=$") {
		return nil
	}
	return []string{body}
}

func (s *speller) set(name string) *ruleSet {
	set := s.sets[name]
	if set == nil {
		panic(fmt.Sprintf("%v: no rule set %s", s.tag, name))
	}
	return set
}

// find returns the rule for a number.
func (set *ruleSet) find(n int64) *rule {
	var found *rule
	for i := range set.rules {
		r := &set.rules[i]
		if r.base > n {
			break
		}
		// Of two substitutions the second would be empty: the rule before is meant.
		if found != nil && n > r.base && n%r.divisor == 0 && r.base%r.divisor != 0 &&
			strings.Contains(r.body, "←") && strings.Contains(r.body, "→") {
			continue
		}
		found = r
	}
	return found
}

// before returns the rule that stands before another of the set.
func (set *ruleSet) before(r *rule) *rule {
	for i := range set.rules {
		if &set.rules[i] == r && i > 0 {
			return &set.rules[i-1]
		}
	}
	return r
}

// inDigits says that rules end in digits: what they do with numbers that they
// have no words for.
type inDigits struct{}

func (s *speller) apply(set *ruleSet, n int64, depth int) string {
	r := set.find(n)
	if r == nil || depth > 30 {
		panic(inDigits{})
	}
	return s.expand(set, r, n, depth)
}

func (s *speller) expand(set *ruleSet, r *rule, n int64, depth int) string {
	body := r.body
	if n%r.divisor == 0 {
		body = dropOptional(body)
	} else {
		body = strings.NewReplacer("[", "", "]", "").Replace(body)
	}
	var b strings.Builder
	for body != "" {
		switch {
		case strings.HasPrefix(body, "→→→"):
			b.WriteString(s.expand(set, set.before(r), n%r.divisor, depth+1))
			body = body[len("→→→"):]
		case strings.HasPrefix(body, "←"), strings.HasPrefix(body, "→"), strings.HasPrefix(body, "="):
			mark := "="
			value := n
			switch {
			case strings.HasPrefix(body, "←"):
				mark, value = "←", n/r.divisor
			case strings.HasPrefix(body, "→"):
				mark, value = "→", n%r.divisor
			}
			name, rest, ok := strings.Cut(body[len(mark):], mark)
			if !ok {
				panic(fmt.Sprintf("%v %s: %q", s.tag, set.name, r.body))
			}
			body = rest
			switch {
			case name == "":
				b.WriteString(s.apply(set, value, depth+1))
			case strings.HasPrefix(name, "%"):
				b.WriteString(s.apply(s.set(name), value, depth+1))
			default:
				panic(inDigits{})
			}
		case strings.HasPrefix(body, "$("):
			choice, rest, ok := strings.Cut(body[len("$("):], ")$")
			if !ok {
				panic(fmt.Sprintf("%v %s: %q", s.tag, set.name, r.body))
			}
			b.WriteString(s.choose(choice, n/r.divisor))
			body = rest
		default:
			end := strings.IndexAny(body[1:], "←→=$")
			if end < 0 {
				end = len(body) - 1
			}
			b.WriteString(body[:end+1])
			body = body[end+1:]
		}
	}
	return b.String()
}

// dropOptional removes what stands between brackets.
func dropOptional(body string) string {
	for {
		before, rest, ok := strings.Cut(body, "[")
		if !ok {
			return body
		}
		_, after, _ := strings.Cut(rest, "]")
		body = before + after
	}
}

type pluralChoice struct{ form, text string }

// pluralChoices reads "one{...}few{...}".
func pluralChoices(s string) []pluralChoice {
	var choices []pluralChoice
	for s != "" {
		form, rest, ok := strings.Cut(s, "{")
		if !ok {
			break
		}
		text, after, _ := strings.Cut(rest, "}")
		choices = append(choices, pluralChoice{form, text})
		s = after
	}
	return choices
}

var pluralForms = map[string]plural.Form{
	"zero": plural.Zero, "one": plural.One, "two": plural.Two, "few": plural.Few, "many": plural.Many, "other": plural.Other,
}

func (s *speller) choose(choice string, n int64) string {
	kind, list, _ := strings.Cut(choice, ",")
	rules := plural.Cardinal
	if kind == "ordinal" {
		rules = plural.Ordinal
	}
	want := rules.MatchPlural(s.tag, int(n), 0, 0, 0, 0)
	other := ""
	for _, c := range pluralChoices(list) {
		if pluralForms[c.form] == want {
			return c.text
		}
		if c.form == "other" {
			other = c.text
		}
	}
	return other
}
