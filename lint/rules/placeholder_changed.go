// a placeholder that differs between the locales
//
// Reports a placeholder that one locale has and another has otherwise or lost:
// a verb of printf (%s, %1$s), a variable (${home}, {{ page.title }}, <%= name %>),
// an identifier in braces ({userName}, {0}), and a name in angle brackets where
// both sides write it in identifiers.
//
// A program puts a value in a placeholder by its name. A misspelt one is shown to
// the reader as it stands, or stops the program.
//
// A name in angle brackets that was translated is not reported: <instance-name>
// is <nome-da-instância> to its reader.
//
// Bad:
//
//	-- en/log.md --
//	The log is in `${home}/log` of {userName}.
//	-- pt/log.md --
//	O log está em `${hom}/log` de {userName}.
//
// Good:
//
//	-- en/log.md --
//	The log of `<user-name>` is in `${home}/log`, 50% full.
//	-- pt/log.md --
//	O log de `<nome>` está em `${home}/log`, 50% cheio.

package rules

import (
	"strings"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/fact"
)

var placeholderChanged = lint.Rule{
	Name:     "placeholder-changed",
	Doc:      page("placeholder_changed.go"),
	Severity: lint.Error,
	Run:      runPlaceholderChanged,
}

func runPlaceholderChanged(p *lint.Pass) {
	for i := range p.Grid.Rows {
		row := &p.Grid.Rows[i]
		if !comparesCode(row) {
			continue
		}
		base := baseColumn(p.Grid, row)
		found := newClaims(len(row.Units), base)
		for c, u := range row.Units {
			if c == base || u == nil {
				continue
			}
			onlyA := apart(fact.Of(fact.Placeholder, p.Facts(base, row.Units[base])), u.Text())
			onlyB := apart(fact.Of(fact.Placeholder, p.Facts(c, u)), row.Units[base].Text())
			for _, f := range onlyA {
				found.lose(f, c)
			}
			if len(onlyA) != 1 || len(onlyB) != 1 || kindOf(onlyA[0].Text) != kindOf(onlyB[0].Text) {
				continue
			}
			if kindOf(onlyA[0].Text) != '<' || isTwin(onlyA[0].Text, onlyB[0].Text) && isIdentifier(onlyA[0].Text) {
				found.add(fact.Change{From: onlyA[0], To: onlyB[0]}, c, squeeze(onlyA[0].Text), squeeze(onlyB[0].Text))
			}
		}
		for _, claim := range found.list {
			claim.agree(p, row, found.lost[claim.at])
			claim.reportAs(p, "placeholder", lint.Off)
		}
	}
}

// apart returns the placeholders that a text does not have, blanks aside.
func apart(facts []fact.Fact, text string) []fact.Fact {
	if len(facts) == 0 {
		return nil
	}
	text = squeeze(text)
	var left []fact.Fact
	for _, f := range facts {
		if !strings.Contains(text, squeeze(f.Text)) {
			left = append(left, f)
		}
	}
	return left
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// kindOf tells the kinds of placeholders apart by how they begin.
func kindOf(placeholder string) byte {
	if strings.HasPrefix(placeholder, "<%") {
		return '='
	}
	if strings.HasPrefix(placeholder, "{{") {
		return '2'
	}
	return placeholder[0]
}

// isIdentifier reports whether the name in angle brackets is built as programs
// build names, so that nobody translates it: <instanceName>, <user_id>.
func isIdentifier(placeholder string) bool {
	return strings.ContainsAny(placeholder, "_0123456789") ||
		strings.ContainsAny(strings.Trim(placeholder, "<>")[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
