// Package fact reads what a unit states that no translation may change: numbers,
// code, links and images, each with the bytes it stands on. It judges nothing;
// alignment uses it first, rules second.
package fact

import (
	"slices"
	"sort"

	"github.com/doclint/doclint/lint/doc"
	"github.com/doclint/doclint/lint/lang"
)

// A Kind is a class of facts.
type Kind uint8

// The kinds of facts.
const (
	Number      Kind = iota // digits of any script, as a token
	Code                    // inline code
	Link                    // target of a link
	Image                   // source of an image
	Placeholder             // what a value is put in: %s, ${x}, <name>
)

var kindNames = [...]string{Number: "number", Code: "code", Link: "link", Image: "image", Placeholder: "placeholder"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// A Fact is something stated at one place.
type Fact struct {
	Kind Kind

	// Unit is the leaf block whose text a Number stands in; for the other
	// kinds it is the inline unit itself.
	Unit *doc.Unit

	// Span is the bytes of the value as written: the token, the code between
	// the backticks, the target.
	Span doc.Span

	// Text is the value in plain text, references and escapes resolved.
	Text string

	// Number is set for facts of kind Number.
	Number Token

	at int // where the fact stands in reading order, in bytes
}

// Facts are the facts of one document in reading order. They are immutable and
// safe for concurrent use.
type Facts struct {
	all    []Fact
	locale *lang.Locale
}

// Locale returns what is known of how the document's language writes numbers.
func (f *Facts) Locale() *lang.Locale { return f.locale }

// In returns the facts that stand within a unit. The result must not be
// changed.
func (f *Facts) In(u *doc.Unit) []Fact {
	from := sort.Search(len(f.all), func(i int) bool { return f.all[i].at >= u.Span.Start })
	to := sort.Search(len(f.all), func(i int) bool { return f.all[i].at >= max(u.Span.End, u.Span.Start+1) })
	return f.all[from:to]
}

// All returns the facts of the whole document. The result must not be changed.
func (f *Facts) All() []Fact { return f.all }

// Read returns what a document states. Code blocks and comments state nothing
// here.
func Read(d *doc.Document) *Facts {
	f := &Facts{locale: lang.For(d.File.Locale())}
	for u := range d.Units() {
		switch u.Kind {
		case doc.Paragraph, doc.Heading, doc.Caption, doc.Term, doc.Field:
			f.numbers(u)
			f.placeholders(u)
		case doc.Code:
			f.add(Fact{Kind: Code, Unit: u, Span: u.TextSource(), Text: u.Text()}, u.Span.Start)
		case doc.Link:
			f.target(Link, u, doc.Href)
		case doc.Image:
			f.target(Image, u, doc.Src)
		}
	}
	slices.SortStableFunc(f.all, func(a, b Fact) int { return a.at - b.at })
	return f
}

func (f *Facts) add(fact Fact, at int) {
	fact.at = at
	f.all = append(f.all, fact)
}

func (f *Facts) target(kind Kind, u *doc.Unit, name doc.AttrName) {
	if a, ok := u.Attr(name); ok {
		f.add(Fact{Kind: kind, Unit: u, Span: a.Span, Text: a.Value}, u.Span.Start)
	}
}

// numbers adds the numbers in the text of a leaf. Inline code is a fact of its
// own and passed over, unless it is a number and nothing else: a translation
// may well drop the backticks of one.
func (f *Facts) numbers(leaf *doc.Unit) {
	text := leaf.Text()
	skip := codeRanges(leaf)
	for _, t := range interpretIn(f.locale, text, Tokens(text)) {
		for len(skip) > 0 && skip[0].End <= t.Start {
			skip = skip[1:]
		}
		if len(skip) > 0 && skip[0].Start < t.End && (skip[0].Start != t.Start || skip[0].End != t.End) {
			continue
		}
		s := leaf.Source(t.Start, t.End)
		f.add(Fact{Kind: Number, Unit: leaf, Span: s, Text: text[t.Start:t.End], Number: t}, s.Start)
	}
}

// codeRanges returns where inline code stands in the text of a leaf.
func codeRanges(leaf *doc.Unit) []doc.Span {
	var ranges []doc.Span
	for u := range leaf.Descendants() {
		if u.Kind == doc.Code {
			start := u.TextStart() - leaf.TextStart()
			ranges = append(ranges, doc.Span{Start: start, End: start + len(u.Text())})
		}
	}
	return ranges
}
