package site

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// A survey is a tree on its way from names to pages. Its methods are the stages,
// in this order: walk, claim, judge, settle, group, sources, tree.
type survey struct {
	heads
	opts   Options
	files  []file
	claims map[string][]claim // by page, who says to be it
	places map[placeKey]*place
	groups []group
	unlike bool // named files whose paths do not make them one page
}

// A file is a path and what it may be.
type file struct {
	path, stem, ext string
	readings        []reading
	chosen          int    // index of the reading that holds, or -1: the path names no locale
	locale          string // once settled
	fixed           bool   // by the options
}

// A reading is a match of one of the layouts.
type reading struct {
	match
	layout int
}

func newFile(name string) file {
	ext := path.Ext(name)
	return file{path: name, stem: strings.TrimSuffix(name, ext), ext: ext, chosen: -1}
}

// page is the page that the file belongs to.
func (f *file) page() string {
	if f.chosen < 0 {
		return f.stem
	}
	return f.readings[f.chosen].page
}

// A claim says that a file is a page by one of its readings, or by its bare stem.
type claim struct {
	file, reading int
	locale        string // "" of a bare file
}

// A place is where a tag stands in paths; the files there are judged together.
type placeKey struct {
	layout     int
	place, tag string
}

type place struct {
	files    int
	paired   []int // those for whose page another file is there
	accepted bool
}

// claim reads every path by every layout.
func (s *survey) claim() {
	s.claims = map[string][]claim{}
	for i := range s.files {
		f := &s.files[i]
		override, overridden := s.opts.override(f.path)
		for l := range layouts {
			for _, m := range layouts[l].match(f.stem) {
				if !overridden || m.locale == override.Tag {
					f.readings = append(f.readings, reading{m, l})
				}
			}
		}
		if overridden {
			f.fixed, f.locale = true, override.Tag
			f.readings = append(f.readings, overrideReadings(f.stem, override)...)
		}
		for r, reading := range f.readings {
			s.claims[reading.page] = append(s.claims[reading.page], claim{i, r, reading.locale})
		}
	}
	for i := range s.files {
		f := &s.files[i]
		if others, ok := s.claims[f.stem]; ok {
			s.claims[f.stem] = append(others, claim{i, -1, f.locale})
		}
	}
}

// overrideReadings reads the folder that ends the fixed part of a glob as the name
// of the locale: "docs/simple/**" makes docs/simple/a the page docs/a.
func overrideReadings(stem string, o LocaleOverride) []reading {
	fixed := o.Glob[:strings.IndexAny(o.Glob+"*", "*?[{\\")]
	folder := strings.TrimSuffix(fixed, "/")
	if folder == fixed || !strings.HasPrefix(stem, fixed) {
		return nil
	}
	before := folder[:strings.LastIndexByte(folder, '/')+1]
	return []reading{{match{before, before + stem[len(fixed):], folder[len(before):], o.Tag}, 0}}
}

// paired reports whether another file claims the same page in another locale.
func (s *survey) paired(c claim, page string) bool {
	for _, other := range s.claims[page] {
		if other.file != c.file && other.locale != c.locale {
			return true
		}
	}
	return false
}

// judge decides at which places the tags are locales: where a counterpart is
// there and the text of a sample does not contradict.
func (s *survey) judge() {
	s.places = map[placeKey]*place{}
	for i := range s.files {
		for r, reading := range s.files[i].readings {
			key := reading.key()
			p := s.places[key]
			if p == nil {
				p = &place{}
				s.places[key] = p
			}
			p.files++
			if s.paired(claim{i, r, reading.locale}, reading.page) {
				p.paired = append(p.paired, i)
			}
		}
	}
	keys := make([]placeKey, 0, len(s.places))
	for key := range s.places {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b placeKey) int {
		return cmp.Or(cmp.Compare(a.layout, b.layout), cmp.Compare(a.place, b.place), cmp.Compare(a.tag, b.tag))
	})
	for _, key := range keys {
		p := s.places[key]
		p.accepted = len(p.paired) > 0 && (key.certain() || !s.contradicted(key, p))
	}
}

func (r reading) key() placeKey { return placeKey{r.layout, r.place, r.tag} }

// certain reports whether nothing but a locale is written so: a folder named
// zh-CN is one whatever it holds, but it, id or br must prove it.
func (k placeKey) certain() bool {
	return strings.ContainsAny(k.tag, "-_") && k.place != "-" && k.place != "_"
}

// loose reports whether words of a name stand where the tag does, as in
// request-id.md, so that each file must prove it.
func (k placeKey) loose() bool {
	return !k.certain() && (k.place == "-" || k.place == "_")
}

// contradicted reports whether more files of a place speak against its tag than
// for it.
func (s *survey) contradicted(key placeKey, p *place) bool {
	against, told := 0, 0
	for _, i := range sample(p.paired, sampleSize) {
		language := s.of(s.files[i].path, true).language
		if language.Tag == "" {
			continue
		}
		told++
		if !lang.Agrees(key.tag, language) {
			against++
		}
	}
	return 2*against > told
}

// settle chooses a reading for each file, or none.
func (s *survey) settle() {
	for i := range s.files {
		f := &s.files[i]
		best := -1
		for r, reading := range f.readings {
			p := s.places[reading.key()]
			if !f.fixed && (!p.accepted || reading.key().loose() && !s.proven(f, reading)) {
				continue
			}
			paired := s.paired(claim{i, r, reading.locale}, reading.page)
			if !paired && (f.fixed || 2*len(p.paired) < p.files || reading.key().loose()) {
				continue
			}
			if best < 0 || s.rank(i, r) > s.rank(i, best) {
				best = r
			}
		}
		if f.chosen = best; best >= 0 {
			f.locale = f.readings[best].locale
		}
	}
}

func (s *survey) proven(f *file, r reading) bool {
	return lang.Agrees(r.tag, s.of(f.path, true).language)
}

// rank orders the readings of a file: those with a counterpart first, then by how
// many files their place explains.
func (s *survey) rank(i, r int) int {
	reading := s.files[i].readings[r]
	rank := len(s.places[reading.key()].paired)
	if s.paired(claim{i, r, reading.locale}, reading.page) {
		rank += len(s.files)
	}
	return rank
}

// A group is the files of one page.
type group struct {
	name   string
	files  []int
	reason string // why a page in one locale has no other

	source, sourceReason string
}

// group gathers the files of each page and gives each file a locale.
func (s *survey) group() {
	byPage := map[string][]int{}
	var pages []string
	for i := range s.files {
		page := s.files[i].page()
		if byPage[page] == nil {
			pages = append(pages, page)
		}
		byPage[page] = append(byPage[page], i)
	}
	slices.Sort(pages)
	s.nameBare(pages, byPage)
	for _, page := range pages {
		s.divide(page, byPage[page])
	}
	taken := map[string]bool{}
	for i := range s.groups {
		g := &s.groups[i]
		f := &s.files[g.files[0]]
		for _, name := range []string{g.name, g.name + f.ext, f.path} {
			if g.name = name; !taken[name] {
				break
			}
		}
		taken[g.name] = true
	}
}

// nameBare gives the files whose path names no locale the language of their text:
// that of a sample of the pages that are there in the same locales, since beside
// README_en the bare file is in one language and beside README_cn in another.
func (s *survey) nameBare(pages []string, byPage map[string][]int) {
	beside := map[string][]int{}
	var kinds []string
	for _, page := range pages {
		var locales []string
		for _, i := range byPage[page] {
			if s.files[i].locale != "" {
				locales = append(locales, s.files[i].locale)
			}
		}
		slices.Sort(locales)
		kind := strings.Join(locales, " ")
		for _, i := range byPage[page] {
			if s.files[i].locale == "" {
				if beside[kind] == nil {
					kinds = append(kinds, kind)
				}
				beside[kind] = append(beside[kind], i)
			}
		}
	}
	slices.Sort(kinds)
	locales := s.locales()
	common := ""
	for _, kind := range slices.Backward(kinds) { // pages alone come last: the others know better
		locale := s.adopt(s.vote(beside[kind]), locales)
		if common = cmp.Or(common, locale, s.opts.Source); locale == "" {
			locale = common
		}
		if kind == "" && len(kinds) > 1 {
			locale = common
		}
		for _, i := range beside[kind] {
			s.files[i].locale = locale
		}
	}
}

// vote returns the language that most of a sample of files are in, or "".
func (s *survey) vote(files []int) string {
	count := map[string]int{}
	best := ""
	for _, i := range sample(files, sampleSize) {
		tag := s.of(s.files[i].path, true).language.Tag
		if tag == "" {
			continue
		}
		if count[tag]++; best == "" || count[tag] > count[best] || count[tag] == count[best] && tag < best {
			best = tag
		}
	}
	return best
}

// locales are those that paths and options name, sorted.
func (s *survey) locales() (tags []string) {
	seen := map[string]bool{"": true}
	add := func(tag string) {
		if !seen[tag] {
			seen[tag] = true
			tags = append(tags, tag)
		}
	}
	add(s.opts.Source)
	for _, f := range s.files {
		add(f.locale)
	}
	slices.Sort(tags)
	return tags
}

// adopt returns the tree's own tag for a language, if it has just one.
func (s *survey) adopt(language string, locales []string) string {
	own := ""
	for _, tag := range locales {
		if lang.Base(tag) == lang.Base(language) && lang.Script(tag) == lang.Script(language) {
			if own != "" {
				return language
			}
			own = tag
		}
	}
	return cmp.Or(own, language)
}

// divide makes groups of the files that claim one page. Two of one locale cannot
// both be it: pages of different formats are divided by extension; else a file
// whose path names the locale goes before a bare one; else neither is taken.
func (s *survey) divide(page string, files []int) {
	byLocale := map[string][]int{}
	clash := false
	for _, i := range files {
		locale := s.files[i].locale
		byLocale[locale] = append(byLocale[locale], i)
		clash = clash || len(byLocale[locale]) > 1
	}
	if !clash {
		s.groups = append(s.groups, group{name: page, files: files})
		return
	}
	byExt := map[string][]int{}
	var exts []string
	for _, i := range files {
		ext := s.files[i].ext
		if byExt[ext] == nil {
			exts = append(exts, ext)
		}
		byExt[ext] = append(byExt[ext], i)
	}
	if slices.Sort(exts); len(exts) > 1 {
		for _, ext := range exts {
			s.divide(page, byExt[ext])
		}
		return
	}
	var kept []int
	var alone []group
	for _, i := range files {
		rivals := byLocale[s.files[i].locale]
		named := slices.DeleteFunc(slices.Clone(rivals), func(j int) bool { return s.files[j].chosen < 0 })
		if len(rivals) == 1 || len(named) == 1 && named[0] == i {
			kept = append(kept, i)
			continue
		}
		other := rivals[0]
		if other == i {
			other = rivals[1]
		}
		alone = append(alone, group{name: s.files[i].path, files: []int{i}, reason: fmt.Sprintf("claims to be %s in %s, as %s does", page, s.files[i].locale, s.files[other].path)})
	}
	if len(kept) > 0 {
		s.groups = append(s.groups, group{name: page, files: kept})
	}
	s.groups = append(s.groups, alone...)
}

// tree makes the result.
func (s *survey) tree() *Tree {
	t := &Tree{Pages: []Page{}, Unpaired: []Unpaired{}, Skipped: append([]Skipped{}, s.skipped...)}
	locales := s.locales()
	sources, used := map[string]int{}, map[string]int{}
	for _, g := range s.groups {
		p := Page{Name: g.name, Source: g.source, SourceReason: g.sourceReason}
		for _, i := range g.files {
			p.Files = append(p.Files, File{s.files[i].path, s.files[i].locale})
		}
		slices.SortFunc(p.Files, func(a, b File) int { return cmp.Compare(a.Locale, b.Locale) })
		if len(p.Files) > 1 {
			p.Layout, p.LayoutReason = s.layoutOf(g)
			used[p.Layout]++
			sources[p.Source]++
		} else {
			f := p.Files[0]
			t.Unpaired = append(t.Unpaired, Unpaired{f.Path, f.Locale, cmp.Or(g.reason, alone(f, locales))})
		}
		t.Pages = append(t.Pages, p)
	}
	delete(sources, "")
	t.Source, t.Layout = most(sources), most(used)
	slices.SortFunc(t.Pages, func(a, b Page) int { return cmp.Compare(a.Name, b.Name) })
	slices.SortFunc(t.Unpaired, func(a, b Unpaired) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(t.Skipped, func(a, b Skipped) int { return cmp.Compare(a.Path, b.Path) })
	return t
}

// alone says why a file has no counterpart.
func alone(f File, locales []string) string {
	others := slices.DeleteFunc(slices.Clone(locales), func(tag string) bool { return tag == f.Locale })
	switch {
	case len(others) == 0:
		return "no other locale was found in the tree"
	case len(others) > 5:
		return fmt.Sprintf("no counterpart in any of %d other locales", len(others))
	}
	return "no counterpart in " + strings.Join(others, ", ")
}

// layoutOf returns the layout of a page in several locales and why it was taken.
func (s *survey) layoutOf(g group) (name, reason string) {
	bare := false
	for _, i := range g.files {
		f := &s.files[i]
		if f.chosen < 0 {
			bare = true
		} else if name == "" {
			r := f.readings[f.chosen]
			name, reason = layouts[r.layout].name, layouts[r.layout].pattern(r.match)
		}
	}
	if name == "" {
		return "", "locales set by the options"
	}
	if bare {
		reason += ", and one file without a locale"
	}
	return name, reason
}

// most returns the key that is counted most often, the first of equals.
func most(count map[string]int) (best string) {
	for key, n := range count {
		if best == "" || n > count[best] || n == count[best] && key < best {
			best = key
		}
	}
	return best
}
