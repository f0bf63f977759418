package align

import (
	"math"
	"strings"
	"unicode"

	"github.com/doclint/doclint/lint/doc"
)

// A similarity says how well two units fit.
type similarity struct {
	score      float64 // 0..1; neutral where neither side says anything
	confidence float64 // 0..1: how much is said
	reason     Reason
}

const (
	// neutral is the score of two units of equal length of which nothing is
	// known.
	neutral = 0.55
	// bar is the score under which two units are not matched.
	bar = 0.3
)

// A side is a document as one comparison looks at it.
type side struct {
	*profile
	*signature
}

// similar compares units of two documents. scale is the ratio of the lengths of
// the documents' texts, b to a.
func similar(pa, pb side, a, b *doc.Unit, scale float64) similarity {
	if a.Kind != b.Kind {
		return similarity{}
	}
	switch a.Kind {
	case doc.Section, doc.Heading:
		return similarSections(pa, pb, a, b, scale)
	case doc.Row:
		return similarRows(pa, pb, a, b, scale)
	case doc.Field:
		ka, _ := a.Attr(doc.Key)
		kb, _ := b.Attr(doc.Key)
		if ka.Value == kb.Value {
			return similarity{1, 1, ByKey}
		}
		return similarity{}
	}
	return similarContent(pa, pb, a, b, scale)
}

// similarContent compares what two units say and how long they are.
func similarContent(pa, pb side, a, b *doc.Unit, scale float64) similarity {
	shared, missing := overlap(pa.signature, pb.signature, pa.of(a), pb.of(b))
	if pa.score != nil && pa.signature == pa.worded {
		score, known := pa.score(pa.column, pb.column, a, b)
		weight := min(known, enoughKnown) * weightKnown
		shared += weight * score
		missing += weight * (1 - score) * 2
	}
	said := shared + missing
	confidence := 1 - math.Exp(-said)
	agreement := 0.0
	if said > 0 {
		agreement = shared / (shared + missing/2)
	}
	s := similarity{confidence: confidence}
	s.score = confidence*agreement + (1-confidence)*neutral*lengthFit(pa.length(a), pb.length(b), scale)
	if agreement > 0.5 && confidence > 0.4 {
		s.reason = ByContent
	}
	return s
}

// What the lexicon knows of two units weighs as much as that many words.
const (
	weightKnown = 0.4
	enoughKnown = 8
)

// overlap adds up the weights of the features that two units share, and of
// those that one has and the other ought to have.
func overlap(pa, pb *signature, a, b []feature) (shared, missing float64) {
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].hash < b[j].hash:
			missing += pb.absent(a[i])
			i++
		case i == len(a) || b[j].hash < a[i].hash:
			missing += pa.absent(b[j])
			j++
		default:
			shared += float64(min(a[i].weight, b[j].weight))
			i++
			j++
		}
	}
	return shared, missing
}

// absent returns how much it speaks against a match that a unit of this document
// does not have a feature of the other's unit. What the document has elsewhere
// belongs elsewhere; a number that it has nowhere was more likely changed.
func (s *signature) absent(f feature) float64 {
	switch {
	case f.weak:
		return 0
	case s.common[f.hash] > 0:
		return float64(f.weight)
	case f.number:
		return float64(f.weight) * 0.2
	}
	return float64(f.weight) * 0.6
}

// lengthFit is 1 for texts whose lengths are in the ratio of their documents,
// and falls as one grows too long.
func lengthFit(a, b int, scale float64) float64 {
	const slack = 12 // runes: short texts vary more
	return math.Exp(-math.Abs(math.Log((float64(a)*scale+slack)/(float64(b)+slack))) * 0.7)
}

// similarSections compares sections by anchor, then level, then content.
func similarSections(pa, pb side, a, b *doc.Unit, scale float64) similarity {
	ha, hb := headingOf(a), headingOf(b)
	ia, ib := anchorOf(ha), anchorOf(hb)
	switch {
	case ia != "" && ia == ib:
		return similarity{1, 1, ByAnchor}
	case ia != "" && ib == "" && ia == slug(hb.Text()), ib != "" && ia == "" && ib == slug(ha.Text()):
		// The explicit anchor of a translation is the implied one of its source.
		return similarity{0.98, 1, ByAnchor}
	}
	s := similarContent(pa, pb, a, b, scale)
	if a.Level != b.Level {
		s.score *= 0.6
	}
	if text := ha.Text(); text != "" && strings.EqualFold(text, hb.Text()) {
		s.score = 1 - (1-s.score)*0.3
		s.confidence, s.reason = 1, ByKey
	}
	return s
}

// headingOf returns the heading that heads a section; of a heading, itself.
func headingOf(u *doc.Unit) *doc.Unit {
	if u.Kind == doc.Section {
		for first := range u.Children() {
			return first
		}
	}
	return u
}

// slug returns the anchor that generators derive from a heading: lower case,
// hyphens for blanks, no punctuation (GitHub, Docusaurus, VitePress).
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '-':
			return '-'
		case unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}

// anchorOf returns the explicit anchor of a heading, "" for none.
func anchorOf(heading *doc.Unit) string {
	id, _ := heading.Attr(doc.ID)
	return id.Value
}

// similarRows compares table rows: by key where it is the same on both sides,
// else by what the cells say, cell by cell.
func similarRows(pa, pb side, a, b *doc.Unit, scale float64) similarity {
	if a.Header != b.Header {
		return similarity{}
	}
	s := similarContent(pa, pb, a, b, scale)
	ka, kb := RowKey(a), RowKey(b)
	if ka != "" && ka == kb {
		s.score = 1 - (1-s.score)*0.3
		s.confidence, s.reason = 1, ByKey
		return s
	}
	if a.Header {
		s.score = max(s.score, neutral)
		return s
	}
	if c := cellClasses(a, b); c >= 0 {
		s.score = s.score*0.85 + c*0.15
	}
	return s
}

// cellClasses returns the share of cells, by position, that are of one class:
// empty or not. It is -1 where the rows differ in width.
func cellClasses(a, b *doc.Unit) float64 {
	ca, cb := cellsOf(a), cellsOf(b)
	if len(ca) != len(cb) || len(ca) == 0 {
		return -1
	}
	same := 0
	for i := range ca {
		if (ca[i].Text() == "") == (cb[i].Text() == "") {
			same++
		}
	}
	return float64(same) / float64(len(ca))
}

func cellsOf(row *doc.Unit) []*doc.Unit {
	var cells []*doc.Unit
	for cell := range row.Children() {
		if cell.Kind == doc.Cell {
			cells = append(cells, cell)
		}
	}
	return cells
}
