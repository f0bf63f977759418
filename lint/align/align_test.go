package align_test

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
	"github.com/doclint/doclint/lint/internal/markdown"
)

// column reads a page.
func column(locale, src string) align.Column {
	f := doc.NewFile(locale+"/a.md", locale, []byte(src))
	d := markdown.Parse(f)
	return align.Column{File: f, Document: d, Facts: fact.Read(d)}
}

// columns reads a page in several locales, named by their order.
func columns(pages ...string) []align.Column {
	var all []align.Column
	for i, src := range pages {
		all = append(all, column([]string{"en", "de", "zh", "ar", "th"}[i], src))
	}
	return all
}

// draw writes the rows of a grid of some kinds: the text of each unit, a table
// row's key, – for a hole.
func draw(g *align.Grid, kinds ...doc.Kind) []string {
	var rows []string
	for _, r := range g.Rows {
		for _, k := range kinds {
			if r.Kind != k {
				continue
			}
			var cells []string
			for _, u := range r.Units {
				switch {
				case u == nil:
					cells = append(cells, "–")
				case k == doc.Row:
					cells = append(cells, align.RowKey(u))
				case k == doc.Section:
					text, _, _ := strings.Cut(u.Text(), "\n")
					cells = append(cells, "§"+text)
				default:
					cells = append(cells, strings.TrimSpace(u.Text()))
				}
			}
			rows = append(rows, strings.Join(cells, " | "))
		}
	}
	return rows
}

// check holds a grid to its law: rows nest, each unit is in one row at most and
// in its own column, and the units of a column stand in reading order, but for
// table rows that were moved.
func check(g *align.Grid) error {
	seen := make(map[*doc.Unit]int)
	open := []int{}
	last := make([]map[int]*doc.Unit, len(g.Columns)) // by column: the last unit within each parent
	for c := range last {
		last[c] = make(map[int]*doc.Unit)
	}
	for i, r := range g.Rows {
		if r.End <= i || r.End > len(g.Rows) {
			return fmt.Errorf("row %d ends at %d of %d", i, r.End, len(g.Rows))
		}
		for len(open) > 0 && g.Rows[open[len(open)-1]].End <= i {
			open = open[:len(open)-1]
		}
		parent := -1
		if len(open) > 0 {
			parent = open[len(open)-1]
			if r.End > g.Rows[parent].End {
				return fmt.Errorf("row %d ends at %d, its parent at %d", i, r.End, g.Rows[parent].End)
			}
		}
		if r.Parent != parent {
			return fmt.Errorf("row %d has the parent %d, and stands in %d", i, r.Parent, parent)
		}
		open = append(open, i)
		if r.Score < 0 || r.Score > 1 || r.Score != r.Score {
			return fmt.Errorf("row %d has the score %v", i, r.Score)
		}
		if len(r.Units) != len(g.Columns) {
			return fmt.Errorf("row %d has %d units for %d columns", i, len(r.Units), len(g.Columns))
		}
		units := 0
		for c, u := range r.Units {
			if u == nil {
				continue
			}
			units++
			if u.Document() != g.Columns[c].Document {
				return fmt.Errorf("row %d has a unit of another document in column %d", i, c)
			}
			if u.Kind != r.Kind {
				return fmt.Errorf("row %d of %s has a %s", i, r.Kind, u.Kind)
			}
			if j, ok := seen[u]; ok {
				return fmt.Errorf("the %s at %v is in the rows %d and %d", u.Kind, u.Span, j, i)
			}
			seen[u] = i
			if parent >= 0 {
				p := g.Rows[parent].Units[c]
				if p == nil || !p.Span.Contains(u.Span) {
					return fmt.Errorf("row %d has a %s at %v outside of what its parent has", i, u.Kind, u.Span)
				}
			}
			if r.Kind == doc.Row { // may have moved
				continue
			}
			if before := last[c][parent]; before != nil && before.Index() > u.Index() && before.Kind != doc.Row {
				// A table's caption stands before its rows, wherever it is.
				if g.Rows[parent].Kind != doc.Table {
					return fmt.Errorf("row %d of %s at %v comes after %v", i, u.Kind, u.Span, before.Span)
				}
			}
			last[c][parent] = u
		}
		if units == 0 {
			return fmt.Errorf("row %d has no unit", i)
		}
		if units == 1 && len(g.Columns) > 1 && r.Score != 1 {
			return fmt.Errorf("row %d has one unit and the score %v", i, r.Score)
		}
	}
	if g.Rows[0].Parent != -1 || g.Rows[0].End != len(g.Rows) {
		return fmt.Errorf("the root has the parent %d and ends at %d of %d", g.Rows[0].Parent, g.Rows[0].End, len(g.Rows))
	}
	return nil
}

const modulesEN = `| Module | Description | Port |
|---|---|---|
| mail | sends the messages of a queue | 25 |
| export | writes records to a file | 6666 |
| import | reads records from a file | 7777 |
| tracking | collects the clicks of readers | 8080 |
| cleanup | deletes what is past its date | 0 |
`

func TestTables(t *testing.T) {
	tests := []struct {
		name, reason string
		pages        []string
		source       int
		want         []string
	}{
		{"equal", "each row stands opposite its translation", []string{modulesEN, `| 模块 | 说明 | 端口 |
|---|---|---|
| 邮件 | 发送队列中的消息 | 25 |
| 导出 | 将记录写入文件 | 6666 |
| 导入 | 从文件读取记录 | 7777 |
| 跟踪 | 收集读者的点击 | 8080 |
| 清理 | 删除过期的内容 | 0 |
`}, 0, []string{"Module | 模块", "mail | 邮件", "export | 导出", "import | 导入", "tracking | 跟踪", "cleanup | 清理"}},
		{"one row missing", "a row that the translation lacks is one hole", []string{modulesEN, `| Modul | Beschreibung | Port |
|---|---|---|
| Post | verschickt die Nachrichten einer Warteschlange | 25 |
| Ausfuhr | schreibt Datensätze in eine Datei | 6666 |
| Verfolgung | sammelt die Klicks der Leser | 8080 |
| Aufräumen | löscht, was verfallen ist | 0 |
`}, 0, []string{"Module | Modul", "mail | Post", "export | Ausfuhr", "import | –", "tracking | Verfolgung", "cleanup | Aufräumen"}},
		{"one row more", "so is one that the source lacks", []string{`| وحدة | وصف | منفذ |
|---|---|---|
| بريد | يرسل رسائل الطابور | ٢٥ |
| تصدير | يكتب السجلات في ملف | ٦٦٦٦ |
| تتبع | يجمع نقرات القراء | ٨٠٨٠ |
`, `| โมดูล | คำอธิบาย | พอร์ต |
|---|---|---|
| เมล | ส่งข้อความในคิว | 25 |
| ส่งออก | เขียนระเบียนลงไฟล์ | 6666 |
| นำเข้า | อ่านระเบียนจากไฟล์ | 7777 |
| ติดตาม | เก็บการคลิก | 8080 |
`}, 0, []string{"وحدة | โมดูล", "بريد | เมล", "تصدير | ส่งออก", "– | นำเข้า", "تتبع | ติดตาม"}},
		{"a row moved", "a row with a key that is the same is found where it went", []string{`| Option | 值 |
|---|---|
| ` + "`port`" + ` | 端口 |
| ` + "`host`" + ` | 主机 |
| ` + "`path`" + ` | 路径 |
| ` + "`user`" + ` | 用户 |
`, `| Option | Wert |
|---|---|
| ` + "`user`" + ` | Benutzer |
| ` + "`port`" + ` | Anschluss |
| ` + "`host`" + ` | Rechner |
| ` + "`path`" + ` | Pfad |
`}, 0, []string{"Option | Option", "port | port", "host | host", "path | path", "user | user"}},
		{"a row twice", "of two equal rows the second is one too many", []string{`| a | b |
|---|---|
| größe | 12 |
| länge | 34 |
`, `| 甲 | 乙 |
|---|---|
| 大小 | 12 |
| 大小 | 12 |
| 长度 | 34 |
`}, 0, []string{"a | 甲", "größe | 大小", "– | 大小", "länge | 长度"}},
		{"keys that are words", "rows that share nothing are matched by place", []string{`| a | b |
|---|---|
| 导出 | 写 |
| 导入 | 读 |
`, `| a | b |
|---|---|
| exportar | escrever |
| importar | ler |
`}, -1, []string{"a | a", "导出 | exportar", "导入 | importar"}},
		{"a number changed", "a row whose number is wrong is the same row", []string{modulesEN, strings.Replace(modulesEN, "6666", "666", 1)}, 0,
			[]string{"Module | Module", "mail | mail", "export | export", "import | import", "tracking | tracking", "cleanup | cleanup"}},
		{"no rows", "a table without rows beside one with", []string{"| é |\n|---|\n| 1 |\n", "| è |\n|---|\n"}, 0, []string{"é | è", "1 | –"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := align.New("a", columns(tt.pages...), tt.source, nil)
			if err := check(g); err != nil {
				t.Error(err)
			}
			if diff := cmp.Diff(tt.want, draw(g, doc.Row)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		name, reason string
		pages        []string
		want         []string // the cells of the last table row
	}{
		{"same width", "columns of tables of one width go by place", []string{"| a | b |\n|--|--|\n| ä | 12 |\n", "| 甲 | 乙 |\n|--|--|\n| 一 | 12 |\n"},
			[]string{"ä | 一", "12 | 12"}},
		{"one less", "a column that is missing is found by what the others say", []string{
			"| Name | Wert | Größe | Code |\n|--|--|--|--|\n| ä | 12 | 99 MB | `x` |\n| ö | 34 | 88 MB | `y` |\n",
			"| 名 | 大小 | 代码 |\n|--|--|--|\n| 一 | 99 MB | `x` |\n| 二 | 88 MB | `y` |\n"},
			[]string{"ö | 二", "34 | –", "88 MB | 88 MB", "y | y"}},
		{"one more", "and so is one too many", []string{
			"| ชื่อ | รหัส |\n|--|--|\n| ก | `x` |\n| ข | `y` |\n",
			"| Nom | Depuis | Code |\n|--|--|--|\n| é | 5.17.0 | `x` |\n| è | 5.18.0 | `y` |\n"},
			[]string{"ข | è", "– | 5.18.0", "y | y"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := align.New("a", columns(tt.pages...), 0, nil)
			if err := check(g); err != nil {
				t.Error(err)
			}
			at := -1
			for i := range g.Of(doc.Row) {
				at = i
			}
			var got []string
			for _, cell := range g.Children(at) {
				var texts []string
				for c := range g.Columns {
					if cell.Has(c) {
						texts = append(texts, cell.Units[c].Text())
					} else {
						texts = append(texts, "–")
					}
				}
				got = append(got, strings.Join(texts, " | "))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestSpanningCells(t *testing.T) {
	// A cell that spans is one grid row, in the row and column where it begins;
	// the head's span does not reach into the body.
	html := "<table><thead><tr><th rowspan=9>%s<th>%s</thead><tbody><tr><td>%s<td rowspan=2>%s<tr><td>%s</tbody></table>\n"
	g := align.New("a", columns(fmt.Sprintf(html, "Kopf", "Wert", "ä", "6666", "ö"), fmt.Sprintf(html, "头", "值", "一", "6666", "二")), -1, nil)
	if err := check(g); err != nil {
		t.Error(err)
	}
	want := []string{"Kopf | 头", "Wert | 值", "ä | 一", "6666 | 6666", "ö | 二"}
	if diff := cmp.Diff(want, draw(g, doc.Cell)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, reason string
		pages        []string
		kinds        []doc.Kind
		want         []string
	}{
		{"sections by anchor", "an anchor finds a section at another level", []string{
			"# Ports {#ports}\n\nText.\n\n## Hosts {#hosts}\n\nMore 12.\n\n## Users {#users}\n\nEnd.\n",
			"# 端口 {#ports}\n\n文。\n\n### 主机 {#hosts}\n\n更多 12。\n\n### 用户 {#users}\n\n完。\n"},
			[]doc.Kind{doc.Section}, []string{"§Ports | §端口", "§Hosts | §主机", "§Users | §用户"}},
		{"a section missing", "a section that is not translated is one hole, without what is in it", []string{
			"# A {#a}\n\neins\n\n# B {#b}\n\nzwei\n\n- drei\n\n# C {#c}\n\nvier\n",
			"# أ {#a}\n\nواحد\n\n# ج {#c}\n\nأربعة\n"},
			[]doc.Kind{doc.Section, doc.Paragraph}, []string{"§A | §أ", "eins | واحد", "§B | –", "§C | §ج", "vier | أربعة"}},
		{"a paragraph more", "a paragraph too many is known by what the others say", []string{
			"Il y a 5 ports.\n\nVoir [la page](x.md).\n", "有 5 个端口。\n\n新的一段，说的是别的事，`abc`。\n\n见[页面](x.md)。\n"},
			[]doc.Kind{doc.Paragraph}, []string{"Il y a 5 ports. | 有 5 个端口。", "– | 新的一段，说的是别的事，abc。", "Voir la page. | 见页面。"}},
		{"items", "items of a list", []string{"- `a` ä\n- `b` ö\n- `c` ü\n", "- `a` 一\n- `c` 三\n"},
			[]doc.Kind{doc.Item}, []string{"a ä | a 一", "b ö | –", "c ü | c 三"}},
		{"kinds", "a list is not opposite a paragraph", []string{"- ก\n", "ก\n"}, []doc.Kind{doc.List, doc.Paragraph}, []string{"ก | –", "– | ก"}},
		{"front matter", "fields go by their key", []string{"---\ntitle: Größe\ndescription: ä\n---\n", "---\ndescription: 一\ntitle: 大小\n---\n"},
			[]doc.Kind{doc.Field}, nil},
		{"code", "code by its lines", []string{"```\nx\n```\n\n```\ny\n```\n", "```\ny\n```\n"}, []doc.Kind{doc.CodeBlock}, []string{"x | –", "y | y"}},
		{"comments", "comments and rules are nothing to align", []string{"a\n\n<!-- x -->\n\n---\n\nb\n", "甲\n\n乙\n"},
			[]doc.Kind{doc.Paragraph, doc.Comment, doc.Break}, []string{"a | 甲", "b | 乙"}},
		{"one column", "a page in one locale is a grid of one column, to its last block", []string{"# Ä {#a}\n\n- 一\n\n| é |\n|--|\n| 1 |\n"},
			[]doc.Kind{doc.Section, doc.Item, doc.Row, doc.Cell}, []string{"§Ä", "一", "é", "é", "1", "1"}},
		{"empty", "an empty page beside another", []string{"", "文\n"}, []doc.Kind{doc.Root, doc.Paragraph}, []string{" | 文", "– | 文"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			g := align.New("a", columns(tt.pages...), 0, nil)
			if err := check(g); err != nil {
				t.Error(err)
			}
			got := draw(g, tt.kinds...)
			if tt.name == "front matter" { // in whatever order: each opposite its own
				for _, r := range got {
					if r == "Größe | 一" || r == "ä | 大小" {
						t.Errorf("%s: %s", tt.reason, r)
					}
				}
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

// five is a page in five locales, of which the third lacks a row and the fifth
// has one more.
var five = []string{
	"| Name | Port |\n|--|--|\n| mail | 25 |\n| export | 6666 |\n| import | 7777 |\n",
	"| Name | Port |\n|--|--|\n| Post | 25 |\n| Ausfuhr | 6666 |\n| Einfuhr | 7777 |\n",
	"| 名 | 端口 |\n|--|--|\n| 邮件 | 25 |\n| 导入 | 7777 |\n",
	"| اسم | منفذ |\n|--|--|\n| بريد | ٢٥ |\n| تصدير | ٦٦٦٦ |\n| استيراد | ٧٧٧٧ |\n",
	"| ชื่อ | พอร์ต |\n|--|--|\n| เมล | ๒๕ |\n| ส่งออก | ๖๖๖๖ |\n| นำเข้า | ๗๗๗๗ |\n| ติดตาม | ๘๐๘๐ |\n",
}

func TestFiveLocales(t *testing.T) {
	want := []string{
		"Name | Name | 名 | اسم | ชื่อ",
		"mail | Post | 邮件 | بريد | เมล",
		"export | Ausfuhr | – | تصدير | ส่งออก",
		"import | Einfuhr | 导入 | استيراد | นำเข้า",
		"– | – | – | – | ติดตาม",
	}
	// Whichever is the source, and without one.
	for source := -1; source < len(five); source++ {
		g := align.New("a", columns(five...), source, nil)
		if err := check(g); err != nil {
			t.Errorf("source %d: %v", source, err)
		}
		if g.Source != source || g.Page != "a" {
			t.Errorf("the grid of page %q has the source %d, want %d", g.Page, g.Source, source)
		}
		if diff := cmp.Diff(want, draw(g, doc.Row)); diff != "" {
			t.Errorf("source %d (-want +got):\n%s", source, diff)
		}
	}
}

func TestReasons(t *testing.T) {
	g := align.New("a", columns(
		"# A {#a}\n\nPort 6666 in `x.yaml`.\n\nGanz ohne.\n\n| k | é |\n|--|--|\n| `port` | ä |\n",
		"# 甲 {#a}\n\n`x.yaml` 中的端口 6666。\n\n什么都没有。\n\n| k | 值 |\n|--|--|\n| `port` | 一 |\n"), 0, nil)
	want := map[string]align.Reason{
		"section": align.ByAnchor, "Port 6666 in x.yaml.": align.ByContent, "Ganz ohne.": align.ByPosition, "port": align.ByKey,
	}
	for _, r := range g.Rows {
		name := r.Kind.String()
		if r.Kind != doc.Section && r.Units[0] != nil {
			name = r.Units[0].Text()
		}
		if r.Kind == doc.Row {
			name = align.RowKey(r.Units[0])
		}
		if reason, ok := want[name]; ok && r.Kind != doc.Cell {
			if r.Reason != reason {
				t.Errorf("%s is matched by %s, want %s", name, r.Reason, reason)
			}
			delete(want, name)
		}
	}
	for name := range want {
		t.Errorf("no row %q", name)
	}
}

// TestDeterminism makes one grid many times at once.
func TestDeterminism(t *testing.T) {
	page := newMadePage(7, 8, 3, 12)
	drifted := page.drift(3, 12)
	cols := []align.Column{column("de", page.render(german)), column("zh", drifted.render(chinese)), column("de-AT", drifted.render(german))}
	want := align.New("a", cols, -1, nil)
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if got := align.New("a", cols, -1, nil); !reflect.DeepEqual(got.Rows, want.Rows) {
				t.Error("two grids of one page differ")
			}
		}()
	}
	wg.Wait()
}

func TestWhere(t *testing.T) {
	d := column("zh", "---\ntitle: 指南\n---\n前言\n\n# 常见的端口问题 {#a}\n\n正文 `x`\n\n| 模块 | 故障排除 |\n|--|--|\n| **syslogd** | 端口 6666 |\n| | ที่ |\n\n## "+
		strings.Repeat("很长的标题", 10)+"\n\n文\n\n<table><tr><th colspan=2>Größe<tr><td>甲<td>乙<table><tr><td>内</table></table>\n").Document
	tests := []struct {
		reason string
		kind   doc.Kind
		text   string
		want   string
	}{
		{"the root is everywhere", doc.Root, "", ""},
		{"a field is named by its key", doc.Field, "指南", "front matter › title"},
		{"before the first heading there is only the kind", doc.Paragraph, "前言", "paragraph"},
		{"a paragraph stands under its heading", doc.Paragraph, "正文 x", "section 常见的端口问题 › paragraph"},
		{"code in it too", doc.Code, "x", "section 常见的端口问题 › code"},
		{"a heading is itself", doc.Heading, "常见的端口问题", "heading"},
		{"a cell by table, row and column", doc.Cell, "端口 6666", "table 1 › row syslogd › column 故障排除"},
		{"and what stands in it", doc.Paragraph, "端口 6666", "table 1 › row syslogd › column 故障排除"},
		{"a row whose first cell is empty by its next", doc.Cell, "ที่", "table 1 › row ที่ › column 故障排除"},
		{"a long heading is cut by characters", doc.Paragraph, "文", "section " + strings.Repeat("很长的标题", 8) + "… › paragraph"},
		{"a header cell that spans is over both", doc.Cell, "甲", "table 2 › row 甲 › column Größe"},
		{"a table in a cell is a table", doc.Cell, "内", "table 3 › row 内"},
	}
	for _, tt := range tests {
		found := false
		for u := range d.Units() {
			if u.Kind == tt.kind && (u.Text() == tt.text || u.Kind == doc.Root) {
				found = true
				if got := align.Where(u); got != tt.want {
					t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
				}
				break
			}
		}
		if !found {
			t.Errorf("%s: no %s %q", tt.reason, tt.kind, tt.text)
		}
	}
}

func TestRowKey(t *testing.T) {
	tests := []struct{ reason, row, want string }{
		{"the first cell", "| 导出 | x |", "导出"},
		{"that has a text", "| | ![](a.png) | Größe |", "Größe"},
		{"without markup, on one line", "| **Port<br>和** `x` | |", "Port 和 x"},
		{"cut at 40 characters, not bytes", "| " + strings.Repeat("界", 50) + " |", strings.Repeat("界", 40) + "…"},
		{"40 are not cut", "| " + strings.Repeat("é", 40) + " |", strings.Repeat("é", 40)},
		{"a row of nothing has no key", "| | |", ""},
	}
	for _, tt := range tests {
		d := column("zh", "| a | b | c |\n|--|--|--|\n"+tt.row+"\n").Document
		for u := range d.Units() {
			if u.Kind == doc.Row && !u.Header {
				if got := align.RowKey(u); got != tt.want {
					t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
				}
			}
		}
	}
}

// bigTable is a table of n rows; some say what no translation changes.
func bigTable(n int, row func(i int) string) string {
	var b strings.Builder
	b.WriteString("| k | v |\n|---|---|\n")
	for i := range n {
		b.WriteString(row(i))
	}
	return b.String()
}

// TestHugeTables aligns tables that a square of comparisons would not end with.
func TestHugeTables(t *testing.T) {
	if testing.Short() {
		t.Skip("pages of this size take minutes under the race detector")
	}
	translated := func(lang string) func(int) string {
		return func(i int) string { return fmt.Sprintf("| %s %d | %s |\n", lang, i, lang) }
	}
	keys := func(lang string) func(int) string {
		return func(i int) string { return fmt.Sprintf("| `k%d` | %s %d |\n", i, lang, i%10) }
	}
	alike := func(lang string) func(int) string {
		return func(int) string { return "| " + lang + " | " + lang + " |\n" }
	}
	const most = 100_000
	manyKeys := column("de", bigTable(most, keys("Wert")))
	read := func(n int, row func(i int) string) align.Column { return column("zh", bigTable(n, row)) }
	tests := []struct {
		name, reason string
		a, b         align.Column
		matched      int // table rows that have both sides, at least
	}{
		{"5,000 by number", "translated keys and a number each", read(5000, translated("Größe")), read(5000, translated("大小")), 5001},
		{"5,000 alike", "rows that cannot be told apart", read(5000, alike("ja")), read(5000, alike("是")), 5001},
		{"5,000 against 4,000", "a fifth of the rows missing at the end", read(5000, keys("ä")), read(4000, keys("一")), 4001},
		{"many by key", "rows with keys that are the same", manyKeys, read(most, keys("值")), most + 1},
		{"20,000 alike", "more of them", read(20_000, alike("ja")), read(20_000, alike("是")), 20_001},
		{"many against half", "half of the rows missing at the end", manyKeys, read(most/2, keys("值")), most/2 + 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cols := []align.Column{tt.a, tt.b}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			g := align.New("a", cols, 0, nil)
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			allocated := (after.TotalAlloc - before.TotalAlloc) >> 20
			matched := 0
			for _, r := range g.Of(doc.Row) {
				if r.Has(0) && r.Has(1) {
					matched++
				}
			}
			t.Logf("%v, %d MB allocated, %d rows matched", took, allocated, matched)
			if took > 30*time.Second {
				t.Errorf("%s: took %v", tt.reason, took)
			}
			if allocated > 1500 {
				t.Errorf("%s: allocated %d MB", tt.reason, allocated)
			}
			if matched < tt.matched {
				t.Errorf("%s: %d rows are matched, want %d", tt.reason, matched, tt.matched)
			}
			if err := check(g); err != nil {
				t.Error(err)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	page := newMadePage(1, 8, 3, 12)
	b.Run("page", func(b *testing.B) {
		cols := []align.Column{column("de", page.render(german)), column("zh", page.drift(2, 4).render(chinese))}
		b.ReportAllocs()
		b.SetBytes(int64(len(cols[0].File.Bytes()) + len(cols[1].File.Bytes())))
		for b.Loop() {
			align.New("a", cols, 0, nil)
		}
	})
	for _, keys := range []struct{ name, a, b string }{{"keys", "`k%d`", "`k%d`"}, {"translated", "Größe %d", "大小 %d"}} {
		b.Run("5000 rows, "+keys.name, func(b *testing.B) {
			row := func(key string) func(int) string {
				return func(i int) string { return fmt.Sprintf("| "+key+" | %d |\n", i, i%10) }
			}
			cols := columns(bigTable(5000, row(keys.a)), bigTable(5000, row(keys.b)))
			b.ReportAllocs()
			for b.Loop() {
				align.New("a", cols, 0, nil)
			}
		})
	}
}
