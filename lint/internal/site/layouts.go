package site

import (
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// A layout is one way in which projects keep the locales of a page apart.
//
// A path is taken as a folder and a base name, which is the file's without its
// extension. The law that a test holds every layout to: path is the inverse of
// match.
type layout struct {
	name string
	doc  string

	// folders is set if only the folder is read, so that one match holds for all
	// files in it. The base is then handed through.
	folders bool

	// match returns the readings in which some part of the path names a locale,
	// the outermost first. Whether the part does is not decided here.
	match func(dir, base string) []match

	// path returns the folder and base that a match was read from.
	path func(match) (dir, base string)
}

// A match is one reading of a path.
type match struct {
	// place is where the tag stands, a NUL byte holding its place and <page> that
	// of the page's name; files of one place and tag are judged together.
	place string

	root      string // the folder of the page that the place is taken for, "" or with a slash at its end
	dir, base string // the page
	tag       string // as written; two of them are joined by a NUL byte
	locale    string // canonical
	doubtful  bool   // the tag mostly means something else
}

// here holds the place of a tag.
const here = "\x00"

// pattern writes the place of a match of the layout for people.
func (l layout) pattern(m match) string {
	pattern := strings.ReplaceAll(m.place, here, "<locale>")
	if l.folders {
		pattern += "/"
	}
	return pattern
}

// movedReadme is the layout that others go before where they explain as much.
const movedReadme = "moved-readme"

// layouts are in the order of precedence among readings that explain as much.
var layouts = []layout{
	{
		name:    "docusaurus",
		doc:     "i18n/zh-CN/docusaurus-plugin-content-docs/current/a.md beside docs/a.md; version-1.2 beside versioned_docs/version-1.2",
		folders: true, match: matchDocusaurus, path: folderPath,
	},
	{
		name:    "locale-folder",
		doc:     "a folder at any depth names the locale: docs/zh-CN/a.md beside docs/en/a.md or docs/a.md",
		folders: true, match: matchFolder, path: folderPath,
	},
	{
		name:    "translations-folder",
		doc:     "a folder for translations holds one for each locale: i18n/ja/docs/a.md beside docs/a.md",
		folders: true, match: matchTranslations, path: folderPath,
	},
	{
		name:    "folder-suffix",
		doc:     "the end of a folder's name does: guide-zh-CN/a.md beside guide/a.md, x.pt-BR/a.md beside x.en/a.md",
		folders: true, match: matchFolderSuffix, path: folderPath,
	},
	{
		name:    "folder-prefix",
		doc:     "the beginning of a folder's name does: ja-docs/a.md beside docs/a.md or en-docs/a.md",
		folders: true, match: matchFolderPrefix, path: folderPath,
	},
	{
		name:    "two-folders",
		doc:     "two folders name the same locale: site-ja/content/ja/a.md beside site/content/a.md or site-en/content/en/a.md",
		folders: true, match: matchTwoFolders, path: folderPath,
	},
	{
		name:  "file-suffix",
		doc:   "the end of the file's name does: a.zh-CN.md, a_cn.md or a-TR.md beside a.md or a.en-US.md",
		match: matchFileSuffix, path: suffixPath,
	},
	{
		name:  "folder-and-suffix",
		doc:   "a folder and the end of the file's name name the same locale: de/a.de.md beside a.md or en/a.en.md",
		match: matchFolderAndSuffix, path: folderAndSuffixPath,
	},
	{
		name:  movedReadme,
		doc:   "a page of the folder above, translated in one for translations: docs/README-JP.md or docs/ja/README.md beside README.md",
		match: matchMoved, path: movedPath,
	},
	{
		name:  "file-prefix",
		doc:   "the beginning of the file's name does: zh_README.md beside README.md",
		match: matchFilePrefix, path: prefixPath,
	},
	{
		name:  "file-name",
		doc:   "the file's name is the locale: i18n/de.md beside i18n/fr.md",
		match: matchFileName, path: namePath,
	},
}

// slashed returns a folder with a slash at its end, or "" for the root.
func slashed(dir string) string {
	if dir == "" {
		return ""
	}
	return dir + "/"
}

// join is path.Join without cleaning.
func join(dir, base string) string { return slashed(dir) + base }

// split is the inverse of join.
func split(name string) (dir, base string) {
	n := strings.LastIndexByte(name, '/')
	return name[:max(n, 0)], name[n+1:]
}

// fill puts the tags of a match in their places.
func (m match) fill() string {
	var b strings.Builder
	tags := strings.Split(m.tag, here)
	for i, part := range strings.Split(m.place, here) {
		if i > 0 {
			b.WriteString(tags[min(i, len(tags))-1])
		}
		b.WriteString(part)
	}
	return b.String()
}

// folderPath is the inverse of all matches that look at folders only.
func folderPath(m match) (dir, base string) {
	rest := slashed(m.dir)[len(m.root):]
	return strings.TrimSuffix(m.fill()+"/"+rest, "/"), m.base
}

// A candidate is a locale that a name may stand for.
type candidate struct {
	locale   string
	doubtful bool
}

// candidates returns the locales that a name as a whole may stand for.
func candidates(name string) (all []candidate) {
	if len(name) > 32 || strings.TrimSpace(name) != name {
		return nil
	}
	if locale, ok := lang.Canonical(name); ok {
		all = append(all, candidate{locale, false})
	}
	for _, locale := range lang.Doubtful(name) {
		all = append(all, candidate{locale, true})
	}
	return all
}

// separators part a tag from the name that it is glued to.
const separators = ".-_"

// A cut is where a tag is glued to a name.
type cut struct {
	name, tag string
	separator string
	candidate
}

// suffixes returns the readings of a name's end as a tag: the longest, and what
// its last part may mean in doubt. A name that is a tag as a whole has no suffix.
func suffixes(name string) (cuts []cut) {
	at := strings.LastIndexAny(name, separators)
	if at <= 0 {
		return nil
	}
	if _, ok := lang.Canonical(name); ok {
		return nil
	}
	found := 0
	locale := ""
	for parts, end := 0, at; parts < 3 && end > 0 && len(name)-end <= 32; parts++ {
		tag := name[end+1:]
		if canonical, ok := lang.Canonical(tag); ok && strings.TrimSpace(tag) == tag && lang.Regional(canonical) {
			found, locale = end, canonical
		}
		end = strings.LastIndexAny(name[:end], separators)
	}
	if found > 0 {
		cuts = append(cuts, cut{name[:found], name[found+1:], name[found : found+1], candidate{locale, false}})
	}
	if found == 0 || found == at {
		for _, locale := range lang.Doubtful(name[at+1:]) {
			cuts = append(cuts, cut{name[:at], name[at+1:], name[at : at+1], candidate{locale, true}})
		}
	}
	return cuts
}

// prefixes returns the reading of a name's beginning as a tag, the longest.
func prefixes(name string) (cuts []cut) {
	at := strings.IndexAny(name, separators)
	if at <= 0 || at == len(name)-1 {
		return nil
	}
	if _, ok := lang.Canonical(name); ok {
		return nil
	}
	for parts, end := 0, at; parts < 3 && end < min(len(name)-1, 32); parts++ {
		if canonical, ok := lang.Canonical(name[:end]); ok && strings.TrimSpace(name[:end]) == name[:end] && lang.Regional(canonical) {
			cuts = append(cuts[:0], cut{name[end+1:], name[:end], name[end : end+1], candidate{canonical, false}})
		}
		n := strings.IndexAny(name[end+1:], separators)
		if n < 0 {
			break
		}
		end += 1 + n
	}
	return cuts
}

// A segment is one folder of a path: dir[start:end].
type segment struct{ start, end int }

func segments(dir string) (all []segment) {
	for start := 0; start < len(dir); {
		end := len(dir)
		if n := strings.IndexByte(dir[start:], '/'); n >= 0 {
			end = start + n
		}
		all = append(all, segment{start, end})
		start = end + 1
	}
	return all
}

// A mark is a folder that may name a locale, as a whole or glued to a name.
type mark struct {
	segment
	before, after string // what the place has around the tag
	name          string // what the folder is called without the tag, "" if it is the tag
	tag           string
	candidate
}

// whole returns the marks that are folders named by a tag.
func whole(dir string) (marks []mark) {
	for _, s := range segments(dir) {
		name := dir[s.start:s.end]
		for _, c := range candidates(name) {
			marks = append(marks, mark{segment: s, tag: name, candidate: c})
		}
	}
	return marks
}

func glued(dir string, cuts func(string) []cut, first bool) (marks []mark) {
	for _, s := range segments(dir) {
		for _, c := range cuts(dir[s.start:s.end]) {
			m := mark{segment: s, name: c.name, tag: c.tag, candidate: c.candidate}
			if first {
				m.after = c.separator + c.name
			} else {
				m.before = c.name + c.separator
			}
			marks = append(marks, m)
		}
	}
	return marks
}

// of returns the match of one mark in a folder.
func (k mark) of(dir, base string) match {
	root := dir[:k.start]
	if k.name != "" {
		root += k.name + "/"
	}
	rest := ""
	if k.end < len(dir) {
		rest = dir[k.end+1:]
	}
	return match{
		place: dir[:k.start] + k.before + here + k.after, root: root,
		dir: strings.TrimSuffix(root+rest, "/"), base: base,
		tag: k.tag, locale: k.locale, doubtful: k.doubtful,
	}
}

func matchMarks(marks []mark, dir, base string) (matches []match) {
	for _, k := range marks {
		matches = append(matches, k.of(dir, base))
	}
	return matches
}

func matchFolder(dir, base string) []match { return matchMarks(whole(dir), dir, base) }

func matchFolderSuffix(dir, base string) []match {
	return matchMarks(glued(dir, suffixes, false), dir, base)
}

func matchFolderPrefix(dir, base string) []match {
	return matchMarks(glued(dir, prefixes, true), dir, base)
}

// holders are the names of folders that hold translations, in lower case.
//
// Source: the trees that this was measured on, and the defaults of generators.
var holders = []string{
	"i18n", "intl", "l10n", "lang", "langs", "language", "languages", "locale", "locales", "localization",
	"localizations", "localized", "localised", "readme", "readmes", "translated", "translation", "translations",
}

func isHolder(name string) bool { return slices.Contains(holders, strings.ToLower(name)) }

func matchTranslations(dir, base string) (matches []match) {
	for _, k := range whole(dir) {
		if k.start == 0 {
			continue
		}
		above, holder := split(dir[:k.start-1])
		if !isHolder(holder) {
			continue
		}
		m := k.of(dir, base)
		rest := slashed(m.dir)[len(m.root):]
		m.root = slashed(above)
		m.dir = strings.TrimSuffix(m.root+rest, "/")
		matches = append(matches, m)
	}
	return matches
}

// maxMarks bounds the folders of a path that two of are tried of.
const maxMarks = 8

func matchTwoFolders(dir, base string) (matches []match) {
	marks := append(whole(dir), glued(dir, suffixes, false)...)
	if len(marks) < 2 || len(marks) > maxMarks {
		return nil
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return a.start - b.start })
	for i, first := range marks {
		for _, second := range marks[i+1:] {
			if first.end >= second.start || first.doubtful || second.doubtful || !lang.Equal(first.locale, second.locale) {
				continue
			}
			// The second in the whole path, then the first in what is before it.
			outer := second.of(dir, base)
			inner := first.of(strings.TrimSuffix(outer.root, "/"), "")
			rest := slashed(outer.dir)[len(outer.root):]
			root := slashed(inner.dir)
			matches = append(matches, match{
				place: inner.place + outer.place[first.end:], root: root,
				dir: strings.TrimSuffix(root+rest, "/"), base: base,
				tag: first.tag + here + second.tag, locale: second.locale,
			})
		}
	}
	return matches
}

// plugins are the prefixes of the folders in which Docusaurus keeps translations.
const plugins = "docusaurus-plugin-content-"

func matchDocusaurus(dir, base string) (matches []match) {
	all := segments(dir)
	name := func(i int) string { return dir[all[i].start:all[i].end] }
	for i := range all {
		if name(i) != "i18n" || i+2 >= len(all) {
			continue
		}
		at := i + 2
		if name(at) == "current" && at+1 < len(all) { // an extra folder that one project has
			at++
		}
		kind, ok := strings.CutPrefix(name(at), plugins)
		if !ok {
			continue
		}
		kind, id, _ := strings.Cut(kind, "-")
		version := ""
		if kind == "docs" && at+1 < len(all) {
			at++
			version = name(at)
		}
		site := dir[:all[i].start]
		for _, root := range docusaurusRoots(site, kind, id, version) {
			for _, c := range candidates(name(i + 1)) {
				rest := strings.TrimPrefix(dir[all[at].end:], "/")
				matches = append(matches, match{
					place: dir[:all[i+1].start] + here + dir[all[i+1].end:all[at].end], root: root,
					dir: strings.TrimSuffix(root+rest, "/"), base: base,
					tag: name(i + 1), locale: c.locale, doubtful: c.doubtful,
				})
			}
		}
	}
	return matches
}

// docusaurusRoots returns the folders that hold the source of a plugin's pages:
// those beside i18n, and, for sites in a folder of their own, beside that.
func docusaurusRoots(site, kind, id, version string) (roots []string) {
	folder := ""
	switch {
	case kind == "pages":
		folder = "src/pages/"
	case kind == "docs" && id == "":
		folder = "docs/"
	default:
		folder = id + "/"
		if id == "" {
			folder = kind + "/"
		}
	}
	if kind == "docs" && version != "current" {
		folder = "versioned_docs/" + version + "/"
		if id != "" {
			folder = id + "_" + folder
		}
	}
	roots = []string{site + folder}
	if site != "" {
		above, _ := split(strings.TrimSuffix(site, "/"))
		roots = append(roots, slashed(above)+folder)
	}
	return roots
}

// page stands in a place for the name of the page.
const page = "<page>"

func matchFileSuffix(dir, base string) (matches []match) {
	for _, c := range suffixes(base) {
		matches = append(matches, match{
			place: page + c.separator + here, root: slashed(dir), dir: dir, base: c.name,
			tag: c.tag, locale: c.locale, doubtful: c.doubtful,
		})
	}
	return matches
}

func suffixPath(m match) (dir, base string) {
	return m.dir, m.base + m.place[len(page):len(m.place)-1] + m.tag
}

func matchFilePrefix(dir, base string) (matches []match) {
	for _, c := range prefixes(base) {
		matches = append(matches, match{
			place: here + c.separator + page, root: slashed(dir), dir: dir, base: c.name,
			tag: c.tag, locale: c.locale, doubtful: c.doubtful,
		})
	}
	return matches
}

func prefixPath(m match) (dir, base string) {
	return m.dir, m.tag + m.place[1:len(m.place)-len(page)] + m.base
}

func matchFolderAndSuffix(dir, base string) (matches []match) {
	cuts := suffixes(base)
	if len(cuts) == 0 {
		return nil
	}
	marks := append(whole(dir), glued(dir, suffixes, false)...)
	slices.SortStableFunc(marks, func(a, b mark) int { return a.start - b.start })
	for _, k := range marks {
		for _, c := range cuts {
			if k.doubtful || c.doubtful || !lang.Equal(k.locale, c.locale) {
				continue
			}
			m := k.of(dir, c.name)
			m.place += "/" + page + c.separator + here
			m.tag += here + c.tag
			matches = append(matches, m)
		}
	}
	return matches
}

func folderAndSuffixPath(m match) (dir, base string) {
	at := strings.LastIndex(m.place, "/"+page)
	tag, suffix, _ := strings.Cut(m.tag, here)
	separator := m.place[at+1+len(page) : len(m.place)-1]
	outer := m
	outer.place, outer.tag = m.place[:at], tag
	dir, _ = folderPath(outer)
	return dir, m.base + separator + suffix
}

// shown are the pages that a repository shows at its root, translations of which
// stand in a folder below.
var shown = []string{"readme", "contributing", "code_of_conduct", "code-of-conduct", "security", "support", "changelog"}

// documents are the folders that such translations are in, beside the holders.
var documents = []string{"doc", "docs", "documentation"}

// moved reports whether pages of the folder above may have translations in a
// folder of the name.
func moved(folder, base string) bool {
	return isHolder(folder) || slices.Contains(documents, strings.ToLower(folder)) && slices.Contains(shown, strings.ToLower(base))
}

func matchMoved(dir, base string) (matches []match) {
	above, last := split(dir)
	if dir == "" {
		return nil
	}
	for _, c := range suffixes(base) {
		if moved(last, c.name) {
			matches = append(matches, match{
				place: dir + "/" + page + c.separator + here, root: slashed(above), dir: above, base: c.name,
				tag: c.tag, locale: c.locale, doubtful: c.doubtful,
			})
		}
	}
	if above == "" || !slices.Contains(shown, strings.ToLower(base)) {
		return matches
	}
	for _, c := range candidates(last) {
		top, folder := split(above)
		if moved(folder, base) {
			matches = append(matches, match{
				place: above + "/" + here + "/" + page, root: slashed(top), dir: top, base: base,
				tag: last, locale: c.locale, doubtful: c.doubtful,
			})
		}
	}
	return matches
}

func movedPath(m match) (dir, base string) {
	at := strings.LastIndex(m.place, page)
	filled := m
	filled.place = m.place[:at] + m.base + m.place[at+len(page):]
	return split(filled.fill())
}

func matchFileName(dir, base string) (matches []match) {
	above, last := split(dir)
	for _, c := range candidates(base) {
		if c.doubtful {
			continue
		}
		m := match{place: slashed(dir) + here, root: slashed(above), dir: above, base: last, tag: base, locale: c.locale}
		if dir == "" {
			m.base = "index"
		}
		matches = append(matches, m)
		if isHolder(last) {
			m.base = "README"
			m.place = dir + "/" + here + "/"
			matches = append(matches, m)
		}
	}
	return matches
}

func namePath(m match) (dir, base string) {
	return split(strings.TrimSuffix(m.fill(), "/"))
}
