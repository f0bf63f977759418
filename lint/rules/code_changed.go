// inline code that differs between the locales
//
// Reports inline code that one locale has and another has otherwise at the same
// place: a name misspelt, a flag lost, a value translated.
//
// Code is typed as it stands. What a translation changes in it does not work.
//
// Code that is nearly the same on both sides (a letter changed, a blank too many)
// is an error. Where each side has one code of its own and the two are nothing
// alike it is a warning: it may be another example. Not reported are white space,
// quotation marks, and names in angle brackets or braces that were translated, as
// in <instance name>.
//
// Bad:
//
//	-- en/log.md --
//	Set `logLevel` in `serverConf.xml`.
//	-- pt/log.md --
//	Defina `logLevel` em `serverCont.xml`.
//
// Good:
//
//	-- en/log.md --
//	Call `start <name>` or press `Ctrl+Space`.
//	-- pt/log.md --
//	Chame `start <nome>` ou pressione `Ctrl+Espaço`.

package rules

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/fact"
)

var codeChanged = lint.Rule{
	Name:     "code-changed",
	Doc:      page("code_changed.go"),
	Severity: lint.Error,
	Run:      runCodeChanged,
}

func runCodeChanged(p *lint.Pass) {
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !comparesCode(row) {
			continue
		}
		base := baseColumn(p.Grid, row)
		found := newClaims(len(row.Units), base)
		twins := make(map[int]bool) // by place in the base
		for c, u := range row.Units {
			if c == base || u == nil {
				continue
			}
			onlyA, onlyB := codeDifference(p, row, base, c)
			for _, f := range onlyA {
				found.lose(f, c)
			}
			pairs := append(pairCode(onlyA, onlyB), runTogether(onlyA, onlyB)...)
			for _, change := range elementSlips(p.Facts(base, row.Units[base]), p.Facts(c, u), isLatinText(u.Text())) {
				found.lose(change.From, c)
				pairs = append(pairs, change)
			}
			for _, change := range pairs {
				found.add(change, c, change.From.Text, change.To.Text)
				twins[change.From.Span.Start] = twins[change.From.Span.Start] ||
					(isTwin(change.From.Text, change.To.Text) || strings.Contains(change.To.Text, "``")) && !strings.EqualFold(change.From.Text, change.To.Text)
			}
		}
		for _, claim := range found.list {
			claim.agree(p, row, found.lost[claim.at])
			severity := lint.Warning
			if twins[claim.at] {
				severity = lint.Error
			}
			claim.reportAs(p, "code", severity)
		}
	}
}

// codeDifference returns the inline code that one side alone has.
func codeDifference(p *lint.Pass, row *align.Row, base, column int) (onlyA, onlyB []fact.Fact) {
	a := fact.Of(fact.Code, p.Facts(base, row.Units[base]))
	b := fact.Of(fact.Code, p.Facts(column, row.Units[column]))
	if len(a) == 0 && len(b) == 0 {
		return nil, nil
	}
	count := make(map[string]int)
	for _, f := range b {
		count[codeSkeleton(f.Text)]++
	}
	for _, f := range a {
		if key := codeSkeleton(f.Text); count[key] > 0 {
			count[key]--
		} else {
			onlyA = append(onlyA, f)
		}
	}
	for _, f := range slices.Backward(b) {
		if key := codeSkeleton(f.Text); count[key] > 0 {
			count[key]--
			onlyB = append(onlyB, f)
		}
	}
	slices.Reverse(onlyB)
	// The words around may have what one side did not mark as code.
	onlyA = notIn(onlyA, row.Units[column].Text())
	onlyB = notIn(onlyB, row.Units[base].Text())
	return onlyA, onlyB
}

// notIn drops the code that stands in a text without its marks.
func notIn(facts []fact.Fact, text string) []fact.Fact {
	if len(facts) == 0 {
		return nil
	}
	return slices.DeleteFunc(facts, func(f fact.Fact) bool {
		code := strings.TrimSpace(f.Text)
		return code == "" || hasWhole(text, code)
	})
}

// hasWhole reports whether a text has a word that is not a part of a longer one.
func hasWhole(text, word string) bool {
	for from := 0; ; {
		at := strings.Index(text[from:], word)
		if at < 0 {
			return false
		}
		at += from
		if !isNameByte(text, at-1) && !isNameByte(text, at+len(word)) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
}

func isNameByte(s string, at int) bool {
	if at < 0 || at >= len(s) {
		return false
	}
	c := s[at]
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '_' || c == '-' || c == '.' || c == '/' || c == '`'
}

// codeSkeleton returns code without what a translation may change in it: white
// space, the kind of quotation marks, names in angle brackets and braces, the "./"
// before a path and the punctuation behind it.
func codeSkeleton(code string) string {
	var b strings.Builder
	code = strings.TrimPrefix(strings.TrimSpace(code), "./")
	if len(code) > 1 {
		code = strings.TrimRight(code, "/.,:;。，：；")
	}
	for i := 0; i < len(code); {
		r, size := utf8.DecodeRuneInString(code[i:])
		switch {
		case r == '<' || r == '{':
			if end := strings.IndexAny(code[i:], ">}"); end > 1 && isPlaceholderName(code[i+1:i+end]) {
				b.WriteString("<>")
				i += end + 1
				continue
			}
			b.WriteByte(byte(r))
		case unicode.IsSpace(r) || unicode.Is(unicode.Cf, r):
		case strings.ContainsRune("\"'“”‘’«»„`´「」", r):
			b.WriteByte('"')
		case 0xff01 <= r && r <= 0xff5e: // full-width forms
			b.WriteByte(byte(r - 0xff01 + '!'))
		default:
			b.WriteString(code[i : i+size])
		}
		i += size
	}
	return b.String()
}

// isPlaceholderName reports whether what stands between angle brackets is words,
// and no element or expression.
func isPlaceholderName(name string) bool {
	if len(name) > 60 {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && !strings.ContainsRune(" -_.'’:", r)
	})
}

// pairCode pairs code that only one side has with what it became: near twins
// first, then the only ones left, unless they were translated.
func pairCode(a, b []fact.Fact) []fact.Change {
	var found []fact.Change
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	for i := range a {
		for j := range b {
			if !usedA[i] && !usedB[j] && isTwin(a[i].Text, b[j].Text) {
				usedA[i], usedB[j] = true, true
				found = append(found, fact.Change{From: a[i], To: b[j]})
			}
		}
	}
	if len(a) == 1 && len(b) == 1 && len(found) == 0 && isSymbol(a[0].Text) && isSymbol(b[0].Text) {
		found = append(found, fact.Change{From: a[0], To: b[0]})
	}
	return slices.DeleteFunc(found, func(c fact.Change) bool {
		return isNumberAlone(c.From.Text) && isNumberAlone(c.To.Text) || isTranslated(c.From.Text, c.To.Text) ||
			isQualified(c.From.Text, c.To.Text) || isQualified(c.To.Text, c.From.Text)
	})
}

// runTogether pairs code of which the marks between were lost, so that it reads as
// one with marks in it: `a“b`.
func runTogether(a, b []fact.Fact) []fact.Change {
	var found []fact.Change
	for _, t := range b {
		if !strings.Contains(t.Text, "``") {
			continue
		}
		var first *fact.Fact
		for part := range strings.SplitSeq(t.Text, "``") {
			i := slices.IndexFunc(a, func(f fact.Fact) bool { return codeSkeleton(f.Text) == codeSkeleton(part) })
			if i < 0 {
				first = nil
				break
			}
			if first == nil {
				first = &a[i]
			}
		}
		if first != nil {
			found = append(found, fact.Change{From: *first, To: t})
		}
	}
	return found
}

// elementSlips pairs code with names in angle brackets, <recipient>, of which only
// one differs between the sides, in one letter, unless it may be the translated
// name; in a language of another script one in Latin letters was not translated
// at all.
func elementSlips(a, b []fact.Fact, latin bool) []fact.Change {
	elements := func(facts []fact.Fact) []fact.Fact {
		return slices.DeleteFunc(fact.Of(fact.Code, facts), func(f fact.Fact) bool {
			return len(f.Text) < 5 || latin && len(f.Text) < 6 || !strings.Contains(f.Text, "<") || !isASCII(f.Text)
		})
	}
	from, to := elements(a), elements(b)
	onlyA := slices.DeleteFunc(slices.Clone(from), func(f fact.Fact) bool { return hasText(to, f.Text) })
	onlyB := slices.DeleteFunc(to, func(f fact.Fact) bool { return hasText(from, f.Text) })
	if len(onlyA) != 1 || len(onlyB) != 1 || codeSkeleton(onlyA[0].Text) != codeSkeleton(onlyB[0].Text) {
		return nil
	}
	v, w := onlyA[0].Text, onlyB[0].Text
	if len(v) != len(w) || strings.EqualFold(v, w) || editDistance(v, w, 1) != 1 || latin && isCognate(v, w) {
		return nil
	}
	return []fact.Change{{From: onlyA[0], To: onlyB[0]}}
}

// isCognate reports whether two codes of one length differ as names of two Latin
// languages do: in the last letter of a name, in a vowel, or in letters for one
// sound, as in product and Produkt.
func isCognate(v, w string) bool {
	i := 0
	for i < len(v)-1 && v[i] == w[i] {
		i++
	}
	if i+1 >= len(v) || v[i+1] == '>' || v[i+1] == ' ' {
		return true
	}
	for _, sounds := range []string{"aeiouy", "ckq", "sz", "fpv", "td"} {
		if strings.IndexByte(sounds, v[i]|0x20) >= 0 && strings.IndexByte(sounds, w[i]|0x20) >= 0 {
			return true
		}
	}
	return false
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// isLatinText reports whether a text has no letter of another script.
func isLatinText(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x250 && unicode.IsLetter(r) })
}

func hasText(facts []fact.Fact, text string) bool {
	return slices.ContainsFunc(facts, func(f fact.Fact) bool { return f.Text == text })
}

// isSymbol reports whether code is a name that nobody translates: one word with a
// capital within, an underscore, a point, a digit or a sign; keys pressed together (Ctrl+Space) are translated.
func isSymbol(code string) bool {
	if strings.ContainsAny(code, " <{[+") || utf8.RuneCountInString(code) < 3 {
		return false
	}
	for i, r := range code {
		if r >= utf8.RuneSelf {
			return false
		}
		if i > 0 && (unicode.IsUpper(r) && !unicode.IsUpper(rune(code[i-1])) || !unicode.IsLetter(r)) {
			return true
		}
	}
	return false
}

// isQualified reports whether one code is the other with what it belongs to
// before it: form.getValue and getValue.
func isQualified(long, short string) bool {
	head, ok := strings.CutSuffix(strings.TrimSuffix(long, "()"), strings.TrimSuffix(short, "()"))
	return ok && head != "" && strings.IndexByte("./:#", head[len(head)-1]) >= 0
}

// isNumberAlone reports whether code is a number, which number-changed compares.
func isNumberAlone(code string) bool {
	tokens := fact.Tokens(code)
	return len(tokens) == 1 && tokens[0].End-tokens[0].Start == len(strings.TrimLeft(code, "-"))
}

// isTranslated reports whether two codes differ in words that may be those of
// the language: in letters that only one side's script has, or within words of
// an example.
func isTranslated(a, b string) bool {
	foreign := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r >= 0xc0 && unicode.IsLetter(r) })
	}
	return foreign(a) != foreign(b) || foreign(a)
}

// isTwin reports whether two codes are nearly the same: one letter in eight
// changed, two neighbours exchanged counting as one; at least one, and at most
// three.
func isTwin(a, b string) bool {
	if len(a) > 400 || len(b) > 400 {
		return false
	}
	longest := max(len(a), len(b))
	if min(len(a), len(b)) < 4 {
		return false
	}
	limit := min(max(longest/8, 1), 3)
	if longest-min(len(a), len(b)) > limit {
		return false
	}
	return editDistance(a, b, limit) <= limit
}

// editDistance counts the bytes to insert, drop, change or exchange with the
// next, up to a limit.
func editDistance(a, b string, limit int) int {
	var before, last, row []int
	for j := range len(b) + 1 {
		last = append(last, j)
	}
	row, before = make([]int, len(b)+1), make([]int, len(b)+1)
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// comparesCode reports whether the inline code of a row is compared.
func comparesCode(row *align.Row) bool { return statesNumbers(row.Kind) && row.Score >= sureMatch }
