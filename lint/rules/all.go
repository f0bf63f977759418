// Package rules holds the rules, one file each. The comment at the head of a
// rule's file is its page: doclint explain prints it, docs/rules serves it, and
// its examples are executed by a test.
package rules

import (
	"embed"
	"strings"

	"github.com/doclint/doclint/lint"
)

// All returns all rules, by name.
func All() []lint.Rule {
	return []lint.Rule{
		brokenFence,
		codeBlockChanged,
		codeChanged,
		codeMissing,
		copiedRow,
		extraRow,
		extraSection,
		headingLevel,
		malformedPage,
		missingCell,
		missingCodeBlock,
		missingColumn,
		missingImage,
		missingItem,
		missingPage,
		missingParagraph,
		missingRow,
		missingSection,
		missingTable,
		movedRow,
		numberAdded,
		numberChanged,
		numberMissing,
		orphanPage,
		placeholderChanged,
		swappedRows,
		tableShape,
		wrongText,
	}
}

//go:embed *.go
var sources embed.FS

// page returns the page of the rule in a file: the comment that the file starts
// with.
func page(file string) string {
	src, err := sources.ReadFile(file)
	if err != nil {
		panic(err) // the name of the file stands in the file itself
	}
	var b strings.Builder
	for line := range strings.Lines(string(src)) {
		text, ok := strings.CutPrefix(line, "//")
		if !ok {
			break
		}
		b.WriteString(strings.TrimPrefix(text, " "))
	}
	return strings.TrimSpace(b.String()) + "\n"
}
