package lang

//go:generate go run gen.go gen_rbnf.go gen_samples.go gen_units.go gen_write.go -cldr=$CLDR

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"
)

// A Locale knows how one language, in one script and region, writes numbers,
// dates, times and units, as CLDR has it. Words are found however they are
// spelled: letter case counts only where it tells two readings apart, and
// blanks, apostrophes, width, and the point of an abbreviation do not count.
//
// The methods named Prefix read the longest word that a text begins with, those
// named Suffix the longest that it ends with, for scripts without spaces and for
// words of several; they return its length in bytes, 0 if there is none. A word
// of a script with spaces is found only whole: no "m" in "man".
//
// A Locale is immutable and safe for concurrent use.
type Locale struct {
	row    *row
	parent *Locale // nil for the root
	turkic bool

	scales     words[int]
	months     words[time.Month]
	weekdays   words[time.Weekday]
	dayPeriods words[DayPeriod]
	numerals   words[Numeral]
	units      words[Unit]
	amounts    words[Amount]
}

// row is a locale in the tables.
type row struct {
	tag     string
	parent  int // index of a row, -1 for the root
	symbols int // index into symbolTable
	clock12 bool
	words   [kinds]string // lines "value:word|+ending", an ending being of the last full word
}

// symbols are what numbers are written with.
type symbols struct {
	system, native                                   string
	decimals, groups, minus, plus, percent, perMille string
	grouping                                         Grouping
}

// A Grouping says how the digits of whole numbers are put in groups.
type Grouping struct {
	Primary   int // digits of the last group, 0 if there are no groups
	Secondary int // digits of the others: 2 in 12,34,567
	Minimum   int // digits before the first separator, below which there is none: 2 in Polish, 1000 but 10 000
}

var locales = sync.OnceValue(func() []Locale {
	list := make([]Locale, len(rows))
	for i := range rows {
		list[i].row = &rows[i]
		if p := rows[i].parent; p >= 0 {
			list[i].parent = &list[p]
		}
		base, _, _ := strings.Cut(rows[i].tag, "-")
		list[i].turkic = base == "tr" || base == "az"
	}
	return list
})

// For returns the locale of a tag in any form that Canonical takes. Where CLDR
// has no table for the tag, its script and language decide, and at last the root
// locale answers, which knows what all languages share: Latin digits, "." before
// decimals, the symbols of units. It is never nil.
func For(tag string) *Locale {
	canonical, ok := Canonical(tag)
	if !ok {
		return root()
	}
	if l := lookup(canonical); l != nil {
		return l
	}
	t := language.Make(canonical)
	base, _, _ := strings.Cut(canonical, "-")
	script, _ := t.Script()
	likely, _ := language.Make(base).Script()
	region := ""
	if r, confidence := t.Region(); confidence == language.Exact {
		region = r.String()
	}
	candidates := []string{base + "-" + script.String() + "-" + region, base + "-" + script.String()}
	if script == likely {
		candidates = append(candidates, base+"-"+region, base)
	}
	for _, c := range candidates {
		if l := lookup(c); l != nil {
			return l
		}
	}
	return root()
}

func lookup(tag string) *Locale {
	i, ok := slices.BinarySearchFunc(rows, tag, func(r row, tag string) int { return strings.Compare(r.tag, tag) })
	if !ok {
		return nil
	}
	return &locales()[i]
}

func root() *Locale { return lookup("und") }

// Tag returns the tag of the locale: that of its table, "und" for the root.
func (l *Locale) Tag() string { return l.row.tag }

func (l *Locale) symbols() *symbols { return &symbolTable[l.row.symbols] }

// Numbering returns the numbering system that the locale writes by default.
func (l *Locale) Numbering() Numbering { return numbering(l.symbols().system) }

// NativeNumbering returns the numbering system of the locale's own digits, which
// may be the default.
func (l *Locale) NativeNumbering() Numbering { return numbering(l.symbols().native) }

// Decimals returns the characters that stand before decimals, each one of them,
// the locale's default first.
func (l *Locale) Decimals() string { return l.symbols().decimals }

// Groups returns the characters that stand between groups of digits, each one of
// them, the locale's default first. Where it is a blank all blanks in use are
// listed, and so with the apostrophe.
func (l *Locale) Groups() string { return l.symbols().groups }

// Grouping returns the sizes of groups.
func (l *Locale) Grouping() Grouping { return l.symbols().grouping }

// Minus returns the characters that mark negative numbers, each one of them.
func (l *Locale) Minus() string { return l.symbols().minus }

// Plus returns the characters that mark positive numbers, each one of them.
func (l *Locale) Plus() string { return l.symbols().plus }

// Percent returns the percent signs, each one of them.
func (l *Locale) Percent() string { return l.symbols().percent }

// PerMille returns the per mille signs, each one of them.
func (l *Locale) PerMille() string { return l.symbols().perMille }

// Clock12 reports whether the locale's region prefers the 12-hour clock.
func (l *Locale) Clock12() bool { return l.row.clock12 }

// first returns the first reading of a word.
func first[T any](readings []T) (reading T, ok bool) {
	if len(readings) == 0 {
		return reading, false
	}
	return readings[0], true
}

// firstOf returns the first reading of a word and its length.
func firstOf[T any](readings []T, length int) (T, int) {
	reading, _ := first(readings)
	return reading, length
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic("lang: broken table: " + err.Error())
	}
	return n
}

func (l *Locale) scaleWords() *index[int] {
	return wordsOf(l, scales, atoi, func(l *Locale) *words[int] { return &l.scales })
}

// Scale returns the power of ten that a word of magnitude stands for: 6 for
// "million", 8 for 億, 5 for "lakh".
func (l *Locale) Scale(word string) (power int, ok bool) { return first(l.scaleWords().find(word)) }

// ScalePrefix reads the word of magnitude that a text begins with.
func (l *Locale) ScalePrefix(text string) (power, length int) {
	return firstOf(l.scaleWords().prefix(text))
}

// ScaleSuffix reads the word of magnitude that a text ends with, for languages
// that have it before the number, as Swahili has.
func (l *Locale) ScaleSuffix(text string) (power, length int) {
	return firstOf(l.scaleWords().suffix(text))
}

func (l *Locale) monthWords() *index[time.Month] {
	return wordsOf(l, months, month, func(l *Locale) *words[time.Month] { return &l.months })
}

func month(s string) time.Month { return time.Month(atoi(s)) }

// Month returns the month of the Gregorian calendar that a name stands for, in
// full or short, in any of the forms that dates have.
func (l *Locale) Month(word string) (m time.Month, ok bool) {
	return first(l.monthWords().find(word))
}

// MonthPrefix reads the name of a month that a text begins with.
func (l *Locale) MonthPrefix(text string) (m time.Month, length int) {
	return firstOf(l.monthWords().prefix(text))
}

func (l *Locale) weekdayWords() *index[time.Weekday] {
	return wordsOf(l, weekdays, weekday, func(l *Locale) *words[time.Weekday] { return &l.weekdays })
}

func weekday(s string) time.Weekday { return time.Weekday(atoi(s)) }

// Weekday returns the day of the week that a name stands for, in full or short.
func (l *Locale) Weekday(word string) (d time.Weekday, ok bool) {
	return first(l.weekdayWords().find(word))
}

// WeekdayPrefix reads the name of a day of the week that a text begins with.
func (l *Locale) WeekdayPrefix(text string) (d time.Weekday, length int) {
	return firstOf(l.weekdayWords().prefix(text))
}

// A DayPeriod is a part of the day, the hours of which are its set bits: bit 13
// stands for the time from 13:00 to 13:59.
type DayPeriod uint32

// Covers reports whether an hour of the 24-hour clock is in the period.
func (p DayPeriod) Covers(hour int) bool { return p>>(hour%24)&1 == 1 }

// Hour returns the hour of the 24-hour clock that an hour of the 12-hour clock
// is in the period. ok is false if neither or both of the two are in it.
func (p DayPeriod) Hour(hour int) (hour24 int, ok bool) {
	hour %= 12
	am, pm := p.Covers(hour), p.Covers(hour+12)
	if pm {
		hour += 12
	}
	return hour, am != pm
}

// dayPeriod reads "22-4".
func dayPeriod(s string) DayPeriod {
	from, before, _ := strings.Cut(s, "-")
	var p DayPeriod
	for h := atoi(from); h%24 != atoi(before)%24 || p == 0; h++ {
		p |= 1 << (h % 24)
	}
	return p
}

func (l *Locale) dayPeriodWords() *index[DayPeriod] {
	return wordsOf(l, dayPeriods, dayPeriod, func(l *Locale) *words[DayPeriod] { return &l.dayPeriods })
}

// union returns all hours that a word may mean: French "matin" is morning and
// the hours after midnight.
func union(periods []DayPeriod) DayPeriod {
	var p DayPeriod
	for _, q := range periods {
		p |= q
	}
	return p
}

// DayPeriod returns the part of the day that a word stands for: "AM", 午後,
// "noon", "de la tarde".
func (l *Locale) DayPeriod(word string) (p DayPeriod, ok bool) {
	p = union(l.dayPeriodWords().find(word))
	return p, p != 0
}

// DayPeriodPrefix reads the part of the day that a text begins with.
func (l *Locale) DayPeriodPrefix(text string) (p DayPeriod, length int) {
	periods, length := l.dayPeriodWords().prefix(text)
	return union(periods), length
}

// DayPeriodSuffix reads the part of the day that a text ends with, for languages
// that have it before the time.
func (l *Locale) DayPeriodSuffix(text string) (p DayPeriod, length int) {
	periods, length := l.dayPeriodWords().suffix(text)
	return union(periods), length
}

// A Numeral is what a number in words stands for.
type Numeral struct {
	Value   int
	Ordinal bool // "third", not "three"
}

// numeral reads "3" or, for an ordinal, "3.".
func numeral(s string) Numeral {
	value, ordinal := strings.CutSuffix(s, ".")
	return Numeral{atoi(value), ordinal}
}

func (l *Locale) numeralWords() *index[Numeral] {
	return wordsOf(l, numerals, numeral, func(l *Locale) *words[Numeral] { return &l.numerals })
}

// NumberWord returns the number that a word stands for: one from 0 to 20, a ten
// up to 100, or 1000, in any gender and case. A word that is both cardinal and
// ordinal is taken for cardinal; NumberWords has both readings.
func (l *Locale) NumberWord(word string) (value int, ordinal, ok bool) {
	n, ok := first(l.numeralWords().find(word))
	return n.Value, n.Ordinal, ok
}

// NumberWords returns all readings of a word, nil if it is no number. The result
// must not be changed.
func (l *Locale) NumberWords(word string) []Numeral { return l.numeralWords().find(word) }

// NumberWordPrefix reads the number in words that a text begins with.
func (l *Locale) NumberWordPrefix(text string) (n Numeral, length int) {
	return firstOf(l.numeralWords().prefix(text))
}

// A Unit is a unit of measurement by its identifier in CLDR: "kilobyte",
// "mile-per-hour".
type Unit string

// quantityOf maps units to what they measure.
var quantityOf = sync.OnceValue(func() map[Unit]string {
	m := make(map[Unit]string)
	for line := range strings.SplitSeq(quantities, "\n") {
		quantity, list, _ := strings.Cut(line, ":")
		for unit := range strings.SplitSeq(list, "|") {
			m[Unit(unit)] = quantity
		}
	}
	return m
})

// Quantity returns what a unit measures in CLDR's word: "digital", "duration",
// "length"; "" for what is not a unit of this package. Units of one quantity
// convert into each other.
func (u Unit) Quantity() string { return quantityOf()[u] }

func (l *Locale) unitWords() *index[Unit] {
	return wordsOf(l, units, unit, func(l *Locale) *words[Unit] { return &l.units })
}

func unit(s string) Unit { return Unit(s) }

// Unit returns the unit that a name or symbol stands for. Where several have it
// ("m" is a metre and a minute) the more usual is taken; Units has all.
func (l *Locale) Unit(name string) (u Unit, ok bool) { return first(l.unitWords().find(name)) }

// Units returns all units that a name or symbol may stand for, the more usual
// first, nil if there is none. The result must not be changed.
func (l *Locale) Units(name string) []Unit { return l.unitWords().find(name) }

// UnitPrefix reads the name or symbol of a unit that a text begins with, and
// returns all units that it may stand for.
func (l *Locale) UnitPrefix(text string) (list []Unit, length int) {
	return l.unitWords().prefix(text)
}

// UnitSuffix reads the name of a unit that a text ends with, for languages that
// have it before the number, as Swahili has.
func (l *Locale) UnitSuffix(text string) (list []Unit, length int) {
	return l.unitWords().suffix(text)
}

// An Amount is a number of units that one word stands for.
type Amount struct {
	Count int
	Unit  Unit
}

// amount reads "2 hour".
func amount(s string) Amount {
	count, unit, _ := strings.Cut(s, " ")
	return Amount{atoi(count), Unit(unit)}
}

func (l *Locale) amountWords() *index[Amount] {
	return wordsOf(l, amounts, amount, func(l *Locale) *words[Amount] { return &l.amounts })
}

// Amount returns the amount that a form of a unit's name says by itself, as
// duals do: ساعتان is two hours.
func (l *Locale) Amount(word string) (a Amount, ok bool) {
	return first(l.amountWords().find(word))
}
