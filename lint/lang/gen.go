//go:build ignore

// This program writes tables.go and data_test.go from CLDR as published in the
// npm packages cldr-core, cldr-dates-full, cldr-numbers-full, cldr-rbnf and
// cldr-units-full. Unpack the five, each to a folder of its name, into one
// folder and name that:
//
//	CLDR=/path/to/that/folder go generate ./lint/lang
//
// Nothing is fetched. Without a folder the files are left as they are.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/format"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

// version is the release of CLDR that the tables are made from. Another is
// refused, so that the tables change when this line does.
const version = "48.2.0"

// more are the languages below level "modern" that this package knows too.
var more = []string{"br", "ckb", "eo", "fy", "ku", "lb", "mi", "mt", "oc", "tg", "tt", "ug", "xh"}

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	dir := flag.String("cldr", "", "folder that holds the unpacked packages of CLDR")
	flag.Parse()
	if *dir == "" {
		log.Print("no folder of CLDR is given: tables.go and data_test.go stay as they are")
		return
	}
	if _, err := os.Stat(*dir); errors.Is(err, fs.ErrNotExist) {
		log.Printf("there is no folder %s: tables.go and data_test.go stay as they are", *dir)
		return
	}
	c := &cldr{dir: *dir}
	c.checkVersion()
	c.readSupplement()
	c.readLocales()
	write("tables.go", c.tables())
	write("data_test.go", c.testData())
}

func write(name string, src []byte) {
	formatted, err := format.Source(src)
	if err != nil {
		os.Stderr.Write(src)
		log.Fatalf("%s: %v", name, err)
	}
	if err := os.WriteFile(name, formatted, 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%s: %d bytes", name, len(formatted))
}

// cldr is the part of CLDR that the tables are made of.
type cldr struct {
	dir string

	systems  map[string]string            // numbering system to its ten digits
	parents  map[string]string            // where it is not the tag cut short
	modern   []string                     // tags of the locales to make, sorted
	periods  map[string]map[string]string // language to period to "from-before"
	clock    map[string]bool              // region to whether it prefers the 12-hour clock
	quantity map[string]string            // unit to what it measures
	spelling map[string]*speller

	within int // patterns of units that enclose their number

	locales map[string]*locale
	symbols []symbols // distinct ones, in the order of their first locale
}

// A kind of word table, in the order of the type kind of this package.
const (
	scales = iota
	months
	weekdays
	dayPeriods
	numerals
	units
	amounts
	kinds
)

var kindNames = [kinds]string{"scales", "months", "weekdays", "dayPeriods", "numerals", "units", "amounts"}

type locale struct {
	tag     string
	symbols symbols
	clock12 bool
	words   [kinds]words
}

// symbols are what numbers are written with. All are strings of characters, the
// locale's own first.
type symbols struct {
	System, Native                                   string
	Decimals, Groups, Minus, Plus, Percent, PerMille string
	Primary, Secondary, Minimum                      int
}

// words maps a value, as written in the tables, to the words that stand for it.
type words map[string][]string

func (w words) add(value, word string) {
	word = clean(word)
	if word == "" || slices.Contains(w[value], word) {
		return
	}
	if strings.ContainsAny(word, "|`\n\t") || word[0] == '+' {
		log.Fatalf("the word %q cannot stand in a table", word)
	}
	w[value] = append(w[value], word)
}

// clean removes what is not seen from a word, and makes every blank a space.
func clean(word string) string {
	word = strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u200e', '\u200f', '\u061c', '\u2060', '\u202a', '\u202b', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069':
			return -1
		case '\u00a0', '\u2009', '\u202f', '\u3000':
			return ' '
		}
		return r
	}, word)
	return strings.Join(strings.Fields(word), " ")
}

// read decodes a file below the folder of CLDR. Where it does not exist, nothing
// is decoded and false returned.
func (c *cldr) read(name string, v any) bool {
	b, err := os.ReadFile(filepath.Join(c.dir, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err == nil {
		err = json.Unmarshal(b, v)
	}
	if err != nil {
		log.Fatalf("%s: %v", name, err)
	}
	return true
}

func (c *cldr) mustRead(name string, v any) {
	if !c.read(name, v) {
		log.Fatalf("%s is missing", name)
	}
}

func (c *cldr) checkVersion() {
	for _, pkg := range []string{"cldr-core", "cldr-dates-full", "cldr-numbers-full", "cldr-rbnf", "cldr-units-full"} {
		var p struct{ Version string }
		c.mustRead(pkg+"/package.json", &p)
		if p.Version != version {
			log.Fatalf("%s is of version %s, want %s", pkg, p.Version, version)
		}
	}
}

func (c *cldr) readSupplement() {
	var coverage struct {
		EffectiveCoverageLevels map[string]string
	}
	c.mustRead("cldr-core/coverageLevels.json", &coverage)
	for tag, level := range coverage.EffectiveCoverageLevels {
		if level == "modern" {
			c.modern = append(c.modern, tag)
		}
	}
	c.modern = append(c.modern, more...)
	slices.Sort(c.modern)

	var systems struct {
		Supplemental struct {
			NumberingSystems map[string]struct {
				Digits string `json:"_digits"`
				Type   string `json:"_type"`
			}
		}
	}
	c.mustRead("cldr-core/supplemental/numberingSystems.json", &systems)
	c.systems = make(map[string]string)
	for id, s := range systems.Supplemental.NumberingSystems {
		if s.Type == "numeric" {
			c.systems[id] = s.Digits
		}
	}

	var parents struct {
		Supplemental struct {
			ParentLocales struct{ ParentLocale map[string]string }
		}
	}
	c.mustRead("cldr-core/supplemental/parentLocales.json", &parents)
	c.parents = parents.Supplemental.ParentLocales.ParentLocale

	var periods struct {
		Supplemental struct {
			DayPeriodRuleSet map[string]map[string]struct {
				From   string `json:"_from"`
				Before string `json:"_before"`
				At     string `json:"_at"`
			}
		}
	}
	c.mustRead("cldr-core/supplemental/dayPeriods.json", &periods)
	c.periods = make(map[string]map[string]string)
	for tag, rules := range periods.Supplemental.DayPeriodRuleSet {
		c.periods[tag] = map[string]string{"am": "0-12", "pm": "12-24"}
		for name, r := range rules {
			if r.At != "" {
				r.From = r.At
				r.Before = fmt.Sprintf("%d:00", hour(r.At)+1)
			}
			c.periods[tag][name] = fmt.Sprintf("%d-%d", hour(r.From), hour(r.Before))
		}
	}

	var times struct {
		Supplemental struct {
			TimeData map[string]struct {
				Preferred string `json:"_preferred"`
			}
		}
	}
	c.mustRead("cldr-core/supplemental/timeData.json", &times)
	c.clock = make(map[string]bool)
	for region, d := range times.Supplemental.TimeData {
		c.clock[region] = d.Preferred == "h" || d.Preferred == "K"
	}

	c.spelling = make(map[string]*speller)
	files, err := filepath.Glob(filepath.Join(c.dir, "cldr-rbnf", "rbnf", "*.json"))
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		tag := strings.TrimSuffix(filepath.Base(file), ".json")
		var rules struct {
			Rbnf struct {
				Rbnf struct{ SpelloutRules json.RawMessage }
			}
		}
		c.mustRead("cldr-rbnf/rbnf/"+tag+".json", &rules)
		if rules.Rbnf.Rbnf.SpelloutRules == nil {
			continue
		}
		if c.spelling[tag], err = newSpeller(tag, rules.Rbnf.Rbnf.SpelloutRules); err != nil {
			log.Fatalf("%s: %v", tag, err)
		}
	}
}

// hour reads "13:00". CLDR has full hours only.
func hour(s string) int {
	h, rest, _ := strings.Cut(s, ":")
	n, err := strconv.Atoi(h)
	if err != nil || rest != "00" {
		log.Fatalf("%q is not a full hour", s)
	}
	return n
}

// parent returns the tag of the locale that one inherits from; "und" is the root.
func (c *cldr) parent(tag string) string {
	if p, ok := c.parents[tag]; ok {
		return p
	}
	if i := strings.LastIndexByte(tag, '-'); i >= 0 {
		return tag[:i]
	}
	return "und"
}

func (c *cldr) readLocales() {
	c.locales = make(map[string]*locale)
	c.quantity = make(map[string]string)
	for _, tag := range c.modern {
		l := &locale{tag: tag}
		for k := range l.words {
			l.words[k] = make(words)
		}
		c.readNumbers(l)
		c.readDates(l)
		c.readUnits(l)
		c.readNumerals(l)
		c.locales[tag] = l
	}
	// What the parents say need not be said again. Children first, so that a
	// parent is whole when its children are compared with it.
	tags := slices.Clone(c.modern)
	sort.SliceStable(tags, func(i, j int) bool { return len(c.lineage(tags[i])) > len(c.lineage(tags[j])) })
	for _, tag := range tags {
		for k := range kinds {
			inherited := make(map[string][]string)
			for _, p := range slices.Backward(c.lineage(tag)) {
				for word, values := range readings(c.locales[p].words[k]) {
					inherited[word] = values
				}
			}
			c.locales[tag].words[k].drop(inherited)
		}
	}
	for _, tag := range c.modern {
		if s := c.locales[tag].symbols; !slices.Contains(c.symbols, s) {
			c.symbols = append(c.symbols, s)
		}
	}
}

// inherits returns the nearest ancestor that has a table; "" for the root.
func (c *cldr) inherits(tag string) string {
	for tag != "und" {
		tag = c.parent(tag)
		if c.locales[tag] != nil {
			return tag
		}
	}
	return ""
}

// lineage returns the ancestors of a locale that have a table, the nearest first.
func (c *cldr) lineage(tag string) []string {
	var tags []string
	for p := c.inherits(tag); p != ""; p = c.inherits(p) {
		tags = append(tags, p)
	}
	return tags
}

// drop removes the words that have the readings which are inherited anyway.
func (w words) drop(inherited map[string][]string) {
	own := readings(w)
	for value, list := range w {
		list = slices.DeleteFunc(list, func(word string) bool {
			return slices.Equal(own[bare(word)], inherited[bare(word)])
		})
		if len(list) == 0 {
			delete(w, value)
		} else {
			w[value] = list
		}
	}
}

// readings turns a table round: from words to their sorted values.
func readings(w words) map[string][]string {
	r := make(map[string][]string)
	for value, list := range w {
		for _, word := range list {
			if word = bare(word); !slices.Contains(r[word], value) {
				r[word] = append(r[word], value)
			}
		}
	}
	for _, values := range r {
		slices.Sort(values)
	}
	return r
}

// bare returns a word without the point of an abbreviation, and with one form of
// the apostrophe: words that differ in these are one to who reads the tables.
func bare(word string) string {
	if len(word) > 1 {
		word = strings.TrimSuffix(word, ".")
	}
	return strings.NewReplacer("’", "'", "′", "'", "″", `"`).Replace(word)
}

// numbersJSON is what numbers.json says of a locale.
type numbersJSON map[string]json.RawMessage

func (c *cldr) numbers(tag string) numbersJSON {
	var file struct {
		Main map[string]struct{ Numbers numbersJSON }
	}
	c.mustRead("cldr-numbers-full/main/"+tag+"/numbers.json", &file)
	return file.Main[tag].Numbers
}

func (n numbersJSON) text(key string) string {
	var s string
	if n[key] != nil {
		if err := json.Unmarshal(n[key], &s); err != nil {
			log.Fatalf("%s: %v", key, err)
		}
	}
	return s
}

type symbolsJSON struct{ Decimal, Group, PercentSign, PlusSign, MinusSign, PerMille string }

// used returns the numbering systems of a locale, its default first.
func (n numbersJSON) used() []string {
	list := []string{n.text("defaultNumberingSystem")}
	var keys []string
	for key := range n {
		if system, ok := strings.CutPrefix(key, "symbols-numberSystem-"); ok && !strings.Contains(system, "-alt-") {
			keys = append(keys, system)
		}
	}
	slices.Sort(keys)
	for _, system := range keys {
		if !slices.Contains(list, system) {
			list = append(list, system)
		}
	}
	return list
}

func (n numbersJSON) native() string {
	var others struct{ Native string }
	if n["otherNumberingSystems"] != nil {
		if err := json.Unmarshal(n["otherNumberingSystems"], &others); err != nil {
			log.Fatal(err)
		}
	}
	return others.Native
}

type formatsJSON struct {
	Standard    string
	Long, Short struct{ DecimalFormat map[string]string }
}

func (n numbersJSON) formats(system string) formatsJSON {
	var f formatsJSON
	if raw := n["decimalFormats-numberSystem-"+system]; raw != nil {
		if err := json.Unmarshal(raw, &f); err != nil {
			log.Fatal(err)
		}
	}
	return f
}

func (c *cldr) readNumbers(l *locale) {
	n := c.numbers(l.tag)
	s := &l.symbols
	s.System, s.Native = n.text("defaultNumberingSystem"), n.native()
	if s.Native == "" || c.systems[s.Native] == "" {
		s.Native = s.System
	}
	add := func(list *string, sign string) {
		sign = strings.Trim(sign, "\u200e\u200f\u061c")
		if len([]rune(sign)) == 1 && !strings.Contains(*list, sign) {
			*list += sign
		}
	}
	votes := make(map[string]map[int]int)
	for _, system := range n.used() {
		var raw symbolsJSON
		if b := n["symbols-numberSystem-"+system]; b == nil {
			continue
		} else if err := json.Unmarshal(b, &raw); err != nil {
			log.Fatal(err)
		}
		// Where the digits of another script go with the separators the other way
		// round, as the Khmer ones do, the default counts.
		if !strings.Contains(s.Groups, raw.Decimal) && !strings.Contains(s.Decimals, raw.Group) {
			add(&s.Decimals, raw.Decimal)
			add(&s.Groups, raw.Group)
		}
		add(&s.Minus, raw.MinusSign)
		add(&s.Plus, raw.PlusSign)
		add(&s.Percent, raw.PercentSign)
		add(&s.PerMille, raw.PerMille)
		readScales(votes, n.formats(system))
	}
	for _, word := range sortedKeys(votes) {
		l.words[scales].add(strconv.Itoa(elected(votes[word])), word)
	}
	// The alternates in use: keyboards have one blank, one apostrophe and one hyphen.
	for _, alternates := range []string{"\u00a0\u202f\u2009 ", "’'"} {
		if strings.ContainsAny(s.Groups, alternates) {
			for _, r := range alternates {
				add(&s.Groups, string(r))
			}
		}
	}
	add(&s.Minus, "-")
	add(&s.Minus, "−")
	add(&s.Plus, "+")
	add(&s.Percent, "%")
	add(&s.PerMille, "‰")

	minimum, err := strconv.Atoi(n.text("minimumGroupingDigits"))
	if err != nil {
		log.Fatalf("%s: %v", l.tag, err)
	}
	s.Minimum = minimum
	s.Primary, s.Secondary = grouping(n.formats(s.System).Standard)
}

// grouping reads the sizes of groups off a pattern: 3 and 2 off "#,##,##0.###".
func grouping(pattern string) (primary, secondary int) {
	whole, _, _ := strings.Cut(pattern, ".")
	groups := strings.Split(whole, ",")
	if len(groups) < 2 {
		return 0, 0
	}
	primary = len(groups[len(groups)-1])
	secondary = primary
	if len(groups) > 2 {
		secondary = len(groups[len(groups)-2])
	}
	return primary, secondary
}

// readScales counts the powers that the words of compact formats stand for: of
// "00 Mio'.'" for numbers from 10000000 the word "Mio." for the power 6.
func readScales(votes map[string]map[int]int, f formatsJSON) {
	for _, formats := range []map[string]string{f.Long.DecimalFormat, f.Short.DecimalFormat} {
		for key, pattern := range formats {
			from, _, _ := strings.Cut(key, "-count-")
			pattern, _, _ = strings.Cut(pattern, ";")
			zeros := strings.Count(pattern, "0")
			word := clean(strings.NewReplacer("0", "", "'", "").Replace(pattern))
			if word == "" || strings.ContainsAny(from, "-") {
				continue
			}
			power := len(from) - zeros
			if zeros == 0 { // "mille": the word alone is the number
				power = len(from) - 1
			}
			if votes[word] == nil {
				votes[word] = make(map[int]int)
			}
			votes[word][power]++
		}
	}
}

// elected returns the power that most formats give a word, of several the least.
// CLDR has slips: in Nepali one format of ten takes करोड for 10⁶.
func elected(votes map[int]int) int {
	best := -1
	for power, n := range votes {
		if best < 0 || n > votes[best] || n == votes[best] && power < best {
			best = power
		}
	}
	return best
}

type calendarJSON struct {
	Months, Days, DayPeriods struct {
		Format     map[string]map[string]string
		StandAlone map[string]map[string]string `json:"stand-alone"`
	}
}

func (c *cldr) calendar(tag string) calendarJSON {
	var file struct {
		Main map[string]struct {
			Dates struct {
				Calendars struct{ Gregorian calendarJSON }
			}
		}
	}
	c.mustRead("cldr-dates-full/main/"+tag+"/ca-gregorian.json", &file)
	return file.Main[tag].Dates.Calendars.Gregorian
}

var (
	weekdayNumbers = map[string]string{"sun": "0", "mon": "1", "tue": "2", "wed": "3", "thu": "4", "fri": "5", "sat": "6"}

	// placeholderMonth is what CLDR has where it has no name.
	placeholderMonth = regexp.MustCompile(`^M?\d+$`)
)

func (c *cldr) readDates(l *locale) {
	cal := c.calendar(l.tag)
	for _, width := range []string{"wide", "abbreviated", "short"} {
		for _, forms := range []map[string]map[string]string{cal.Months.Format, cal.Months.StandAlone} {
			for _, month := range sortedKeys(forms[width]) {
				if name := forms[width][month]; !placeholderMonth.MatchString(name) {
					l.words[months].add(month, name)
				}
			}
		}
		for _, forms := range []map[string]map[string]string{cal.Days.Format, cal.Days.StandAlone} {
			for _, day := range sortedKeys(forms[width]) {
				l.words[weekdays].add(weekdayNumbers[day], forms[width][day])
			}
		}
	}
	hours := c.periods["und"]
	for tag := l.tag; tag != "und"; tag = c.parent(tag) {
		if h := c.periods[tag]; h != nil {
			hours = h
			break
		}
	}
	for _, width := range []string{"wide", "abbreviated"} {
		for _, forms := range []map[string]map[string]string{cal.DayPeriods.Format, cal.DayPeriods.StandAlone} {
			for _, key := range sortedKeys(forms[width]) {
				name, _, _ := strings.Cut(key, "-alt-")
				if h := hours[name]; h != "" {
					l.words[dayPeriods].add(h, forms[width][key])
				}
			}
		}
	}
	tag := language.Make(l.tag)
	base, _ := tag.Base()
	region, _ := tag.Region()
	for _, key := range []string{base.String() + "-" + region.String(), region.String(), "001"} {
		if preferred, ok := c.clock[key]; ok {
			l.clock12 = preferred
			break
		}
	}
}

// spelled are the numbers whose words are read.
var spelled = []int64{
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
	30, 40, 50, 60, 70, 80, 90, 100, 1000,
}

func (c *cldr) readNumerals(l *locale) {
	s := c.spelling[l.tag]
	if s == nil {
		return
	}
	for _, set := range s.public() {
		if strings.Contains(set, "-year") {
			continue // a year's words are not a number's: "twenty ten", "1-го"
		}
		point := ""
		if strings.Contains(set, "ordinal") {
			point = "."
		}
		for _, n := range spelled {
			value := strconv.FormatInt(n, 10) + point
			if word, ok := s.spell(set, n); ok && !strings.ContainsAny(word, "0123456789") {
				l.words[numerals].add(value, word)
			}
			if n < 100 {
				continue
			}
			for _, word := range s.bare(set, n) {
				l.words[numerals].add(value, word)
			}
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// header leads every file that is made.
func header(b *bytes.Buffer) {
	fmt.Fprintf(b, `// Code generated by gen.go from CLDR %s. DO NOT EDIT.

// The data in this file is Copyright © 2004-2026 Unicode, Inc., and is used under
// the Unicode License v3, which stands in LICENSE-UNICODE.
//
// SPDX-License-Identifier: Unicode-3.0

package lang

`, version)
}
