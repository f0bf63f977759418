package lint

import "strings"

// Sides words who says what: "6666 in en, ja-JP and zh-Hans, 66 in de". The zero
// value is empty.
type Sides struct{ sides []side }

type side struct {
	value, text string
	names       []string
}

// Add says that the locale of a name states a value, which it writes as text. Of
// several ways to write one value the first is shown, or the one that is
// preferred.
func (s *Sides) Add(value, text, name string, preferred bool) {
	for i := range s.sides {
		if s.sides[i].value == value {
			s.sides[i].names = append(s.sides[i].names, name)
			if preferred {
				s.sides[i].text = text
			}
			return
		}
	}
	s.sides = append(s.sides, side{value, text, []string{name}})
}

// String returns the wording, values in the order in which they were added.
func (s *Sides) String() string {
	parts := make([]string, len(s.sides))
	for i, side := range s.sides {
		parts[i] = side.text + " in " + List(side.names)
	}
	return strings.Join(parts, ", ")
}

// List words names: "en", "en and ja", "en, ja and zh".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
