package lint

// A Verdict names the columns that are taken to be wrong about a value, and why.
type Verdict struct {
	// Wrong are the columns in which the finding is to be placed, ascending.
	Wrong []int

	// Right is the value that is taken to be right, "" on a tie.
	Right string

	// Sides is false where two sides disagree and nothing tells which is right:
	// then Wrong holds one column and the message must take no side.
	Sides bool
}

// Vote finds out who is wrong where the columns of a grid row state values.
// values has an entry a column; a column with no say has "". source is the
// column of the source, or negative.
//
// The majority is right. On a tie the side of the source is right. With no
// source and two sides as strong, the first column is named for the place and
// no side is taken. A source that differs from all its translations, two or
// more that agree among themselves, is itself wrong.
func Vote(values []string, source int) Verdict {
	count := make(map[string]int, 2)
	for _, v := range values {
		if v != "" {
			count[v]++
		}
	}
	if len(count) < 2 {
		return Verdict{Sides: true}
	}
	best, tied := "", false
	for _, v := range values { // in order of columns, for a tie's sake
		switch {
		case v == "" || v == best:
		case count[v] > count[best]:
			best, tied = v, false
		case count[v] == count[best]:
			tied = true
		}
	}
	if source >= 0 && values[source] != "" && (tied && count[values[source]] == count[best] || count[best] == 1) {
		best, tied = values[source], false
	}
	verdict := Verdict{Right: best, Sides: !tied}
	for i, v := range values {
		if v != "" && v != best {
			verdict.Wrong = append(verdict.Wrong, i)
		}
	}
	if tied {
		// best is the side of the first column: name that one.
		verdict.Right, verdict.Wrong = "", nil
		for i, v := range values {
			if v == best {
				verdict.Wrong = append(verdict.Wrong, i)
				break
			}
		}
	}
	return verdict
}
