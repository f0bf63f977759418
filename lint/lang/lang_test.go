package lang

import (
	"strings"
	"testing"
)

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ tag, want, reason string }{
		{"en", "en", "a plain tag is its own canonical form"},
		{"zh_cn", "zh-CN", "underscore and case do not matter"},
		{"ZH-HANS", "zh-Hans", "scripts are in title case"},
		{"zh-Hant", "zh-Hant", "nothing is shortened"},
		{"zh-hant-hk", "zh-Hant-HK", "nor is a tag of three parts"},
		{"en-us", "en-US", "regions are in upper case"},
		{"en-uk", "en-GB", "a region's alias is resolved"},
		{"es-419", "es-419", "a region may be a number"},
		{"ca-valencia", "ca-valencia", "a variant stays"},
		{"jp", "ja", "a country stands for its language"},
		{"kr", "ko", "the same"},
		{"cn", "zh", "the same, and no region is invented"},
		{"ua", "uk", "the same"},
		{"gr", "el", "the same"},
		{"vn", "vi", "the same"},
		{"cz", "cs", "the same"},
		{"dk", "da", "the same"},
		{"jp-JP", "ja-JP", "an alias holds before a region"},
		{"PTBR", "pt-BR", "a tag without its hyphen"},
		{"ptbr", "pt-BR", "in either case"},
		{"brazilian-portuguese", "pt-BR", "a name in English"},
		{"chinese", "zh", "the same"},
		{"French", "fr", "the same, in any case"},
		{"iw", "he", "a code of ISO 639 that was replaced"},
		{"br", "br", "Breton is a language; whether the folder is, the caller sees"},
		{" de ", "de", "space around a tag is not part of it"},
		{"", "", "nothing is no language"},
		{"api", "", "valid in ISO 639-3, never a locale in practice"},
		{"css", "", "the same"},
		{"dev", "", "the same"},
		{"how", "", "the same"},
		{"all", "", "the same"},
		{"new", "", "the same"},
		{"www", "", "the same"},
		{"root", "", "x/text reads it as und"},
		{"mac", "", "x/text reads it as mk"},
		{"in", "", "x/text reads it as id"},
		{"mo", "", "x/text reads it as ro-MD"},
		{"und", "", "says that there is no language"},
		{"en-", "", "an empty subtag"},
		{"en-snapshot", "en", "a state of the text is no part of the tag"},
		{"pt_BR_latest", "pt-BR", "the same"},
		{"snapshot", "", "a state of no language"},
		{"de-1x", "", "no region"},
		{"zh-CN-Hans", "", "script after region"},
		{"日本語", "ja", "a language's own name for itself"},
		{"Français", "fr", "the same, in any case"},
		{"简体中文", "zh-Hans", "the same, with its script"},
		{"Bahasa Indonesia", "id", "the same, in two words"},
		{"日本", "", "a country"},
		{"สวัสดี", "", "a word"},
		{"\xff\x00", "", "not text"},
	} {
		got, ok := Canonical(c.tag)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("Canonical(%q) = %q, %v, want %q: %s", c.tag, got, ok, c.want, c.reason)
		}
	}
}

func TestCanonicalIsIdempotent(t *testing.T) {
	for tag := range aliases {
		once, ok := Canonical(tag)
		twice, _ := Canonical(once)
		if !ok || once != twice {
			t.Errorf("Canonical(%q) = %q, of that %q", tag, once, twice)
		}
	}
	for tag := range languages {
		if got, _ := Canonical(tag); got != tag {
			t.Errorf("Canonical(%q) = %q", tag, got)
		}
	}
}

func TestScript(t *testing.T) {
	for tag, want := range map[string]string{
		"en": "Latn", "zh": "Hans", "zh-CN": "Hans", "zh_tw": "Hant", "zh-HK": "Hant", "zh-Hant": "Hant", "yue": "Hant",
		"ja": "Jpan", "ko": "Kore", "ru": "Cyrl", "sr": "Cyrl", "sr-Latn": "Latn", "ar": "Arab", "fa": "Arab",
		"hi": "Deva", "th": "Thai", "el": "Grek", "he": "Hebr", "am": "Ethi", "api": "",
	} {
		if got := Script(tag); got != want {
			t.Errorf("Script(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestEqual(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		want   bool
		reason string
	}{
		{"zh-CN", "zh-Hans", true, "the script decides"},
		{"zh", "zh_cn", true, "and goes without saying"},
		{"zh-TW", "zh-HK", true, "both are written in Hant"},
		{"zh-TW", "zh-CN", false, "two orthographies"},
		{"no", "nb", true, "no is read as Bokmål"},
		{"sr", "sr-Cyrl", true, "the likely script goes without saying"},
		{"sr", "sr-Latn", false, "another script does not"},
		{"en", "en-GB", false, "regions differ"},
		{"pt-BR", "pt", false, "the same"},
		{"jp", "ja", true, "aliases are resolved"},
		{"api", "api", false, "no language"},
	} {
		if got := Equal(c.a, c.b); got != c.want {
			t.Errorf("Equal(%q, %q) = %v: %s", c.a, c.b, got, c.reason)
		}
		if Equal(c.a, c.b) != Equal(c.b, c.a) {
			t.Errorf("Equal(%q, %q) depends on the order", c.a, c.b)
		}
	}
}

func TestDirection(t *testing.T) {
	for tag, want := range map[string]string{
		"ar": "rtl", "he": "rtl", "fa-IR": "rtl", "ur": "rtl", "en": "ltr", "ja": "ltr", "api": "ltr",
	} {
		if got := Direction(tag); got != want {
			t.Errorf("Direction(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestDoubtful(t *testing.T) {
	for _, c := range []struct{ tag, want, reason string }{
		{"BR", "pt-BR", "Brazil, though br is Breton"},
		{"in", "id hi", "the old code of Indonesian, and India"},
		{"jpn", "ja", "three letters of ISO 639-2"},
		{"de", "", "a tag that is not in doubt"},
		{"api", "", "none of a language that documentation is written in"},
		{"ไทย", "", "not ASCII"},
	} {
		if got := strings.Join(Doubtful(c.tag), " "); got != c.want {
			t.Errorf("Doubtful(%q) = %q, want %q: %s", c.tag, got, c.want, c.reason)
		}
	}
	for key, tags := range doubtful {
		for _, tag := range tags {
			if got, ok := Canonical(tag); !ok || got != tag {
				t.Errorf("doubtful %s: %q is not canonical", key, tag)
			}
		}
	}
}

func TestRegional(t *testing.T) {
	for _, c := range []struct {
		tag    string
		want   bool
		reason string
	}{
		{"pt-BR", true, "Brazil"},
		{"zh_tw", true, "as written in paths"},
		{"es-419", true, "Latin America"},
		{"ja-JP", true, "the region that goes without saying"},
		{"th-TH", true, "the same"},
		{"de", true, "no region"},
		{"zh-Hans", true, "a script is none"},
		{"ca-valencia", true, "nor is a variant"},
		{"is-BR", false, "what-is-br"},
		{"it-IS", false, "what-it-is"},
		{"no-IT", false, "two words"},
		{"api", false, "no language"},
	} {
		if got := Regional(c.tag); got != c.want {
			t.Errorf("Regional(%q) = %v: %s", c.tag, got, c.reason)
		}
	}
}
