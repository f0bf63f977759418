package markdown

import (
	"testing"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// FuzzParse holds the document's laws on arbitrary bytes, read as Markdown and
// as MDX.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"---\ntitle: 页\n---\n# Überschrift {#a}\n\n| a | b |\n|--|--|\n| `x\\|y` | 1,000 | extra |\n",
		"<table>\n<tr><td>\n\n**fett** &amp; `code`\n\n</td>\n\n    <td>b</td></tr>\n</table>\n",
		"> - [ ] a ![图](a.png \"t\")\n>   [ref][r] <https://a.b> ~~x~~\n>\n>\t# หัวข้อ\n\n[r]: <c d> 'e'\n",
		"~~~go\nx\r\n~~~\r\n***\nSetext\n===\n\n1. एक\n   <details>\n\n   text\n\n   </details>\n",
		"*a _b **c** `d` <b>e</b> \\* &#x200B; f_*  \ng\\\nh 😀 عربي\n",
		"import A from 'a'\n\n<Tabs>\n  <Tab label={`端口`}>\n\n    | a |\n    |---|\n    {/* c */}\n    | 1 |\n  </Tab>\n</Tabs>\n\nexport const a = {\n  b: 1,\n}\n",
		"!!! note \"Größe\"\n    === \"甲\"\n\n        | a | b |\n        |---|---|\n        | 1 |\n\n:::tip[Titel]\n[!UICONTROL Speichern] {{< x a=\"b|c\" >}} {% y %}\n:::\n",
		"> [!NOTE] \n> หมายเหตุ\n\n/// warning | Achtung\ntext[^1]\n///\n\n[^1]: Fußnote\n\nTerm\n: Bedeutung {: .c }\n\n:::image source=\"a.png\" alt-text=\"猫\":::\n",
		"| a | b |\n|---|---|\n| 1 | 2 |\n<!-- c -->\n| 3 | 4 |\n\n<!-- a\n\nb --> x <a id=\"c\"></a>\n\n### <a name=\"d\"></a>Título\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, path := range []string{"a.md", "a.mdx"} {
			d := Parse(doc.NewFile(path, "en", src))
			if err := doctest.Check(d); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			for u := range d.Units() {
				if u.Kind == doc.Table {
					u.Table()
				}
				for name := doc.ID; name <= doc.Marker; name++ {
					if a, ok := u.Attr(name); ok && (a.Span.Start < 0 || a.Span.Start > a.Span.End || a.Span.End > len(src)) {
						t.Fatalf("%s: %s %v has an attribute at %v of %d bytes", path, u.Kind, u.Span, a.Span, len(src))
					}
				}
			}
		}
	})
}
