package frontmatter

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/doclint/doclint/lint/doc"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		src    string
		format Format
		fields string // key=value@written, joined by "; "
		rest   string // what follows the block; all if there is none
		err    string
		reason string
	}{
		{"---\ntitle: 灯塔的端口\n---\n# x\n", YAML, "title=灯塔的端口@灯塔的端口", "# x\n", "", "a key and a plain scalar"},
		{"---\ncommit: 0123e45\nother: 1234567\nyes: no\n---\n", YAML, "commit=0123e45@0123e45; other=1234567@1234567; yes=no@no", "", "", "scalars are not typed"},
		{"---\r\na: 'é 😀'\r\nb: \"x\"  # why\r\n---\r\nbody", YAML, "a=é 😀@é 😀; b=x@x", "body", "", "CR LF, quotes, a comment"},
		{"\ufeff---\na: b\n---\n", YAML, "a=b@b", "", "", "a byte order mark counts but is skipped"},
		{"---\nl10n:\n  sourceCommit: abc\n  deep:\n    er: 1\nnext: 2\n---\n", YAML, "l10n.sourceCommit=abc@abc; l10n.deep.er=1@1; next=2@2", "", "", "mappings nest"},
		{"---\ntags:\n- a\n- b: c\n  d: e\nlist: [x, y]\nz: 1\n---\n", YAML, "z=1@1", "", "", "lists hold no fields"},
		{"---\nempty:\nquoted: ''\n---\n", YAML, "empty=@; quoted=@", "", "", "a key without a value is a field"},
		{"---\nt: 'it''s'\nu: \"a\\tb\"\n---\n", YAML, "t=it's@it''s; u=a\tb@a\\tb", "", "", "escapes are resolved, the span is what is written"},
		{"---\nd: one\n  two\n  three\ne: |\n  x\n  y\nf: &a q\n---\n", YAML, "d=one two three@one\n  two\n  three; e=x\ny\n@x\n  y; f=q@q", "", "", "folded, literal and anchored scalars"},
		{"---\n名: {a: b}\nclé: \"ы \\\" \"\n---\n", YAML, "clé=ы \" @ы \\\" ", "", "", "columns of the parser are runes"},
		{"---\ntitle: Foo: bar\nsource-git-commit: abc\n---\n", YAML, "source-git-commit=abc@abc", "", "line 2: mapping values are not allowed in this context", "broken YAML loses neither the block nor the other lines"},
		{"---\n---\n", YAML, "", "", "", "an empty block"},
		{"---\n# only a comment\n---\n", YAML, "", "", "", "a comment"},
		{"---\na: b\n...\nbody", YAML, "a=b@b", "body", "", "three dots close a block"},
		{"---\na: b\n--- \nbody", YAML, "a=b@b", "body", "", "space after a fence"},
		{"---\na: b\n", YAML, "", "---\na: b\n", "", "a fence that is not closed"},
		{"---\nJust a line.\n\n---\n", YAML, "", "---\nJust a line.\n\n---\n", "", "a thematic break and a paragraph"},
		{"---\n- a\n- b\n---\n", YAML, "", "---\n- a\n- b\n---\n", "", "a sequence is no mapping"},
		{"---\n\t*broken\n---\n", YAML, "", "---\n\t*broken\n---\n", "", "broken and no key in sight"},
		{"----\na: b\n----\n", YAML, "", "----\na: b\n----\n", "", "four hyphens are no fence"},
		{" ---\na: b\n---\n", YAML, "", " ---\na: b\n---\n", "", "nor is an indented one"},
		{"", YAML, "", "", "", "an empty page"},
		{"+++\ntitle = \"กขค\"\ndraft = true # x\n[params]\nlang = 'ar'\n+++\n", TOML, "title=กขค@กขค; draft=true@true; params.lang=ar@ar", "", "", "TOML"},
		{"+++\na = [\"x\"]\nb = \"\"\"\nc\"\"\"\nd = \"\\t\"\n+++\n", TOML, "", "", "", "what TOML does not hold on a line is no field yet"},
		{"{\n \"title\": \"नमस्ते \\\"x\\\"\", \"l10n\": {\"sourceCommit\": 12e3}, \"t\": [{\"a\": 1}]\n}\nbody", JSON, "title=नमस्ते \"x\"@नमस्ते \\\"x\\\"; l10n.sourceCommit=12e3@12e3", "body", "", "JSON"},
		{"{}\n", JSON, "", "", "", "an empty object"},
		{"{{< note >}}\n", JSON, "", "{{< note >}}\n", "", "a shortcode"},
		{"{/* comment */}\n", JSON, "", "{/* comment */}\n", "", "an MDX comment"},
		{"{\"a\": 1} text\n", JSON, "", "{\"a\": 1} text\n", "", "text after the object"},
		{"{\"a\": ", JSON, "", "{\"a\": ", "", "an object that is not closed"},
	} {
		b, ok := Read([]byte(c.src))
		if rest := c.src[b.Span.End:]; rest != c.rest {
			t.Errorf("%q: followed by %q, want %q: %s", c.src, rest, c.rest, c.reason)
			continue
		}
		var fields []string
		for _, f := range b.Fields {
			fields = append(fields, f.Key+"="+f.Value+"@"+c.src[f.Start:f.End])
		}
		if got := strings.Join(fields, "; "); got != c.fields {
			t.Errorf("%q: fields\n%q, want\n%q: %s", c.src, got, c.fields, c.reason)
		}
		message := ""
		if b.Err != nil {
			message = b.Err.Error()
		}
		if ok && (b.Format != c.format || message != c.err) {
			t.Errorf("%q: %v, error %q, want %v, %q: %s", c.src, b.Format, message, c.format, c.err, c.reason)
		}
	}
}

func TestGet(t *testing.T) {
	b, _ := Read([]byte("---\na: 1\na: 2\n---\n"))
	if f, ok := b.Get("a"); !ok || f.Value != "1" {
		t.Errorf("Get(a) = %+v, %v, want the first", f, ok)
	}
	if _, ok := b.Get("b"); ok {
		t.Error("Get(b) found a key that is not there")
	}
}

// checkLinesAgree holds the reader by lines to the YAML parser: whatever it
// claims to understand, it understands alike.
func checkLinesAgree(t *testing.T, src []byte, b Block) {
	fast, ok := readLines(src, b.Body)
	if !ok || b.Format != YAML || len(src) > maxYAML {
		return
	}
	slow, ok := parseYAML(src, b)
	if !ok || slow.Err != nil {
		return // more lenient than the parser is no harm
	}
	if !slices.Equal(fast, slow.Fields) {
		t.Errorf("%q: by lines %+v, by the parser %+v", src, fast, slow.Fields)
	}
}

func TestReadLinesAgreesOnCorpus(t *testing.T) {
	pages, _ := filepath.Glob("../../../../shared/corpus/*/*/*/*/*.md")
	more, _ := filepath.Glob("../../../../shared/corpus/adobe/*/help/*/using/*.md")
	if len(pages) == 0 {
		t.Skip("no corpus here")
	}
	blocks, byLines := 0, 0
	for _, page := range append(pages, more...) {
		src, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		b, ok := Read(src)
		if !ok {
			continue
		}
		blocks++
		if _, ok := readLines(src, b.Body); ok {
			byLines++
		}
		if b.Err != nil {
			t.Logf("%s: %v", page, b.Err)
		}
		checkLinesAgree(t, src, b)
	}
	t.Logf("%d blocks, %d read by lines", blocks, byLines)
}

const sample = "---\nproduct: larkpost\ntitle: Serviços e portas\ndescription: 'Lista de serviços'\n" +
	"exl-id: 01234567-89ab-4cde-8f01-23456789abcd\nsource-git-commit: 0123456789abcdef0123456789abcdef01234567\n" +
	"topic:\n  - id: 1\n    label: x\n  - id: 2\nl10n:\n  sourceCommit: abc\nht-degree: 5%\n\n---\n\n# Título\n"

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Read([]byte(sample))
	}
}

func BenchmarkReadYAML(b *testing.B) {
	src := []byte(strings.Replace(sample, "ht-degree: 5%", "ht-degree: \"5\\u0025\"", 1))
	b.ReportAllocs()
	for b.Loop() {
		Read(src)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		sample, "\ufeff---\r\na: b\r\n---\r\n", "+++\na = 1\n+++\n", "{\"a\": [1]}\n", "---\na: &x\n  - *x\n---\n",
		"---\n键: \"值\\\n  x\"\n'q': |2-\n   😀\n---\n", "---\na:\u0085 b\nc: d\u2028e\n---\n", "---\na: b\n c: d\n---\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		b, ok := Read(src)
		if !ok {
			return
		}
		whole := doc.Span{Start: 0, End: len(src)}
		if !whole.Contains(b.Span) || !b.Span.Contains(b.Body) || b.Body.Start > b.Body.End {
			t.Fatalf("%q: span %v, body %v", src, b.Span, b.Body)
		}
		for _, field := range b.Fields {
			if field.Start > field.End || !b.Body.Contains(doc.Span{Start: field.Start, End: field.End}) {
				t.Errorf("%q: field %+v outside body %v", src, field, b.Body)
			}
		}
		checkLinesAgree(t, src, b)
	})
}
