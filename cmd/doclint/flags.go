package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/report"
)

// settings are what the command line says. Each command has flags for a part of
// them.
type settings struct {
	source  string
	locales []lint.LocaleOverride
	config  string
	color   string

	formats []destination
	only    []string
	levels  []level
	failOn  string
	jobs    int
	quiet   bool
	stats   bool
	changed bool
}

// A destination is a format and the file it goes to, "" for standard output.
type destination struct {
	format report.Format
	file   string
}

// A level is the severity that a rule, or "all" of them, shall have.
type level struct {
	rule     string
	severity lint.Severity
}

// A valueFlag is a flag with a name for its kind of value and what takes it in.
type valueFlag struct {
	kind string
	text string // the default
	set  func(string) error
}

func (f *valueFlag) String() string         { return f.text }
func (f *valueFlag) Type() string           { return f.kind }
func (f *valueFlag) Set(value string) error { return f.set(value) }

// choice is a flag that takes one of a few words.
func choice(into *string, preset string, words ...string) *valueFlag {
	*into = preset
	return &valueFlag{"WORD", preset, func(value string) error {
		if !slices.Contains(words, value) {
			return fmt.Errorf("want %s%s", alternatives(words), didYouMean(value, words))
		}
		*into = value
		return nil
	}}
}

// alternatives joins words as one reads them out: "a, b or c".
func alternatives(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// treeFlags adds the flags that say how pages are found.
func (s *settings) treeFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&s.source, "source", "", "the locale that the others were translated from, a BCP 47 `TAG`")
	f.Var(&valueFlag{"GLOB=TAG", "", s.addLocale}, "locale", "the locale of the files that match a glob; repeatable, later ones win")
	f.StringVar(&s.config, "config", "", "the configuration `FILE` (default: the nearest .doclint.yaml upward to the repository root)")
	f.Var(choice(&s.color, "auto", "auto", "always", "never"), "color", "auto, always or never")
}

// lintFlags adds the flags that only linting has.
func (s *settings) lintFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	var formats []string
	for _, format := range report.Formats() {
		formats = append(formats, format.Name)
	}
	f.Var(&valueFlag{"NAME[=FILE]", "", s.addFormat}, "format",
		"how findings are written: "+alternatives(formats)+"; repeatable (default text)")
	f.Var(&valueFlag{"TAG,...", "", s.addOnly}, "only", "report only what concerns these locales")
	f.Var(&valueFlag{"NAME=SEVERITY", "", s.addLevel}, "rule",
		"off, info, warning or error for a rule, or for all; repeatable, later ones win")
	f.Var(choice(&s.failOn, "error", "error", "warning", "info", "never"), "fail-on",
		"the least severity that makes the exit status 1, or never")
	f.IntVar(&s.jobs, "jobs", 0, "lint `N` pages at a time (default: one a processor)")
	f.BoolVar(&s.quiet, "quiet", false, "no summary and no notices")
	f.BoolVar(&s.stats, "stats", false, "say on standard error what was read, and how long it took")
	f.BoolVar(&s.changed, "changed-files", false,
		"the paths are changed files: of the tree in the working directory, lint only their pages")
}

func (s *settings) addLocale(value string) error {
	glob, tag, ok := cutLast(value)
	if !ok {
		return errors.New("want GLOB=TAG, as in 'docs/brazil/**=pt-BR'")
	}
	s.locales = append(s.locales, lint.LocaleOverride{Glob: glob, Tag: tag})
	return nil
}

// cutLast cuts at the last "=": a glob may hold one, what follows it does not.
func cutLast(text string) (before, after string, ok bool) {
	i := strings.LastIndexByte(text, '=')
	if i <= 0 || i == len(text)-1 {
		return "", "", false
	}
	return text[:i], text[i+1:], true
}

func (s *settings) addFormat(value string) error {
	name, file, toFile := strings.Cut(value, "=")
	if toFile && file == "" {
		return fmt.Errorf("no file after %s=", name)
	}
	var names []string
	for _, format := range report.Formats() {
		if format.Name == name {
			s.formats = append(s.formats, destination{format, file})
			return nil
		}
		names = append(names, format.Name)
	}
	return fmt.Errorf("there is no format %q (there are %s)%s", name, strings.Join(names, ", "), didYouMean(name, names))
}

func (s *settings) addOnly(value string) error {
	for _, tag := range strings.Split(value, ",") {
		if tag = strings.TrimSpace(tag); tag == "" {
			return errors.New("want tags of locales with commas between, as in de,pt-BR")
		}
		s.only = append(s.only, tag)
	}
	return nil
}

func (s *settings) addLevel(value string) error {
	name, severity, ok := cutLast(value)
	if !ok {
		return errors.New("want NAME=SEVERITY, as in number-changed=off")
	}
	l, err := newLevel(name, severity)
	if err != nil {
		return err
	}
	s.levels = append(s.levels, l)
	return nil
}

// newLevel returns the level that two words set. An error names the remedy.
func newLevel(rule, severity string) (level, error) {
	if rule != allRules && !slices.Contains(ruleNames(), rule) {
		if meant := didYouMean(rule, append(ruleNames(), allRules)); meant != "" {
			return level{}, fmt.Errorf("there is no rule %q%s", rule, meant)
		}
		return level{}, fmt.Errorf("there is no rule %q: doclint rules lists them", rule)
	}
	s, err := lint.ParseSeverity(severity)
	if err != nil {
		words := []string{"off", "info", "warning", "error"}
		return level{}, fmt.Errorf("there is no severity %q: want %s%s", severity, alternatives(words), didYouMean(severity, words))
	}
	return level{rule, s}, nil
}

// allRules is the name that stands for every rule.
const allRules = "all"

// checkFormats refuses formats that would spoil each other's output.
func checkFormats(destinations []destination) error {
	var out []string
	alone := ""
	files := map[string]string{}
	for _, d := range destinations {
		if d.file != "" {
			if other, ok := files[d.file]; ok {
				return fmt.Errorf("--format: %s and %s both go to %s: name two files", other, d.format.Name, d.file)
			}
			files[d.file] = d.format.Name
			continue
		}
		if slices.Contains(out, d.format.Name) {
			return fmt.Errorf("--format: %s goes to standard output twice: name it once", d.format.Name)
		}
		out = append(out, d.format.Name)
		if d.format.Alone {
			alone = d.format.Name
		}
	}
	if alone != "" && len(out) > 1 {
		return fmt.Errorf("--format: %s all go to standard output, where %s must be alone: give one a file, as in %s=FILE",
			strings.Join(out, " and "), alone, alone)
	}
	return nil
}

// flagError makes an error of the command line say what was likely meant.
func flagError(cmd *cobra.Command, err error) error {
	var unknown interface{ GetSpecifiedName() string }
	if errors.As(err, &unknown) && strings.HasPrefix(err.Error(), "unknown flag") {
		var names []string
		for _, name := range flagNames(cmd) {
			names = append(names, "--"+name)
		}
		if meant := didYouMean("--"+unknown.GetSpecifiedName(), names); meant != "" {
			return fmt.Errorf("%w%s", err, meant)
		}
		return fmt.Errorf("%w: see %s --help", err, cmd.CommandPath())
	}
	return err
}
