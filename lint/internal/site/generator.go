package site

import (
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/doclint/doclint/lint/lang"
)

// maxConfig is the size in bytes up to which a configuration is read.
const maxConfig = 256 << 10

// generators are the files in which generators of sites are told the default
// locale, and what reads it. They are read and never run: a locale that a program
// in them computes is not found.
var generators = []struct {
	name *regexp.Regexp // of the file
	read func(src string) (tag string)
}{
	{regexp.MustCompile(`^docusaurus\.config\.[cm]?[jt]s$`), scriptLocale},
	{regexp.MustCompile(`^(astro|rspress|next|nuxt|theme|next-i18next|vocs)\.config\.[cm]?[jtx]sx?$`), scriptLocale},
	{regexp.MustCompile(`^config(/index)?\.[cm]?[jt]s$`), scriptLocale}, // in .vitepress and .vuepress only
	{regexp.MustCompile(`^\.(dumirc|fatherrc)\.[jt]s$`), scriptLocale},
	{regexp.MustCompile(`^mkdocs\.ya?ml$`), mkdocsLocale},
	{regexp.MustCompile(`^(hugo|config|languages)\.(toml|ya?ml|json)$`), hugoLocale},
	{regexp.MustCompile(`^LANGS\.md$`), langsLocale},
	{regexp.MustCompile(`^(mint|docs|i18n|lunaria\.config)\.json$`), jsonLocale},
	{regexp.MustCompile(`^book\.toml$`), bookLocale},
}

// generatorFolders are the hidden folders that hold such files.
var generatorFolders = map[string]bool{".vitepress": true, ".vuepress": true}

// generatorFiles returns the configurations in such a folder.
func generatorFiles(fsys fs.FS, dir string) (files []string) {
	for _, name := range []string{"config", "config/index"} {
		for _, ext := range []string{".ts", ".js", ".mts", ".mjs"} {
			if info, err := fs.Stat(fsys, path.Join(dir, name+ext)); err == nil && info.Mode().IsRegular() {
				files = append(files, path.Join(dir, name+ext))
			}
		}
	}
	return files
}

// isGenerator reports whether a file may be the configuration of a generator.
// config.ts is one only in certain folders.
func isGenerator(base string) bool {
	if isPage(base) && base != "LANGS.md" || strings.HasPrefix(base, "config.") && strings.HasSuffix(base, "s") {
		return false
	}
	return readerOf(base) != nil
}

func readerOf(name string) func(string) string {
	for _, g := range generators {
		if g.name.MatchString(name) {
			return g.read
		}
	}
	return nil
}

// A generatorDefault is the default locale of a site.
type generatorDefault struct {
	locale string // canonical, "" if none is told
	path   string // of the file that tells it
}

// generatorDefaults are the default locales of sites, by the folder of each.
type generatorDefaults map[string]generatorDefault

// defaults reads the configurations of the tree.
func (s *survey) defaults() generatorDefaults {
	found := generatorDefaults{}
	slices.Sort(s.configs)
	for _, name := range s.configs {
		dir, base := split(name)
		for _, inner := range []string{".vitepress", ".vuepress", "config/_default"} {
			if above, ok := strings.CutSuffix("/"+dir, "/"+inner); ok {
				dir = strings.TrimPrefix(above, "/")
			} else if above, ok := strings.CutSuffix("/"+dir, "/"+inner+"/config"); ok {
				dir, base = strings.TrimPrefix(above, "/"), "config/"+base
			}
		}
		if found[dir].locale != "" {
			continue
		}
		src, err := readHead(s.fsys, name, maxConfig)
		read := readerOf(base)
		if err != nil || read == nil {
			continue // nothing is lost but a hint
		}
		if locale, ok := lang.Canonical(read(string(src))); ok {
			found[dir] = generatorDefault{locale, name}
		}
	}
	return found
}

// of returns what the site that a page belongs to has for its default locale: the
// nearest one above any of its files.
func (d generatorDefaults) of(s *survey, g *group) (best generatorDefault) {
	if len(d) == 0 {
		return best
	}
	depth := -1
	for _, i := range g.files {
		for dir := s.folders[s.files[i].folder].path; ; dir, _ = split(dir) {
			if found, ok := d[dir]; ok && len(dir) > depth {
				best, depth = found, len(dir)
			}
			if dir == "" || len(dir) <= depth {
				break
			}
		}
	}
	return best
}

// A setting is a string in a script and the keys that lead to it, joined by dots.
type setting struct{ key, value string }

// scriptLocale reads the default locale in a configuration that is a script.
func scriptLocale(src string) string {
	settings := scriptSettings(src)
	first := func(keys ...string) string {
		for _, key := range keys {
			for _, s := range settings {
				if s.key == key || strings.HasSuffix(s.key, "."+key) {
					return s.value
				}
			}
		}
		return ""
	}
	if locale := first("defaultLocale", "defaultLanguage"); locale != "" && locale != "root" {
		return locale
	}
	if locale := first("locales.root.lang", "locales./.lang"); locale != "" {
		return locale
	}
	for _, s := range settings {
		if s.key == "lang" {
			return s.value
		}
	}
	return first("locales.id")
}

// scriptSettings returns the strings that are values of keys in the object
// literals of a script. It knows comments, strings and braces, and no more of the
// language.
func scriptSettings(src string) (settings []setting) {
	var open []string // the keys of the braces that are open
	key, colon := "", false
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case strings.HasPrefix(src[i:], "//"):
			i += len(src[i:]) - len(strings.TrimLeft(src[i:], "/"))
			if n := strings.IndexByte(src[i:], '\n'); n >= 0 {
				i += n
			} else {
				i = len(src)
			}
		case strings.HasPrefix(src[i:], "/*"):
			if n := strings.Index(src[i+2:], "*/"); n >= 0 {
				i += n + 4
			} else {
				i = len(src)
			}
		case c == '\'' || c == '"' || c == '`':
			text, n := scriptString(src[i:])
			i += n
			if colon {
				settings = append(settings, setting{strings.TrimPrefix(strings.Join(open, "")+"."+key, "."), text})
				key, colon = "", false
			} else {
				key = text
			}
		case isWord(c):
			start := i
			for i < len(src) && isWord(src[i]) {
				i++
			}
			if !colon {
				key = src[start:i]
			}
		case c == ':' || c == '=' && len(open) == 0:
			colon = key != ""
			i++
		case c == '{':
			name := ""
			if colon && key != "" {
				name = "." + key
			}
			open = append(open, name)
			key, colon = "", false
			i++
		case c == '}':
			open = open[:max(0, len(open)-1)]
			key, colon = "", false
			i++
		case c == '[':
			if colon { // objects in a list have the key of the list
				open = append(open, "."+key)
			} else {
				open = append(open, "")
			}
			key, colon = "", false
			i++
		case c == ']':
			open = open[:max(0, len(open)-1)]
			key, colon = "", false
			i++
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			i++
		default:
			key, colon = "", false
			i++
		}
	}
	return settings
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// scriptString reads the string that a script begins with, and returns it without
// its quotes and its length with them. A line ends a string that is not a template.
func scriptString(src string) (text string, n int) {
	var b strings.Builder
	for n = 1; n < len(src) && src[n] != src[0]; n++ {
		if src[n] == '\n' && src[0] != '`' {
			return b.String(), n
		}
		if src[n] == '\\' && n+1 < len(src) {
			n++
		}
		b.WriteByte(src[n])
	}
	return b.String(), min(n+1, len(src))
}

// mkdocsLocale reads the default of the plugins that make sites in several
// languages.
func mkdocsLocale(src string) string {
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(src), &root); err != nil {
		return ""
	}
	return mkdocsDefault(&root, 0)
}

func mkdocsDefault(n *yaml.Node, depth int) string {
	if n == nil || depth > 20 {
		return ""
	}
	if n.Kind == yaml.MappingNode {
		locale, isDefault := "", false
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, value := n.Content[i].Value, n.Content[i+1]
			switch {
			case key == "default_language" && value.Kind == yaml.ScalarNode:
				return value.Value
			case key == "locale":
				locale = value.Value
			case key == "default":
				isDefault = value.Value == "true"
			}
		}
		if isDefault && locale != "" {
			return locale
		}
	}
	for _, child := range n.Content {
		if locale := mkdocsDefault(child, depth+1); locale != "" {
			return locale
		}
	}
	return ""
}

var (
	hugoKey = regexp.MustCompile(`(?mi)^\s*["']?defaultContentLanguage["']?\s*[:=]\s*["']?([\w-]+)`)
	langs   = regexp.MustCompile(`\]\(\s*(?:\./)?([\w-]+)/?[^)]*\)`)
	bookKey = regexp.MustCompile(`(?m)^\s*language\s*=\s*["']([\w-]+)["']`)
)

func submatch(of *regexp.Regexp, src string) string {
	if m := of.FindStringSubmatch(src); m != nil {
		return m[1]
	}
	return ""
}

func hugoLocale(src string) string { return submatch(hugoKey, src) }

// langsLocale reads the list of languages of a GitBook, the first of which is the
// default.
func langsLocale(src string) string { return submatch(langs, src) }

func bookLocale(src string) string { return submatch(bookKey, src) }

// jsonLocale reads a default locale, or a list of languages: the one that is
// marked as the default, or the first.
func jsonLocale(src string) string {
	var value any
	if err := json.Unmarshal([]byte(src), &value); err != nil {
		return ""
	}
	return jsonDefault(value, 0)
}

func jsonDefault(value any, depth int) string {
	object, ok := value.(map[string]any)
	if !ok || depth > 4 {
		return ""
	}
	switch v := object["defaultLocale"].(type) {
	case string:
		return v
	case map[string]any:
		if tag, ok := v["lang"].(string); ok {
			return tag
		}
	}
	if list, ok := object["languages"].([]any); ok {
		first := ""
		for _, item := range list {
			item, _ := item.(map[string]any)
			tag, _ := item["language"].(string)
			if first == "" {
				first = tag
			}
			if is, _ := item["default"].(bool); is {
				return tag
			}
		}
		return first
	}
	for _, key := range []string{"navigation", "i18n"} {
		if tag := jsonDefault(object[key], depth+1); tag != "" {
			return tag
		}
	}
	return ""
}
