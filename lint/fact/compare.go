package fact

// Difference returns the numbers of each side that the other does not state,
// as multisets: where a number stands in the text does not matter. The facts may
// be of any kind; only numbers are compared.
func Difference(a, b []Fact) (onlyA, onlyB []Fact) {
	onlyA, onlyB = numbersOf(a), numbersOf(b)
	onlyA, onlyB = subtract(onlyA, onlyB)
	if hasParts(onlyA) || hasParts(onlyB) {
		// A blank between digits may part numbers on one side only.
		onlyA, onlyB = subtract(split(onlyA), split(onlyB))
	}
	return onlyA, onlyB
}

func numbersOf(facts []Fact) []Fact {
	var numbers []Fact
	for _, f := range facts {
		if f.Kind == Number {
			numbers = append(numbers, f)
		}
	}
	return numbers
}

// subtract drops each number of a that has an equal one in b, and that one too.
// It takes linear time: a page may be one table cell of 100,000 numbers.
func subtract(a, b []Fact) (onlyA, onlyB []Fact) {
	if len(a) == 0 || len(b) == 0 {
		return a, b
	}
	byValue := make(map[string][]int, len(b)) // unused indices into b
	for _, j := range clearFirst(b) {
		for _, v := range b[j].Number.Values {
			byValue[v] = append(byValue[v], j)
		}
	}
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	for _, i := range clearFirst(a) {
		if j := take(a[i].Number, b, byValue, usedB); j >= 0 {
			usedA[i], usedB[j] = true, true
		}
	}
	return unused(a, usedA), unused(b, usedB)
}

// clearFirst returns the indices of the numbers of one value, then those of
// several, which may be content with what is left.
func clearFirst(facts []Fact) []int {
	order := make([]int, 0, len(facts))
	for _, several := range [...]bool{false, true} {
		for i, f := range facts {
			if len(f.Number.Values) > 1 == several {
				order = append(order, i)
			}
		}
	}
	return order
}

func unused(facts []Fact, used []bool) []Fact {
	var left []Fact
	for i, f := range facts {
		if !used[i] {
			left = append(left, f)
		}
	}
	return left
}

// take returns the index of the first unused number in b that equals t, or -1.
func take(t Token, b []Fact, byValue map[string][]int, used []bool) int {
	for _, v := range t.Values {
		for len(byValue[v]) > 0 && used[byValue[v][0]] {
			byValue[v] = byValue[v][1:]
		}
		for _, j := range byValue[v][:min(len(byValue[v]), 8)] {
			if !used[j] && t.Equal(b[j].Number) {
				return j
			}
		}
	}
	return -1
}

func hasParts(facts []Fact) bool {
	for _, f := range facts {
		if f.Number.Parts != nil {
			return true
		}
	}
	return false
}

// split replaces the numbers that may be several by what they fall into.
func split(facts []Fact) []Fact {
	var out []Fact
	for _, f := range facts {
		if f.Number.Parts == nil {
			out = append(out, f)
			continue
		}
		start := f.Unit.TextStart()
		for _, part := range f.Number.Parts {
			g := f
			g.Number = part
			g.Span = f.Unit.Source(part.Start, part.End)
			g.Text = f.Unit.Document().Text()[start+part.Start : start+part.End]
			out = append(out, g)
		}
	}
	return out
}
