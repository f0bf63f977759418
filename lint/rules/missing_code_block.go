// a code block that another locale has
//
// Reports a code block that the source, or without a source most locales, have and a
// translation lacks at that place. Code blocks are matched by their lines.
//
// The reader of that language is told to run a command that is not shown.
//
// Bad:
//
//	-- en/log.md --
//	Start it:
//
//	    serve --port 8080
//
//	Then wait.
//	-- pt/log.md --
//	Inicie:
//
//	Depois espere.
//
// Good:
//
//	-- en/log.md --
//	Start it:
//
//	    serve --port 8080
//	-- pt/log.md --
//	Inicie:
//
//	```sh
//	serve --port 8080
//	```

package rules

import (
	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/doc"
)

var missingCodeBlock = lint.Rule{
	Name:     "missing-code-block",
	Doc:      page("missing_code_block.go"),
	Severity: lint.Warning,
	Run:      missing(doc.CodeBlock),
}
