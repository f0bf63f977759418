// a line of a code block that differs between the locales
//
// Reports a line of a code block that one locale has and another has otherwise,
// or lacks. Blocks are compared where the grid found them opposite each other,
// line by line.
//
// A command or a setting is copied from the page as it stands. What a translation
// lost or changed in it fails in that language only.
//
// A translation may change what is meant for people: comments, what stands in
// quotation marks, names in angle brackets, and lines of words. Lines that are
// empty, and white space, are not compared. Where most lines of a block differ it
// is another example, and nothing is said.
//
// Bad:
//
//	-- en/log.md --
//	```sh
//	nlserver start mta -port:6666
//	nlserver stop mta
//	```
//	-- pt/log.md --
//	```sh
//	nlserver start mta -port:666
//	nlserver stop mta
//	```
//
// Good:
//
//	-- en/log.md --
//	```sh
//	nlserver start <module>  # with its port
//	echo "done"
//	```
//	-- pt/log.md --
//	```sh
//	nlserver start <módulo>  # com sua porta
//	echo "pronto"
//	```

package rules

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
)

var codeBlockChanged = lint.Rule{
	Name:     "code-block-changed",
	Doc:      page("code_block_changed.go"),
	Severity: lint.Warning,
	Run:      runCodeBlockChanged,
}

func runCodeBlockChanged(p *lint.Pass) {
	for _, row := range p.Grid.Of(doc.CodeBlock) {
		if row.Score < sureMatch {
			continue
		}
		base := baseColumn(p.Grid, row)
		source := codeLines(row.Units[base])
		for c, u := range row.Units {
			if c == base || u == nil {
				continue
			}
			for _, d := range diffLines(source, codeLines(u)) {
				reportLine(p, row, base, c, d)
			}
		}
	}
}

// A codeLine is a line of a code block that says something.
type codeLine struct {
	start, end int    // in the text of the block
	text       string // as it stands, without the blanks around it
	code       string // without what a translation may change
}

// maxLines is the number of lines over which a block is not compared: a listing
// of that length is generated, and comparing takes time by the square.
const maxLines = 400

// codeLines returns the lines of a block.
func codeLines(u *doc.Unit) []codeLine {
	text := u.Text()
	var lines []codeLine
	inComment := ""
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text) - at
		}
		line := text[at : at+end]
		trimmed := strings.TrimSpace(line)
		code := trimmed
		code, inComment = stripComment(code, inComment)
		if code = lineSkeleton(code); code != "" {
			start := at + strings.Index(line, trimmed)
			lines = append(lines, codeLine{start, start + len(trimmed), trimmed, code})
		}
		at += end + 1
	}
	return lines
}

// Comments that run over lines, by how they begin and end.
var longComments = [...][2]string{{"/*", "*/"}, {"<!--", "-->"}, {"{/*", "*/}"}, {`"""`, `"""`}}

// Comments that end with the line. Behind code they need a blank before them,
// since the same characters stand in addresses and colours.
var lineComments = [...]string{"#", "//", "--", ";", "%", "REM ", "::", "'"}

// stripComment removes the comment from a line; open is how a comment of more
// lines that it stands in ends, "" for none.
func stripComment(line, open string) (code, stillOpen string) {
	for {
		if open != "" {
			at := strings.Index(line, open)
			if at < 0 {
				return "", open
			}
			line, open = line[at+len(open):], ""
		}
		begins := -1
		for _, c := range longComments {
			if at := strings.Index(line, c[0]); at >= 0 && (begins < 0 || at < begins) && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t' || line[at-1] == ';') {
				begins, open = at, c[1]
			}
		}
		if begins < 0 {
			break
		}
		rest := line[begins+2:]
		end := strings.Index(rest, open)
		if end < 0 {
			return line[:begins], open
		}
		line, open = line[:begins]+" "+rest[end+len(open):], ""
	}
	for _, mark := range lineComments {
		if strings.HasPrefix(line, mark) && !strings.HasPrefix(line, "#include") && !strings.HasPrefix(line, "--data") && !isFlag(line) {
			return "", ""
		}
		for _, blank := range []string{" ", "\t"} {
			if at := strings.Index(line, blank+mark+" "); at >= 0 && mark != "%" && mark != "::" && mark != "'" && mark != ";" {
				line = line[:at]
			}
			if at := strings.Index(line, blank+mark); at >= 0 && (mark == "//" || mark == "#" && at+2 < len(line) && line[at+2] >= utf8.RuneSelf) {
				line = line[:at]
			}
		}
	}
	return line, ""
}

// isFlag reports whether a line begins with a flag of a command, as lines that go
// on from the one before do.
func isFlag(line string) bool {
	return strings.HasPrefix(line, "--") && len(line) > 2 && line[2] != ' ' && line[2] != '-'
}

// localePath is the folder of a locale in an address.
var localePath = regexp.MustCompile(`/(?:[a-z]{2}(?:[-_][A-Za-z]{2,4})?)/`)

// lineSkeleton returns a line without what a translation may change in it: what
// stands in quotation marks unless it is built like a name or a number, names in
// angle brackets, letters of other scripts, white space.
func lineSkeleton(line string) string {
	var b strings.Builder
	line = strings.TrimSuffix(strings.TrimPrefix(line, "$ "), "\\") // a prompt, a line that goes on
	if strings.Contains(line, "://") {
		line = localePath.ReplaceAllString(line, "/")
	}
	line = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("“”„«»「」", r):
			return '"'
		case strings.ContainsRune("‘’", r):
			return '\''
		case 0xff01 <= r && r <= 0xff5e:
			return r - 0xff01 + '!'
		}
		return r
	}, line)
	for i := 0; i < len(line); {
		c := line[i]
		if c == '"' || c == '\'' || c == '`' {
			if end := strings.IndexByte(line[i+1:], c); end >= 0 {
				b.WriteByte('"')
				if content := line[i+1 : i+1+end]; isSymbol(content) {
					b.WriteString(content)
				}
				b.WriteByte('"')
				i += end + 2
				continue
			}
		}
		if c == '<' || c == '{' || c == '[' {
			if end := strings.IndexAny(line[i:], ">}]"); end > 1 && c != '{' && isPlaceholderName(line[i+1:i+end]) && strings.ContainsFunc(line[i+1:i+end], unicode.IsLetter) && c == '<' {
				b.WriteString("<>")
				i += end + 1
				continue
			}
		}
		if c > ' ' && c < 0x80 {
			b.WriteByte(c)
		}
		i++
	}
	return strings.TrimRight(b.String(), ";,.")
}

// A lineChange is a line of the source and what it became: nil is a line that one
// side lacks.
type lineChange struct{ from, to *codeLine }

// maxChanges is the number of lines that differ over which a block is another
// example.
const maxChanges = 3

// diffLines returns how two blocks differ, nil where so much does that they are
// two examples.
func diffLines(a, b []codeLine) []lineChange {
	if len(a) == 0 || len(b) == 0 || len(a) > maxLines || len(b) > maxLines {
		return nil
	}
	common := longestCommon(a, b)
	var changes []lineChange
	i, j := 0, 0
	flush := func(endA, endB int) {
		for ; i < endA || j < endB; i, j = i+1, j+1 {
			var change lineChange
			if i < endA {
				change.from = &a[i]
			}
			if j < endB {
				change.to = &b[j]
			}
			changes = append(changes, change)
		}
		i, j = endA, endB
	}
	for _, pair := range common {
		flush(pair[0], pair[1])
		i, j = pair[0]+1, pair[1]+1
	}
	flush(len(a), len(b))
	if len(changes) > maxChanges || len(common) == 0 && (len(changes) > 1 || changes[0].from == nil || changes[0].to == nil || !alike(changes[0].from.code, changes[0].to.code)) {
		return nil
	}
	wholeA, wholeB := joined(a), joined(b)
	kept := changes[:0]
	for _, c := range changes {
		switch {
		case c.from == nil: // a line more does no harm
		case standsWhole(wholeB, c.from.code) || c.to != nil && standsWhole(wholeA, c.to.code):
			// The same code, broken into lines elsewhere or in another order.
		case isWords(c.from.text):
		case c.to == nil:
			if len(common) >= 2 && isCode(c.from.code) {
				kept = append(kept, c)
			}
		case !isWords(c.to.text) && alike(c.from.code, c.to.code):
			kept = append(kept, c)
		}
	}
	return kept
}

// joined returns the code of a block without line ends.
func joined(lines []codeLine) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.code)
	}
	return b.String()
}

// standsWhole reports whether some code stands in a block and does not go on with a
// digit that it lacks itself.
func standsWhole(block, code string) bool {
	for from := 0; ; {
		at := strings.Index(block[from:], code)
		if at < 0 {
			return false
		}
		from += at + len(code)
		if from == len(block) || block[from] < '0' || block[from] > '9' {
			return true
		}
	}
}

// isCode reports whether a line that the other side lacks is built like a
// statement, and no word of an interface or bracket.
func isCode(code string) bool {
	return len(code) >= 6 && strings.ContainsAny(code, "=:(/_-") && strings.ContainsFunc(code, unicode.IsLetter)
}

// longestCommon returns the longest list of lines that both blocks have in
// order, as pairs of indices.
func longestCommon(a, b []codeLine) [][2]int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].code == b[j].code {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].code == b[j].code:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// alike reports whether two lines are one line changed: most of the longer one
// stands at the ends of both.
func alike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	head := 0
	for head < len(a) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return (head+tail)*3 >= len(b)*2
}

// isWords reports whether a line is a sentence or a heading rather than code:
// words of letters parted by blanks, or letters of another script.
func isWords(line string) bool {
	words, signs := 0, 0
	for _, r := range line {
		switch {
		case r >= 0x250 && unicode.IsLetter(r), r >= 0xc0 && r < 0x250 && unicode.IsLetter(r):
			return true
		case r == ' ':
			words++
		case !unicode.IsLetter(r) && r != ',' && r != '.':
			signs++
		}
	}
	return words >= 2 && signs*4 <= words
}

// reportLine reports one line of a block.
func reportLine(p *lint.Pass, row *align.Row, base, column int, d lineChange) {
	from, to := row.Units[base], row.Units[column]
	f := lint.Finding{File: p.Grid.Columns[column].File, Span: to.Span, Where: align.Where(to)}
	if d.to != nil {
		f.Span = to.Source(d.to.start, d.to.end)
		f.Found, f.Expected = d.to.text, d.from.text
		f.Message = fmt.Sprintf("line %q here, %q in %s", around(d.to.text, d.from.text), around(d.from.text, d.to.text), p.Name(base))
	} else {
		f.Expected = d.from.text
		f.Message = fmt.Sprintf("line %q of %s is missing here", short(d.from.text), p.Name(base))
	}
	f.Notes = []lint.Note{{File: p.Grid.Columns[base].File, Span: from.Source(d.from.start, d.from.end), Text: d.from.text}}
	p.Report(f)
}

// around returns what of a line is to be seen beside another: all of it where it
// is short, else the place at which they part.
func around(line, other string) string {
	if len(line) <= 40 {
		return line
	}
	head := 0
	for head < len(line) && head < len(other) && line[head] == other[head] {
		head++
	}
	if head <= 20 {
		return short(line)
	}
	start := head - 15
	for start > 0 && line[start]&0xc0 == 0x80 {
		start--
	}
	return "…" + short(line[start:])
}
