package report

import (
	"strings"
	"testing"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

// hard is the one fixture that every format's golden is made from: wide and
// combining characters, right-to-left and Thai text, astral emoji, tabs, CRLF, a
// byte order mark, a span over lines, none, an empty one, a fix, a page that
// wants to be a command, bytes that are not UTF-8, and a file that was skipped.
type hard struct {
	run   Run
	pages []lint.PageResult
	stats lint.Stats
	rules []lint.Rule
}

// span finds the place of a text in a file, which has it once.
func span(t testing.TB, f *doc.File, text string) doc.Span {
	t.Helper()
	src := string(f.Bytes())
	if strings.Count(src, text) != 1 {
		t.Fatalf("%s: has %q %d times", f.Path(), text, strings.Count(src, text))
	}
	start := strings.Index(src, text)
	return doc.Span{Start: start, End: start + len(text)}
}

// after is the empty span behind a text.
func after(t testing.TB, f *doc.File, text string) doc.Span {
	t.Helper()
	end := span(t, f, text).End
	return doc.Span{Start: end, End: end}
}

func newHard(t testing.TB) hard {
	t.Helper()
	file := func(path, locale, src string) *doc.File { return doc.NewFile(path, locale, []byte(src)) }
	long := strings.Repeat("before ", 60) + "PORT 666 here" + strings.Repeat(" after", 60)

	en := file("en/guide.md", "en", "\ufeff# Guide\r\n\r\n\tport 6666\tis open\r\n\r\n"+
		"> quoted text\r\n> over lines\r\n> and more\r\n\r\n"+long+"\r\n\r\nlast line 7\r\n")
	zh := file("zh-Hans/guide.md", "zh-Hans", "# 指南\n\n端口666号\n\n端口１２３与👩‍👩‍👧家庭🇩🇪666\n")
	ar := file("ar/guide.md", "ar", "# دليل\n\nالمنفذ 666 مفتوح\n")
	th := file("th/guide.md", "th", "# คู่มือ\n\nพอร์ตที่ 666 น้ำ\n")
	hindi := file("hi/guide.md", "hi", "# गाइड\n\nपोर्ट \u0939\u093f\u0928\u094d\u0926\u0940 666 cafe\u0301 12\u0301\n")

	hostileEN := file("en/::error file=x::.md", "en", "# Safe\n\n::error file=a::pwned 42\n")
	hostileDE := file("de/::error file=x::.md", "de", "# Sicher\n\n::error::pwned 43 ##[group]x %0A \x1b[31mred\x1b[0m\r\u202egnp.exe \xff\xfe ##vso[task]\n")

	number := func(f *doc.File, s doc.Span) lint.Finding {
		return lint.Finding{
			Rule: "number-changed", Severity: lint.Error, Page: "guide", File: f, Span: s,
			Message: "port 666 here, 6666 in en", Where: "section Guide › paragraph",
			Found: "666", Expected: "6666",
			Notes: []lint.Note{{File: en, Span: span(t, en, "6666"), Text: "6666"}},
		}
	}
	fixed := number(zh, doc.Span{Start: span(t, zh, "端口666号").Start + len("端口"), End: span(t, zh, "端口666号").End - len("号")})
	fixed.Fixes = []lint.Fix{{Title: "write 6666", Safety: lint.Safe, Edits: []lint.Edit{{File: zh, Span: fixed.Span, New: "6666"}}}}
	fixed.Notes = append(fixed.Notes,
		lint.Note{File: ar, Span: span(t, ar, "666"), Text: "666"},
		lint.Note{File: th, Span: span(t, th, "666"), Text: strings.Repeat("ที่", 200)},
	)
	emoji := number(zh, doc.Span{Start: strings.LastIndex(string(zh.Bytes()), "666"), End: strings.LastIndex(string(zh.Bytes()), "666") + 3})
	multi := lint.Finding{
		Rule: "missing-paragraph", Severity: lint.Warning, Page: "guide", File: en,
		Span:    doc.Span{Start: span(t, en, "> quoted").Start + 2, End: span(t, en, "and more").End},
		Message: "a paragraph that ar lacks", Notes: []lint.Note{{File: ar, Span: after(t, ar, "مفتوح"), Text: ""}},
	}
	window := lint.Finding{
		Rule: "number-changed", Severity: lint.Error, Page: "guide", File: en, Span: span(t, en, "666 here"),
		Message: "a value in the middle of a long line",
	}
	nowhere := lint.Finding{
		Rule: "internal", Severity: lint.Info, Page: "guide", File: hindi,
		Message: "the rule x broke on this page: please report it",
	}
	combining := number(hindi, span(t, hindi, "666"))
	hostile := lint.Finding{
		Rule: "code-changed", Severity: lint.Error, Page: "::error file=x::", File: hostileDE,
		Span:    span(t, hostileDE, "##[group]x %0A \x1b[31mred"),
		Message: "##[error]\x1b[31m43\r here, 42\n::error::in en", Where: "::warning::\u202e",
		Found: "\xff", Expected: "<b>&%0A",
		Notes: []lint.Note{{File: hostileEN, Span: span(t, hostileEN, "42"), Text: "::error::42\r\n##[endgroup]"}},
	}
	return hard{
		run: Run{Pages: 2, Source: "en", Layout: "folder"},
		pages: []lint.PageResult{
			{
				Page:     lint.Page{Name: "::error file=x::"},
				Findings: []lint.Finding{hostile},
				Skipped:  []lint.Skipped{{Path: "fr/::error file=x::.md", Reason: "permission denied"}},
			},
			{
				Page: lint.Page{Name: "guide"},
				Findings: []lint.Finding{
					number(ar, span(t, ar, "666")), multi, window, nowhere, combining,
					number(th, span(t, th, "666")), fixed, emoji, emoji,
				},
			},
		},
		stats: lint.Stats{
			Files: 7, Pages: 2, Locales: []string{"ar", "de", "en", "hi", "th", "zh-Hans"}, Source: "en", Units: 41,
			Findings: [lint.Error + 1]int{lint.Error: 8, lint.Warning: 1, lint.Info: 1},
			Skipped:  []lint.Skipped{{Path: "fr/::error file=x::.md", Reason: "permission denied"}},
		},
		rules: []lint.Rule{{Name: "number-changed", Doc: "a number that differs\n\nMore.", Severity: lint.Error}},
	}
}

// feed runs the fixture through a sink.
func (h hard) feed(s Sink) error {
	if err := s.Begin(h.run); err != nil {
		return err
	}
	for _, p := range h.pages {
		if err := s.Page(p); err != nil {
			return err
		}
	}
	return s.End(h.stats)
}

// options are those of the goldens: the tree stands in the folder docs of the
// repository, and the working directory is that folder's.
func (h hard) options() Options {
	return Options{
		Work: func(p string) string { return p },
		Repo: func(p string) string { return "docs/" + p },
		Tool: "doclint", Version: "0.1.0", Rules: h.rules,
	}
}
