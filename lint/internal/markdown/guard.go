package markdown

import (
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/doclint/doclint/lint/doc"
)

// goldmark takes cubic time for nested lists and quadratic time for unmatched
// delimiters. The guards are parsers that come before all others and take what
// is over these caps, which no written page comes near, as plain text.
const (
	maxNesting    = 64   // list items and quotes within each other
	maxDelimiters = 1500 // characters that may open or close something, in one block of text
)

var problemsKey = parser.NewContextKey()

// guardProblems returns what the guards took as plain text.
func guardProblems(pc parser.Context) []doc.Problem {
	found, _ := pc.Get(problemsKey).([]doc.Problem)
	return found
}

func report(pc parser.Context, at int, message string) {
	pc.Set(problemsKey, append(guardProblems(pc), doc.Problem{Kind: doc.OverLimit, Span: doc.Span{Start: at, End: at}, Message: message}))
}

// blockGuard takes lines that would nest too deep as plain text.
type blockGuard struct{}

// kindOverflow is the kind of a block of plain text made by blockGuard.
var kindOverflow = ast.NewNodeKind("Overflow")

type overflow struct{ ast.BaseBlock }

func (*overflow) Kind() ast.NodeKind         { return kindOverflow }
func (*overflow) IsRaw() bool                { return true }
func (n *overflow) Dump(src []byte, lvl int) { ast.DumpHelper(n, src, lvl, nil, nil) }

func (blockGuard) Trigger() []byte { return []byte(">-+*0123456789") }

func (blockGuard) Open(parent ast.Node, r text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for p := parent; p != nil; p = p.Parent() {
		depth++
	}
	if depth <= maxNesting {
		return nil, parser.NoChildren
	}
	_, s := r.PeekLine()
	if len(guardProblems(pc)) == 0 {
		report(pc, s.Start, "more than "+strconv.Itoa(maxNesting)+" lists and quotes within each other: what is deeper is read as plain text")
	}
	n := new(overflow)
	n.Lines().Append(s)
	r.AdvanceToEOL()
	return n, parser.NoChildren
}

func (blockGuard) Continue(n ast.Node, r text.Reader, _ parser.Context) parser.State {
	line, s := r.PeekLine()
	if len(line) == 0 || isBlank(line) {
		return parser.Close
	}
	n.Lines().Append(s)
	r.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (blockGuard) Close(ast.Node, text.Reader, parser.Context) {}
func (blockGuard) CanInterruptParagraph() bool                 { return true }
func (blockGuard) CanAcceptIndentedLine() bool                 { return false }

// inlineGuard takes the delimiters of a block of text that are over the cap as
// plain text.
type inlineGuard struct{}

var delimitersKey = parser.NewContextKey()

// delimiters counts those seen in one block of text.
type delimiters struct {
	block ast.Node
	seen  int
}

func (inlineGuard) Trigger() []byte { return []byte("*_[]!`<~") }

func (inlineGuard) Parse(parent ast.Node, r text.Reader, pc parser.Context) ast.Node {
	count, _ := pc.Get(delimitersKey).(*delimiters)
	if count == nil {
		count = new(delimiters)
		pc.Set(delimitersKey, count)
	}
	if count.block != parent {
		*count = delimiters{block: parent}
	}
	count.seen++
	if count.seen <= maxDelimiters {
		return nil
	}
	_, s := r.PeekLine()
	if count.seen == maxDelimiters+1 {
		report(pc, s.Start, "more than "+strconv.Itoa(maxDelimiters)+" delimiters in one block: the rest of it is read as plain text")
	}
	r.Advance(1)
	ast.MergeOrAppendTextSegment(parent, s.WithStop(s.Start+1))
	last := parent.LastChild()
	parent.RemoveChild(parent, last) // the caller appends it again
	return last
}

func isBlank(line []byte) bool {
	for _, c := range line {
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	return true
}
