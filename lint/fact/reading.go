package fact

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint/lang"
)

// window bounds what is looked at beside a number, in bytes: no name of a month,
// a scale or a part of the day is longer.
const window = 48

// interpretIn adds to tokens what the words around them make of them in the
// language of the text: 100万 is a million, 2pm is 14:00, 22. Juli is a day. Numbers
// that are one date become one token.
func interpretIn(l *lang.Locale, text string, tokens []Token) []Token {
	for i := range tokens {
		t := &tokens[i]
		if t.Form <= Decimal {
			scale(l, text, t)
		}
		if t.Form == Integer || t.Form == Clock {
			tellTime(l, text, t)
		}
	}
	return joinDates(l, text, tokens)
}

// after returns a little of the text behind an offset.
func after(text string, at int) string {
	end := min(at+window, len(text))
	for end > at && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[at:end]
}

// before returns a little of the text ahead of an offset.
func before(text string, at int) string {
	start := max(at-window, 0)
	for start < at && !utf8.RuneStart(text[start]) {
		start++
	}
	return text[start:at]
}

const blanks = " \u00a0\u202f\u2009"

// scale reads the word of magnitude behind a number. One letter may be a unit as
// well, so that 10M has two values; a word leaves no doubt.
func scale(l *lang.Locale, text string, t *Token) {
	rest := after(text, t.End)
	word := strings.TrimLeft(rest, blanks)
	word = strings.TrimPrefix(word, "de ") // 10 de milioane
	if word == "" || !maybeWord(word[0]) {
		return
	}
	power, n := l.ScalePrefix(word)
	if n == 0 {
		return
	}
	if isASCIIWord(word[:n]) && n <= 2 && len(rest) != len(word) {
		return // 5 m away: a letter of its own is a unit
	}
	t.Scaled = true
	scaled := make([]string, 0, len(t.Values))
	for _, v := range t.Values {
		scaled = append(scaled, shift(v, power))
	}
	if isASCIIWord(word[:n]) && n <= 2 {
		t.Values = append(t.Values[:len(t.Values):len(t.Values)], scaled...)
		return
	}
	t.Values = scaled
}

func maybeWord(c byte) bool { return c >= utf8.RuneSelf || isASCIILetter(c) }

func isASCIIWord(s string) bool {
	for i := range len(s) {
		if !isASCIILetter(s[i]) {
			return false
		}
	}
	return true
}

// shift multiplies a value by a power of ten.
func shift(value string, power int) string {
	sign := ""
	if strings.HasPrefix(value, "-") {
		sign, value = "-", value[1:]
	}
	whole, decimals, _ := strings.Cut(value, ".")
	if missing := power - len(decimals); missing > 0 {
		decimals += strings.Repeat("0", missing)
	}
	return sign + canonical(whole+decimals[:power], decimals[power:])
}

// hourWords say that the number before them is an hour; they count hours too in
// some languages, so that the number keeps its own value as another reading.
var hourWords = []string{"Uhr", "h", "H", "hs", "時", "时", "点", "點", "시", "ч", "години", "óra", "uur", "kl", "giờ", "น."}

// tellTime reads a time of day: with a part of the day on either side, or a word
// for the hour behind.
func tellTime(l *lang.Locale, text string, t *Token) {
	hours, minutes, isClock := strings.Cut(t.Values[0], ":")
	if len(t.Values) > 1 || len(hours) > 2 || strings.HasPrefix(hours, "-") {
		return
	}
	hour := 0
	for _, c := range hours {
		hour = hour*10 + int(c-'0')
	}
	if hour > 24 {
		return
	}
	rest := after(text, t.End)
	end := t.End
	word, n := hourWord(rest)
	if n > 0 && !isClock {
		end += n
		if m, more := minutesBehind(text, end); more > 0 {
			minutes, end = m, end+more
		}
	}
	var period lang.DayPeriod
	if behind := strings.TrimLeft(after(text, end), blanks); behind != "" && maybeWord(behind[0]) {
		period, _ = l.DayPeriodPrefix(behind)
	}
	if period == 0 {
		if ahead := strings.TrimRight(before(text, t.Start), blanks); ahead != "" && maybeWord(ahead[len(ahead)-1]) {
			period, _ = l.DayPeriodSuffix(ahead)
		}
	}
	switch {
	case period != 0 && hour <= 12:
		if h, ok := period.Hour(hour); ok {
			hour = h
		} else if word == "" && !isClock {
			return // "the 12 midnight runs"
		}
		if minutes == "" {
			minutes = "00"
		}
		// 9 in the morning is also written as 9 alone.
		t.Values = []string{fmt.Sprintf("%d:%s", hour, minutes)}
		t.Form = Clock
	case word != "" && !isClock:
		if minutes == "" {
			minutes = "00"
			t.Values = append(t.Values, fmt.Sprintf("%d:%s", hour, minutes))
			return
		}
		t.Values = []string{fmt.Sprintf("%d:%s", hour, minutes)}
		t.Form = Clock
	default:
		return
	}
	if end > t.End && minutes != "00" {
		t.End = end
		t.Unit = ""
	}
}

// hourWord returns the word for the hour that a text begins with.
func hourWord(rest string) (word string, length int) {
	trimmed := strings.TrimLeft(rest, blanks)
	for _, w := range hourWords {
		if !strings.HasPrefix(trimmed, w) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(trimmed[len(w):]); unicode.IsLetter(r) && isWordLetter(r) {
			continue
		}
		return w, len(rest) - len(trimmed) + len(w)
	}
	return "", 0
}

// minutesBehind reads two digits behind the word for the hour.
func minutesBehind(text string, at int) (minutes string, length int) {
	rest := after(text, at)
	trimmed := strings.TrimLeft(rest, blanks)
	if trimmed == "" {
		return "", 0
	}
	if r, _ := utf8.DecodeRuneInString(trimmed); !unicode.IsDigit(r) {
		return "", 0
	}
	g := readDigits(trimmed, 0)
	if len(g.digits) != 2 || g.digits > "59" {
		return "", 0
	}
	length = len(rest) - len(trimmed) + g.end
	for _, w := range []string{"分", "분"} {
		if strings.HasPrefix(trimmed[g.end:], w) {
			return g.digits, length + len(w)
		}
	}
	return g.digits, length
}

// joinDates makes one token of the numbers and the month's name that are a date.
func joinDates(l *lang.Locale, text string, tokens []Token) []Token {
	out := tokens[:0]
	for i := 0; i < len(tokens); {
		if t, n := readDate(l, text, tokens[i:]); n > 0 {
			if n > 1 {
				t.Parts = slices.Clone(tokens[i : i+n]) // out overwrites them
			}
			out = append(out, t)
			i += n
			continue
		}
		if i > 0 && len(out) > 0 && tokens[i].Start < out[len(out)-1].End {
			i++ // the minutes of 14時30分
			continue
		}
		out = append(out, tokens[i])
		i++
	}
	return out
}

// readDate reads a date that starts with the first of some tokens, and returns
// how many of them it takes, 0 if there is none.
func readDate(l *lang.Locale, text string, tokens []Token) (Token, int) {
	first := tokens[0]
	if first.Form == Dotted {
		if values := datesOf(strings.Split(first.Values[0], ".")); values != nil {
			first.Values = append(first.Values[:len(first.Values):len(first.Values)], values...)
			first.Form = Date
			return first, 1
		}
		return first, 0
	}
	if first.Form != Integer || first.Scaled {
		return first, 0
	}
	if len(tokens) > 2 {
		if sep := text[first.End:tokens[1].Start]; (sep == "/" || sep == "-") && text[tokens[1].End:tokens[2].Start] == sep {
			parts := []string{text[first.Start:first.End], text[tokens[1].Start:tokens[1].End], text[tokens[2].Start:tokens[2].End]}
			if values := datesOf(parts); values != nil {
				return Token{Start: first.Start, End: tokens[2].End, Form: Date, Values: values}, 3
			}
			return first, 0
		}
	}
	if t, n := ideographicDate(text, tokens); n > 0 {
		return t, n
	}
	return wordedDate(l, text, tokens)
}

// datesOf returns the days that three numbers may be, in the orders that are in
// use: year first, day first, month first.
func datesOf(parts []string) []string {
	if len(parts) != 3 {
		return nil
	}
	n := make([]int, 3)
	for i, p := range parts {
		if len(p) > 4 || p == "" {
			return nil
		}
		for _, c := range p {
			if c < '0' || c > '9' {
				return nil
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	isYear := func(i int) bool { return len(parts[i]) == 4 && n[i] >= 1900 && n[i] < 2100 }
	var values []string
	add := func(year, month, day int) {
		if month >= 1 && month <= 12 && day >= 1 && day <= 31 {
			if v := fmt.Sprintf("%04d-%02d-%02d", year, month, day); !slices.Contains(values, v) {
				values = append(values, v)
			}
		}
	}
	switch {
	case isYear(0):
		add(n[0], n[1], n[2])
	case isYear(2):
		add(n[2], n[1], n[0])
		add(n[2], n[0], n[1])
	}
	return values
}

// ideographicDate reads 2020年7月22日, 7月22日 and 2020年7月, and the same in Korean.
func ideographicDate(text string, tokens []Token) (Token, int) {
	at, year, month, day := 0, -1, -1, -1
	end := tokens[0].End
	for at < len(tokens) && at < 3 {
		t := tokens[at]
		if at > 0 && strings.Trim(text[end:t.Start], blanks) != "" || t.Form != Integer && t.Form != Decimal || len(t.Values[0]) > 4 {
			break
		}
		word := strings.TrimLeft(after(text, t.End), blanks)
		r, size := utf8.DecodeRuneInString(word)
		n := number(t.Values[0])
		switch {
		case (r == '年' || r == '년') && year < 0 && month < 0 && n >= 1900 && n < 2100:
			year = n
		case (r == '月' || r == '월') && month < 0 && n >= 1 && n <= 12:
			month = n
		case (r == '日' || r == '일' || r == '号' || r == '號') && month > 0 && day < 0 && n >= 1 && n <= 31:
			day = n
		default:
			size = 0
		}
		if size == 0 {
			break
		}
		end = t.End + len(after(text, t.End)) - len(word) + size
		if len(after(text, t.End)) == 0 {
			break
		}
		at++
	}
	if at < 2 || month < 0 {
		return Token{}, 0
	}
	last := tokens[at-1]
	t := Token{Start: tokens[0].Start, End: last.End, Form: Date}
	t.Values = []string{dateValue(year, month, day)}
	return t, at
}

func number(value string) int {
	n := 0
	for _, c := range value {
		if c < '0' || c > '9' || n > 99999 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// dateValue writes a day, or what is known of it.
func dateValue(year, month, day int) string {
	switch {
	case year < 0:
		return fmt.Sprintf("--%02d-%02d", month, day)
	case day < 0:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

// wordedDate reads a date with the name of its month: July 22, 2020; 22. Juli
// 2020; 22 de julho; July 2020.
func wordedDate(l *lang.Locale, text string, tokens []Token) (Token, int) {
	first := tokens[0]
	n := number(first.Values[0])
	if n < 1 || len(first.Values) > 1 {
		return Token{}, 0
	}
	month, isAhead, end := monthBeside(l, text, first)
	if month == 0 {
		return Token{}, 0
	}
	t := Token{Start: first.Start, End: first.End, Form: Date}
	if n >= 1900 && n < 2100 {
		if !isAhead {
			return Token{}, 0
		}
		t.Values = []string{dateValue(n, int(month), -1)}
		// A single number is no list of parts, yet may stand for itself.
		t.Values = append(t.Values, first.Values[0])
		return t, 1
	}
	if n > 31 {
		return Token{}, 0
	}
	if len(tokens) > 1 {
		next := tokens[1]
		year := number(next.Values[0])
		if next.Start >= end && year >= 1900 && year < 2100 && isBetweenDate(text[end:next.Start]) {
			t.End = next.End
			t.Values = []string{dateValue(year, int(month), n)}
			return t, 2
		}
	}
	t.Values = []string{dateValue(-1, int(month), n), first.Values[0]}
	return t, 1
}

// isBetweenDate reports whether a text may stand between the parts of a date.
func isBetweenDate(s string) bool {
	switch strings.Trim(s, blanks+",.") {
	case "", "de", "del", "of", "th", "st", "nd", "rd":
		return len(s) < 12
	}
	return false
}

// monthBeside returns the month whose name stands beside a number, whether it
// stands ahead of it, and where the two end.
func monthBeside(l *lang.Locale, text string, t Token) (m time.Month, isAhead bool, end int) {
	ahead := strings.TrimRight(before(text, t.Start), blanks+",.")
	for _, link := range []string{" de", " del"} {
		ahead = strings.TrimRight(strings.TrimSuffix(ahead, link), blanks)
	}
	if ahead != "" && maybeWord(ahead[len(ahead)-1]) {
		start := strings.LastIndexFunc(ahead, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) }) + 1
		if utf8.RuneCountInString(ahead[start:]) >= 3 {
			if m, ok := l.Month(ahead[start:]); ok {
				return m, true, t.End
			}
		}
	}
	rest := after(text, t.End)
	behind := strings.TrimLeft(strings.TrimPrefix(rest, "."), blanks)
	for _, link := range []string{"de ", "of ", "th ", "st ", "nd ", "rd ", "er "} {
		behind = strings.TrimPrefix(behind, link)
	}
	if behind == "" || !maybeWord(behind[0]) {
		return 0, false, 0
	}
	m, n := l.MonthPrefix(behind)
	if n < 3 || utf8.RuneCountInString(behind[:n]) < 3 {
		return 0, false, 0
	}
	return m, false, t.End + len(rest) - len(behind) + n
}
