package html

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/doc/doctest"
)

// draw writes a unit and what is within it on one line: containers with their
// children in brackets, leaves with their text, * for a header.
func draw(u *doc.Unit) string {
	names := map[doc.Kind]string{
		doc.Paragraph: "p", doc.CodeBlock: "pre", doc.Term: "term", doc.Break: "hr", doc.Link: "a", doc.Image: "img",
		doc.Emphasis: "em", doc.Strikethrough: "del",
	}
	name := names[u.Kind]
	if name == "" {
		name = u.Kind.String()
	}
	if u.Kind == doc.Heading {
		name = "h" + strconv.Itoa(u.Level)
	}
	if u.Header {
		name += "*"
	}
	if u.RowSpan > 1 || u.ColumnSpan > 1 {
		name += fmt.Sprintf("%dx%d", u.RowSpan, u.ColumnSpan)
	}
	if !u.Kind.IsContainer() && u.Kind != doc.Break && u.Kind != doc.Comment {
		name += strconv.Quote(u.Text())
	}
	var within []string
	for child := range u.Children() {
		within = append(within, draw(child))
	}
	if u.Kind == doc.Root {
		return strings.Join(within, " ")
	}
	if u.Kind.IsContainer() || len(within) > 0 {
		name += "[" + strings.Join(within, " ") + "]"
	}
	return name
}

func parse(t testing.TB, src string) *doc.Document {
	t.Helper()
	d := Parse(doc.NewFile("a.html", "de", []byte(src)))
	if err := doctest.Check(d); err != nil {
		t.Errorf("%.80q: %v", src, err)
	}
	return d
}

func TestTree(t *testing.T) {
	tests := []struct {
		name, reason, src, want string
	}{
		// Blocks and the ends that authors leave out.
		{"paragraphs", "text is a paragraph, with or without a tag", "甲<p>乙</p>丙", `p"甲" p"乙" p"丙"`},
		{"p ends p", "a paragraph ends where the next begins", "<p>ä<p>ö", `p"ä" p"ö"`},
		{"div ends p", "or where a block begins", "<p>ก<div>ข</div>ค", `p"ก" p"ข" p"ค"`},
		{"div parts text", "a div around text makes it a paragraph", "<div>一</div><div>二</div>", `p"一" p"二"`},
		{"heading ends p", "a heading ends a paragraph", "<p>ñ<h2>Título</h2>", `p"ñ" section[h2"Título"]`},
		{"end of no p", "an end tag of no paragraph is nothing", "и</p>й", `p"и" p"й"`},
		{"list ends p", "a list does not stand in a paragraph", "<p>目<ul><li>甲</ul>后", `p"目" list[item[p"甲"]] p"后"`},
		{"li", "an item ends where the next begins", "<ul><li>א<li>ב</ul>", `list[item[p"א"] item[p"ב"]]`},
		{"nested li", "but not where one of a list within it does", "<ol><li>a<ul><li>é<li>è</ul><li>b</ol>",
			`list[item[p"a" list[item[p"é"] item[p"è"]]] item[p"b"]]`},
		{"li with p", "an item holds blocks", "<ul><li><p>एक<p>दो<li>तीन</ul>", `list[item[p"एक" p"दो"] item[p"तीन"]]`},
		{"dl", "terms and their texts end each other", "<dl><dt>Größe<dd>10 MB<dt>端口<dd>6666</dl>",
			`list[term"Größe" item[p"10 MB"] term"端口" item[p"6666"]]`},
		{"quote", "a quote holds blocks and ends a paragraph", "<p>a<blockquote><p>ب</blockquote>c", `p"a" quote[p"ب"] p"c"`},
		{"hr", "a rule parts paragraphs", "上<hr>下", `p"上" hr p"下"`},
		{"sections", "headings head sections", "<h1>Ü</h1>a<h2>端</h2>b<h1>Z</h1>", `section[h1"Ü" p"a" section[h2"端" p"b"]] section[h1"Z"]`},
		{"unclosed inline", "an inline element ends with its paragraph", "<p>a <b>ä<p>ö", `p"a ä"[strong"ä"] p"ö"`},
		{"crossed inline", "end tags in the wrong order end what is open", "<b>粗<i>斜</b>正</i>", `p"粗斜正"[strong"粗斜"[em"斜"]]`},
		{"inline around block", "an inline element does not reach over blocks", "<b><p>문</p></b>끝", `p""[strong""] p"문" p"끝"`},

		// Inline.
		{"all inline", "what says something of its text is a unit", "<a href=x>a</a><code>c</code><em>e</em><i>i</i><strong>s</strong><del>d</del>",
			`p"aceisd"[a"a" code"c" em"e" em"i" strong"s" del"d"]`},
		{"transparent", "what does not is none", "<span lang=ja>ポ</span><kbd>K</kbd><sub>₂</sub><my-tag>x</my-tag>", `p"ポK₂x"`},
		{"image", "an image stands in a paragraph", "<img src=图.png>", `p""[img""]`},
		{"br", "a break is a line end", "1 行目<br>\n2 行目<br/>3", `p"1 行目\n2 行目\n3"`},
		{"wbr", "a place to break a word is nothing", "Daten<wbr>bank<wbr/>server", `p"Datenbankserver"`},
		{"white space", "white space is collapsed over tags", "a \n<b> \t b </b> c", `p"a b c"[strong"b"]`},
		{"void inline", "elements without content do not hold what follows", "<input>a<meta><link>ö", `p"aö"`},
		{"self-closing", "a slash closes a link and other phrases", "<a href=x />文", `p"文"`},
		{"self-closing block", "but not what HTML lets stay open", "<p/>文", `p"文"`},

		// Tables.
		{"table", "rows and cells", "<table><tr><td>é</td><td>è</td></tr></table>", `table[row[cell[p"é"] cell[p"è"]]]`},
		{"no ends", "cells and rows end where the next begin", "<table><tr><td>甲<td>乙<tr><td>丙</table>",
			`table[row[cell[p"甲"] cell[p"乙"]] row[cell[p"丙"]]]`},
		{"thead", "cells of a head are headers, and so is its row", "<table><thead><tr><td>Ä<td>Ö<tbody><tr><td>a<td>b</table>",
			`table[row*[cell*[p"Ä"] cell*[p"Ö"]] row[cell[p"a"] cell[p"b"]]]`},
		{"th", "a row of headers is a header", "<table><tr><th>列<th>值<tr><td>a<td>1</table>",
			`table[row*[cell*[p"列"] cell*[p"值"]] row[cell[p"a"] cell[p"1"]]]`},
		{"th of a row", "a header cell beside others heads its row only", "<table><tr><th>ช<td>ข</table>", `table[row[cell*[p"ช"] cell[p"ข"]]]`},
		{"row without cells", "a row without cells is no header", "<table><thead><tr></thead></table>", `table[row[]]`},
		{"cell without row", "a cell makes its row", "<table><td>x<td>я</table>", `table[row[cell[p"x"] cell[p"я"]]]`},
		{"caption", "a caption is a leaf of the table", "<table><caption>表 1</caption><tr><td>x</table>", `table[caption"表 1" row[cell[p"x"]]]`},
		{"unclosed caption", "which ends where a row begins", "<table><caption>Übersicht<tr><td>x</table>", `table[caption"Übersicht" row[cell[p"x"]]]`},
		{"colgroup", "columns are nothing", "<table><colgroup><col><col span=2></colgroup><tr><td>x</table>", `table[row[cell[p"x"]]]`},
		{"tfoot", "groups leave no trace but their ends", "<table><tbody><tr><td>x</tbody><tfoot><tr><td>總</tfoot></table>",
			`table[row[cell[p"x"]] row[cell[p"總"]]]`},
		{"stray text", "text between cells stays where it is", "<table>א<tr>ב<td>ג</td>ד</tr>ה</table>ו",
			`table[p"א" row[p"ב" cell[p"ג"] p"ד"] p"ה"] p"ו"`},
		{"table in cell", "a table within a cell is its own", "<table><tr><td>a<table><tr><td>內</table>b<td>c</table>",
			`table[row[cell[p"a" table[row[cell[p"內"]]] p"b"] cell[p"c"]]]`},
		{"end of the outer", "a row's end within the inner table is not the outer row's", "<table><tr><td><table><tr><td>x</tr></table>y</td></tr></table>",
			`table[row[cell[table[row[cell[p"x"]]] p"y"]]]`},
		{"p in td", "a cell ends the paragraph in it", "<table><tr><td><p>ä<td><p>ö</p>ü</table>", `table[row[cell[p"ä"] cell[p"ö" p"ü"]]]`},
		{"list in td", "and the list", "<table><tr><td><ul><li>1<li>二<td>x</table>", `table[row[cell[list[item[p"1"] item[p"二"]]] cell[p"x"]]]`},
		{"li does not leave", "an item's end does not reach out of a cell", "<ul><li><table><tr><td>a<li>ｂ</table></ul>",
			`list[item[table[row[cell[p"a" item[p"ｂ"]]]]]]`},
		{"pre in td", "code in a cell", "<table><tr><td><pre>é  è</pre></table>", `table[row[cell[pre"é  è"]]]`},
		{"unclosed code in td", "markup left open ends with its cell", "<table><tr><td><code>x<td>ภ</table>", `table[row[cell[p"x"[code"x"]] cell[p"ภ"]]]`},
		{"heading in td", "a heading in a cell heads no section", "<table><tr><td><h3>Größe</h3>x</table>y", `table[row[cell[h3"Größe" p"x"]]] p"y"`},
		{"stray row tags", "parts of no table are nothing", "<tr><td>表</td></tr>", `p"表"`},
		{"stray ends", "ends of what is not open are nothing", "<table></td></tr><tr><td>a</li></ul></b>é</table></table>", `table[row[cell[p"aé"]]]`},
		{"spans", "cells that span", "<table><tr><td rowspan=2>a<td colspan='3'>ç<tr><td>d</table>", `table[row[cell2x1[p"a"] cell1x3[p"ç"]] row[cell[p"d"]]]`},
		{"rowspan 0", "a row span of 0 reaches to the end of its group", "<table><tbody><tr><td rowspan=0>a<td>ä<tr><td>ö<tbody><tr><td>b</table>",
			`table[row[cell2x1[p"a"] cell[p"ä"]] row[cell[p"ö"]] row[cell[p"b"]]]`},
		{"bad spans", "what is no number spans one", "<table><tr><td rowspan=-1>a<td colspan=0>b<td colspan=２>ｃ<td rowspan=>d</table>",
			`table[row[cell[p"a"] cell[p"b"] cell[p"ｃ"] cell[p"d"]]]`},
		{"colspan cap", "column spans are cut at 1000", "<table><tr><td colspan=4294967296>ж</table>", `table[row[cell1x1000[p"ж"]]]`},
		{"empty cells", "an empty cell is a cell", "<table><tr><td></td><td> </td><td>&nbsp;</td><td>。</table>",
			"table[row[cell[] cell[] cell[p\"\\u00a0\"] cell[p\"。\"]]]"},
		{"self-closing cell", "a slash does not close a cell", "<table><tr><td/>ä<td>ö</table>", `table[row[cell[p"ä"] cell[p"ö"]]]`},

		// Code.
		{"pre", "code keeps its white space", "<pre>  if x:\n\tпривет\n</pre>", `pre"  if x:\n\tпривет\n"`},
		{"pre with newline", "but for a line end right after the tag", "<pre>\n\n x</pre>", `pre"\n x"`},
		{"pre with CRLF", "which may be that of DOS", "<pre>\r\nä</pre>", `pre"ä"`},
		{"pre with code in it", "markup in code is only its text", "<pre><code class=x>a &lt;b&gt; <b>&amp;</b>\n</code></pre>", `pre"a <b> &\n"`},
		{"pre ends", "a block after code is not in it", "<pre>x</pre>後", `pre"x" p"後"`},

		// Comments and what is no content.
		{"comment", "a comment does not part a word", "端<!-- 注 -->口", `p"端口"[comment]`},
		{"comment between", "nor is it a block of text", "<p>a</p><!-- <p>x</p> --><p>ö</p>", `p"a" comment p"ö"`},
		{"comment in table", "nor a cell", "<table><!-- x --><tr><!-- y --><td>é<!-- z --></table>", `table[comment row[comment cell[p"é"[comment]]]]`},
		{"odd comments", "declarations and instructions are comments or nothing", "<!doctype html><?php echo 1 ?>文<![CDATA[x]]>", `comment p"文"[comment]`},
		{"script", "scripts and styles say nothing to readers", "α<script>if (a<b) x='<p>6666</p>'</script><style>p{}</style>β", `p"αβ"`},
		{"svg", "nor do pictures in text", "é<svg><text>6666</text><svg></svg></svg>è<svg/>ê", `p"éèê"`},
		{"template", "nor what is kept for later", "<template><p>一</p></template>二", `p"二"`},
		{"hidden in hidden", "an end tag within another hidden element ends neither", "<svg><style></svg></style></svg>ه", `p"ه"`},
		{"head", "the head of a page is not its text", "<html><head><title>6666</title><meta charset=utf-8></head><body>本文</body></html>", `p"本文"`},
		{"head without end", "whose end may be left out", "<!doctype html><html><head><title>6666</title><body><h1>本文</h1>", `section[h1"本文"]`},
		{"head without end or body", "and so may the body's start", "<head><meta charset=utf-8><link rel=x><p>Überblick", `p"Überblick"`},
		{"self-closing script", "a script closed by a slash, as in MDX, does not hide the rest", "é<script src=x />è<p>ê</p>", `p"éè" p"ê"`},
		{"self-closing frame", "nor does a frame", "<iframe src=x/><p>ê</p>", `p"ê"`},

		// Spelling.
		{"upper case", "names are of any case", "<TABLE><TR><TH>Ä<Td>é</tD></TABLE>", `table[row[cell*[p"Ä"] cell[p"é"]]]`},
		{"no tag", "an angle before what is no name is text", "1 < 2 und <3 <端口>", `p"1 < 2 und <3 <端口>"`},
		{"entities", "references are what they stand for", "&Uuml;ber &#54;&#x36;&lt;p&gt; &nbsp;&hellip;", "p\"Über 66<p> \u00a0…\""},
		{"no entities", "what is none stays as it is", "R&D &foo; &#; &amp", `p"R&D &foo; &#; &amp"`},
		{"CRLF", "line ends of DOS are white space", "<p>ä\r\nö</p>\r\n<p>ü</p>\r\n", `p"ä ö" p"ü"`},
		{"broken UTF-8", "broken bytes are text", "<td>\xff</td><p>\xe7\xab", "p\"\\xff\" p\"\\xe7\\xab\""},
		{"NUL", "a NUL is a character", "<p>a\x00b</p>", `p"a\x00b"`},
		{"empty", "no bytes, no units", "", ""},
	}
	for i, tt := range tests {
		t.Run(fmt.Sprintf("%02d %s", i+1, tt.name), func(t *testing.T) {
			want := tt.want
			if want != "" {
				want = strings.ReplaceAll(want, "\u00a0", `\u00a0`)
			}
			if diff := cmp.Diff(want, draw(parse(t, tt.src).Root())); diff != "" {
				t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.src, diff)
			}
		})
	}
}

func TestByteOrderMark(t *testing.T) {
	d := parse(t, "\ufeff<p>端口</p>")
	for u := range d.Units() {
		if u.Kind == doc.Paragraph && u.Text() == "端口" {
			if got := string(d.File.Slice(u.Span)); got != "<p>端口</p>" {
				t.Errorf("the paragraph after a byte order mark spans %q", got)
			}
			return
		}
	}
	t.Errorf("no paragraph after a byte order mark: %s", draw(d.Root()))
}

// TestSpans names units by kind and text and asks for their bytes.
func TestSpans(t *testing.T) {
	src := "<TABLE class=x>\r\n <caption>Größe</caption>\r\n <tr>\n  <td> 端&#54;口 </td>\n  <td rowspan=2><p>ก<br>ข<p>ค\n</tr>\n" +
		"</TABLE >\n<h2 id=\"端\">Titel</h2>\n<a href='?a=1&amp;b=2'>mehr <code>x</code></a> <img alt=猫 src=c.png />"
	d := parse(t, src)
	tests := []struct {
		reason string
		kind   doc.Kind
		text   string
		want   string
	}{
		{"a table ends with its end tag", doc.Table, "Größe\n端6口\nก\nข\nค", strings.SplitN(src, "\n<h2", 2)[0]},
		{"a caption has its tags", doc.Caption, "Größe", "<caption>Größe</caption>"},
		{"a cell has its tags and its blanks", doc.Cell, "端6口", "<td> 端&#54;口 </td>"},
		{"an implied paragraph is its text alone", doc.Paragraph, "端6口", "端&#54;口"},
		{"a paragraph whose end is left out ends with its text", doc.Paragraph, "ก\nข", "<p>ก<br>ข"},
		{"so does the cell", doc.Cell, "ก\nข\nค", "<td rowspan=2><p>ก<br>ข<p>ค"},
		{"a heading has its tags", doc.Heading, "Titel", "<h2 id=\"端\">Titel</h2>"},
		{"a link has its tags", doc.Link, "mehr x", "<a href='?a=1&amp;b=2'>mehr <code>x</code></a>"},
		{"code has its tags", doc.Code, "x", "<code>x</code>"},
		{"an image is its tag", doc.Image, "", "<img alt=猫 src=c.png />"},
	}
	for _, tt := range tests {
		found := false
		for u := range d.Units() {
			if u.Kind == tt.kind && u.Text() == tt.text {
				found = true
				if diff := cmp.Diff(tt.want, string(d.File.Slice(u.Span))); diff != "" {
					t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
				}
			}
		}
		if !found {
			t.Errorf("%s: no %s of text %q in %s", tt.reason, tt.kind, tt.text, draw(d.Root()))
		}
	}
}

func TestAttributes(t *testing.T) {
	tests := []struct {
		name, reason, tag string
		attr              doc.AttrName
		value, source     string
	}{
		{"double quotes", "the bytes are those between the quotes", `<a href="端口.md">`, doc.Href, "端口.md", "端口.md"},
		{"single quotes", "of either kind", `<a href='a"b'>`, doc.Href, `a"b`, `a"b`},
		{"no quotes", "or none", `<a href=größe.html>`, doc.Href, "größe.html", "größe.html"},
		{"slash at the end", "a slash at the end of a bare value is of the value", `<a href=a/b/>`, doc.Href, "a/b/", "a/b/"},
		{"entities", "the value is decoded, the bytes are not", `<a href="?a=1&amp;b=&#50;">`, doc.Href, "?a=1&b=2", "?a=1&amp;b=&#50;"},
		{"ampersands", "names of parameters that begin like a reference are none", `<a href="?x=1&section=2&copy=3&lt=4">`, doc.Href, "?x=1&section=2&copy=3&lt=4", "?x=1&section=2&copy=3&lt=4"},
		{"blanks around", "around the equals sign and in the value", "<a\n\thref = \" a b \"\n>", doc.Href, " a b ", " a b "},
		{"upper case", "names are of any case", `<A HREF=X>`, doc.Href, "X", "X"},
		{"first of two", "of two the first counts", `<a href=1 href=2>`, doc.Href, "1", "1"},
		{"angle", "an angle in quotes does not end the tag", `<a title="1 > 2" href="é">`, doc.Href, "é", "é"},
		{"after others", "others are passed over", `<a class disabled=x data-href="no" title='ชื่อ' href=x>`, doc.Title, "ชื่อ", "ชื่อ"},
		{"no blank between", "attributes side by side", `<img src="a"alt="猫"/>`, doc.Alt, "猫", "猫"},
		{"empty", "an empty value is a value", `<img alt="" src=x>`, doc.Alt, "", ""},
		{"no value", "so is none", `<img alt src=x>`, doc.Alt, "", ""},
		{"equals first", "an equals sign begins a name", `<a =href=1 href=2>`, doc.Href, "2", "2"},
		{"anchor", "the id of a heading", `<h2 class=x id=über-uns>`, doc.ID, "über-uns", "über-uns"},
		{"image", "source of an image", `<IMG ALT='x' SRC='图/6666.png'>`, doc.Src, "图/6666.png", "图/6666.png"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, "<p>端 "+tt.tag+"x")
			for u := range d.Units() {
				if a, ok := u.Attr(tt.attr); ok {
					if a.Value != tt.value || string(d.File.Slice(a.Span)) != tt.source {
						t.Errorf("%s: got %q from %q, want %q from %q", tt.reason, a.Value, d.File.Slice(a.Span), tt.value, tt.source)
					}
					if !u.Span.Contains(a.Span) {
						t.Errorf("the attribute at %v is outside of its unit at %v", a.Span, u.Span)
					}
					return
				}
			}
			t.Errorf("%s: no attribute in %s", tt.reason, draw(d.Root()))
		})
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name, reason, src string
		want              []string // message: source
	}{
		{"none", "ends that may be left out are no problem", "<p>ä<ul><li>ö</ul><table><tr><td>ü</table>", nil},
		{"unclosed table", "a table that is not closed takes in what follows", "<TABLE\nx><tr><td>端", []string{"<table> is not closed: <TABLE\nx>"}},
		{"two tables", "each is told of", "<table><tr><td><table>", []string{"<table> is not closed: <table>", "<table> is not closed: <table>"}},
		{"unclosed tag", "a tag that the page ends in", "é<a href='x'", []string{"a tag that is not closed: <"}},
		{"unclosed quote", "a quote that never ends takes the page with it", "é<a href='x>文</a>", []string{"a tag that is not closed: <"}},
		{"unclosed hidden", "what is hidden to the end is lost", "<p>ก</p><svg><p>ข</p>", []string{"<svg> is not closed: nothing after it is read: <svg>"}},
		{"unclosed head", "a head without end that a body follows is no problem", "<head><body>ä", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := parse(t, tt.src)
			var got []string
			for _, p := range d.Problems {
				got = append(got, p.Message+": "+string(d.File.Slice(p.Span)))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestReference(t *testing.T) {
	tests := []struct {
		reason, src string
		length      int
		text        string
	}{
		{"a name", "&auml;x", 6, "ä"},
		{"decimal", "&#54;666", 5, "6"},
		{"hexadecimal, either case", "&#X7aEf;", 8, "端"},
		{"two characters", "&nGg;", 5, "\u22d9\u0338"},
		{"the longest name", "&CounterClockwiseContourIntegral;", 33, "∳"},
		{"an astral character", "&#x1F600;", 9, "😀"},
		{"a semicolon's own reference", "&semi;", 6, ";"},
		{"NUL is not allowed", "&#0;", 4, "\ufffd"},
		{"no semicolon", "&amp x", 0, ""},
		{"no name", "&;", 0, ""},
		{"no digits", "&#;", 0, ""},
		{"no hexadecimal digits", "&#x;", 0, ""},
		{"a name that is none", "&endpunkt;", 0, ""},
		{"a name that only begins with one", "&sectx;", 0, ""},
		{"digits that something follows", "&#54x;", 0, ""},
		{"a name in another script", "&端;", 0, ""},
		{"not at the start", "x&amp;", 0, ""},
		{"a blank before the semicolon", "&amp ;", 0, ""},
		{"a lone ampersand", "&", 0, ""},
	}
	for _, tt := range tests {
		if length, text := Reference([]byte(tt.src)); length != tt.length || text != tt.text {
			t.Errorf("%s: Reference(%q) = %d, %q; want %d, %q", tt.reason, tt.src, length, text, tt.length, tt.text)
		}
	}
}

// TestHostile parses pages on which a parser may hang or overflow its stack.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("pages of this size take minutes under the race detector")
	}
	tests := []struct {
		name, reason, src, keeps string
	}{
		{"deep div", "elements without units cost nothing", strings.Repeat("<div>", 100_000) + "終わり", "終わり"},
		{"deep lists", "elements that are nested beyond reason keep their text", strings.Repeat("<ul><li>", 10_000) + "終わり", "終わり"},
		{"deep tables", "so do tables", strings.Repeat("<table><tr><td>ä", 10_000) + "終わり", "終わり"},
		{"deep inline", "and phrases", strings.Repeat("<b><i>", 50_000) + "終わり", "終わり"},
		{"after the deep", "what follows is in place again", strings.Repeat("<blockquote>", 1000) + "x" + strings.Repeat("</blockquote>", 1000) + "<p>終わり", "終わり"},
		{"stray ends", "ends of nothing", strings.Repeat("</td></p></b>", 50_000) + "終わり", "終わり"},
		{"long table", "50,000 rows", "<table>" + strings.Repeat("<tr><td>é<td>6666", 50_000) + "</table>終わり", "終わり"},
		{"spans", "cells that claim the plane", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td rowspan=65534 colspan=1000>ж", 12), 300) + "</table>終わり", "終わり"},
		{"hanging far right", "rows that are filled up to a far cell", "<table>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000>", 9)+"<td rowspan=1000>"+strings.Repeat("<tr>", 999), 8) + "</table>終わり", "終わり"},
		{"attributes", "a tag of 100,000 attributes", "<a " + strings.Repeat("x='端' ", 100_000) + " href=y>終わり</a>", "終わり"},
		{"ampersands", "references that never end", strings.Repeat("&amp", 100_000) + "終わり", "終わり"},
		{"comments", "comments without number", strings.Repeat("<!---->", 100_000) + "終わり", "終わり"},
		{"self-closing scripts", "each starts the tokens anew", strings.Repeat("<script/>", 20_000) + "終わり", "終わり"},
		{"NUL", "NUL bytes in all places", strings.Repeat("<\x00p\x00>\x00", 10_000) + "終わり", "終わり"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			d := Parse(doc.NewFile("a.html", "ja", []byte(tt.src)))
			for u := range d.Units() {
				if u.Kind == doc.Table {
					u.Table()
				}
			}
			if took := time.Since(start); took > 30*time.Second {
				t.Errorf("%s: took %v", tt.reason, took)
			}
			if err := doctest.Check(d); err != nil {
				t.Errorf("%s: %v", tt.reason, err)
			}
			if !strings.Contains(d.Text(), tt.keeps) {
				t.Errorf("%s: %q is lost", tt.reason, tt.keeps)
			}
		})
	}
}

// TestInterrupted feeds a builder as a Markdown parser does: stretches of HTML
// with units of the caller's between.
func TestInterrupted(t *testing.T) {
	src := "<table><tr><td>\n**fett** 端口\n</td><td>x</td></tr></table>\n後"
	b := doc.NewBuilder(doc.NewFile("a.md", "", []byte(src)))
	tb := NewTreeBuilder(b)
	at := strings.Index(src, "**fett**")
	end := at + len("**fett** 端口")
	tb.Tokens(0, []byte(src[:at]))
	if !tb.InTable() {
		t.Error("a cell is not in a table")
	}
	tb.Open(doc.Paragraph, at)
	tb.Open(doc.Strong, at)
	b.Text(doc.Span{Start: at + 2, End: at + 6})
	// HTML cannot close what the caller opened.
	tb.Tag(at+6, []byte("</td>"))
	tb.Close(at + 8)
	tb.Text(at+8, []byte(src[at+8:end]))
	tb.Close(end)
	tb.Tokens(end, []byte(src[end:]))
	if tb.InTable() {
		t.Error("still in a table after its end")
	}
	tb.Finish()
	d := b.Document()
	if diff := cmp.Diff(`table[row[cell[p"fett 端口"[strong"fett"]] cell[p"x"]]] p"後"`, draw(d.Root())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := doctest.Check(d); err != nil {
		t.Error(err)
	}
}

var seeds = []string{
	"\ufeff<!doctype html><html><head><title>Größe</title><body>\r\n<h1 id=端>端口 &#54;666</h1><p>ä<br>ö<p>ü",
	"<table><caption>表<thead><tr><th rowspan=0>ก<th colspan=2>ข<tbody><tr><td><ul><li>1<li>2</ul><td>x<table><tr><td>内</table></table>",
	"<dl><dt>a<dd>é<pre>\n\tx &lt; y\r\n</pre></dl><svg><p></svg>ه<!-- c --><a href='?a&amp;b' title=\"t\">l<img src=i alt=猫></a>",
	"<b><p>x</b>\xff\x00</p><script>if (a<b)</script><script/>z<textarea><p></textarea></td></table><a href='",
}

// FuzzParse holds the document's laws on arbitrary bytes.
func FuzzParse(f *testing.F) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d := Parse(doc.NewFile("a.html", "en", src))
		if err := doctest.Check(d); err != nil {
			t.Fatal(err)
		}
		for u := range d.Units() {
			if u.Kind == doc.Table {
				u.Table()
			}
			for _, name := range []doc.AttrName{doc.ID, doc.Href, doc.Src, doc.Alt, doc.Title} {
				if a, ok := u.Attr(name); ok && !u.Span.Contains(a.Span) {
					t.Fatalf("%s %v has an attribute at %v", u.Kind, u.Span, a.Span)
				}
			}
		}
	})
}

// FuzzReference holds references to the HTML Standard's: what is read is what
// the standard's decoder makes of the same bytes, and it ends with a semicolon.
func FuzzReference(f *testing.F) {
	for _, seed := range []string{"&amp;", "&#54;", "&#x1F600;", "&nGg;", "&sectx;", "&semi;", "&CounterClockwiseContourIntegral;", "&端;", "&#99999999999999;"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		length, text := Reference(src)
		if length == 0 {
			if text != "" {
				t.Fatalf("%q: no reference, and yet %q", src, text)
			}
			return
		}
		if length > len(src) || src[0] != '&' || src[length-1] != ';' {
			t.Fatalf("%q: %q is no reference", src, src[:length])
		}
		if want := html.UnescapeString(string(src[:length])); text != want || text == "" {
			t.Fatalf("%q: got %q, want %q", src, text, want)
		}
		if again, _ := Reference(src[:length]); again != length {
			t.Fatalf("%q alone is read as %d bytes", src[:length], again)
		}
	})
}

// madePage is a page of sections with prose, lists and tables.
func madePage() []byte {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><title>Handbuch</title></head><body>\n")
	for i := range 300 {
		fmt.Fprintf(&b, "<h2 id=\"s%d\">Abschnitt %d: Größenänderung der Anfrage</h2>\n<p>Der Dienst hört auf Port <code>%d</code>, sofern\nnichts anderes in "+
			"<a href=\"../conf.html#p%d\">der Einrichtung</a> steht &ndash; 端口は変えられます。</p>\n<ul><li>erstens<li>zweitens &amp; drittens</ul>\n", i, i, 6000+i, i)
		b.WriteString("<table>\n<thead><tr><th>Modul</th><th>Beschreibung</th><th>Wert</th></tr></thead>\n<tbody>\n")
		for row := range 10 {
			fmt.Fprintf(&b, "<tr>\n<td>modul%d</td>\n<td>Führt den Vorgang <b>%d</b> aus und schreibt das Protokoll.</td>\n<td>%d MB</td>\n</tr>\n", row, row, row*17)
		}
		b.WriteString("</tbody></table>\n")
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := madePage()
	file := doc.NewFile("a.html", "de", src)
	b.Run("document", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			Parse(file)
		}
	})
	// The floor: the tokens alone, thrown away.
	b.Run("bare tokenizer", func(b *testing.B) {
		b.SetBytes(int64(len(src)))
		b.ReportAllocs()
		for b.Loop() {
			z := html.NewTokenizer(strings.NewReader(string(src)))
			for z.Next() != html.ErrorToken {
			}
		}
	})
}
