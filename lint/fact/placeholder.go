package fact

import (
	"regexp"
	"strings"

	"github.com/doclint/doclint/lint/doc"
)

// placeholders are what a program or a reader puts a value in: printf verbs,
// shell and template variables, names in braces that are built as identifiers
// are, and names in angle brackets.
var placeholders = regexp.MustCompile(`<%[=@-]?[^%\n]{1,120}%>` + // <%= recipient.name %>
	`|\$\{[^{}\n]{1,80}\}` + // ${home}
	`|\{\{[^{}\n]{1,80}\}\}` + // {{ page.title }}
	`|\{(?:\d{1,2}|[A-Za-z][A-Za-z0-9]*[A-Z_0-9.][A-Za-z0-9_.]*)\}` + // {0}, {userName}
	`|%(?:\d+\$)?(?:\.\d+)?(?:[sdifuxX@]|l{1,2}[du])` + // %s, %1$s
	`|<[A-Za-z][A-Za-z0-9]*(?:[-_ ][A-Za-z0-9]+){0,5}>`) // <instance name>

// placeholders adds those in the text of a leaf, inline code included. They are
// found after all else, so that a page without them costs one look for the
// characters that they start with.
func (f *Facts) placeholders(leaf *doc.Unit) {
	text := leaf.Text()
	if !mayHoldPlaceholder(text) {
		return
	}
	for _, at := range placeholders.FindAllStringIndex(text, -1) {
		if text[at[0]] == '%' && isPercent(text, at[0], at[1]) {
			continue
		}
		if found := text[at[0]:at[1]]; strings.HasPrefix(found, "<%") && !strings.ContainsAny(found, ".()_'\"") {
			continue // "between <% and %>"
		}
		s := leaf.Source(at[0], at[1])
		f.add(Fact{Kind: Placeholder, Unit: leaf, Span: s, Text: text[at[0]:at[1]]}, s.Start)
	}
}

// mayHoldPlaceholder reports whether a text has two characters that a placeholder
// begins with. Expressions are slow, and percent signs and "<" are common.
func mayHoldPlaceholder(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		next := text[i+1]
		switch text[i] {
		case '$':
			if next == '{' {
				return true
			}
		case '{':
			if next == '{' || isASCIILetter(next) || isASCIIDigit(next) {
				return true
			}
		case '%':
			if isASCIILetter(next) || isASCIIDigit(next) || next == '.' || next == '@' {
				return true
			}
		case '<':
			if next == '%' || isASCIILetter(next) {
				return true
			}
		}
	}
	return false
}

// isPercent reports whether what looks like a verb is a percent sign and a word,
// or a byte in the encoding of URLs.
func isPercent(text string, start, end int) bool {
	if start > 0 && (isASCIIDigit(text[start-1]) || text[start-1] == '%' || text[start-1] >= 0x80) {
		return true
	}
	return end < len(text) && (isASCIIDigit(text[end]) || isASCIILetter(text[end]) || text[end] == '%' || text[end] >= 0x80 && text[end-1] == 'd')
}
