package doc

// Span is a half-open range of byte offsets into one file: Start is the first
// byte, End the byte after the last. An empty span (Start == End) is a place
// between two bytes, which is how something missing is located.
type Span struct{ Start, End int }

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies within s; an empty t at either edge does.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }
