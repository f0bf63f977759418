package markdown

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/internal/frontmatter"
)

// dialectMark matches what is neither CommonMark nor GFM: shortcodes, templates,
// attribute lists, footnotes, indented directives, the statements, comments and
// components of MDX, anchors on lines of their own. A page that has it is not
// compared.
var dialectMark = regexp.MustCompile(`(?m)^[ \t>]*(///|!!! |\?\?\?|=== "|(import|export) .*$)|\{/\*|\{\{[<%]|\{%|\{:|\[\^|</?[A-Z][A-Za-z.]*[ />]|[)\]]\{[^#}\n][^}\n]*\}|^<a (id|name)|\[!([A-Z]+ )?include`)

// hasDialect reports whether a line of a page that is not code has a mark.
func hasDialect(page []byte) bool {
	fenced := false
	for line := range bytes.Lines(page) {
		if bytes.Contains(line, []byte("```")) && fenceLine.Match(line) {
			fenced = !fenced
		}
		if fenced || !bytes.ContainsAny(line, "{[</!?=") && !bytes.HasPrefix(line, []byte("import ")) && !bytes.HasPrefix(line, []byte("export ")) {
			continue
		}
		if bytes.IndexByte(line, '`') >= 0 {
			line = codeInLine.ReplaceAll(line, nil)
		}
		if dialectMark.Match(line) {
			return true
		}
	}
	return false
}

// plainDialects undress a page of what only marks its text, so that goldmark can
// read the rest of it.
var plainDialects = []struct {
	sign string // which the mark holds
	mark *regexp.Regexp
	text string
}{
	{":::", regexp.MustCompile(`(?m)^[ \t]*:::.*$`), ""},                             // Docusaurus
	{"[!", regexp.MustCompile(`(?m)^([ \t]*>[ \t]*)\[![A-Za-z]+\][ \t]*\r?$`), "$1"}, // alerts
	{"[!", regexp.MustCompile(`\[!(?:UICONTROL|DNL) ((?:[^\[\]]|\\.)*)\]`), "$1"},    // Adobe
	{"{", regexp.MustCompile(`([)\]])\{(target=|_blank|align=)[^}\n]*\}`), "$1"},     // attributes of links
	{"[!VIDEO]", regexp.MustCompile(`\[!VIDEO\]`), "[]"},                             // Adobe
}

// unlike holds the pages that are read otherwise than goldmark renders them. One
// that is listed and does not differ fails.
var unlike = []struct {
	reason string
	pages  []string
}{
	{"an address is one in quotation marks too, right after a letter that is not of ASCII, and if its host has no dot", []string{
		"adobe/campaign-classic.en/help/configuration/using/about-web-services.md",
		"adobe/campaign-classic.en/help/delivery/using/configuring-the-mobile-application-android.md",
		"adobe/campaign-classic.en/help/delivery/using/formatting.md",
		"adobe/campaign-classic.en/help/installation/using/creating-an-instance-and-logging-on.md",
		"adobe/campaign-classic.en/help/installation/using/fda-best-practices.md",
		"adobe/campaign-classic.en/help/installation/using/file-res-management.md",
		"adobe/campaign-classic.en/help/installation/using/standalone-deployment.md",
		"adobe/campaign-classic.en/help/message-center/using/event-description.md",
		"adobe/campaign-classic.en/help/web/using/translating-a-web-form.md",
		"adobe/campaign-classic.pt-BR/help/configuration/using/about-web-services.md",
		"adobe/campaign-classic.pt-BR/help/delivery/using/configuring-the-mobile-application-android.md",
		"adobe/campaign-classic.pt-BR/help/delivery/using/formatting.md",
		"adobe/campaign-classic.pt-BR/help/installation/using/creating-an-instance-and-logging-on.md",
		"adobe/campaign-classic.pt-BR/help/installation/using/fda-best-practices.md",
		"adobe/campaign-classic.pt-BR/help/installation/using/file-res-management.md",
		"adobe/campaign-classic.pt-BR/help/installation/using/standalone-deployment.md",
		"adobe/campaign-classic.pt-BR/help/message-center/using/event-description.md",
		"adobe/campaign-classic.pt-BR/help/web/using/translating-a-web-form.md",
		"adobe/campaign-classic.zh-Hans/help/configuration/using/about-web-services.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/automating-via-workflows.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/configuring-the-mobile-application-android.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/control-message-content.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/formatting.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/optimize-delivery.md",
		"adobe/campaign-classic.zh-Hans/help/delivery/using/sending-emails-on-japanese-mobiles.md",
		"adobe/campaign-classic.zh-Hans/help/installation/using/creating-an-instance-and-logging-on.md",
		"adobe/campaign-classic.zh-Hans/help/installation/using/email-deliverability.md",
		"adobe/campaign-classic.zh-Hans/help/installation/using/fda-best-practices.md",
		"adobe/campaign-classic.zh-Hans/help/installation/using/file-res-management.md",
		"adobe/campaign-classic.zh-Hans/help/installation/using/standalone-deployment.md",
		"adobe/campaign-classic.zh-Hans/help/message-center/using/event-description.md",
		"adobe/campaign-classic.zh-Hans/help/production/using/monitoring-processes.md",
		"adobe/campaign-classic.zh-Hans/help/production/using/operating-principle.md",
		"adobe/campaign-classic.zh-Hans/help/web/using/translating-a-web-form.md",
		"apisix/docs/en/latest/discovery/consul_kv.md",
		"apisix/docs/en/latest/discovery/nacos.md",
		"apisix/docs/en/latest/plugins/error-log-logger.md",
		"apisix/docs/en/latest/plugins/google-cloud-logging.md",
		"apisix/docs/en/latest/plugins/wolf-rbac.md",
		"apisix/docs/en/latest/terminology/secret.md",
		"apisix/docs/en/latest/tutorials/monitor-api-health-check.md",
		"apisix/docs/zh/latest/discovery/nacos.md",
		"apisix/docs/zh/latest/plugins/error-log-logger.md",
		"apisix/docs/zh/latest/plugins/google-cloud-logging.md",
		"apisix/docs/zh/latest/plugins/wolf-rbac.md",
		"apisix/docs/zh/latest/terminology/secret.md",
		"apisix/docs/zh/latest/tutorials/client-to-apisix-mtls.md",
	}},
	{"cells that a row is short of are not made up", []string{
		"apisix/docs/en/latest/admin-api.md",
		"apisix/docs/en/latest/plugins/skywalking-logger.md",
		"apisix/docs/zh/latest/plugins/skywalking-logger.md",
		"vant/packages/vant/src/action-sheet/README.md",
		"vant/packages/vant/src/skeleton/README.md",
		"vant/packages/vant/src/skeleton/README.zh-CN.md",
	}},
	{"cells that a row has too many are kept", []string{
		"apisix/docs/en/latest/plugins/cas-auth.md",
		"apisix/docs/en/latest/plugins/degraphql.md",
		"apisix/docs/en/latest/plugins/grpc-transcode.md",
		"apisix/docs/en/latest/plugins/grpc-web.md",
		"apisix/docs/zh/latest/plugins/loggly.md",
	}},
	{"both: a row has too many cells, another is short of some", []string{
		"apisix/docs/zh/latest/admin-api.md",
	}},
	{"the slash of <a href=… /> closes the link, as its author meant", []string{
		"adobe/campaign-classic.en/help/production/using/failure-to-connect.md",
		"adobe/campaign-classic.pt-BR/help/production/using/failure-to-connect.md",
		"adobe/campaign-classic.zh-Hans/help/production/using/failure-to-connect.md",
	}},
	{"tags that are indented in a table are tags, not code", []string{
		"adobe/campaign-classic.zh-Hans/help/campaign-classic-home.md",
	}},
}

// reference renders a page as goldmark does with GFM, heading ids and definition
// lists, and reads what comes of it as a browser would.
var reference = goldmark.New(
	goldmark.WithExtensions(extension.GFM, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithHeadingAttribute()),
	goldmark.WithRendererOptions(ghtml.WithUnsafe()),
)

// A skeleton is what two readings of a page are compared by.
type skeleton struct {
	Headings, Tables, Code, Links []string
}

func renderedSkeleton(t *testing.T, src []byte) skeleton {
	if front, ok := frontmatter.Read(src); ok {
		src = src[front.Span.End:]
	}
	var page bytes.Buffer
	if err := reference.Convert(bytes.TrimPrefix(src, bom), &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	var s skeleton
	s.read(root)
	return s
}

// notContent holds the elements of which nothing is read.
var notContent = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Svg: true, atom.Math: true, atom.Noscript: true, atom.Iframe: true,
	atom.Head: true, atom.Nav: true, atom.Textarea: true, atom.Select: true,
}

func (s *skeleton) read(n *html.Node) {
	if n.Type == html.ElementNode {
		if notContent[n.DataAtom] {
			return
		}
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			s.Headings = append(s.Headings, n.Data[1:]+" "+plainText(n))
		case atom.Pre:
			s.Code = append(s.Code, codeLines(rawText(n)))
		case atom.A:
			if href, ok := attribute(n, "href"); ok {
				s.Links = append(s.Links, link(href, plainText(n)))
			}
		case atom.Img:
			if src, ok := attribute(n, "src"); ok {
				s.Links = append(s.Links, link(src, "img"))
			}
		case atom.Table:
			s.Tables = append(s.Tables, "table")
		case atom.Tr:
			s.Tables = append(s.Tables, "row")
		case atom.Td, atom.Th:
			s.Tables = append(s.Tables, plainText(n))
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		s.read(child)
	}
}

func parsedSkeleton(d *doc.Document) skeleton {
	var s skeleton
	for u := range d.Units() {
		switch text := strings.Join(strings.Fields(u.Text()), " "); u.Kind {
		case doc.Heading:
			s.Headings = append(s.Headings, fmt.Sprint(u.Level)+" "+text)
		case doc.CodeBlock:
			s.Code = append(s.Code, codeLines(u.Text()))
		case doc.Link:
			if a, ok := u.Attr(doc.Href); ok {
				s.Links = append(s.Links, link(a.Value, text))
			}
		case doc.Image:
			if a, ok := u.Attr(doc.Src); ok {
				s.Links = append(s.Links, link(a.Value, "img"))
			}
		case doc.Table:
			s.Tables = append(s.Tables, "table")
		case doc.Row:
			s.Tables = append(s.Tables, "row")
		case doc.Cell:
			s.Tables = append(s.Tables, text)
		}
	}
	return s
}

func link(target, text string) string {
	return string(util.URLEscape([]byte(target), false)) + " " + text
}

func codeLines(s string) string { return strings.TrimRight(strings.ReplaceAll(s, "\r", ""), "\n") }

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// plainText returns the text within a node with white space collapsed, and
// blanks around blocks.
func plainText(n *html.Node) string {
	return strings.Join(strings.Fields(rawText(n)), " ")
}

func rawText(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && notContent[n.DataAtom]:
			return
		}
		blank := false
		switch n.DataAtom {
		case atom.P, atom.Li, atom.Ul, atom.Ol, atom.Div, atom.Br, atom.Pre, atom.Table, atom.Tr, atom.Td, atom.Th, atom.Blockquote,
			atom.Dl, atom.Dt, atom.Dd, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Hr, atom.Details, atom.Summary:
			blank = true
		}
		if blank && b.Len() > 0 {
			b.WriteByte('\n')
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
		if blank {
			b.WriteByte('\n')
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		walk(child)
	}
	return b.String()
}

// TestAgreement compares pages of CommonMark and GFM with goldmark's rendering.
func TestAgreement(t *testing.T) {
	if testing.Short() {
		t.Skip("the real pages take minutes under the race detector")
	}
	t.Parallel()
	reasons := make(map[string]string)
	for _, u := range unlike {
		for _, path := range u.pages {
			reasons[path] = u.reason
		}
	}
	compared, left, differ := 0, 0, 0
	eachPage(t, func(path string, src []byte) {
		plain := src
		for _, d := range plainDialects {
			if bytes.Contains(plain, []byte(d.sign)) {
				plain = d.mark.ReplaceAll(plain, []byte(d.text))
			}
		}
		if hasDialect(plain) {
			left++
			return
		}
		compared++
		want, got := renderedSkeleton(t, plain), parsedSkeleton(Parse(doc.NewFile(path, "", src)))
		diff := ""
		if !reflect.DeepEqual(want, got) {
			diff = cmp.Diff(want, got)
		}
		reason, listed := reasons[path]
		switch {
		case diff != "" && !listed:
			t.Errorf("%s (-goldmark +here):\n%s", path, diff)
		case diff == "" && listed:
			t.Errorf("%s is listed as one that differs: %s", path, reason)
		}
		if diff != "" {
			differ++
		}
		delete(reasons, path)
	})
	for path, reason := range reasons {
		t.Errorf("%s is listed and was not compared: %s", path, reason)
	}
	t.Logf("%d pages compared, %d left out for their dialect, %d differ", compared, left, differ)
}

// eachPage reads the pages of the corpus. Where there is none the test is
// skipped, unless CI requires it.
func eachPage(t *testing.T, read func(path string, src []byte)) {
	t.Helper()
	root := filepath.Join(sharedRoot(), "corpus")
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the real pages are required in CI: %v", err)
		}
		t.Skipf("no real pages: %v", err)
	}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		read(filepath.ToSlash(name), src)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
