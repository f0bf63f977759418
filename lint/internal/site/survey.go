package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint/lang"
)

// A survey is a tree on its way from names to pages. Its methods are the stages,
// in this order: list, claim, judge, settle, group, join, withdraw, shifted,
// sources, tree.
//
// Its tables are made of numbers where they can be: a tree may have a million
// files.
type survey struct {
	heads
	opts    Options
	configs []string // the configurations of generators

	files   []file
	folders []folder
	claims  []claim
	pages   map[string]int32 // a number for each page that is claimed, by key
	members [][]member       // by page, who claims to be it
	places  []place
	placeOf map[placeKey]int32

	groups []group
	unlike bool // named files whose paths do not make them one page
}

// A file is a path and what it may be.
type file struct {
	path   string
	folder int32
	first  int32 // of its claims, which end where those of the next file begin
	bare   int32 // the page that it is if its path names no locale, -1 if none claims that
	chosen int32 // the claim that holds, or -1: the path names no locale
	ext    uint8 // its length
	fixed  bool  // the options set the locale
	locale string
}

func newFile(name string) file {
	base := name[strings.LastIndexByte(name, '/')+1:]
	ext := 0
	if n := strings.LastIndexByte(base, '.'); n > 0 && len(base)-n < 256 {
		ext = len(base) - n
	}
	return file{path: name, ext: uint8(ext), bare: -1, chosen: -1}
}

// stem is the path without the extension.
func (f *file) stem() string { return f.path[:len(f.path)-int(f.ext)] }

func (f *file) extension() string { return f.path[len(f.path)-int(f.ext):] }

// A folder holds the readings that all files in it have.
type folder struct {
	path     string
	readings []reading
}

// A reading is a match of one of the layouts.
type reading struct {
	match
	layout int
	place  int32
}

// A claim says that a file is a page by one of its readings.
type claim struct {
	page, file int32
	*reading
}

// A member is a claim by its number or, as the complement of its number, a file
// whose path without a locale is the page.
type member int32

// placeKey names a place: files of one place and tag are judged together.
type placeKey struct {
	layout             int
	place, tag, locale string
}

type place struct {
	placeKey
	doubtful         bool
	files            int     // how many have a reading with it
	paired           []int32 // those for whose page another file is there
	few              []int32 // some of its files
	speaks           int     // how many of a sample of the files are in its language
	against, foreign int     // in another; and of these, in English
	accepted         bool
	proven           bool // by the text of its files
}

// claim reads every path by every layout.
func (s *survey) claim() {
	s.pages, s.placeOf = map[string]int32{}, map[placeKey]int32{}
	folders := map[string]int32{}
	var key []byte
	for i := range s.files {
		f := &s.files[i]
		f.first = int32(len(s.claims))
		dir, base := split(f.stem())
		n, known := folders[dir]
		if !known {
			n = int32(len(s.folders))
			folders[dir] = n
			s.folders = append(s.folders, folder{path: dir, readings: s.readings(dir, "", true)})
		}
		f.folder = n
		override, overridden := s.opts.override(f.path)
		add := func(r *reading, base string) {
			if overridden && r.locale != override.Tag {
				return
			}
			key = appendKey(key[:0], r.dir, base)
			page, known := s.pages[string(key)]
			if !known {
				page = int32(len(s.pages))
				s.pages[string(key)] = page
			}
			s.claims = append(s.claims, claim{page, int32(i), r})
			p := &s.places[r.place]
			p.files++
			if len(p.few) < sampleSize {
				p.few = append(p.few, int32(i))
			}
		}
		for r := range s.folders[n].readings {
			add(&s.folders[n].readings[r], base)
		}
		own := s.readings(dir, base, false)
		if overridden {
			f.fixed, f.locale = true, override.Tag
			own = append(own, s.overrideReadings(dir, base, override)...)
		}
		for r := range own {
			add(&own[r], own[r].base)
		}
	}
	s.gather(key)
}

// gather lists who claims each page. The lists share one piece of memory.
func (s *survey) gather(key []byte) {
	s.members = make([][]member, len(s.pages))
	counts := make([]int32, len(s.pages))
	for i := range s.claims {
		counts[s.claims[i].page]++
	}
	total := len(s.claims)
	for i := range s.files {
		f := &s.files[i]
		dir, base := split(f.stem())
		key = appendKey(key[:0], dir, base)
		if page, ok := s.pages[string(key)]; ok {
			f.bare = page
			counts[page]++
			total++
		}
	}
	all := make([]member, total)
	for page, n := range counts {
		s.members[page], all = all[:0:n], all[n:]
	}
	for i := range s.claims {
		page := s.claims[i].page
		s.members[page] = append(s.members[page], member(i))
	}
	for i := range s.files {
		if page := s.files[i].bare; page >= 0 {
			s.members[page] = append(s.members[page], ^member(i))
		}
	}
}

// appendKey appends what is equal for paths that may be one page: letters of ASCII
// in lower case, and a page that stands for its folder (index, _index, README) as
// the folder.
func appendKey(key []byte, dir, base string) []byte {
	for i := range len(dir) {
		key = append(key, lower(dir[i]))
	}
	if isIndex(base) {
		return key
	}
	if dir != "" {
		key = append(key, '/')
	}
	for i := range len(base) {
		key = append(key, lower(base[i]))
	}
	return key
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// isIndex reports whether a page stands for its folder.
func isIndex(base string) bool {
	return strings.EqualFold(base, "index") || strings.EqualFold(base, "_index") || strings.EqualFold(base, "readme")
}

// readings returns what the layouts make of a folder, or of a file in it.
func (s *survey) readings(dir, base string, folders bool) (all []reading) {
	for l := range layouts {
		if layouts[l].folders != folders {
			continue
		}
		for _, m := range layouts[l].match(dir, base) {
			all = append(all, s.reading(m, l))
		}
	}
	return all
}

func (s *survey) reading(m match, l int) reading {
	key := placeKey{l, m.place, m.tag, m.locale}
	n, known := s.placeOf[key]
	if !known {
		n = int32(len(s.places))
		s.placeOf[key] = n
		s.places = append(s.places, place{placeKey: key, doubtful: m.doubtful})
	}
	return reading{m, l, n}
}

// overrideReadings reads the folder that ends the fixed part of a glob as the name
// of the locale: "docs/simple/**" makes docs/simple/a the page docs/a.
func (s *survey) overrideReadings(dir, base string, o LocaleOverride) []reading {
	fixed := o.Glob[:strings.IndexAny(o.Glob+"*", "*?[{\\")]
	folder := strings.TrimSuffix(fixed, "/")
	if folder == fixed || !strings.HasPrefix(dir+"/", fixed) {
		return nil
	}
	above, tag := split(folder)
	m := match{
		place: slashed(above) + here, root: slashed(above),
		dir: strings.TrimSuffix(slashed(above)+strings.TrimPrefix(dir+"/", fixed), "/"), base: base,
		tag: tag, locale: o.Tag,
	}
	return []reading{s.reading(m, slices.IndexFunc(layouts, func(l layout) bool { return l.name == "locale-folder" }))}
}

// last is the number after the last claim of a file.
func (s *survey) last(i int32) int32 {
	if int(i)+1 < len(s.files) {
		return s.files[i+1].first
	}
	return int32(len(s.claims))
}

// opposite reports whether a page is claimed by a file other than the one given,
// in another locale, by a member that counts.
func (s *survey) opposite(page, file int32, locale string, counts func(member) bool) bool {
	for _, m := range s.members[page] {
		other, otherLocale := s.who(m)
		if other != file && otherLocale != locale && counts(m) {
			return true
		}
	}
	return false
}

// who returns the file of a member and the locale that it claims, "" if bare.
func (s *survey) who(m member) (file int32, locale string) {
	if m < 0 {
		return int32(^m), s.files[^m].locale
	}
	return s.claims[m].file, s.claims[m].locale
}

// certain reports whether nothing but a locale is written so: a folder named
// zh-CN is one whatever it holds, but it, id or br must prove it.
func (p *place) certain() bool {
	return strings.Contains(p.locale, "-") && len(p.tag) > 3 && !p.doubtful && lang.Regional(p.locale)
}

// loose reports whether words of a name stand where the tag does, as in
// request-id.md, so that each file must prove it.
func (p *place) loose() bool {
	at := strings.Index(p.place, page)
	return at >= 0 && !p.certain() && strings.ContainsAny(p.place[at:], "-_") || layouts[p.layout].name == "file-name"
}

// judge decides at which places the tags are locales: where a counterpart is
// there and the text of a sample does not contradict.
func (s *survey) judge() {
	everyone := func(member) bool { return true }
	for i := range s.claims {
		c := &s.claims[i]
		if p := &s.places[c.place]; s.opposite(c.page, c.file, c.locale, everyone) {
			p.paired = append(p.paired, c.file)
		}
	}
	type family struct {
		layout int
		place  string
	}
	tags, proven := map[family]int{}, map[family]int{} // how many stand at a place, and are proven by the text
	for i := range s.places {
		p := &s.places[i]
		from := p.paired
		if len(from) == 0 && layouts[p.layout].folders {
			from = p.few
		}
		if len(from) == 0 {
			continue
		}
		if !p.certain() || len(p.paired) == 0 {
			s.listen(p, sample(from, sampleSize))
		}
		kin := family{p.layout, p.place}
		if len(p.paired) > 0 && !p.doubtful {
			tags[kin]++
		}
		p.proven = p.speaks > p.against || p.certain() && p.speaks == p.against
		if p.proven {
			proven[kin]++
		}
	}
	for i := range s.places {
		p := &s.places[i]
		kin := family{p.layout, p.place}
		switch told := p.speaks + p.against; {
		case len(p.paired) == 0:
			// No path tells, but a join key may.
			p.accepted = p.proven && p.against == 0 && proven[kin] >= 2 && layouts[p.layout].name == "locale-folder"
		case p.certain():
			p.accepted = true
		case p.doubtful:
			p.accepted = p.proven && p.against == 0
		case told == 0:
			p.accepted = !p.loose() && (proven[kin] > 0 || tags[kin] >= 2)
		case p.proven || p.speaks == p.against:
			p.accepted = true
		default:
			// Begun, and not translated yet: the texts are still the source's.
			p.accepted = proven[kin] >= 2 && p.foreign == p.against && p.files >= begun && 10*len(p.paired) >= 9*p.files
		}
	}
}

// begun is how many untranslated pages make a locale, where others are proven.
const begun = 5

// listen counts what the texts of files say about a tag.
func (s *survey) listen(p *place, files []int32) {
	for _, i := range files {
		language := s.of(s.files[i].path, true).language
		switch {
		case language.Tag == "" && language.Script != "Latn" && lang.Script(p.locale) == language.Script:
			p.speaks++ // too little to tell Russian from Bulgarian is enough to tell it from English
		case language.Tag == "":
		case !lang.Agrees(p.locale, language):
			p.against++
			if lang.Base(language.Tag) == "en" {
				p.foreign++
			}
		case lang.Base(language.Tag) == lang.Base(p.locale):
			p.speaks++
		case !p.doubtful && !p.loose() && lang.Base(language.Tag) != "en" && lang.Script(language.Tag) == lang.Script(p.locale):
			p.speaks++ // Danish and Norwegian are hard to tell apart, and some languages are not known
		}
	}
}

// closely is up to how many files of a loose place each is looked at. Where there
// are more, a sample speaks for them if it is of one voice.
const closely = 2000

// bears reports whether the text of a file bears out a reading of which each file
// must prove it.
func (s *survey) bears(c *claim) bool {
	p := &s.places[c.place]
	if !p.loose() || p.files > closely && p.against == 0 {
		return true
	}
	language := s.of(s.files[c.file].path, true).language
	if language.Tag == "" { // too little text to tell: the others of the place may
		return p.speaks >= 2 && p.against == 0
	}
	return lang.Agrees(p.locale, language)
}

// settle chooses a claim for each file, or none.
func (s *survey) settle() {
	counts := func(m member) bool {
		return m < 0 || s.files[s.claims[m].file].fixed || s.places[s.claims[m].place].accepted
	}
	for i := range s.files {
		f := &s.files[i]
		best, bestRank, home := int32(-1), 0, s.atHome(int32(i))
		for n := f.first; n < s.last(int32(i)); n++ {
			c := &s.claims[n]
			if !f.fixed && !s.places[c.place].accepted || home && layouts[c.layout].name == movedReadme {
				continue
			}
			rank := s.rank(c, counts)
			if rank == 0 && !s.stands(c) || rank <= bestRank && best >= 0 || !f.fixed && !s.bears(c) {
				continue
			}
			best, bestRank = n, rank
		}
		f.chosen = best
	}
	for range rounds {
		if !s.reconsider() {
			break
		}
	}
	for i := range s.files {
		if f := &s.files[i]; f.chosen >= 0 {
			f.locale = s.claims[f.chosen].locale
		}
	}
}

// atHome reports whether a file has a counterpart without a locale in its path by
// another reading than that of moved pages: docs/README-JP.md stays with
// docs/README.md if that is there.
func (s *survey) atHome(i int32) bool {
	for n := s.files[i].first; n < s.last(i); n++ {
		c := &s.claims[n]
		if layouts[c.layout].name == movedReadme || !s.places[c.place].accepted {
			continue
		}
		for _, m := range s.members[c.page] {
			if m < 0 && int32(^m) != i {
				return true
			}
		}
	}
	return false
}

// rounds bounds how often files reconsider what they have chosen.
const rounds = 4

// rank orders the claims of a file: by how many locales its page has by it, then
// by how many files its place explains. It is 0 for a page in one locale.
func (s *survey) rank(c *claim, counts func(member) bool) int {
	var locales [8]string
	n := 0
	for _, m := range s.members[c.page] {
		file, locale := s.who(m)
		if file == c.file || locale == c.locale || !counts(m) || slices.Contains(locales[:n], locale) {
			continue
		}
		if locales[n] = locale; n+1 == len(locales) {
			break
		}
		n++
	}
	if n == 0 {
		return 0
	}
	return n<<32 + len(s.places[c.place].paired)
}

// stands reports whether a file without a counterpart is in the locale of its
// place nonetheless.
func (s *survey) stands(c *claim) bool {
	p := &s.places[c.place]
	if s.files[c.file].fixed || p.loose() {
		return false
	}
	return 2*len(p.paired) >= p.files || layouts[p.layout].folders && p.proven && p.against == 0
}

// reconsider lets files whose counterparts have chosen to be other pages choose
// again, and reports whether any did.
func (s *survey) reconsider() (changed bool) {
	alive := func(m member) bool {
		if m < 0 {
			return s.files[^m].chosen < 0
		}
		return s.files[s.claims[m].file].chosen == int32(m)
	}
	for i := range s.files {
		f := &s.files[i]
		if f.chosen < 0 || s.opposite(s.claims[f.chosen].page, int32(i), s.claims[f.chosen].locale, alive) {
			continue
		}
		if f.bare >= 0 && s.opposite(f.bare, int32(i), "", alive) && !s.stands(&s.claims[f.chosen]) {
			f.chosen, changed = -1, true
			continue
		}
		for n := f.first; n < s.last(int32(i)); n++ {
			c := &s.claims[n]
			if (f.fixed || s.places[c.place].accepted && s.bears(c)) && (layouts[c.layout].name != movedReadme || !s.atHome(int32(i))) && s.opposite(c.page, int32(i), c.locale, alive) {
				f.chosen, changed = n, true
				break
			}
		}
	}
	return changed
}

// page is what a file is, by what was chosen: the folder and base name.
func (s *survey) page(i int32) string {
	f := &s.files[i]
	if f.chosen < 0 {
		return f.stem()
	}
	c := &s.claims[f.chosen]
	if c.base != "" {
		return join(c.dir, c.base)
	}
	_, base := split(f.stem()) // a reading of the folder
	return join(c.dir, base)
}

// number returns the number of the page that a file is by what was chosen, -1 if
// no other file has ever claimed it.
func (s *survey) number(i int32) int32 {
	f := &s.files[i]
	if f.chosen < 0 {
		return f.bare
	}
	return s.claims[f.chosen].page
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
	for i := range s.files {
		add(s.files[i].locale)
	}
	slices.SortFunc(tags, cmp.Compare[string])
	return tags
}
