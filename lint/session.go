package lint

import (
	"context"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/fact"
	"github.com/doclint/doclint/lint/internal/git"
	"github.com/doclint/doclint/lint/internal/html"
	"github.com/doclint/doclint/lint/internal/markdown"
	"github.com/doclint/doclint/lint/internal/site"
	"github.com/doclint/doclint/lint/lexicon"
)

// DefaultMaxSize is the size in bytes over which a page is skipped.
const DefaultMaxSize = 16 << 20

// ErrOneLanguage is wrapped by the error of NewSession if the files of a Config are
// not one page, since all are in one language.
var ErrOneLanguage = site.ErrOneLanguage

// A Config says what to lint and how. Only FS and Rules are required.
type Config struct {
	FS fs.FS // the tree, rooted at the common parent of what is linted

	// Dir is the folder of the disk that FS is, if it is one: git is asked what
	// it ignores there. Else, and where there is no git, the .gitignore files of
	// the tree are read.
	Dir string

	// JoinKeys are the keys of front matter of which equal values make files one
	// page where their paths do not, in order of precedence. Nil is a list of
	// those that generators use, an empty list none.
	JoinKeys []string

	// Files, if any, are taken for one page in several languages and nothing
	// further is looked for.
	Files []string

	Source  string              // the tag of the source locale, "" to find out
	Locales []LocaleOverride    // later ones win
	Rules   []Rule              // those to run, in any order
	Levels  map[string]Severity // by rule name, over the rule's default
	Keep    func([]File) bool   // the pages to lint by their files, nil for all
	Jobs    int                 // pages linted at a time, 0 for one a processor
	MaxSize int64               // bytes, 0 for DefaultMaxSize
}

// A LocaleOverride gives the files that match a glob a locale.
type LocaleOverride struct {
	Glob string // doublestar, against the path relative to the root
	Tag  string // BCP 47
}

// A File is one localized file of a page.
type File struct {
	Path   string // slash-separated, relative to the root of the tree
	Locale string // canonical BCP 47, "" if not known
}

// A Page is one document in all its locales, before it is read.
type Page struct {
	Name         string // path less locale part and extension, unique in the run
	Files        []File // by locale
	Source       string // tag of the source locale, "" if not known
	SourceReason string
	Layout       string // name of the layout that paired the files
	LayoutReason string
	Section      *Section // that the page belongs to, nil if to none
}

// A Section is the pages of one part of the tree, whose locales are kept apart at
// the same place. Pages share it, and it must not be changed.
type Section struct {
	Source  string   // tag of the source locale of most pages, "" if not known
	Locales []string // tags that any of the pages is there in, sorted
}

// An Unpaired is a file that has no counterpart, and why none was found.
type Unpaired struct {
	File
	Reason string
}

// A Skipped is a file that was not linted, and why.
type Skipped struct {
	Path   string
	Reason string // lower case, no period
}

// A Session is a tree that was looked at once and can be linted page by page.
// It is safe for concurrent use.
type Session struct {
	cfg      Config
	rules    []Rule // those that are on, by name
	pages    []Page
	index    *SiteIndex
	unpaired []Unpaired
	skipped  []Skipped
	source   string
	layout   string

	learned sync.Once
	lexicon *lexicon.Lexicon
}

// NewSession finds the pages of a tree. Errors are those of the configuration,
// or of a root that cannot be read.
func NewSession(cfg Config) (*Session, error) {
	if err := Validate(cfg.Rules); err != nil {
		return nil, err
	}
	s := &Session{cfg: cfg}
	for name := range cfg.Levels {
		if !slices.ContainsFunc(cfg.Rules, func(r Rule) bool { return r.Name == name }) {
			return nil, &UnknownRuleError{Name: name, Suggestion: Nearest(name, ruleNames(cfg.Rules))}
		}
	}
	for _, r := range cfg.Rules {
		if level, ok := cfg.Levels[r.Name]; ok {
			r.Severity = level
		}
		if r.Severity != Off {
			s.rules = append(s.rules, r)
		}
	}
	slices.SortFunc(s.rules, func(a, b Rule) int { return strings.Compare(a.Name, b.Name) })
	return s, s.discover()
}

// discover asks site for the pages and makes them this package's.
func (s *Session) discover() error {
	opts := site.Options{Source: s.cfg.Source, JoinKeys: s.cfg.JoinKeys}
	if s.cfg.Dir != "" {
		opts.List = func() ([]string, error) { return git.Files(s.cfg.Dir) }
	}
	// Of ours the last that matches holds, of site's the first.
	for _, o := range slices.Backward(s.cfg.Locales) {
		opts.Locales = append(opts.Locales, site.LocaleOverride{Glob: o.Glob, Tag: o.Tag})
	}
	var tree *site.Tree
	var err error
	if len(s.cfg.Files) > 0 {
		tree, err = site.Named(s.cfg.FS, s.cfg.Files, opts)
	} else {
		tree, err = site.Discover(s.cfg.FS, opts)
	}
	if err != nil {
		return err
	}
	s.source, s.layout = tree.Source, tree.Layout
	s.index = newSiteIndex(tree)
	if s.pages = s.index.Pages; s.cfg.Keep != nil {
		s.pages = nil
		for _, page := range s.index.Pages {
			if s.cfg.Keep(page.Files) {
				s.pages = append(s.pages, page)
			}
		}
	}
	for _, u := range tree.Unpaired {
		s.unpaired = append(s.unpaired, Unpaired{File{u.Path, u.Locale}, u.Reason})
	}
	for _, skip := range tree.Skipped {
		s.skipped = append(s.skipped, Skipped{skip.Path, skip.Reason})
	}
	return nil
}

// Pages returns the pages of the tree by name.
func (s *Session) Pages() []Page { return s.pages }

// Site returns the index of all pages of the tree, those that Keep left out
// included.
func (s *Session) Site() *SiteIndex { return s.index }

// Unpaired returns the files without counterpart by path.
func (s *Session) Unpaired() []Unpaired { return s.unpaired }

// Source returns the source locale of most pages, "" if there is none.
func (s *Session) Source() string { return s.source }

// Layout returns the layout of most pages, "" if there is none.
func (s *Session) Layout() string { return s.layout }

// A PageResult is a page that was linted.
type PageResult struct {
	Page     Page
	Grid     *align.Grid // nil if no file could be read
	Findings []Finding   // by path, place, rule, message
	Skipped  []Skipped   // files that could not be read
}

// Lint reads, aligns and judges one page.
func (s *Session) Lint(page Page) PageResult {
	var words *lexicon.Lexicon
	if slices.ContainsFunc(s.rules, func(r Rule) bool { return r.Lexicon }) {
		words = s.learn()
	}
	grid, skipped := s.grid(page, words)
	result := PageResult{Page: page, Grid: grid, Skipped: skipped}
	if grid != nil {
		result.Findings = s.judge(grid)
	}
	return result
}

// Grid reads and aligns one page. The grid is nil if no file could be read.
func (s *Session) Grid(page Page) (*align.Grid, []Skipped) {
	return s.grid(page, s.learn())
}

// grid aligns a page with what is known of words, which may be nothing.
func (s *Session) grid(page Page, words *lexicon.Lexicon) (*align.Grid, []Skipped) {
	var skipped []Skipped
	var columns []align.Column
	for _, f := range page.Files {
		src, err := s.read(f.Path)
		if err != nil {
			skipped = append(skipped, Skipped{f.Path, reason(err)})
			continue
		}
		file := doc.NewFile(f.Path, f.Locale, src)
		column, err := column(file)
		if err != nil {
			skipped = append(skipped, Skipped{f.Path, err.Error()})
			continue
		}
		columns = append(columns, column)
	}
	if len(columns) == 0 {
		return nil, skipped
	}
	source := slices.IndexFunc(columns, func(c align.Column) bool { return page.Source != "" && c.File.Locale() == page.Source })
	return align.New(page.Name, columns, source, scoring(words, columns)), skipped
}

// read reads a file that is not over the limit.
func (s *Session) read(name string) ([]byte, error) {
	limit := s.cfg.MaxSize
	if limit == 0 {
		limit = DefaultMaxSize
	}
	info, err := fs.Stat(s.cfg.FS, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("%d bytes, over the limit of %d", info.Size(), limit)
	}
	return fs.ReadFile(s.cfg.FS, name)
}

// reason returns an error's text without the path, which the reader has.
func reason(err error) string {
	if e, ok := err.(*fs.PathError); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// column reads what a file says. A parser that breaks costs one page, not the
// run.
func column(f *doc.File) (c align.Column, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("the parser broke on this page (%v): please report it", v)
		}
	}()
	document := parse(f)
	return align.Column{File: f, Document: document, Facts: fact.Read(document)}, nil
}

// parse reads a file by the ending of its name. What is no HTML is Markdown:
// files of other endings are only read if they were named.
func parse(f *doc.File) *doc.Document {
	switch strings.ToLower(path.Ext(f.Path())) {
	case ".html", ".htm":
		return html.Parse(f)
	}
	return markdown.Parse(f)
}

// judge runs the rules over a grid.
func (s *Session) judge(grid *align.Grid) []Finding {
	var findings []Finding
	for _, rule := range s.rules {
		pass := &Pass{Grid: grid, Site: s.index}
		if rule.Lexicon {
			pass.lexicon = s.learn()
		}
		run(rule, pass)
		for _, f := range pass.findings {
			if f.Rule == "" {
				f.Rule, f.Severity = rule.Name, severity(rule.Severity, f.Severity)
			}
			f.Page = grid.Page
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(findings, compareFindings)
	return findings
}

// severity returns that of a finding: what the rule itself says of it, where it
// is less than the rule's. So the configuration can only lower what a rule
// found to matter less.
func severity(rule, finding Severity) Severity {
	if finding == Off {
		return rule
	}
	return min(rule, finding)
}

// run runs one rule. A rule that panics, or that reports a place outside its
// file, is a finding of its own: the run goes on.
func run(rule Rule, pass *Pass) {
	defer func() {
		if v := recover(); v != nil {
			pass.findings = []Finding{internal(pass, rule, fmt.Sprint(v))}
		}
	}()
	rule.Run(pass)
	for i, f := range pass.findings {
		if f.File == nil || f.Span.Start < 0 || f.Span.Start > f.Span.End || f.Span.End > len(f.File.Bytes()) {
			pass.findings[i] = internal(pass, rule, "a finding outside its file")
		}
	}
}

// internal is the finding about a rule that broke.
func internal(pass *Pass, rule Rule, what string) Finding {
	return Finding{
		Rule: "internal", Severity: Error, File: pass.Grid.Columns[0].File,
		Message: fmt.Sprintf("the rule %s broke on this page (%s): please report it", rule.Name, what),
	}
}

// jobs returns how many pages are worked on at a time.
func (s *Session) jobs() int {
	if s.cfg.Jobs > 0 {
		return s.cfg.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// Check lints all pages, several at a time, and hands the results to page in
// the order of the pages' names. An error of page, or a cancelled context, ends
// the run.
func Check(ctx context.Context, s *Session, page func(PageResult) error) (Stats, error) {
	jobs := s.jobs()
	stats := Stats{Source: s.source, Skipped: slices.Clone(s.skipped)}
	group, ctx := errgroup.WithContext(ctx)
	// The channel of each page under way, in order: its capacity bounds how far
	// the workers run ahead of the report.
	order := make(chan chan PageResult, jobs)
	group.Go(func() error {
		defer close(order)
		workers := make(chan struct{}, jobs)
		for _, p := range s.pages {
			result := make(chan PageResult, 1)
			select {
			case order <- result:
			case <-ctx.Done():
				return ctx.Err()
			}
			workers <- struct{}{}
			go func() {
				result <- s.Lint(p)
				<-workers
			}()
		}
		return nil
	})
	group.Go(func() error {
		for result := range order {
			r := <-result
			stats.add(r)
			if err := page(r); err != nil {
				return err
			}
		}
		return nil
	})
	err := group.Wait()
	return stats.sorted(), err
}
