package fact

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show writes tokens as they stand in a text, with what they can stand for.
func show(text string, tokens []Token) []string {
	var all []string
	for _, t := range tokens {
		all = append(all, text[t.Start:t.End]+"="+strings.Join(t.Values, "|"))
	}
	return all
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name, reason, text string
		want               []string // as written = values
	}{
		// Scripts of digits.
		{"ASCII", "digits are a number", "Port 6666", []string{"6666=6666"}},
		{"full-width", "digits of any script are digits", "端口６６６６", []string{"６６６６=6666"}},
		{"Arabic-Indic", "as Arabic writes them", "المنفذ ٦٦٦٦ مفتوح", []string{"٦٦٦٦=6666"}},
		{"Persian", "and Persian", "درگاه ۶۶۶۶ باز", []string{"۶۶۶۶=6666"}},
		{"Devanagari", "and Hindi", "पोर्ट ६६६६ खुला", []string{"६६६६=6666"}},
		{"Bengali", "and Bengali", "পোর্ট ৬৬৬৬", []string{"৬৬৬৬=6666"}},
		{"Thai", "and Thai", "พอร์ต๖๖๖๖", []string{"๖๖๖๖=6666"}},
		{"Khmer", "and Khmer", "ច្រក៦៦៦៦", []string{"៦៦៦៦=6666"}},
		{"Myanmar", "and Burmese", "ဆိပ်ကမ်း၆၆၆၆", []string{"၆၆၆၆=6666"}},
		{"mathematical", "and mathematics, outside the basic plane", "𝟔𝟔𝟔𝟔 𝟞𝟞", []string{"𝟔𝟔𝟔𝟔=6666", "𝟞𝟞=66"}},
		{"Roman and circled", "letters and pictures that count are no digits", "Ⅷ ⑧ ² ½ 八", nil},

		// Separators.
		{"English", "a comma between thousands, a point before decimals", "1,000.5 and 1,234,567", []string{"1,000.5=1000.5", "1,234,567=1234567"}},
		{"German", "the other way round", "1.000,5 und 12.345.678,90", []string{"1.000,5=1000.5", "12.345.678,90=12345678.9"}},
		{"French", "any narrow or fixed space between thousands", "1\u00a0000,5 1\u202f000\u202f000 1\u2009000", []string{"1\u00a0000,5=1000.5", "1\u202f000\u202f000=1000000", "1\u2009000=1000"}},
		{"plain blank", "a plain blank too", "1 000 000 Zeilen", []string{"1 000 000=1000000"}},
		{"Swiss", "an apostrophe, straight or curved", "1'000.5 2’000’000", []string{"1'000.5=1000.5", "2’000’000=2000000"}},
		{"Indian", "groups of two but the last", "₹1,00,000 और 12,34,567.5", []string{"1,00,000=100000", "12,34,567.5=1234567.5"}},
		{"Arabic", "Arabic has its own comma and mark", "١٬٠٠٠٫٥", []string{"١٬٠٠٠٫٥=1000.5"}},
		{"full-width point", "and so has East Asia", "３．５倍、１，０００円", []string{"３．５=3.5", "１，０００=1|1000"}},
		{"either", "three digits after one separator are decimals or thousands", "1.000 1,000", []string{"1.000=1|1000", "1,000=1|1000"}},
		{"not thousands", "but not behind a zero or four digits", "0.125 1234.567", []string{"0.125=0.125", "1234.567=1234.567"}},
		{"zeros", "needless zeros are not of the value", "007 1.50 0.0 00", []string{"007=7", "1.50=1.5", "0.0=0", "00=0"}},
		{"end of sentence", "a separator that no digit follows is punctuation", "端口6666。Port 6666. Port 6666, 6667; (6668)", []string{"6666=6666", "6666=6666", "6666=6666", "6667=6667", "6668=6668"}},
		{"list", "a list of digits is a number each", "1,2,3 und 80,443,6666", []string{"1=1", "2=2", "3=3", "80=80", "443=443", "6666=6666"}},
		{"list of tens", "though the first two groups could be one", "1,000,20", []string{"1=1", "000=0", "20=20"}},
		{"CJK list", "an enumeration comma parts numbers", "80、443、6666", []string{"80=80", "443=443", "6666=6666"}},

		// Forms.
		{"version", "dots between three groups are a version", "5.17.0", []string{"5.17.0=5.17.0"}},
		{"version with v", "a v before it is not of it", "v5.17.0 und v7", []string{"5.17.0=5.17.0", "7=7"}},
		{"version of thousands", "groups of three may be either", "1.000.000", []string{"1.000.000=1000000|1.000.000"}},
		{"address", "an address is one number", "192.168.0.1:8080", []string{"192.168.0.1=192.168.0.1", "8080=8080"}},
		{"date", "so is a date with dots", "22.07.2020", []string{"22.07.2020=22.07.2020"}},
		{"date with hyphens", "one with hyphens is three", "2020-07-22", []string{"2020=2020", "07=7", "22=22"}},
		{"CJK date", "as is one with words", "2020年7月22日", []string{"2020=2020", "7=7", "22=22"}},
		{"clock", "a time of day is one number, its zero dropped", "09:05 und 14:30:15", []string{"09:05=9:05", "14:30:15=14:30:15"}},
		{"no clock", "but not every colon makes one", "1:2 端口:80 a:6666", []string{"1=1", "2=2", "80=80", "6666=6666"}},
		{"port list", "three digits are no hour", "127:30", []string{"127=127", "30=30"}},

		// Around.
		{"Han", "between characters that need no blanks a number stands alone", "端口6666。第3章", []string{"6666=6666", "3=3"}},
		{"kana", "so between kana", "ポート6666を開く", []string{"6666=6666"}},
		{"long vowel", "the long vowel mark is kana too", "サーバー2台", []string{"2=2"}},
		{"Hangul", "and syllables with their particles", "포트6666을", []string{"6666=6666"}},
		{"Thai letters", "and Thai", "ที่3และ4", []string{"3=3", "4=4"}},
		{"Arabic particle", "Arabic joins its and, in and by to the number", "و6666 ب٨٠", []string{"6666=6666", "٨٠=80"}},
		{"Hebrew particle", "and so does Hebrew", "ב6666 ו-80", []string{"6666=6666", "80=80|-80"}},
		{"suffix", "what is joined behind is not of the number", "5वीं 3-й 2e 1º", []string{"5=5", "3=3", "2=2", "1=1"}},
		{"unit", "nor are units, with or without a blank", "10MB 10 МБ 5%", []string{"10=10", "10=10", "5=5"}},
		{"compound", "German joins by a hyphen", "3-stellig, 64-Bit-System", []string{"3=3", "64=64"}},
		{"sign", "a minus belongs to a number that nothing stands before", "-5 (−3) = -1", []string{"-5", "-3", "-1"}},
		{"sign in Chinese", "where no blank parts it from the word it may be one", "值为-1", []string{"1=1|-1"}},
		{"range", "a hyphen between numbers is no minus", "1-5 und 10–20", []string{"1=1", "5=5", "10=10", "20=20"}},
		{"dimensions", "x between numbers is a cross", "1920x1080 und 1920×1080", []string{"1920=1920", "1080=1080", "1920=1920", "1080=1080"}},
		{"times", "x behind a number is times", "3x schneller", []string{"3=3"}},

		// No numbers.
		{"words", "digits in words of letters are theirs", "utf8 x86_64 log4j2 ipv6 größe2 MP3-Datei", nil},
		{"names", "and in names that go on over hyphens and dots", "utf-8 log4j-1.2.17 iso/27001 node_12 a.b2.c3", nil},
		{"file", "a name that begins like a version is one all the same", "v7-only.svg", nil},
		{"hexadecimal", "so are hexadecimal numbers", "0x1F 0x10 0xdeadbeef", nil},
		{"hash", "and hashes", "4ea01d1 3e7b9f2ac01d", nil},
		{"marks", "a mark on a letter is of the word", "cafe\u03012 हिन्दी2", nil},
		{"constants", "names with underscores", "MAX_10 _5 3_m", nil},
		{"URL", "digits in an address are the address's", "https://例.org/ http://host:6666/v2?a=1, www.x2.com/3", nil},
		{"URL ends", "which ends where Chinese begins", "见https://a.example/v2，端口6666", []string{"6666=6666"}},
		{"mail", "digits in mail addresses are theirs", "info@163.com li.lei@163.com", nil},
		{"host and port", "a port behind a host is a number", "localhost:6666 db1.example.com:5432", []string{"6666=6666", "5432=5432"}},
		{"sentence", "a word, a dot and a number are not one name", "wie.5 mal", []string{"5=5"}},

		// Never a part.
		{"666", "666 is not in 6666", "666 6666 66660", []string{"666=666", "6666=6666", "66660=66660"}},
		{"blank groups", "four digits and a blank are no thousands", "6666 123", []string{"6666=6666", "123=123"}},

		// Bytes.
		{"broken UTF-8", "broken bytes part numbers", "6\xff6 \xe7\xab7", []string{"6=6", "6=6", "7=7"}},
		{"nothing", "no text, no numbers", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tokens := Tokens(tt.text)
			got := show(tt.text, tokens)
			if tt.name == "sign" { // the sign is of the value and not of the token
				for i, tok := range tokens {
					got[i] = tok.Values[0]
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.text, diff)
			}
		})
	}
}

func TestTokenDetails(t *testing.T) {
	tests := []struct {
		reason, text string
		want         Token
	}{
		{"letters that follow at once are the unit", "10MB", Token{End: 2, Values: []string{"10"}, Unit: "MB"}},
		{"a blank before it, and it is a word", "10 MB", Token{End: 2, Values: []string{"10"}}},
		{"a word of magnitude scales", "100万", Token{End: 3, Values: []string{"100"}, Scaled: true}},
		{"after a blank too", "1 億", Token{End: 1, Values: []string{"1"}, Scaled: true}},
		{"in Korean", "3억", Token{End: 1, Values: []string{"3"}, Scaled: true}},
		{"other words do not", "100个", Token{End: 3, Values: []string{"100"}}},
		{"a decimal", "1,5", Token{End: 3, Form: Decimal, Values: []string{"1.5"}}},
		{"a version", "1.2.3", Token{End: 5, Form: Dotted, Values: []string{"1.2.3"}}},
		{"a clock", "8:30", Token{End: 4, Form: Clock, Values: []string{"8:30"}}},
		{"a blank may part two numbers", "80 443", Token{End: 6, Values: []string{"80443"}, Parts: []Token{
			{End: 2, Values: []string{"80"}}, {Start: 3, End: 6, Values: []string{"443"}}}}},
		{"a fixed space does not", "80\u00a0443", Token{End: 7, Values: []string{"80443"}}},
	}
	for _, tt := range tests {
		tokens := Tokens(tt.text)
		if len(tokens) != 1 {
			t.Errorf("%s: %q has %d tokens", tt.reason, tt.text, len(tokens))
			continue
		}
		if diff := cmp.Diff(tt.want, tokens[0]); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.text, diff)
		}
	}
}

func TestEqual(t *testing.T) {
	tests := []struct {
		reason, a, b string
		want         bool
	}{
		{"one number in two scripts", "6666", "６６６６", true},
		{"in two conventions", "1,000.5", "1.000,5", true},
		{"with and without grouping", "1\u202f000", "1000", true},
		{"either reading will do", "1.000", "1000", true},
		{"and the other one", "1.000", "1", true},
		{"Indian and English groups", "1,00,000", "100,000", true},
		{"Arabic and German", "١٬٠٠٠٫٥", "1.000,5", true},
		{"a digit more", "666", "6666", false},
		{"a digit less", "6666", "666", false},
		{"a version and its like", "5.17.0", "5.17.0", true},
		{"a version and another", "5.17.0", "5.17.1", false},
		{"a version and a number", "5.17.0", "5170", false},
		{"zeros before", "09:05", "9:05", true},
		{"a time and its digits", "14:30", "1430", false},
		{"signs", "-5", "5", false},
		{"a Chinese minus and a German one", "为-5", "-5", true},
		{"a Chinese hyphen and a German one", "年-5", "5", true},
		{"decimals", "2,50", "2.5", true},
	}
	for _, tt := range tests {
		a, b := Tokens(tt.a), Tokens(tt.b)
		if len(a) != 1 || len(b) != 1 {
			t.Errorf("%s: %q and %q have %d and %d tokens", tt.reason, tt.a, tt.b, len(a), len(b))
			continue
		}
		if a[0].Equal(b[0]) != tt.want || b[0].Equal(a[0]) != tt.want {
			t.Errorf("%s: %q equals %q: %v and %v, want %v", tt.reason, tt.a, tt.b, a[0].Equal(b[0]), b[0].Equal(a[0]), tt.want)
		}
	}
}

// TestEveryDigit reads each digit that Unicode has.
func TestEveryDigit(t *testing.T) {
	sets := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.IsDigit(r) {
			continue
		}
		value, ok := digitValue(r)
		before, _ := digitValue(r - 1)
		if !ok || value < 0 || value > 9 || value > 0 && before != value-1 {
			t.Fatalf("%U has the value %d, after %d", r, value, before)
		}
		if value == 0 {
			sets++
		}
	}
	if sets < 60 {
		t.Errorf("%d sets of digits", sets)
	}
	for _, r := range []rune{'/', ':', '０' - 1, '９' + 1, '٠' - 1, 'Ⅷ', '²'} {
		if _, ok := digitValue(r); ok {
			t.Errorf("%q is no digit", r)
		}
	}
}

func checkTokens(t *testing.T, text string) {
	t.Helper()
	last := 0
	for _, token := range Tokens(text) {
		if token.Start < last || token.End <= token.Start || token.End > len(text) {
			t.Fatalf("%q: a token at %d..%d after %d", text, token.Start, token.End, last)
		}
		first, _ := utf8.DecodeRuneInString(text[token.Start:])
		final, _ := utf8.DecodeLastRuneInString(text[:token.End])
		if !unicode.IsDigit(first) || !unicode.IsDigit(final) {
			t.Fatalf("%q: the token %q does not begin and end with a digit", text, text[token.Start:token.End])
		}
		before, _ := utf8.DecodeLastRuneInString(text[:token.Start])
		after, _ := utf8.DecodeRuneInString(text[token.End:])
		if unicode.IsDigit(before) || unicode.IsDigit(after) {
			t.Fatalf("%q: the token %q is a part of a longer one", text, text[token.Start:token.End])
		}
		again := token // to itself
		if len(token.Values) == 0 || !token.Equal(again) {
			t.Fatalf("%q: the token %q has the values %q", text, text[token.Start:token.End], token.Values)
		}
		for _, v := range token.Values {
			if v == "" || strings.Trim(v, "-0123456789.:") != "" {
				t.Fatalf("%q: the token %q has the value %q", text, text[token.Start:token.End], v)
			}
		}
		at := token.Start
		for i, part := range token.Parts {
			if part.Start < at || part.End > token.End || i == 0 && part.Start != token.Start {
				t.Fatalf("%q: the part %d..%d of %d..%d", text, part.Start, part.End, token.Start, token.End)
			}
			at = part.End
		}
		last = token.End
	}
}

func FuzzTokens(f *testing.F) {
	for _, seed := range []string{
		"端口６６６６，1,000.5 1.000,5 1\u202f000,5 1'000.5 1,00,000 ١٬٠٠٠٫٥", "v5.17.0 192.168.0.1:80 14:30:5 2020年7月22日 1-5 -3",
		"0x1F utf8 4ea01d1 1920x1080x3 10MB v7-only.svg a@163.com https://a.b/6 1,2,3 80 443", "𝟔𝟔 cafe\u03012 हिन्दी2 و6 100万 3억 5वीं \xff6\xe7",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkTokens(t, text) })
}

// TestTokensTime reads long texts on which a careless reader takes quadratic
// time.
func TestTokensTime(t *testing.T) {
	tests := []struct{ reason, piece string }{
		{"digits without end", "6"},
		{"digits of two bytes", "٦"},
		{"digits of four bytes", "𝟔"},
		{"a version without end", "1."},
		{"a list without end", "1,22,"},
		{"groups of thousands without end", "000 "},
		{"times without end", "10:20:"},
		{"crosses without end", "1x"},
		{"an identifier without end", "1a_"},
		{"a name without end", "a-1."},
		{"an address without end", "a@b."},
		{"blanks after a number", "1          "},
		{"minus signs", "-1"},
		{"digits and broken bytes", "6\xff"},
		{"addresses without end", "a://"},
		{"versions without end", "v1-"},
		{"versions and crosses", "v1x1-a."},
	}
	for _, tt := range tests {
		read := func(bytes int) time.Duration {
			text := strings.Repeat(tt.piece, bytes/len(tt.piece))
			start := time.Now()
			Tokens(text)
			return time.Since(start)
		}
		// Four times the text in ten times the time is worse than linear, unless
		// the machine was busy: then it is not so each time.
		for attempt := 1; ; attempt++ {
			few, many := read(100_000), read(400_000)
			if many < 500*time.Millisecond || many < 10*few {
				break
			}
			if attempt == 5 {
				t.Errorf("%s: 100 KB took %v, 400 KB %v", tt.reason, few, many)
				break
			}
		}
	}
}

func ExampleTokens() {
	text := "端口 ６６６６, 1.000,5 MB"
	for _, t := range Tokens(text) {
		fmt.Println(text[t.Start:t.End], t.Values)
	}
	// Output:
	// ６６６６ [6666]
	// 1.000,5 [1000.5]
}
