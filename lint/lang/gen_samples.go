//go:build ignore

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"slices"
	"strconv"
	"strings"
)

// sampled are the locales that the tests look at.
var sampled = []string{
	"ar", "ar-EG", "az", "bn", "cs", "de", "de-AT", "de-CH", "el", "en", "en-GB", "en-IN", "es", "es-419", "fa", "fi", "fr", "fr-CH",
	"he", "hi", "hu", "id", "it", "ja", "ka", "km", "ko", "lo", "mr", "my", "nb", "nl", "pl", "pt", "pt-PT", "ru", "sr-Latn", "sv",
	"sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh", "zh-Hant",
}

// sampledNumbers are the numbers that the tests read back.
var sampledNumbers = []string{"1234567.891", "1000", "-1234.5", "0.25", "98765432109"}

// sampledUnits are the units whose names the tests look up.
var sampledUnits = []string{
	"digital-byte", "digital-megabyte", "digital-gigabit", "duration-millisecond", "duration-second", "duration-minute", "duration-hour",
	"duration-day", "duration-year", "frequency-megahertz", "graphics-pixel", "length-kilometer", "length-inch", "mass-kilogram",
	"power-watt", "temperature-celsius", "volume-liter",
}

// testData returns data_test.go: what CLDR says in its own words of some
// locales, to be found again in the tables.
func (c *cldr) testData() []byte {
	var b bytes.Buffer
	header(&b)
	b.WriteString("// numberSamples are numbers as each numbering system of a locale writes them.\n")
	b.WriteString("var numberSamples = []struct{ locale, text, value string }{\n")
	for _, tag := range sampled {
		n := c.numbers(tag)
		for _, system := range n.used() {
			if system == "hanidec" || tag == "km" && system == "khmr" {
				continue // words to lang.Digit; separators the other way round
			}
			for _, value := range sampledNumbers {
				fmt.Fprintf(&b, "\t{%q, %q, %q},\n", tag, c.format(n, system, value), value)
			}
		}
	}
	b.WriteString("}\n\n// wordSamples are words as CLDR spells them, and what they stand for.\n")
	b.WriteString("var wordSamples = []struct{ locale, kind, word, value string }{\n")
	for _, tag := range sampled {
		for _, s := range c.wordSamples(tag) {
			fmt.Fprintf(&b, "\t{%q, %q, %q, %q},\n", tag, s[0], s[1], s[2])
		}
	}
	b.WriteString("}\n")
	return b.Bytes()
}

// format writes a number in the decimal format of a locale and numbering system.
func (c *cldr) format(n numbersJSON, system, value string) string {
	var s symbolsJSON
	if err := json.Unmarshal(n["symbols-numberSystem-"+system], &s); err != nil {
		log.Fatal(err)
	}
	minimum, err := strconv.Atoi(n.text("minimumGroupingDigits"))
	if err != nil {
		log.Fatal(err)
	}
	primary, secondary := grouping(n.formats(system).Standard)
	value, negative := strings.CutPrefix(value, "-")
	whole, decimals, _ := strings.Cut(value, ".")
	out := ""
	if primary > 0 && len(whole) >= primary+minimum {
		out = s.Group + whole[len(whole)-primary:]
		whole = whole[:len(whole)-primary]
		for len(whole) > secondary {
			out = s.Group + whole[len(whole)-secondary:] + out
			whole = whole[:len(whole)-secondary]
		}
	}
	out = whole + out
	if decimals != "" {
		out += s.Decimal + decimals
	}
	if negative {
		out = s.MinusSign + out
	}
	digits := []rune(c.systems[system])
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return digits[r-'0']
		}
		return r
	}, out)
}

// wordSamples returns words of a locale as {kind, word, value}.
func (c *cldr) wordSamples(tag string) [][3]string {
	var samples [][3]string
	add := func(kind, word, value string) {
		if s := [3]string{kind, word, value}; word != "" && !slices.Contains(samples, s) {
			samples = append(samples, s)
		}
	}
	n := c.numbers(tag)
	f := n.formats(n.used()[0])
	for _, formats := range []map[string]string{f.Long.DecimalFormat, f.Short.DecimalFormat} {
		for _, from := range []string{"1000", "10000", "100000", "1000000", "10000000", "100000000", "1000000000", "1000000000000"} {
			pattern, _, _ := strings.Cut(strings.ReplaceAll(formats[from+"-count-other"], "'", ""), ";")
			zeros := strings.Count(pattern, "0")
			if word := strings.TrimFunc(strings.ReplaceAll(pattern, "0", ""), unseen); zeros > 0 {
				add("scale", word, strconv.Itoa(len(from)-zeros))
			}
		}
	}
	cal := c.calendar(tag)
	for _, width := range []string{"wide", "abbreviated"} {
		for _, forms := range []map[string]map[string]string{cal.Months.Format, cal.Months.StandAlone} {
			for i := 1; i <= 12; i++ {
				add("month", forms[width][strconv.Itoa(i)], strconv.Itoa(i))
			}
		}
		for _, day := range []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"} {
			add("weekday", cal.Days.Format[width][day], weekdayNumbers[day])
		}
		add("dayPeriod", cal.DayPeriods.Format[width]["am"], "0")
		add("dayPeriod", cal.DayPeriods.Format[width]["pm"], "12")
	}
	var file struct{ Main map[string]unitsJSON }
	c.mustRead("cldr-units-full/main/"+tag+"/units.json", &file)
	for _, width := range []string{"long", "short"} {
		for _, id := range sampledUnits {
			forms, _ := file.Main[tag].Units[width][id].(map[string]any)
			_, unit, _ := strings.Cut(id, "-")
			for _, key := range sortedKeys(forms) {
				pattern, _ := forms[key].(string)
				if !strings.Contains(key, "-count-") || !strings.HasPrefix(pattern, "{0}") {
					continue
				}
				add("unit", strings.TrimFunc(strings.TrimPrefix(pattern, "{0}"), unseen), unit)
			}
		}
	}
	for t := tag; t != "und"; t = c.parent(t) {
		s := c.spelling[t]
		if s == nil {
			continue
		}
		for _, set := range s.public() {
			if set != "%spellout-numbering" && !strings.HasPrefix(set, "%spellout-ordinal") {
				continue
			}
			point := ""
			if strings.Contains(set, "ordinal") {
				point = "."
			}
			for _, number := range []int64{0, 1, 2, 3, 7, 12, 20, 40, 100, 1000} {
				if word, ok := s.spell(set, number); ok && !strings.ContainsAny(word, "0123456789") {
					add("numeral", word, strconv.FormatInt(number, 10)+point)
				}
			}
		}
		break
	}
	return samples
}

// unseen reports whether a character at the end of a word is no part of it.
func unseen(r rune) bool {
	return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u200f' || r == '\u200e'
}
