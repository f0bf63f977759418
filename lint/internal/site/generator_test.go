package site

import "testing"

func TestGenerators(t *testing.T) {
	for _, c := range []struct{ name, src, want, reason string }{
		{"docusaurus.config.js", "module.exports = {i18n: {defaultLocale: 'en', locales: ['zh']}}", "en", "an object"},
		{"docusaurus.config.ts", "const config: Config = {\n  title: `it's ${x} {`,\n  i18n: {\n    // defaultLocale: 'fr',\n    \"defaultLocale\": \"zh-CN\",\n  },\n};", "zh-CN", "comments, strings and types"},
		{"docusaurus.config.js", "/* defaultLocale: 'fr' */ x = {i18n: {defaultLocale: locale}}", "", "what a program computes is not known"},
		{"docusaurus.config.js", "const url = 'http://x'; const x = {i18n: {defaultLocale: 'de'}}", "de", "no comment in a string"},
		{"docusaurus.config.js", "x = {s: 'it\\'s', r: /'/, i18n: {\ndefaultLocale: 'ja'}}", "ja", "a quote that is none ends with its line"},
		{"astro.config.mjs", "starlight({ defaultLocale: 'root', locales: { root: { label: '日本語', lang: 'ja' }, en: { label: 'English' } } })", "ja", "the root's language"},
		{"astro.config.mjs", "i18n: { defaultLocale: \"es\", locales: [\"es\", { path: \"pt\", codes: [\"pt-BR\"] }] }", "es", "Astro's own"},
		{"config/index.ts", "export default { locales: { root: { label: 'العربية', lang: 'ar' }, en: {} } }", "ar", "VitePress"},
		{"config.js", "module.exports = { locales: { '/': { lang: 'en-US' }, '/zh/': { lang: 'zh-CN' } } }", "en-US", "VuePress"},
		{"config.mts", "export default defineConfig({ lang: 'zh-CN', themeConfig: { lang: 'x' } })", "zh-CN", "one language"},
		{".dumirc.ts", "export default { locales: [{ id: 'zh-CN', name: '中文' }, { id: 'en-US' }] }", "zh-CN", "the first of a list"},
		{"rspress.config.ts", "export default { lang: 'th', locales: [{ lang: 'en' }] }", "th", "Rspress"},
		{"mkdocs.yml", "plugins:\n  - search\n  - i18n:\n      languages:\n        - {locale: en, name: x}\n        - locale: zh\n          default: true\n", "zh", "the one marked"},
		{"mkdocs.yml", "plugins:\n  - i18n:\n      default_language: fr\nx: !ENV [A, b]\n", "fr", "before its first version"},
		{"mkdocs.yml", "theme: {language: de}\n", "", "the theme's words are not the pages'"},
		{"mkdocs.yml", "a: [b\n\t*", "", "broken"},
		{"hugo.toml", "baseURL = 'x'\nDefaultContentLanguage = \"pt-br\"\n", "pt-br", "TOML, in any case"},
		{"config.yaml", "defaultContentLanguage: hi\n", "hi", "YAML"},
		{"config.json", "{\n \"defaultContentLanguage\": \"de\"\n}", "de", "JSON"},
		{"LANGS.md", "# Languages\n\n* [English](en/)\n* [中文](./zh)\n", "en", "the first"},
		{"mint.json", "{\"navigation\": {\"languages\": [{\"language\": \"cn\"}, {\"language\": \"en\", \"default\": true}]}}", "en", "the one marked"},
		{"docs.json", "{\"navigation\": {\"languages\": [{\"language\": \"ko\"}, {\"language\": \"en\"}]}}", "ko", "or the first"},
		{"i18n.json", "{\"i18n\": {\"defaultLocale\": \"uk\"}}", "uk", "an i18n block"},
		{"lunaria.config.json", "{\"defaultLocale\": {\"label\": \"x\", \"lang\": \"en\"}}", "en", "an object"},
		{"docs.json", "[1, {\"languages\": 5}]", "", "something else"},
		{"book.toml", "[book]\nlanguage = \"zh\"\n", "zh", "mdBook"},
	} {
		read := readerOf(c.name)
		if read == nil {
			t.Errorf("%s is not read", c.name)
			continue
		}
		if got := read(c.src); got != c.want {
			t.Errorf("%s: %q of %q, want %q: %s", c.name, got, c.src, c.want, c.reason)
		}
	}
	for _, name := range []string{"config.ts", "config.js", "a.md", "README.md", "package.json", "x.toml"} {
		if isGenerator(name) {
			t.Errorf("%s is taken for the configuration of a generator", name)
		}
	}
}

func FuzzGenerators(f *testing.F) {
	for _, src := range []string{
		"{a: {defaultLocale: 'x'}, b: [{id: \"y\"}]}", "a:\n- locale: x\n  default: true\n", "{\"languages\": [{\"language\": \"de\"}]}",
		"`", "'\\", "/*", "//", "}}]{[", "a = {b: {", "[x](y/)", "defaultContentLanguage: 文",
	} {
		f.Add(src)
	}
	f.Fuzz(func(_ *testing.T, src string) {
		for _, g := range generators {
			g.read(src)
		}
	})
}
