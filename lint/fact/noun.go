package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nouns are the words for what a number is, by how they begin in the languages
// that documentation is translated to. They name a number in a message and tell
// versions from decimals; a language that is not here loses no more than that.
var nouns = []struct {
	noun     string
	prefixes []string
}{
	{"port", []string{"port", "ports", "porta", "portas", "porte", "porti", "puerto", "puertos", "poort", "porten", "porty", "portu", "порт", "端口", "ポート", "포트", "連接埠", "通訊埠", "埠", "منفذ", "المنفذ", "درگاه", "पोर्ट", "পোর্ট", "พอร์ต", "θύρα", "cổng", "פורט", "bağlantı noktası"}},
	{"version", []string{"version", "versión", "versão", "versione", "versie", "wersj", "verz", "verzi", "версі", "верси", "версия", "sürüm", "versi", "版本", "バージョン", "버전", "الإصدار", "إصدار", "نسخه", "संस्करण", "เวอร์ชัน", "รุ่น", "phiên bản", "έκδοση", "גרסה", "versjon", "versio", "release"}},
}

// Noun returns what a number is said to be by the word before it: "port",
// "version"; by its form a date or a time; "" where nothing is said.
func Noun(f Fact) string {
	switch f.Number.Form {
	case Clock:
		return "time"
	case Date:
		return "date"
	}
	text := f.Unit.Document().Text()
	start := f.Unit.TextStart() + f.Number.Start
	ahead := strings.ToLower(before(text, start))
	if v, ok := strings.CutSuffix(ahead, "v"); ok && f.Number.Form != Integer && !endsInLetter(v) {
		return "version"
	}
	ahead = strings.TrimRight(ahead, " \u00a0\u202f:：#(（`\"'=")
	if f.Number.Form == Dotted && strings.Count(f.Number.Values[0], ".") == 3 {
		return "address"
	}
	for _, n := range nouns {
		for _, p := range n.prefixes {
			at := strings.LastIndex(ahead, p)
			if at < 0 || at > 0 && isASCIILetter(p[0]) && endsInLetter(ahead[:at]) {
				continue
			}
			// The word is the last before the number, ending and all; a port is
			// no portal.
			rest := ahead[at+len(p):]
			if rest != "" && n.noun == "port" && isASCIILetter(p[0]) {
				continue
			}
			if !strings.ContainsFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) }) &&
				utf8.RuneCountInString(rest) <= 4 {
				return n.noun
			}
		}
	}
	return ""
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// IsVersion reports whether a number with a point is a version: it is said to
// be one, or stands behind a name as in "Apache 2.4".
func IsVersion(f Fact) bool {
	if f.Number.Form == Dotted {
		return Noun(f) != "address"
	}
	if Noun(f) == "version" {
		return true
	}
	return f.Number.Form == Decimal && f.Number.Unit == "" && productName(f)
}

// productName reports whether a number ends its sentence or cell and stands
// behind a word that begins with a capital and is of Latin letters, as the names
// of programs are in all languages, in a text that is short: a heading, a cell,
// an item. In a sentence the capital may be any noun's.
func productName(f Fact) bool {
	text := f.Unit.Text()
	if len(text) > 60 || f.Number.End != len(text) {
		return false
	}
	ahead := strings.TrimRight(text[:f.Number.Start], blanks)
	word := ahead[strings.LastIndexByte(ahead, ' ')+1:]
	return word != "" && isASCIIWord(word) && word[0]&0x20 == 0
}
