package site

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// texts are what the pages of the trees below say, by language.
var texts = map[string]string{
	"en": "The service must be restarted when you change the settings. See the log if it does not start.",
	"de": "Der Dienst muss neu gestartet werden, wenn Sie die Einstellungen ändern. Sehen Sie in das Protokoll, wenn er nicht startet.",
	"fr": "Le service doit être redémarré lorsque vous modifiez les paramètres. Consultez le journal s'il ne démarre pas.",
	"it": "Il servizio deve essere riavviato quando si modificano le impostazioni. Consultare il registro se non parte.",
	"id": "Layanan harus dimulai ulang jika Anda mengubah pengaturan. Lihat log jika tidak dapat dimulai.",
	"pt": "O serviço deve ser reiniciado quando você altera as configurações. Consulte o registro se não iniciar.",
	"tr": "Ayarlar değiştiğinde hizmet yeniden başlatılmalıdır. Eğer başlamazsa günlük dosyasına bakın ve bu bilgiyi bir yere yazın.",
	"ja": "設定を変更したときは、サービスを再起動する必要があります。起動しない場合はログを確認してください。",
	"zh": "更改设置后必须重新启动服务。如果无法启动，请查看日志并确认端口没有被占用。",
	"ar": "يجب إعادة تشغيل الخدمة عند تغيير الإعدادات. راجع السجل إذا لم تبدأ.",
	"hi": "सेटिंग बदलने के बाद सेवा को फिर से शुरू करना होगा। यदि यह शुरू नहीं होती है, तो लॉग देखें।",
	"th": "ต้องเริ่มบริการใหม่เมื่อคุณเปลี่ยนการตั้งค่า หากไม่เริ่มทำงานให้ดูบันทึก",
	"es": "El servicio debe reiniciarse cuando se cambia la configuración. Consulte el registro si no arranca y compruebe que el puerto está libre.",
	"ru": "Службу необходимо перезапустить после изменения настроек. Если она не запускается, посмотрите журнал.",
	"ko": "설정을 변경한 후에는 서비스를 다시 시작해야 합니다. 시작되지 않으면 로그를 확인하십시오.",
	"-":  "8080 | 666 | 😀",
}

// treeOf makes a tree of lines "path language", where "+key" writes the key into
// the page's front matter.
func treeOf(lines string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		language, key, marked := strings.Cut(rest, " +")
		text := "# 1\n\n" + texts[language] + "\n"
		if marked {
			text = "---\n" + key + ": 98d64691\n---\n" + text
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestDiscover(t *testing.T) {
	for _, c := range []struct {
		name, tree string
		opts       Options
		want       string
		reason     string
	}{
		{
			name: "locale folders", tree: "docs/en/a.md en\ndocs/zh-CN/a.md zh\ndocs/ja/a.md ja\ndocs/ja/b.md ja",
			want:   "docs/a: en ja zh-CN, source en\ndocs/b: ja",
			reason: "a translation without its source is a page too, in its locale",
		},
		{
			name: "source at the root of the folder", tree: "docs/a.md zh\ndocs/b.md zh\ndocs/en/a.md en\ndocs/en/b.md en",
			want:   "docs/a: en zh-Hans, source zh-Hans\ndocs/b: en zh-Hans, source zh-Hans",
			reason: "the bare side is the source, whatever its language, before English",
		},
		{
			name: "file suffix", tree: "a.md en\na.zh-CN.md zh\nb_cn.md zh\nb.md en\nSECURITY-TR.md tr\nSECURITY.md en",
			want:   "SECURITY: en tr, source en\na: en zh-CN, source en\nb: en zh, source en",
			reason: "three separators, aliases resolved",
		},
		{
			name: "both suffixed", tree: "x/index.en-US.md en\nx/index.zh-CN.md zh",
			want:   "x/index: en-US zh-CN, source en-US",
			reason: "CN at the end of zh-CN is not another tag",
		},
		{
			name: "siblings", tree: "x.en/help/a.md en\nx.pt-BR/help/a.md pt\nx.ar/help/a.md ar",
			want:   "x/help/a: ar en pt-BR, source en",
			reason: "a tag glued to the folder's name",
		},
		{
			name: "glued to a bare folder", tree: "guide/a.md en\nguide-hi/a.md hi\nguide-th/a.md th",
			want:   "guide/a: en hi th, source en",
			reason: "one of the folders has no tag",
		},
		{
			name: "bare in two languages", tree: "m/README.md zh\nm/README_en.md en\nn/README.md en\nn/README_cn.md zh",
			want:   "m/README: en zh, source zh\nn/README: en zh, source en",
			reason: "what stands beside says which language is the bare one's; zh is the tree's tag for it",
		},
		{
			name: "extensions differ", tree: "en/a.md en\nzh/a.mdx zh\nfr/a.html fr",
			want:   "a: en fr zh, source en",
			reason: "the same page in three formats",
		},
		{
			name: "two formats of each", tree: "en/a.md en\nfr/a.md fr\nen/a.html en\nfr/a.html fr",
			want:   "a: en fr, source en\na.md: en fr, source en",
			reason: "divided by extension, names stay unique",
		},
		{
			name: "folders that are no locales", tree: "docs/br/a.md en\ndocs/a.md en\ndocs/ml/b.md en\ndocs/it/c.md en\ndocs/hr/c.md en",
			want:   "docs/a: en\ndocs/br/a: en\ndocs/hr/c: en\ndocs/it/c: en\ndocs/ml/b: en",
			reason: "counterparts are there, but the text contradicts",
		},
		{
			name: "names that are no locales", tree: "request-id.md en\nrequest.md en\nnpm-it.md en\nwhat-is-br.md en\nwhat-is.md en\nid/request.md id\nid/npm-it.md id",
			want:   "npm-it: en id, source en\nrequest: en id, source en\nrequest-id: en\nwhat-is: en\nwhat-is-br: en",
			reason: "where id is a locale, request-id is still none",
		},
		{
			name: "no translations", tree: "a.md en\nb/c.md en\nb/it.md en",
			want:   "a: en\nb/c: en\nb/it: en",
			reason: "a tree of one language yields no pair",
		},
		{
			name: "untranslated page in a locale", tree: "en/a.md en\nen/b.md en\nen/c.md en\nde/a.md de\nde/b.md de\nde/c.md en",
			want:   "a: de en, source en\nb: de en, source en\nc: de en, source en",
			reason: "the folder is judged, not each page",
		},
		{
			name: "a folder not translated yet", tree: "en/a.md en\nzh-CN/a.md en\nde/a.md en",
			want:   "a: en zh-CN, source en\nde/a: en",
			reason: "nothing but a locale is written zh-CN; de must prove it",
		},
		{
			name: "two claims", tree: "en/a.md en\nfr/a.md fr\na.fr.md fr\na.en.md en",
			want:   "a.en.md: en\na.fr.md: fr\nen/a.md: en\nfr/a.md: fr",
			reason: "never guess",
		},
		{
			name: "front matter", tree: "de/a.md de +source-git-commit\nfr/a.md fr\nen/a.md en +source-git-commit\nde/b.md de\nfr/b.md fr\nen/b.md en",
			want:   "a: de en fr, source fr\nb: de en fr, source fr",
			reason: "fr alone lacks the key, and stands for pages that do not say",
		},
		{
			name: "front matter everywhere", tree: "de/a.md de +ht-degree\nfr/a.md fr +ht-degree",
			want:   "a: de fr, no source",
			reason: "what all have says nothing",
		},
		{
			name: "option", tree: "en/a.md en\nfr/a.md fr", opts: Options{Source: "FR"},
			want: "a: en fr, source fr", reason: "the option goes first",
		},
		{
			name: "override", tree: "docs/a.md en\ndocs/simple/a.md en", opts: Options{Locales: []LocaleOverride{{"docs/simple/**", "en-simple"}}},
			want: "error", reason: "not a tag",
		},
		{
			name: "override of a folder", tree: "docs/a.md en\ndocs/cina/a.md zh", opts: Options{Locales: []LocaleOverride{{"docs/cina/**", "zh-Hans"}}},
			want: "docs/a: en zh-Hans, source en", reason: "the folder before the stars is the locale's",
		},
		{
			name: "override of bare files", tree: "a.md -\na.de.md de\nb.md -\nb.de.md de", opts: Options{Locales: []LocaleOverride{{"?.md", "ja"}}},
			want: "a: de ja, source ja\nb: de ja, source ja", reason: "the text does not tell",
		},
		{
			name: "versions below and above", tree: "en/v1/a.md en\nfr/v1/a.md fr\nv2/en/a.md en\nv2/fr/a.md fr",
			want: "v1/a: en fr, source en\nv2/a: en fr, source en", reason: "the folder may stand anywhere",
		},
		{
			name: "ignored", tree: ".git/en/a.md en\nnode_modules/x/README.md en\nvendor/a.md en\n.a.md en\na.txt en\na.md en",
			want: "a: en", reason: "hidden, not ours, not a page",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree, err := Discover(treeOf(c.tree), c.opts)
			if err != nil {
				if c.want != "error" {
					t.Fatal(err)
				}
				return
			}
			defer func() {
				if t.Failed() {
					t.Log(c.reason)
				}
			}()
			checkPages(t, tree, c.want)
			checkTree(t, tree)
		})
	}
}

// checkTree holds a tree to what its types promise.
func checkTree(t *testing.T, tree *Tree) {
	t.Helper()
	names, paths := map[string]bool{}, map[string]bool{}
	for _, p := range tree.Pages {
		if names[p.Name] {
			t.Errorf("two pages named %s", p.Name)
		}
		names[p.Name] = true
		for i, f := range p.Files {
			if paths[f.Path] {
				t.Errorf("%s is two pages", f.Path)
			}
			paths[f.Path] = true
			if i > 0 && p.Files[i-1].Locale >= f.Locale {
				t.Errorf("%s: files are not sorted by locale, each once: %v", p.Name, p.Files)
			}
		}
		if len(p.Files) == 1 != slices.ContainsFunc(tree.Unpaired, func(u Unpaired) bool { return u.Path == p.Files[0].Path }) {
			t.Errorf("%s: unpaired or not, %d files", p.Name, len(p.Files))
		}
	}
}

func TestDiscoverReasons(t *testing.T) {
	tree, err := Discover(treeOf("en/a.md en\nfr/a.md fr\nfr/b.md fr\na.fr.md fr\nen/c.md en\nfr/c.md fr"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(tree)
	for _, want := range []string{"locale-folder <locale>/", "no counterpart in en", "claims to be a in fr, as"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s does not say %q", got, want)
		}
	}
}

// unreadable fails to open a file or folder.
type unreadable struct {
	fs.FS
	name string
}

func (u unreadable) Open(name string) (fs.File, error) {
	if name == u.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return u.FS.Open(name)
}

func TestDiscoverUnreadable(t *testing.T) {
	fsys := treeOf("en/a.md en\nfr/a.md fr\nsecret/a.md en")
	for name, want := range map[string]string{"secret": "[{secret permission denied}]", "fr/a.md": "[{fr/a.md permission denied}]"} {
		tree, err := Discover(unreadable{fsys, name}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(tree.Skipped); got != want {
			t.Errorf("skipped %s, want %s", got, want)
		}
	}
	if _, err := Discover(unreadable{fsys, "."}, Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("root: %v, want an error", err)
	}
}

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		name, tree, want string
		opts             Options
		reason           string
	}{
		{"endings of any kind", "000.txt zh\n002.txt pt", "000: pt zh-Hans, no source", Options{}, "languages are told from the text; neither is bare"},
		{"with English", "x.txt fr\ny.md en", "x: en fr, source en", Options{}, "en where it is one of the locales"},
		{"paths of one page", "docs/en/a.md -\ndocs/it/a.md -", "docs/a: en it, source en", Options{}, "paths that differ in the tag alone need no text"},
		{"the tree's own tag", "pt-BR/a.md pt\nzh-CN/b.md zh", "pt-BR/a: pt-BR zh-CN, no source", Options{}, "a tag that the text bears out"},
		{"a tag that is none", "id/request.md en\nx/de.md de", "id/request: de en, source en", Options{}, "the text contradicts"},
		{"option", "x.txt fr\ny.md de", "x: de fr, source de", Options{Source: "de"}, "the option goes first"},
		{"override", "x.txt -\ny.md de", "x: de ja, no source", Options{Locales: []LocaleOverride{{"x.txt", "jp"}}}, "for a text that does not tell"},
		{"one language", "a.md en\nb.md en", "error: the files named are in one language: a.md and b.md are both in en", Options{}, "each is a page of its own"},
		{"one file", "a.md en", "error: the files named are in one language", Options{}, "no page of two"},
		{"two of one language", "a.md en\nb.md en\nc.md de", "error: a.md and b.md are both in en; name one file for each language", Options{}, "two columns cannot be one locale"},
		{"no language", "a.md -\nb.md en", "error: a.md: its language cannot be told from its text; name it with --locale a.md=TAG", Options{}, "nothing tells"},
	} {
		fsys := treeOf(c.tree)
		var paths []string
		for name := range fsys {
			paths = append(paths, name)
		}
		tree, err := Named(fsys, paths, c.opts)
		if err != nil {
			if got := "error: " + err.Error(); got != c.want {
				t.Errorf("%s: %s, want %s: %s", c.name, got, c.want, c.reason)
			}
			continue
		}
		t.Run(c.name, func(t *testing.T) { checkPages(t, tree, c.want) })
	}
	if _, err := Named(fstest.MapFS{}, []string{"gone.md", "lost.md"}, Options{}); err == nil || !strings.HasPrefix(err.Error(), "gone.md: ") {
		t.Errorf("files that are not there: %v", err)
	}
}

func TestLayouts(t *testing.T) {
	for _, c := range []struct{ layout, stem, want, reason string }{
		{"docusaurus", "web/i18n/zh-CN/docusaurus-plugin-content-docs/current/x/a", "web/docs/x/a zh-CN, docs/x/a zh-CN", "beside i18n, or beside the site"},
		{"docusaurus", "i18n/ja/docusaurus-plugin-content-docs/version-2.7/a", "versioned_docs/version-2.7/a ja", "a version"},
		{"docusaurus", "i18n/ja/current/docusaurus-plugin-content-docs/current/a", "docs/a ja", "an extra folder"},
		{"docusaurus", "i18n/fr/docusaurus-plugin-content-docs-community/version-1/a", "community_versioned_docs/version-1/a fr", "a plugin with an id"},
		{"docusaurus", "i18n/fr/docusaurus-plugin-content-blog/2024/a", "blog/2024/a fr", "the blog has no versions"},
		{"docusaurus", "i18n/ar/docusaurus-plugin-content-pages/a", "src/pages/a ar", "nor have pages"},
		{"docusaurus", "i18n/ar/code", "", "no plugin"},
		{"locale-folder", "docs/zh_cn/x/a", "docs/x/a zh-CN", "the tag in canonical form"},
		{"locale-folder", "en/x/it/a", "x/it/a en, en/x/a it", "every folder is read, the outermost first"},
		{"locale-folder", "docs/zh", "", "the file's name is no folder"},
		{"locale-folder", "site/en-snapshot/a", "site/a en", "a state of the text"},
		{"locale-folder", "docs/br/a", "docs/a br, docs/a pt-BR?", "Breton, or in doubt Brazil"},
		{"locale-folder", "docs/日本語/a", "docs/a ja", "a language's own name"},
		{"translations-folder", "i18n/ja/docs/a", "docs/a ja", "the folder for translations goes too"},
		{"translations-folder", "x/translations/th/a", "x/a th", "the same, deeper"},
		{"translations-folder", "docs/ja/a", "", "docs holds more than translations"},
		{"folder-suffix", "pages.pt_BR/x/a", "pages/x/a pt-BR", "after a dot"},
		{"folder-suffix", "docs/guide-zh-CN/a", "docs/guide/a zh-CN", "the longest tag"},
		{"folder-suffix", "zh-CN/a", "", "a name that is a tag has none after it"},
		{"folder-prefix", "ja-docs/a", "docs/a ja", "before a hyphen"},
		{"folder-prefix", "x/zh_CN.docs/a", "x/docs/a zh-CN", "the longest tag"},
		{"two-folders", "site-zh/content/zh/docs/a", "site/content/docs/a zh", "the same locale twice"},
		{"two-folders", "fr/content/de/a", "", "two locales"},
		{"file-suffix", "x/a.zh-Hant", "x/a zh-Hant", "after a dot"},
		{"file-suffix", "README_cn", "README zh", "an alias"},
		{"file-suffix", "README-BR", "README br, README pt-BR?", "Breton, or in doubt Brazil"},
		{"file-suffix", "sign-in", "sign id?, sign hi?", "in doubt Indonesian or Hindi"},
		{"file-suffix", "docs/.de", "", "nothing before the tag"},
		{"file-suffix", "userpasswords.brazilian-portuguese", "userpasswords pt-BR", "a name of two words"},
		{"folder-and-suffix", "docs/de/a.de", "docs/a de", "both go"},
		{"folder-and-suffix", "guide-zh/x/a_zh-CN", "guide/x/a zh", "zh and zh-CN are one"},
		{"moved-readme", "docs/README-JP", "README ja", "beside the one of the folder above"},
		{"moved-readme", "docs/guide-JP", "", "no page that a repository shows"},
		{"moved-readme", "translations/guide.hi", "guide hi", "any page, in a folder for translations"},
		{"moved-readme", "docs/zh/README", "README zh", "in a folder of its own"},
		{"file-prefix", "x/zh_README", "x/README zh", "before an underscore"},
		{"file-name", "i18n/de", "i18n de, README de", "the page of the folder, or of the one above"},
		{"file-name", "de", "index de", "at the root"},
	} {
		i := slices.IndexFunc(layouts, func(l layout) bool { return l.name == c.layout })
		dir, base := split(c.stem)
		var got []string
		for _, m := range layouts[i].match(dir, base) {
			text := join(m.dir, m.base) + " " + m.locale
			if m.doubtful {
				text += "?"
			}
			got = append(got, text)
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s is %q, want %q: %s", c.layout, c.stem, s, c.want, c.reason)
		}
	}
}

// checkLayouts holds every layout to the law: path is the inverse of match.
func checkLayouts(t *testing.T, stem string) {
	t.Helper()
	dir, base := split(stem)
	for _, l := range layouts {
		for _, m := range l.match(dir, base) {
			if gotDir, gotBase := l.path(m); gotDir != dir || gotBase != base {
				t.Errorf("%s: %q is read as %+v, which is %q, %q", l.name, stem, m, gotDir, gotBase)
			}
			if !strings.Contains(l.pattern(m), "<locale>") {
				t.Errorf("%s: %q has no place for a locale", l.name, l.pattern(m))
			}
			if !strings.HasPrefix(slashed(m.dir), m.root) {
				t.Errorf("%s: the page of %q is not under %q: %+v", l.name, stem, m.root, m)
			}
		}
	}
}

// TestLayoutsInverse tries the law on paths made of what layouts look at.
func TestLayoutsInverse(t *testing.T) {
	parts := []string{
		"docs", "i18n", "zh-CN", "ja", "docusaurus-plugin-content-docs", "docusaurus-plugin-content-blog-x", "current",
		"version-1.2", "guide-pt_BR", "x.en", "de_docs", "README", "README-TR", "a.zh", "fr.a", "translations", "หน้า-th",
		"日本語", "br", "en-snapshot", "a.b-c_it", "-de", "de-", "文档.zh-Hans", "a😀_hi",
	}
	rng := rand.New(rand.NewPCG(4, 4))
	for range 20_000 {
		var path []string
		for range 1 + rng.IntN(6) {
			path = append(path, parts[rng.IntN(len(parts))])
		}
		checkLayouts(t, strings.Join(path, "/"))
	}
}

func FuzzLayouts(f *testing.F) {
	for _, stem := range []string{
		"docs/zh-CN/a", "a.zh_CN", "x.pt-BR/help/a", "README-PTBR", "en/it/is.br-id", "//de//", "日本語/ja/หน้า_th", "de", "a. de", " en/a",
		"i18n/ja/docusaurus-plugin-content-docs/current/x/a", "i18n/de", "s-zh/zh/a.zh", "docs/ja/README", "ja-docs/zh_a",
	} {
		f.Add(stem)
	}
	f.Fuzz(func(t *testing.T, stem string) {
		if fs.ValidPath(stem) && !strings.Contains(stem, here) && !strings.Contains(stem, page) { // neither is in names
			checkLayouts(t, stem)
		}
	})
}

func FuzzDiscover(f *testing.F) {
	f.Add("en/a.md\nfr/a.md\na.md\na.en.md\na.html", "fr")
	f.Add("x-zh/a-cn.md\nx/a.md\nx/a-cn.md\na.md.md\na.md", "")
	f.Fuzz(func(t *testing.T, names, source string) {
		fsys := fstest.MapFS{}
		for i, name := range strings.Split(names, "\n") {
			if fs.ValidPath(name) && name != "." && i < 20 {
				fsys[name] = &fstest.MapFile{Data: []byte(texts["en"])}
			}
		}
		for name := range fsys { // no file may be a folder too
			for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
				if fsys[dir] != nil {
					return
				}
			}
		}
		if tree, err := Discover(fsys, Options{Source: source}); err == nil {
			checkTree(t, tree)
		}
	})
}

// TestDiscoverLarge is the promise that discovery is linear, on a tree small
// enough for every run; BenchmarkDiscover is the one of 100,000 files.
func TestDiscoverLarge(t *testing.T) {
	fsys := newBigTree(10, 1000)
	tree, err := Discover(fsys, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(tree.Pages) != 1000 || len(tree.Pages[0].Files) != 10 || tree.Source != "en" {
		t.Errorf("%d pages, first %+v", len(tree.Pages), tree.Pages[0])
	}
	if read := fsys.opened; read > 1000 {
		t.Errorf("%d files were opened to tell 10,000", read)
	}
}

// BenchmarkDiscover measures a tree of 100,000 pages in ten locales, and one of
// 100,000 files without translations, of which each is a page. B/file is the
// memory that is held once all is found, paths included.
func BenchmarkDiscover(b *testing.B) {
	for _, c := range []struct {
		name           string
		locales, pages int
	}{{"translated", 10, 100_000}, {"plain", 1, 100_000}} {
		b.Run(c.name, func(b *testing.B) {
			fsys := newBigTree(c.locales, c.pages)
			files := float64(c.locales * c.pages)
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var tree *Tree
			for b.Loop() {
				var err error
				if tree, err = Discover(fsys, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			held := (float64(after.HeapAlloc) - float64(before.HeapAlloc)) / files
			runtime.KeepAlive(tree)
			runtime.KeepAlive(fsys)
			b.ReportMetric(held, "B/file")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/files, "ns/file")
			if held > 300 {
				b.Errorf("%.0f bytes a file are held, want at most 300", held)
			}
		})
	}
}

// A bigTree is a file system of pages × locales that lists folders in constant
// time a file, as disks do and fstest.MapFS does not.
type bigTree struct {
	folders map[string][]fs.DirEntry
	opened  int
}

func newBigTree(locales, pages int) *bigTree {
	tags := []string{"en", "de", "fr", "it", "pt-BR", "ja", "zh-CN", "tr", "ar", "hi"}[:locales]
	tree := &bigTree{folders: map[string][]fs.DirEntry{}}
	add := func(folder, name string, dir bool) {
		tree.folders[folder] = append(tree.folders[folder], entry{name, dir})
	}
	add(".", "docs", true)
	for _, tag := range tags {
		add("docs", tag, true)
		for p := range pages {
			folder := fmt.Sprintf("docs/%s/part%03d", tag, p/100)
			if p%100 == 0 {
				add("docs/"+tag, path.Base(folder), true)
			}
			add(folder, fmt.Sprintf("page%05d.md", p), false)
		}
	}
	for _, entries := range tree.folders {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return tree
}

func (b *bigTree) ReadDir(name string) ([]fs.DirEntry, error) { return b.folders[name], nil }

func (b *bigTree) Stat(name string) (fs.FileInfo, error) { return entry{name, name == "."}, nil }

func (b *bigTree) Open(name string) (fs.File, error) {
	b.opened++
	tag := (name + "/en/x")[len("docs/"):]
	return fstest.MapFS{"x": {Data: []byte(texts[tag[:2]])}}.Open("x")
}

// An entry is a file or folder that knows its name only.
type entry struct {
	name string
	dir  bool
}

func (e entry) Name() string               { return e.name }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Size() int64                { return 0 }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}
