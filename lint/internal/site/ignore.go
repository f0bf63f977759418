package site

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// ignored are the patterns of .gitignore files, and of others in their notation,
// by the folder that the file is in. The zero value ignores nothing.
//
// Source: gitignore(5).
type ignored struct {
	rules map[string][]ignoreRule
}

// An ignoreRule is one line of such a file.
type ignoreRule struct {
	glob    string
	literal bool // the glob has no wildcard
	negated bool // what matches is not ignored after all
	folder  bool // only folders match
	base    bool // the glob is matched with the name, not with the path
}

// add takes in the lines of a file in a folder. Later lines beat earlier ones.
func (g *ignored) add(dir, text string) {
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		if rule, ok := newIgnoreRule(strings.TrimRight(line, "\r\n")); ok {
			if g.rules == nil {
				g.rules = map[string][]ignoreRule{}
			}
			g.rules[dir] = append(g.rules[dir], rule)
		}
	}
}

// braces are no wildcards to git.
var braces = strings.NewReplacer(`\\`, `\\`, `\{`, `\{`, `\}`, `\}`, "{", `\{`, "}", `\}`)

func newIgnoreRule(line string) (rule ignoreRule, ok bool) {
	line = trimSpaces(line)
	if line == "" || line[0] == '#' {
		return rule, false
	}
	if line[0] == '!' {
		rule.negated, line = true, line[1:]
	}
	if rest, folder := strings.CutSuffix(line, "/"); folder {
		rule.folder, line = true, rest
	}
	rule.base = !strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	if line == "" {
		return rule, false
	}
	if rest, all := strings.CutSuffix(line, "/**"); all {
		line = rest + "/**/*" // all in the folder, not the folder
	}
	rule.literal = !strings.ContainsAny(line, `*?[\`)
	rule.glob = line
	if !rule.literal {
		rule.glob = braces.Replace(line)
	}
	return rule, doublestar.ValidatePattern(rule.glob) || rule.literal
}

// trimSpaces removes spaces at the end of a line but for one after a backslash.
func trimSpaces(line string) string {
	trimmed := strings.TrimRight(line, " ")
	backslashes := len(trimmed) - len(strings.TrimRight(trimmed, `\`))
	if backslashes%2 == 1 && len(trimmed) < len(line) {
		return trimmed + " "
	}
	return trimmed
}

// match reports whether a file or folder is ignored: the last matching line of the
// nearest file that has one decides. That what is in an ignored folder cannot be
// had back is for the caller to see to, by not looking there.
func (g *ignored) match(name string, folder bool) bool {
	if g.rules == nil {
		return false
	}
	for dir := path.Dir(name); ; dir = path.Dir(dir) {
		rules := g.rules[dir]
		for n := len(rules) - 1; n >= 0; n-- {
			if rules[n].matches(strings.TrimPrefix(name, strings.TrimPrefix(dir+"/", "./")), folder) {
				return !rules[n].negated
			}
		}
		if dir == "." || dir == "/" {
			return false
		}
	}
}

// matches reports whether the rule is about a path relative to its folder.
func (r ignoreRule) matches(name string, folder bool) bool {
	if r.folder && !folder {
		return false
	}
	if r.base {
		name = path.Base(name)
	}
	if r.literal {
		return r.glob == name
	}
	ok, err := doublestar.Match(r.glob, name)
	return ok && err == nil
}
