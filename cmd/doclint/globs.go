package main

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/doclint/doclint/lint"
)

// rebase turns globs that are relative to one folder into ones that are relative
// to another, the root of the tree. One glob may become several, since "**" may
// end before, within or after the folders between the two; or none, where
// nothing below the root can match.
func rebase(locales []lint.LocaleOverride, base, root string) []lint.LocaleOverride {
	down, err := filepath.Rel(base, root)
	if err != nil {
		return locales
	}
	if down == "." {
		return locales
	}
	var out []lint.LocaleOverride
	for _, l := range locales {
		globs := []string{l.Glob}
		if within(base, root) {
			for _, folder := range strings.Split(filepath.ToSlash(down), "/") {
				globs = below(globs, folder)
			}
		} else if up, err := filepath.Rel(root, base); err == nil && within(root, base) {
			globs = []string{path.Join(escapeGlob(filepath.ToSlash(up)), l.Glob)}
		}
		for _, glob := range globs {
			out = append(out, lint.LocaleOverride{Glob: glob, Tag: l.Tag})
		}
	}
	return out
}

// below returns the globs of what is in a folder, from those of what is beside it.
func below(globs []string, folder string) []string {
	var out []string
	add := func(glob string) {
		if glob != "" && !slices.Contains(out, glob) {
			out = append(out, glob)
		}
	}
	for _, glob := range globs {
		for {
			first, rest, _ := strings.Cut(glob, "/")
			if first != "**" {
				if globMatches(first, folder) {
					add(rest)
				}
				break
			}
			add(glob) // "**" goes on
			if rest == "" {
				break
			}
			glob = rest // or it ended before this folder
		}
	}
	return out
}

// escapeGlob returns a glob that matches only one path.
func escapeGlob(path string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "{", `\{`).Replace(path)
}
