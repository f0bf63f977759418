package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is a number as it is written: digits of any one script with the
// separators between them.
type Token struct {
	Start, End int // bytes in the text that was read
	Form       Form

	// Values are the values that the token can stand for, in ASCII digits with
	// "." before decimals, without needless zeros: 1.000 is 1 or 1000,
	// depending on who wrote it.
	Values []string

	// Parts are the numbers that the token falls into where it may be several:
	// if the plain blanks between its groups part numbers rather than thousands,
	// or if what looks like a date is none; else nil.
	Parts []Token

	// Unit is the letters that follow at once, as in 10MB; "" for none.
	Unit string

	// Scaled says that a word of magnitude follows, as 万 does in 100万: the
	// value is not the token's alone.
	Scaled bool
}

// A Form is how a number is built.
type Form uint8

// The forms of a number.
const (
	Integer Form = iota // 6666, 1 000, -5
	Decimal             // 1.5; also 1.000, which may be an integer
	Dotted              // 5.17.0, 192.168.0.1, 22.07.2020
	Clock               // 14:30, 2 pm
	Date                // 22.07.2020, July 22, 2020年7月
)

// Equal reports whether two tokens can stand for one value.
func (t Token) Equal(u Token) bool {
	for _, v := range t.Values {
		for _, w := range u.Values {
			if v == w {
				return true
			}
		}
	}
	return false
}

// Tokens returns the numbers in a text, in order. Digits within a word of
// letters that are written with spaces between words (utf8, x86_64), in a URL or
// an e-mail address are no numbers; a v before them makes a version. Next to
// Chinese, Japanese, Thai and other characters that are written without spaces
// a number stands alone.
func Tokens(text string) []Token {
	var tokens []Token
	for at := 0; at < len(text); {
		c := text[at]
		switch {
		case c < utf8.RuneSelf && !isASCIIDigit(c) && !isASCIILetter(c) && c != '_':
			at++
		case isASCIIDigit(c):
			t, next := readToken(text, at)
			tokens = append(tokens, t...)
			at = next
		case isASCIILetter(c) || c == '_':
			at = skipWord(text, at)
		default:
			r, size := utf8.DecodeRuneInString(text[at:])
			switch {
			case unicode.IsDigit(r):
				t, next := readToken(text, at)
				tokens = append(tokens, t...)
				at = next
			case isWordLetter(r):
				at = skipWord(text, at)
			default:
				at += size
			}
		}
	}
	return tokens
}

// skipWord returns where the word at an offset ends, digits within it included.
// A "v" before a digit is no word; a URL or address is skipped whole.
func skipWord(text string, at int) int {
	if (text[at] == 'v' || text[at] == 'V') && at+1 < len(text) && isASCIIDigit(text[at+1]) {
		if n := fileName(text[at:]); n > 0 {
			return at + n
		}
		return at + 1
	}
	start := at
	for at < len(text) {
		if c := text[at]; isASCIILetter(c) || isASCIIDigit(c) || c == '_' {
			at++
			continue
		} else if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordLetter(r) && r != '_' && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) {
			break
		}
		at += size
	}
	rest := text[at:]
	if strings.HasPrefix(rest, "://") || rest != "" && rest[0] == '.' && text[start:at] == "www" {
		return skipURL(text, at)
	}
	// A name goes on over a hyphen, dot or slash that more of it follows:
	// utf-8, log4j-1.2, v7-only.svg, iso/27001.
	for at+1 < len(text) && strings.IndexByte("-./_", text[at]) >= 0 && (isASCIIDigit(text[at+1]) || isASCIILetter(text[at+1])) {
		if text[at] == '.' && isASCIIDigit(text[at+1]) && !strings.ContainsFunc(text[start:at], unicode.IsDigit) {
			break // the end of a sentence that a blank was lost after
		}
		for at++; at < len(text) && (isASCIIDigit(text[at]) || isASCIILetter(text[at])); at++ {
		}
	}
	if at < len(text) && text[at] == '@' {
		return skipURL(text, at)
	}
	return at
}

func skipURL(text string, at int) int {
	for at < len(text) && isURLByte(text[at]) {
		at++
	}
	return at
}

// fileName returns the length of the file name that a text starts with and that
// begins like a version: v7-only.svg. It is 0 where there is none.
func fileName(text string) int {
	n := 0
	for n < min(len(text), 64) && (isASCIIDigit(text[n]) || isASCIILetter(text[n]) || strings.IndexByte("-._", text[n]) >= 0) {
		n++
	}
	n = len(strings.TrimRight(text[:n], "-._"))
	stem := strings.TrimRightFunc(text[:n], func(r rune) bool { return isASCIILetter(byte(r)) })
	part := strings.IndexAny(stem, "-_")
	if len(stem) < n-1 && stem[len(stem)-1] == '.' && part > 0 && isASCIILetter(stem[part+1]) {
		return n
	}
	return 0
}

func isURLByte(c byte) bool {
	return c < utf8.RuneSelf && (isASCIIDigit(c) || isASCIILetter(c) || strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%", c) >= 0)
}

// separators between the digits of a number.
const (
	comma      = ','
	dot        = '.'
	apostrophe = '\''
	quote      = '’'
	blank      = ' '
	noBreak    = '\u00a0'
	narrow     = '\u202f'
	thin       = '\u2009'
	arabicDot  = '٫'
	arabicMark = '٬'
	fullDot    = '．'
	fullComma  = '，'
)

// group is a stretch of digits and the separator before it.
type group struct {
	sep        rune
	digits     string // ASCII
	start, end int
}

// readToken reads the number whose first digit is at an offset, and returns the
// tokens it makes (more than one for a list such as 1,2,3) and where it ends.
func readToken(text string, at int) ([]Token, int) {
	groups := readGroups(text, at)
	end := groups[len(groups)-1].end
	if end < len(text) && text[end] == ':' && len(groups) == 1 && len(groups[0].digits) <= 2 {
		if t, ok := readClock(text, groups[0]); ok {
			return []Token{t}, t.End
		}
	}
	unit := unitAfter(text, end)
	if len(groups) == 1 && len(groups[0].digits) <= 2 && len(unit) == 3 && unit[0]|0x20 == 'h' && '0' <= unit[1] && unit[1] <= '5' && isASCIIDigit(unit[2]) {
		t := Token{Start: groups[0].start, End: end + 3, Form: Clock, Values: []string{canonical(groups[0].digits, "") + ":" + unit[1:]}}
		return []Token{t}, t.End // 14h30
	}
	hexadecimal := groups[len(groups)-1].digits == "0" && len(unit) > 1 && unit[0]|0x20 == 'x'
	dimension := !hexadecimal && isDimension(unit)
	if hexadecimal || !dimension && strings.ContainsFunc(unit, func(r rune) bool { return r == '_' || unicode.IsDigit(r) }) {
		return nil, skipWord(text, end) // 0x1F, 2fa9, 3_m: an identifier
	}
	t := interpret(groups)
	for i := range t {
		finish(text, &t[i])
	}
	if dimension {
		t[len(t)-1].Unit = ""
		end++ // past the cross, to the next number
	}
	return t, end
}

// readGroups reads digits and the separators that digits follow.
func readGroups(text string, at int) []group {
	groups := []group{readDigits(text, at)}
	for {
		last := &groups[len(groups)-1]
		sep, size := utf8.DecodeRuneInString(text[last.end:])
		switch sep {
		case comma, dot, apostrophe, quote, blank, noBreak, narrow, thin, arabicDot, arabicMark, fullDot, fullComma:
		default:
			return groups
		}
		next := last.end + size
		if r, _ := utf8.DecodeRuneInString(text[next:]); !unicode.IsDigit(r) {
			return groups
		}
		g := readDigits(text, next)
		g.sep = sep
		if grouping := sep != dot && sep != comma && sep != arabicDot && sep != fullDot && sep != fullComma; grouping &&
			(len(g.digits) != 3 || len(last.digits) > 3 || len(groups) > 1 && last.sep != sep) {
			return groups
		}
		groups = append(groups, g)
	}
}

// readDigits reads a stretch of digits of any script.
func readDigits(text string, at int) group {
	g := group{start: at}
	for at < len(text) && isASCIIDigit(text[at]) {
		at++
	}
	g.digits = text[g.start:at]
	var more []byte
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		value, ok := digitValue(r)
		if !ok {
			break
		}
		more = append(more, byte('0'+value))
		at += size
	}
	g.digits += string(more)
	g.end = at
	return g
}

// digitValue returns the value of a decimal digit of any script. The ranges of
// Unicode's category Nd hold whole sets of ten in ascending order (The Unicode
// Standard, 4.6).
func digitValue(r rune) (int, bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	for _, t := range unicode.Nd.R16 {
		if r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, r >= rune(t.Lo)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r <= rune(t.Hi) {
			return int(r-rune(t.Lo)) % 10, r >= rune(t.Lo)
		}
	}
	return 0, false
}

// interpret says what groups of digits can stand for.
func interpret(groups []group) []Token {
	t := Token{Start: groups[0].start, End: groups[len(groups)-1].end}
	if len(groups) == 1 {
		t.Values = []string{canonical(groups[0].digits, "")}
		return []Token{t}
	}
	seps := separatorsOf(groups)
	whole := isGrouped(groups)
	switch {
	case len(groups) == 2 && isPoint(seps[0]):
		t.Form = Decimal
		t.Values = []string{canonical(groups[0].digits, groups[1].digits)}
		if whole {
			t.Values = append(t.Values, canonical(join(groups), ""))
		}
	case uniform(seps):
		switch {
		case whole:
			t.Values = []string{canonical(join(groups), "")}
			if seps[0] == dot {
				t.Values = append(t.Values, dotted(groups))
			}
		case seps[0] == dot:
			t.Form = Dotted
			t.Values = []string{dotted(groups)}
		default:
			return separate(groups)
		}
		if seps[0] == blank {
			t.Parts = separate(groups)
		}
	case uniform(seps[:len(seps)-1]) && isGrouped(groups[:len(groups)-1]) && isPoint(seps[len(seps)-1]):
		t.Form = Decimal
		last := len(groups) - 1
		t.Values = []string{canonical(join(groups[:last]), groups[last].digits)}
	default:
		return separate(groups)
	}
	return []Token{t}
}

// separate makes a number of each group.
func separate(groups []group) []Token {
	tokens := make([]Token, len(groups))
	for i, g := range groups {
		tokens[i] = Token{Start: g.start, End: g.end, Values: []string{canonical(g.digits, "")}}
	}
	return tokens
}

func separatorsOf(groups []group) []rune {
	seps := make([]rune, len(groups)-1)
	for i, g := range groups[1:] {
		seps[i] = g.sep
	}
	return seps
}

// isGrouped reports whether the groups are those of an integer: of three digits
// each but the first, or as in India of two but the last.
func isGrouped(groups []group) bool {
	first, last := groups[0].digits, groups[len(groups)-1].digits
	if len(first) > 3 || len(groups) > 1 && (len(last) != 3 || first == "0") {
		return false
	}
	if len(groups) <= 2 {
		return true
	}
	size := len(groups[1].digits)
	for _, g := range groups[1 : len(groups)-1] {
		if len(g.digits) != size {
			return false
		}
	}
	return size == 3 || size == 2 && len(first) <= 2
}

func uniform(seps []rune) bool {
	for _, s := range seps {
		if s != seps[0] {
			return false
		}
	}
	return true
}

// isPoint reports whether a separator may stand before decimals.
func isPoint(sep rune) bool {
	return sep == dot || sep == comma || sep == arabicDot || sep == fullDot || sep == fullComma
}

func join(groups []group) string {
	var b strings.Builder
	for _, g := range groups {
		b.WriteString(g.digits)
	}
	return b.String()
}

// dotted returns the groups with dots between, as versions and addresses have.
func dotted(groups []group) string {
	parts := make([]string, len(groups))
	for i, g := range groups {
		parts[i] = g.digits
	}
	return strings.Join(parts, ".")
}

// canonical returns a value without needless zeros.
func canonical(whole, decimals string) string {
	whole = strings.TrimLeft(whole, "0")
	decimals = strings.TrimRight(decimals, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

// readClock reads a time of day that starts with a group.
func readClock(text string, hours group) (Token, bool) {
	t := Token{Start: hours.start, End: hours.end, Form: Clock}
	value := canonical(hours.digits, "")
	for n := 0; n < 2 && t.End < len(text) && text[t.End] == ':'; n++ {
		r, _ := utf8.DecodeRuneInString(text[t.End+1:])
		if !unicode.IsDigit(r) {
			break
		}
		g := readDigits(text, t.End+1)
		if len(g.digits) != 2 {
			break
		}
		value += ":" + g.digits
		t.End = g.end
	}
	t.Values = []string{value}
	return t, t.End > hours.end
}

// finish adds to a token what stands around it: its sign, unit and scale.
func finish(text string, t *Token) {
	if t.Form <= Decimal {
		is, may := isNegative(text[:t.Start])
		for i, v := range t.Values {
			if is {
				t.Values[i] = "-" + v
			} else if may {
				t.Values = append(t.Values, "-"+v)
			}
		}
	}
	t.Unit = unitAfter(text, t.End)
	rest := strings.TrimLeft(text[t.End:], " \u00a0\u202f")
	r, _ := utf8.DecodeRuneInString(rest)
	t.Scaled = strings.ContainsRune("万萬億亿兆千百만억조", r)
}

// isNegative reports whether the text before a number ends with a minus sign
// that belongs to it: one that no word or number stands before. It may be one
// after a letter of a script that has no space there.
func isNegative(before string) (is, may bool) {
	r, size := utf8.DecodeLastRuneInString(before)
	if r != '-' && r != '−' {
		return false, false
	}
	p, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	is = len(before) == size || unicode.IsSpace(p) || unicode.In(p, unicode.Ps, unicode.Pi) || strings.ContainsRune("=:＝：，、；", p)
	return is, !is && unicode.IsLetter(p) && !isWordLetter(p)
}

// unitAfter returns the Latin letters, digits and underscores that follow a
// number at once.
func unitAfter(text string, at int) string {
	end := at
	for end < len(text) && (isASCIILetter(text[end]) || isASCIIDigit(text[end]) || text[end] == '_') {
		end++
	}
	return text[at:end]
}

// isDimension reports whether what follows a number is the rest of 1920x1080px.
func isDimension(unit string) bool {
	at := 0
	for at+1 < len(unit) && unit[at]|0x20 == 'x' && isASCIIDigit(unit[at+1]) {
		for at++; at < len(unit) && isASCIIDigit(unit[at]); at++ {
		}
	}
	// Longer ones are none, and would be read anew for each number.
	return at > 0 && len(unit) <= 32 && !strings.ContainsFunc(unit[at:], func(r rune) bool { return !isASCIILetter(byte(r)) })
}

// isWordLetter reports whether a letter is of a script that parts words by
// spaces, so that a digit next to it belongs to the word.
func isWordLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	if 0x3041 <= r && r <= 0x9fff && r != 'ー' && r != '々' || 0xac00 <= r && r <= 0xd7a3 {
		return false // kana, Han, Hangul: most of what is asked
	}
	return unicode.IsLetter(r) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
		unicode.Arabic, unicode.Hebrew, // whose "and", "in", "to" are joined to a number
	) && r != 'ー' && r != '々'
}

func isASCIIDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
