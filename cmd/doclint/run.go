package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/report"
	"github.com/doclint/doclint/lint/rules"
)

// The exit statuses.
const (
	statusClean    = 0
	statusFindings = 1
	statusUnable   = 2 // usage, configuration, or a path named that cannot be read
)

// run is the program: it returns the exit status. What it could not do is one
// line on standard error.
func run(ctx context.Context, args []string, env environment) int {
	a := &app{env: env}
	root := a.command()
	root.SetArgs(append([]string{}, args...)) // never nil, for which cobra takes those of the process
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	err := root.ExecuteContext(ctx)
	if err != nil && ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	if err != nil {
		a.say("%s", strings.Join(strings.Fields(err.Error()), " "))
		return statusUnable
	}
	return a.status
}

// An app is one run of the program.
type app struct {
	env    environment
	status int
}

// say writes a line to standard error. Nothing can be done if that fails.
func (a *app) say(format string, args ...any) {
	_, _ = fmt.Fprintf(a.env.stderr, "doclint: %s\n", report.Visible(fmt.Sprintf(format, args...)))
}

// command returns the command line.
func (a *app) command() *cobra.Command {
	var s settings
	root := &cobra.Command{
		Use:   "doclint [flags] [path ...]",
		Short: "Find where the translations of a documentation disagree",
		Long: `doclint finds where the translations of a documentation disagree: a port that
lost a digit, a table row that is gone, a row with the text of another.

A path is a folder or a file, by default the working directory; a folder named
like a command is written ./pages. Files in two languages or more are one page.
A file alone is checked against its counterparts in the repository.

Exit status: 0 nothing at or over --fail-on; 1 findings; 2 it could not run.`,
		Example: `  doclint docs
  doclint guide.en.md guide.de.md guide.ja.md
  doclint --format json=findings.json --fail-on warning docs`,
		Version:       version,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, paths []string) error {
			return a.lint(cmd.Context(), s, paths)
		},
	}
	root.SetVersionTemplate(versionLine() + "\n")
	root.SetFlagErrorFunc(flagError)
	s.treeFlags(root)
	s.lintFlags(root)
	root.AddCommand(a.pages(), a.grid(), a.rules(), a.explain(), a.init(), a.version())
	return root
}

// commandNames are the commands, for whoever misspells one and so names a path.
func commandNames() []string {
	return []string{"pages", "grid", "rules", "explain", "init", "version", "completion", "help"}
}

// flagNames are the flags of a command.
func flagNames(cmd *cobra.Command) []string {
	names := []string{"help"}
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

func (a *app) pages() *cobra.Command {
	var s settings
	var format string
	cmd := &cobra.Command{
		Use:   "pages [path ...]",
		Short: "Show which files were taken for which page and locale, and why",
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, paths []string) error {
			w, err := a.look(s, paths)
			if err != nil {
				return err
			}
			tree := report.Tree{
				Source: w.session.Source(), Layout: w.session.Layout(),
				Pages: w.session.Pages(), Unpaired: w.session.Unpaired(),
			}
			if format == "json" {
				return a.print(func(out io.Writer) error { return report.PagesJSON(out, tree, w.options) })
			}
			return a.print(func(out io.Writer) error { return report.PagesText(out, tree, w.options) })
		},
	}
	s.treeFlags(cmd)
	cmd.Flags().Var(choice(&format, "text", "text", "json"), "format", "text or json")
	return cmd
}

func (a *app) grid() *cobra.Command {
	var s settings
	var format string
	cmd := &cobra.Command{
		Use:   "grid FILE ...",
		Short: "Show the aligned grid of one page: what stands opposite what",
		Args: func(_ *cobra.Command, paths []string) error {
			if len(paths) == 0 {
				return errors.New("grid: name a file of the page, or its versions in several languages")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, paths []string) error {
			w, err := a.look(s, paths)
			if err != nil {
				return err
			}
			pages := w.session.Pages()
			if len(pages) != 1 {
				return fmt.Errorf("grid: there are %d pages in %s: name a file of one", len(pages), strings.Join(paths, ", "))
			}
			grid, skipped := w.session.Grid(pages[0])
			if err := a.skipped(w, skipped, false); err != nil {
				return err
			}
			if grid == nil {
				return fmt.Errorf("grid: no file of the page %s can be read", pages[0].Name)
			}
			if format == "json" {
				return a.print(func(out io.Writer) error { return report.GridJSON(out, grid, w.options) })
			}
			return a.print(func(out io.Writer) error { return report.GridText(out, grid, w.options) })
		},
	}
	s.treeFlags(cmd)
	cmd.Flags().Var(choice(&format, "text", "text", "json"), "format", "text or json")
	return cmd
}

func (a *app) rules() *cobra.Command {
	return &cobra.Command{
		Use:   "rules",
		Short: "List every rule: name, default severity, one line",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return a.print(func(out io.Writer) error {
				width := 0
				for _, r := range rules.All() {
					width = max(width, len(r.Name))
				}
				for _, r := range rules.All() {
					if _, err := fmt.Fprintf(out, "%-*s  %-7s  %s\n", width, r.Name, r.Severity, r.Title()); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:       "explain RULE",
		Short:     "Show the page of a rule: what it reports, why, and how to mend it",
		ValidArgs: ruleNames(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("explain: name one rule: doclint rules lists them")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			for _, r := range rules.All() {
				if r.Name == args[0] {
					return a.print(func(out io.Writer) error {
						_, page, _ := strings.Cut(r.Doc, "\n")
						_, err := fmt.Fprintf(out, "%s (%s): %s\n\n%s\n", r.Name, r.Severity, r.Title(), strings.TrimSpace(page))
						return err
					})
				}
			}
			_, err := newLevel(args[0], "off")
			if err == nil { // "all"
				err = errors.New("explain: name one rule: doclint rules lists them")
			}
			return err
		},
	}
}

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Show the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			return a.print(func(out io.Writer) error {
				_, err := fmt.Fprintln(out, versionLine())
				return err
			})
		},
	}
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no arguments: leave out %q", cmd.Name(), args[0])
	}
	return nil
}

// print writes to standard output.
func (a *app) print(write func(io.Writer) error) error {
	out := bufio.NewWriter(a.env.stdout)
	err := write(out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		return fmt.Errorf("cannot write to standard output: %w", unwrapPath(err))
	}
	return nil
}

// ruleNames are the names of all rules.
func ruleNames() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return names
}

// A work is a tree that was looked at, ready to be linted or shown.
type work struct {
	tree    tree
	config  configuration
	session *lint.Session
	options report.Options
}

// look finds the pages that paths name.
func (a *app) look(s settings, paths []string) (*work, error) {
	if a.env.dir == "" {
		return nil, errors.New("the working directory is not known: change to a folder that exists")
	}
	var t tree
	var err error
	if s.changed {
		t = resolveChanged(paths, a.env.dir)
	} else if t, err = resolve(paths, a.env.dir); err != nil {
		return nil, err
	}
	w, err := a.lookAt(t, s)
	if t.onePage && errors.Is(err, lint.ErrOneLanguage) {
		// Each is a page of its own, like a file that is named alone.
		files := make([]string, 0, len(t.named))
		for _, name := range t.named {
			files = append(files, absolute(name, t.root))
		}
		if t, err = surroundings(files); err != nil {
			return nil, err
		}
		w, err = a.lookAt(t, s)
	}
	if err != nil {
		return nil, err
	}
	return w, w.complete()
}

func (a *app) lookAt(t tree, s settings) (*work, error) {
	w := &work{tree: t, options: report.Options{
		Work:  relativePath(t.root, a.env.dir),
		Repo:  repositoryPath(t.root, a.env.dir, a.env.getenv("GITHUB_WORKSPACE")),
		Color: a.colored(s.color),
		Width: a.width(),
		Quiet: s.quiet,
		Tool:  "doclint", Version: version,
		Rules: rules.All(),
	}}
	path := findConfig(t.root, a.env.dir)
	if s.config != "" {
		path = absolute(s.config, a.env.dir)
	}
	var err error
	if path != "" {
		if w.config, err = readConfig(path, seenFrom(a.env.dir, path)); err != nil {
			return nil, err
		}
	}
	w.session, err = lint.NewSession(w.settings(s, a.env.dir))
	return w, err
}

// settings puts together what the defaults, the configuration and the command
// line say: the later beats the earlier.
func (w *work) settings(s settings, working string) lint.Config {
	cfg := lint.Config{FS: w.tree.fs, Dir: w.tree.root, Source: w.config.source, JoinKeys: w.config.join, Rules: rules.All(), Jobs: s.jobs}
	if s.source != "" {
		cfg.Source = s.source
	}
	if w.tree.onePage {
		cfg.Files = w.tree.named
	} else if w.tree.named != nil {
		cfg.Keep = w.tree.keep
	}
	if w.config.path != "" {
		cfg.Locales = rebase(w.config.locales, filepath.Dir(w.config.path), w.tree.root)
	}
	// On the command line a glob may be meant from here or from the tree.
	for _, l := range s.locales {
		cfg.Locales = append(cfg.Locales, l)
		if working != w.tree.root {
			cfg.Locales = append(cfg.Locales, rebase([]lint.LocaleOverride{l}, working, w.tree.root)...)
		}
	}
	cfg.Levels = map[string]lint.Severity{}
	for _, l := range append(append([]level{}, w.config.levels...), s.levels...) {
		if l.rule != allRules {
			cfg.Levels[l.rule] = l.severity
			continue
		}
		for _, r := range cfg.Rules {
			cfg.Levels[r.Name] = l.severity
		}
	}
	return cfg
}

// complete returns an error if a file that was named is of no page.
func (w *work) complete() error {
	if w.tree.changed {
		return nil
	}
	found := map[string]bool{}
	for _, p := range w.session.Pages() {
		for _, f := range p.Files {
			found[f.Path] = true
		}
	}
	for _, name := range w.tree.named {
		if !found[name] {
			return fmt.Errorf("%s is not one of the pages found in %s: to compare it, name its versions in other languages too",
				w.options.Work(name), w.tree.root)
		}
	}
	return nil
}

// colored decides on colour.
func (a *app) colored(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return a.env.terminal && a.env.getenv("NO_COLOR") == "" && a.env.getenv("TERM") != "dumb"
}

// width is that of the terminal, as far as the environment says it, or 0.
func (a *app) width() int {
	if !a.env.terminal {
		return 0
	}
	columns, err := strconv.Atoi(a.env.getenv("COLUMNS"))
	if err != nil || columns < 40 {
		return 0
	}
	return columns
}
