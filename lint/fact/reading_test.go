package fact_test

import (
	"testing"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
	"github.com/doclint/doclint/lint/internal/markdown"
)

func side(tag, src string) fact.Side {
	d := markdown.Parse(doc.NewFile("a.md", tag, []byte(src)))
	return fact.Side{Facts: fact.Read(d), Unit: d.Root()}
}

func texts(facts []fact.Fact) string {
	all := ""
	for _, f := range facts {
		all += f.Text + ";"
	}
	return all
}

// TestCompare holds what two languages write of one thing against each other.
func TestCompare(t *testing.T) {
	tests := []struct {
		reason     string
		tagA, a    string
		tagB, b    string
		want       string // what A alone, | what B alone states
		wantUnits  int
		wantPoints int
	}{
		{"ten thousands", "en", "1,000,000 rows", "zh-Hans", "100万行", "|", 0, 0},
		{"a hundred millions", "en", "2.14 billion keys", "zh-Hans", "21.4亿个键", "|", 0, 0},
		{"in the traditional script", "en", "30 million", "zh-Hant", "3000 萬", "|", 0, 0},
		{"Korean", "en", "500,000 users", "ko", "50만 명", "|", 0, 0},
		{"Japanese", "en", "12 million", "ja", "1,200万", "|", 0, 0},
		{"German million", "en", "1.5 million", "de", "1,5 Mio.", "|", 0, 0},
		{"Portuguese thousand", "en", "10,000 e-mails", "pt-BR", "10 mil e-mails", "|", 0, 0},
		{"lakh", "en", "200,000", "en-IN", "2 lakh", "|", 0, 0},
		{"a letter for thousand", "en", "10K rows", "fr", "10 000 lignes", "|", 0, 0},
		{"Russian million", "en", "3 million", "ru", "3 млн", "|", 0, 0},
		{"a changed scale is news", "en", "10 million", "zh-Hans", "100万", "10;|100;", 0, 0},

		{"German clock", "en", "at 2pm", "de", "um 14 Uhr", "|", 0, 0},
		{"French clock", "en", "at 2:30 PM", "fr", "à 14h30", "|", 0, 0},
		{"Brazilian clock", "en", "at 5 PM", "pt-BR", "às 17h", "|", 0, 0},
		{"Japanese clock", "en", "at 2 p.m.", "ja", "午後2時に", "|", 0, 0},
		{"Japanese clock of 24 hours", "en", "10:30 AM", "ja", "10時30分", "|", 0, 0},
		{"Chinese clock", "en", "2:30 PM", "zh-Hans", "下午2:30", "|", 0, 0},
		{"Korean clock", "en", "3 PM", "ko", "오후 3시", "|", 0, 0},
		{"an hour as a time", "en", "9:00", "zh-Hans", "9点", "|", 0, 0},
		{"the other half of the day is news", "en", "2:30 PM", "de", "2:30 Uhr", "2:30;|2:30;", 0, 0},

		{"German date", "en", "7/22/2020", "de", "22.07.2020", "|", 0, 0},
		{"Chinese date", "en", "July 22, 2020", "zh-Hans", "2020年7月22日", "|", 0, 0},
		{"Korean date", "en", "July 22, 2020", "ko", "2020년 7월 22일", "|", 0, 0},
		{"Brazilian date", "en", "July 22, 2020", "pt-BR", "22 de julho de 2020", "|", 0, 0},
		{"ISO date", "en", "2023-08-26", "ro", "26.08.2023", "|", 0, 0},
		{"Czech month in its case", "en", "May 5, 2021", "cs", "dne 5. května 2021", "|", 0, 0},
		{"Polish month in its case", "en", "3 January 2019", "pl", "3 stycznia 2019", "|", 0, 0},
		{"month and year", "en", "July 2020", "ja", "2020年7月", "|", 0, 0},
		{"day and month", "en", "July 22", "zh-Hans", "7 月 22 日", "|", 0, 0},
		{"a month alone", "en", "in July", "zh-Hans", "在7月", "|", 0, 0},
		{"either order of an unclear date", "en-GB", "03/04/2020", "en", "04/03/2020", "|", 0, 0},
		{"another day is news", "en", "July 22, 2020", "de", "23.07.2020", "22, 2020;|23.07.2020;", 0, 0},

		{"a number in words", "en", "three files", "de", "3 Dateien", "|", 0, 0},
		{"and the other way round", "en", "12 files", "fr", "douze fichiers", "|", 0, 0},
		{"Arabic words", "en", "5 files", "ar", "خمسة ملفات", "|", 0, 0},
		{"Chinese words", "en", "three", "zh-Hans", "3 个", "|", 0, 0},
		{"words beside each other", "en", "25 files", "es", "veinticinco", "25;|", 0, 0},
		{"a million in words", "en", "1,000,000 lines", "pt-BR", "um milhão de linhas", "|", 0, 0},
		{"tens and ones", "en", "twenty-five", "de", "25", "|", 0, 0},
		{"Hindi digits", "en", "6,666", "hi", "६,६६६", "|", 0, 0},

		{"one unit in two languages", "en", "10 MB", "fr", "10 Mo", "|", 0, 0},
		{"a blank more", "en", "10 MB", "de", "10MB", "|", 0, 0},
		{"another unit is news", "en", "10 MB", "de", "10 GB", "|", 1, 0},
		{"in words too", "en", "15 minutes", "pt-BR", "15 horas", "|", 1, 0},
		{"and in Chinese", "en", "15 minutes", "zh-Hans", "15 小时", "|", 1, 0},
		{"not where both stand", "en", "15 minutes, 15 hours", "de", "15 Stunden, 15 Minuten", "|", 0, 0},
		{"nor where one is of no known unit", "en", "15 rows", "de", "15 Tage", "|", 0, 0},

		{"a version as a decimal is news", "en", "version 2.0", "de", "Version 2,0", "|", 0, 1},
		{"behind the name of a product", "en", "Apache 2.4", "pt-BR", "Apache 2,4", "|", 0, 1},
		{"a decimal is none", "en", "about 2.5 MB", "de", "etwa 2,5 MB", "|", 0, 0},
		{"a v more or less", "en", "v1.2", "zh-Hans", "版本 1.2", "|", 0, 0},
	}
	for _, tt := range tests {
		c := fact.Compare(side(tt.tagA, tt.a), side(tt.tagB, tt.b))
		if got := texts(c.OnlyA) + "|" + texts(c.OnlyB); got != tt.want || len(c.Units) != tt.wantUnits || len(c.Points) != tt.wantPoints {
			t.Errorf("%s: %q, %q: %s, %d units, %d points; want %s, %d, %d",
				tt.reason, tt.a, tt.b, got, len(c.Units), len(c.Points), tt.want, tt.wantUnits, tt.wantPoints)
		}
		c = fact.Compare(side(tt.tagB, tt.b), side(tt.tagA, tt.a))
		if len(c.Units) != tt.wantUnits || len(c.Points) != tt.wantPoints || (len(c.OnlyA)+len(c.OnlyB) == 0) != (tt.want == "|") {
			t.Errorf("%s, the other way round: %s|%s, %d units, %d points", tt.reason, texts(c.OnlyA), texts(c.OnlyB), len(c.Units), len(c.Points))
		}
	}
}

func TestPlaceholders(t *testing.T) {
	tests := []struct{ reason, src, want string }{
		{"verbs of printf", "%s и %1$s, 100 % sicher, 50%d, %e4%b8", "%s;%1$s;"},
		{"variables", "`${home}` 与 {{ page.title }} と <%= a.b %>", "${home};{{ page.title }};<%= a.b %>;"},
		{"braces round an identifier", "{userName} {0} {verb} {größe}", "{userName};{0};"},
		{"angle brackets in code", "`<instance-name>` `<类名>`", "<instance-name>;"},
	}
	for _, tt := range tests {
		s := side("de", tt.src)
		if got := texts(fact.Of(fact.Placeholder, s.In())); got != tt.want {
			t.Errorf("%s: %q has %s, want %s", tt.reason, tt.src, got, tt.want)
		}
	}
}
