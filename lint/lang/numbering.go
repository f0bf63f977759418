package lang

import (
	"slices"
	"unicode/utf8"
)

// A Numbering is a decimal numbering system of CLDR.
type Numbering struct {
	ID     string // "latn", "arabext", "deva"
	Digits string // the ten digits from 0 to 9
}

// Digit returns the value of a digit of the system.
func (n Numbering) Digit(r rune) (value int, ok bool) {
	for _, d := range n.Digits {
		if d == r {
			return value, true
		}
		value++
	}
	return 0, false
}

// Numberings returns every decimal numbering system in the order of their
// identifiers. The result must not be changed.
func Numberings() []Numbering { return numberings }

// Digit returns the value of a decimal digit of any script. The ideographs 一 to
// 九 (the system "hanidec") are none: alone they are words, and NumberWord of a
// locale that writes them knows them.
func Digit(r rune) (value int, ok bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), '0' <= r && r <= '9'
	}
	i, found := slices.BinarySearch(zeros, r)
	if found {
		return 0, true
	}
	if i == 0 || r > zeros[i-1]+9 {
		return 0, false
	}
	return int(r - zeros[i-1]), true
}

// numbering returns the system of an identifier in the tables.
func numbering(id string) Numbering {
	for _, n := range numberings {
		if n.ID == id {
			return n
		}
	}
	return numberings[0]
}
