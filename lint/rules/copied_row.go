// a table row that repeats what its sibling says of itself
//
// Reports a row of a table with a sentence that stands in a sibling row too and
// speaks of that sibling: the import row whose text mentions the export. Rows
// are siblings if another of their cells is the same but for the words that tell
// them apart ("Runs an export process", "Runs an import process").
//
// It is what remains when a row was made from the one above and not all of it
// was changed. Translators carry it into every language, so no comparison of
// translations can find it, and the reader of each is told the wrong thing.
//
// Where the source has it the finding stands there, once, and the translations
// that inherited it are its notes. Rows one of whose keys begins with the other
// (tracker, trackerd) are left alone: such a sentence may speak of both.
//
// Bad:
//
//	-- modules.md --
//	| module | scope                   | on failure                                |
//	|--------|-------------------------|-------------------------------------------|
//	| export | Runs an export process. | Whoever planned this export restarts it.  |
//	| import | Runs an import process. | Whoever planned this export restarts it.  |
//
// Good:
//
//	-- modules.md --
//	| module | scope                   | on failure                                |
//	|--------|-------------------------|-------------------------------------------|
//	| export | Runs an export process. | Whoever planned this export restarts it.  |
//	| import | Runs an import process. | Whoever planned this import restarts it.  |

package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/align"
	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lang"
)

var copiedRow = lint.Rule{
	Name:     "copied-row",
	Doc:      page("copied_row.go"),
	Severity: lint.Warning,
	Run:      runCopiedRow,
}

// A copied is a sentence of one row of a table that speaks of another row.
type copied struct {
	owner, copier int // rows of the grid
	column        int
	key, ownerKey string
	here, there   doc.Span // the sentence in the copier and in the owner
	cell          *doc.Unit
}

func runCopiedRow(p *lint.Pass) {
	for t := range p.Grid.Of(doc.Table) {
		// The same pair of rows in each locale is one fault.
		faults := make(map[[2]int][]copied)
		var order [][2]int
		for c := range p.Grid.Columns {
			for _, found := range copies(p, t, c) {
				id := [2]int{found.owner, found.copier}
				if len(faults[id]) == 0 {
					order = append(order, id)
				}
				if n := len(faults[id]); n == 0 || faults[id][n-1].column != c {
					faults[id] = append(faults[id], found)
				}
			}
		}
		slices.SortFunc(order, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
		for _, id := range order {
			if !prefixSomewhere(p.Grid, id[0], id[1]) {
				reportCopies(p, faults[id])
			}
		}
	}
}

// reportCopies reports one fault: at the source if it is there, in each
// translation that has it if the source is clean, and without a source in the
// first locale.
func reportCopies(p *lint.Pass, found []copied) {
	at := slices.IndexFunc(found, func(c copied) bool { return c.column == p.Grid.Source })
	switch {
	case at >= 0:
		reportCopy(p, found[at], found)
	case p.Grid.Source < 0:
		reportCopy(p, found[0], found)
	default:
		for _, c := range found {
			reportCopy(p, c, []copied{c})
		}
	}
}

func reportCopy(p *lint.Pass, c copied, all []copied) {
	file := p.Grid.Columns[c.column].File
	f := lint.Finding{
		File: file, Span: c.here, Where: align.Where(c.cell), Found: string(file.Slice(c.here)),
		Message: fmt.Sprintf("the row %q repeats a sentence of the row %q that speaks of %q", c.key, c.ownerKey, c.ownerKey),
		Notes:   []lint.Note{{File: file, Span: c.there, Text: string(file.Slice(c.there))}},
	}
	for _, other := range all {
		if other.column != c.column {
			file := p.Grid.Columns[other.column].File
			f.Notes = append(f.Notes, lint.Note{File: file, Span: other.here, Text: string(file.Slice(other.here))})
		}
	}
	p.Report(f)
}

// A tableRow is one row of a table in one locale, as this rule looks at it.
type tableRow struct {
	grid  int // row of the grid
	key   string
	cells []*doc.Unit
}

// copies returns the copies in the table of one column.
func copies(p *lint.Pass, table, column int) []copied {
	var rows []tableRow
	type place struct {
		row  int // index in rows
		cell *doc.Unit
		span doc.Span // in the cell's text
	}
	bySentence := make(map[string][]place)
	var order []string
	for i, row := range p.Grid.Children(table) {
		u := row.Units[column]
		if row.Kind != doc.Row || u == nil || u.Header {
			continue
		}
		r := tableRow{grid: i, key: align.RowKey(u)}
		for cell := range u.Children() {
			if cell.Kind != doc.Cell {
				continue
			}
			r.cells = append(r.cells, cell)
			for _, s := range proseSentences(cell) {
				text := cell.Text()[s.Start:s.End]
				if bySentence[text] == nil {
					order = append(order, text)
				}
				bySentence[text] = append(bySentence[text], place{len(rows), cell, s})
			}
		}
		rows = append(rows, r)
	}
	// A sentence of many rows is boilerplate, whoever it speaks of.
	const boilerplate = 6
	var found []copied
	for _, text := range order {
		places := bySentence[text]
		if len(places) > boilerplate {
			continue
		}
		for _, a := range places {
			for _, b := range places {
				if a.cell.Column != b.cell.Column || a.row == b.row || !speaksOf(text, rows[a.row], rows[b.row]) ||
					!siblings(rows[a.row], rows[b.row], a.cell.Column) {
					continue
				}
				found = append(found, copied{
					owner: rows[a.row].grid, copier: rows[b.row].grid, column: column,
					key: rows[b.row].key, ownerKey: rows[a.row].key, cell: b.cell,
					here:  b.cell.Source(b.span.Start, b.span.End),
					there: a.cell.Source(a.span.Start, a.span.End),
				})
			}
		}
	}
	return found
}

// proseSentences returns the sentences of a cell, as ranges of its text, that
// are long enough to be no type or value and that hold no code or link.
func proseSentences(cell *doc.Unit) []doc.Span {
	var markup []doc.Span
	for u := range cell.Descendants() {
		if u.Kind == doc.Code || u.Kind == doc.Link || u.Kind == doc.CodeBlock {
			start := u.TextStart() - cell.TextStart()
			markup = append(markup, doc.Span{Start: start, End: start + len(u.Text())})
		}
	}
	var prose []doc.Span
	for _, s := range lang.Sentences(cell.Text()) {
		inMarkup := slices.ContainsFunc(markup, func(m doc.Span) bool { return m.Start < s.End && s.Start < m.End })
		if !inMarkup && isLong(cell.Text()[s.Start:s.End]) {
			prose = append(prose, doc.Span{Start: s.Start, End: s.End})
		}
	}
	return prose
}

// isLong reports whether a sentence has at least four words, or eight
// characters of a script that is written without spaces. Words in capitals are
// names of code: CREATE ANY PROCEDURE.
func isLong(sentence string) bool {
	words := 0
	for word := range strings.FieldsSeq(sentence) {
		if upper := strings.ToUpper(word); word != upper || strings.ToLower(word) == upper {
			words++
		}
	}
	return words >= 4 || lang.Spaceless(sentence) >= 8
}

// speaksOf reports whether a sentence names the row a and not the row b.
func speaksOf(sentence string, a, b tableRow) bool {
	onlyA, onlyB := distinguishing(a.key, b.key)
	return len(onlyA) > 0 && len(onlyB) > 0 && namesAny(sentence, onlyA) && !namesAny(sentence, onlyB)
}

// distinguishing returns the words of two keys that the other does not have.
func distinguishing(a, b string) (onlyA, onlyB []string) {
	wordsA, wordsB := keyWords(a), keyWords(b)
	if len(wordsA) > 4 || len(wordsB) > 4 {
		return nil, nil // a sentence, not a key
	}
	missing := func(from, in []string) []string {
		return slices.DeleteFunc(slices.Clone(from), func(w string) bool { return slices.Contains(in, w) })
	}
	return missing(wordsA, wordsB), missing(wordsB, wordsA)
}

// keyWords returns the words of a key. Characters of scripts without spaces stay
// together: a key in them is one word.
func keyWords(key string) []string {
	return strings.FieldsFunc(strings.ToLower(key), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '_'
	})
}

// namesAny reports whether a text holds one of some words or a word of its stem.
func namesAny(text string, words []string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if lang.Spaceless(w) > 0 {
			if strings.Contains(text, w) {
				return true
			}
			continue
		}
		if slices.ContainsFunc(lang.Words(text), func(other string) bool { return shareStem(w, other) }) {
			return true
		}
	}
	return false
}

// shareStem reports whether two words begin alike: in four letters or more, and
// in half of either (export, exportação; importieren, Importvorgang).
func shareStem(a, b string) bool {
	if a == b {
		return true
	}
	common := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		common = i + len(string(r))
	}
	return common >= 4 && common*2 >= len(a) && common*3 >= len(b)
}

// siblings reports whether another cell of the rows is the same but for a
// stretch that names each row in its own.
func siblings(a, b tableRow, column int) bool {
	onlyA, onlyB := distinguishing(a.key, b.key)
	for i := range min(len(a.cells), len(b.cells)) {
		ca, cb := a.cells[i], b.cells[i]
		if i == 0 || ca.Column == column || ca.Column != cb.Column {
			continue
		}
		if restA, restB, ok := differing(ca.Text(), cb.Text()); ok && namesAny(restA, onlyA) && namesAny(restB, onlyB) {
			return true
		}
	}
	return false
}

// differing returns the stretch in which two texts differ, in whole words. ok is
// false where they have less in common than apart, or do not differ.
func differing(a, b string) (restA, restB string, ok bool) {
	wordsA, wordsB := lang.Words(a), lang.Words(b)
	head := 0
	for head < min(len(wordsA), len(wordsB)) && wordsA[head] == wordsB[head] {
		head++
	}
	tail := 0
	for tail < min(len(wordsA), len(wordsB))-head && wordsA[len(wordsA)-1-tail] == wordsB[len(wordsB)-1-tail] {
		tail++
	}
	midA, midB := wordsA[head:len(wordsA)-tail], wordsB[head:len(wordsB)-tail]
	if head+tail == 0 || head+tail < max(len(midA), len(midB)) {
		return "", "", false
	}
	if lang.Spaceless(a) > 0 {
		// Words of such scripts are single characters here, and a key may have
		// some of its own in the common part: 导出, 导入.
		const keyReach = 4
		midA = wordsA[max(0, head-keyReach):min(len(wordsA), len(wordsA)-tail+keyReach)]
		midB = wordsB[max(0, head-keyReach):min(len(wordsB), len(wordsB)-tail+keyReach)]
		return strings.Join(midA, ""), strings.Join(midB, ""), a != b
	}
	return strings.Join(midA, " "), strings.Join(midB, " "), len(midA) > 0 && len(midB) > 0
}

// prefixSomewhere reports whether one row's key begins with the other's in some
// locale.
func prefixSomewhere(g *align.Grid, a, b int) bool {
	for c := range g.Columns {
		ua, ub := g.Rows[a].Units[c], g.Rows[b].Units[c]
		if ua == nil || ub == nil {
			continue
		}
		ka, kb := strings.ToLower(align.RowKey(ua)), strings.ToLower(align.RowKey(ub))
		if strings.HasPrefix(ka, kb) || strings.HasPrefix(kb, ka) {
			return true
		}
	}
	return false
}
