package markdown

import (
	"testing"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// FuzzParse holds the document's laws on arbitrary bytes.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"---\ntitle: 页\n---\n# Überschrift {#a}\n\n| a | b |\n|--|--|\n| `x\\|y` | 1,000 | extra |\n",
		"<table>\n<tr><td>\n\n**fett** &amp; `code`\n\n</td>\n\n    <td>b</td></tr>\n</table>\n",
		"> - [ ] a ![图](a.png \"t\")\n>   [ref][r] <https://a.b> ~~x~~\n>\n>\t# หัวข้อ\n\n[r]: <c d> 'e'\n",
		"~~~go\nx\r\n~~~\r\n***\nSetext\n===\n\n1. एक\n   <details>\n\n   text\n\n   </details>\n",
		"*a _b **c** `d` <b>e</b> \\* &#x200B; f_*  \ng\\\nh 😀 عربي\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if err := doctest.Check(Parse(doc.NewFile("a.md", "en", src))); err != nil {
			t.Fatal(err)
		}
	})
}
