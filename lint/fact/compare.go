package fact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lang"
)

// Difference returns the numbers of each side that the other does not state,
// as multisets: where a number stands in the text does not matter. The facts may
// be of any kind; only numbers are compared.
func Difference(a, b []Fact) (onlyA, onlyB []Fact) {
	onlyA, onlyB = Of(Number, a), Of(Number, b)
	onlyA, onlyB = subtract(onlyA, onlyB)
	if hasParts(onlyA) || hasParts(onlyB) {
		// What one side joins the other may part: a blank between thousands,
		// a date that is none. Two dates that differ are left whole.
		dates := hasDate(onlyA) && hasDate(onlyB)
		partsA, partsB := split(onlyA, dates), split(onlyB, dates)
		leftA, leftB := subtract(partsA, partsB)
		if len(leftA) < len(partsA) || len(onlyA) == 0 || len(onlyB) == 0 {
			return leftA, leftB
		}
	}
	return onlyA, onlyB
}

// A Side is a unit and the facts of its document.
type Side struct {
	Facts *Facts
	Unit  *doc.Unit
}

// In returns what the side states.
func (s Side) In() []Fact { return s.Facts.In(s.Unit) }

// A Comparison is how the numbers of two sides differ.
type Comparison struct {
	// OnlyA and OnlyB are the numbers that one side alone states, in digits or
	// in words.
	OnlyA, OnlyB []Fact

	// Units are the numbers that both sides state of different units: 128 MB and
	// 128 GB.
	Units []Change

	// Points are the versions that one side writes as a decimal of its language:
	// 2.0 and 2,0.
	Points []Change
}

// A Change is a fact of one side and what it became on the other.
type Change struct{ From, To Fact }

// Compare compares the numbers of two sides. Words are read only where digits
// leave something over: most units agree, and reading words costs most.
func Compare(a, b Side) Comparison {
	numbersA, numbersB := Of(Number, a.In()), Of(Number, b.In())
	if len(numbersA) == 0 && len(numbersB) == 0 {
		return Comparison{}
	}
	var c Comparison
	c.OnlyA, c.OnlyB = Difference(numbersA, numbersB)
	if len(c.OnlyA) > 0 {
		c.OnlyA = notInWords(c.OnlyA, b)
	}
	if len(c.OnlyB) > 0 {
		c.OnlyB = notInWords(c.OnlyB, a)
	}
	agreedA, agreedB := without(numbersA, c.OnlyA), without(numbersB, c.OnlyB)
	if len(agreedA) <= maxUnits && len(agreedB) <= maxUnits {
		c.Units = unitChanges(a.Facts.locale, b.Facts.locale, agreedA, agreedB)
		c.Points = pointChanges(agreedA, agreedB)
	}
	return c
}

// maxUnits bounds the numbers of a unit whose units of measurement are
// compared, which takes time by the square.
const maxUnits = 64

// without returns the facts that are not among others, both in order.
func without(facts, others []Fact) []Fact {
	if len(others) == 0 {
		return facts
	}
	at := make(map[doc.Span]bool, len(others))
	for _, f := range others {
		at[f.Span] = true
	}
	var left []Fact
	for _, f := range facts {
		if !at[f.Span] {
			left = append(left, f)
		}
	}
	return left
}

// notInWords drops the numbers that the other side states in words: three, 三,
// July. A word counts for one number.
func notInWords(facts []Fact, other Side) []Fact {
	words := wordValues(other.Facts.locale, other.Unit.Text())
	return slices.DeleteFunc(slices.Clone(facts), func(f Fact) bool {
		for _, v := range f.Number.Values {
			if words[v] > 0 {
				words[v]--
				return true
			}
		}
		return false
	})
}

// wordValues counts the values that the words of a text say: numbers, months,
// amounts such as a dual. Tens and the digit that follows are also read as one
// number.
func wordValues(l *lang.Locale, text string) map[string]int {
	words := make(map[string]int)
	tens := 0
	boundary := true // a word may begin here
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			boundary = true
			if r != '-' && r != ' ' {
				tens = 0
			}
			at += size
			continue
		}
		spaced := isWordLetter(r)
		if !boundary && spaced {
			at += size
			continue
		}
		boundary = !spaced
		here := after(text, at)
		if m, n := l.MonthPrefix(here); n > 0 && m > 0 {
			words[itoa(int(m))]++
		}
		if numeral, n := l.NumberWordPrefix(here); n > 0 {
			words[itoa(numeral.Value)]++
			if power, length := l.ScalePrefix(strings.TrimLeft(here[n:], blanks)); length > 2 {
				words[shift(itoa(numeral.Value), power)]++ // um milhão
			}
			if tens > 0 && numeral.Value < 10 {
				words[itoa(tens+numeral.Value)]++
			}
			tens = 0
			if numeral.Value >= 20 && numeral.Value < 100 {
				tens = numeral.Value
			}
			at += max(n, size)
			continue
		}
		tens = 0
		at += size
	}
	return words
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// unitChanges pairs numbers of one value that are of different units of one
// quantity. Numbers whose unit is the same, or not known on a side, are taken
// first: 15 minutes and 15 hours may both stand here.
func unitChanges(la, lb *lang.Locale, a, b []Fact) []Change {
	unitsA, unitsB := unitsOf(la, a), unitsOf(lb, b)
	used := make([]bool, len(b))
	var left []int
	for i := range a {
		match := -1
		for j := range b {
			if used[j] || !a[i].Number.Equal(b[j].Number) || !compatible(unitsA[i], unitsB[j]) {
				continue
			}
			if match < 0 || len(unitsA[i]) > 0 && len(unitsB[match]) == 0 && len(unitsB[j]) > 0 {
				match = j // better one whose unit is known to be the same
			}
		}
		if match >= 0 {
			used[match] = true
		} else {
			left = append(left, i)
		}
	}
	var changes []Change
	for _, i := range left {
		for j := range b {
			if !used[j] && a[i].Number.Equal(b[j].Number) && convertible(unitsA[i], unitsB[j]) && !caseAlone(a[i], b[j]) {
				used[j] = true
				changes = append(changes, Change{a[i], b[j]})
				break
			}
		}
	}
	return changes
}

// caseAlone reports whether what follows two numbers differs in letter case alone:
// 4Gb and 4 GB are one thing to most who write them.
func caseAlone(a, b Fact) bool {
	symbol := func(f Fact) string {
		rest := strings.TrimLeft(after(f.Unit.Document().Text(), f.textAt()+len(f.Text)), blanks)
		return unitAfter(rest, 0)
	}
	return symbol(a) != "" && strings.EqualFold(symbol(a), symbol(b))
}

func unitsOf(l *lang.Locale, facts []Fact) [][]lang.Unit {
	all := make([][]lang.Unit, len(facts))
	for i, f := range facts {
		all[i] = UnitOf(l, f)
	}
	return all
}

// UnitOf returns the units of measurement that a number may be of, by the word
// behind it in its language; none where that is no unit. Percent is one.
func UnitOf(l *lang.Locale, f Fact) []lang.Unit {
	if f.Number.Form > Decimal {
		return nil
	}
	text := f.Unit.Document().Text()
	at := f.textAt() + len(f.Text)
	rest := strings.TrimLeft(after(text, at), blanks)
	rest = strings.TrimPrefix(rest, "-")
	if rest == "" {
		return nil
	}
	units, n := l.UnitPrefix(rest)
	if n == 0 {
		return nil
	}
	if n < len(rest) && rest[n] == '/' {
		return nil // per something
	}
	return units
}

// textAt returns where a number stands in the text of its document.
func (f Fact) textAt() int { return f.Unit.TextStart() + f.Number.Start }

// compatible reports whether two numbers may be of one unit.
func compatible(a, b []lang.Unit) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, u := range a {
		if slices.Contains(b, u) {
			return true
		}
	}
	return !convertible(a, b)
}

// convertible reports whether two lists have units of one quantity and none in
// common.
func convertible(a, b []lang.Unit) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, u := range a {
		for _, v := range b {
			if u == v || u.Quantity() == "" || u.Quantity() != v.Quantity() {
				return false
			}
		}
	}
	return true
}

// pointChanges pairs versions of which one side has written the point as the
// sign that its language puts before decimals: the value agrees and the version
// is another.
func pointChanges(a, b []Fact) []Change {
	var changes []Change
	used := make([]bool, len(b))
	for _, f := range a {
		point := pointOf(f)
		if point == 0 {
			continue
		}
		match := -1
		for j, g := range b {
			if used[j] || !f.Number.Equal(g.Number) {
				continue
			}
			if match < 0 || pointOf(g) == point && pointOf(b[match]) != point {
				match = j
			}
		}
		if match < 0 {
			continue
		}
		used[match] = true
		if other := pointOf(b[match]); other != 0 && other != point && (IsVersion(f) || IsVersion(b[match])) {
			changes = append(changes, Change{f, b[match]})
		}
	}
	return changes
}

// pointOf returns the character before the decimals of a number of two groups,
// 0 for any other.
func pointOf(f Fact) byte {
	if f.Number.Form != Decimal || f.Number.Scaled {
		return 0
	}
	i := strings.IndexAny(f.Text, ".,")
	if i < 0 || i != strings.LastIndexAny(f.Text, ".,") {
		return 0
	}
	return f.Text[i]
}

// Of returns the facts of a kind.
func Of(kind Kind, facts []Fact) []Fact {
	var all []Fact
	for _, f := range facts {
		if f.Kind == kind {
			all = append(all, f)
		}
	}
	return all
}

// subtract drops each number of a that has an equal one in b, and that one too.
// It takes linear time: a page may be one table cell of 100,000 numbers.
func subtract(a, b []Fact) (onlyA, onlyB []Fact) {
	if len(a) == 0 || len(b) == 0 {
		return a, b
	}
	byValue := make(map[string][]int, len(b)) // unused indices into b
	for _, j := range clearFirst(b) {
		for _, v := range b[j].Number.Values {
			byValue[v] = append(byValue[v], j)
		}
	}
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	for _, i := range clearFirst(a) {
		if j := take(a[i].Number, b, byValue, usedB); j >= 0 {
			usedA[i], usedB[j] = true, true
		}
	}
	return unused(a, usedA), unused(b, usedB)
}

// clearFirst returns the indices of the numbers of one value, then those of
// several, which may be content with what is left.
func clearFirst(facts []Fact) []int {
	order := make([]int, 0, len(facts))
	for _, several := range [...]bool{false, true} {
		for i, f := range facts {
			if len(f.Number.Values) > 1 == several {
				order = append(order, i)
			}
		}
	}
	return order
}

func unused(facts []Fact, used []bool) []Fact {
	var left []Fact
	for i, f := range facts {
		if !used[i] {
			left = append(left, f)
		}
	}
	return left
}

// take returns the index of the first unused number in b that equals t, or -1.
func take(t Token, b []Fact, byValue map[string][]int, used []bool) int {
	for _, v := range t.Values {
		for len(byValue[v]) > 0 && used[byValue[v][0]] {
			byValue[v] = byValue[v][1:]
		}
		for _, j := range byValue[v][:min(len(byValue[v]), 8)] {
			if !used[j] && t.Equal(b[j].Number) {
				return j
			}
		}
	}
	return -1
}

func hasParts(facts []Fact) bool {
	for _, f := range facts {
		if f.Number.Parts != nil {
			return true
		}
	}
	return false
}

func hasDate(facts []Fact) bool {
	return slices.ContainsFunc(facts, func(f Fact) bool { return f.Number.Form == Date })
}

// split replaces the numbers that may be several by what they fall into, dates
// among them or not.
func split(facts []Fact, keepDates bool) []Fact {
	var out []Fact
	for _, f := range facts {
		if f.Number.Parts == nil || keepDates && f.Number.Form == Date {
			out = append(out, f)
			continue
		}
		start := f.Unit.TextStart()
		for _, part := range f.Number.Parts {
			g := f
			g.Number = part
			g.Span = f.Unit.Source(part.Start, part.End)
			g.Text = f.Unit.Document().Text()[start+part.Start : start+part.End]
			out = append(out, g)
		}
	}
	return out
}
