package align

import "sort"

// A pair is two indices that are matched.
type pair struct {
	i, j int
	similarity
}

// Limits on the work of aligning two lists. Below whole all pairs are compared;
// longer lists are first cut at elements that are known by a unique key, and
// what is left is searched in a band around the diagonal.
const (
	whole  = 200_000   // comparisons
	budget = 1_000_000 // comparisons of one stretch
)

// pairUp finds the in-order matching of n with m elements of the highest total
// score over the bar (Needleman and Wunsch 1970, gaps free). Elements that fit
// nothing stay alone. keyI and keyJ give what an element is known by, 0 for
// nothing.
func pairUp(n, m int, fit func(i, j int) similarity, keyI, keyJ func(int) uint64) []pair {
	if n == 0 || m == 0 {
		return nil
	}
	if n*m <= whole {
		return stretch(0, n, 0, m, bar, fit)
	}
	var pairs []pair
	i, j := 0, 0
	for _, cut := range cuts(n, m, keyI, keyJ) {
		pairs = append(pairs, stretch(i, cut.i, j, cut.j, bar, fit)...)
		cut.similarity = fit(cut.i, cut.j)
		pairs = append(pairs, cut)
		i, j = cut.i+1, cut.j+1
	}
	return append(pairs, stretch(i, n, j, m, bar, fit)...)
}

// cuts returns the pairs of elements with a key that is unique on both sides,
// as many as go in order (patience sorting).
func cuts(n, m int, keyI, keyJ func(int) uint64) []pair {
	const several = -2
	index := func(n int, key func(int) uint64) map[uint64]int {
		at := make(map[uint64]int, n)
		for i := range n {
			k := key(i)
			if _, ok := at[k]; ok {
				at[k] = several
			} else {
				at[k] = i
			}
		}
		delete(at, 0)
		return at
	}
	left, right := index(n, keyI), index(m, keyJ)
	var pairs []pair
	for k, i := range left {
		if j, ok := right[k]; ok && i != several && j != several {
			pairs = append(pairs, pair{i: i, j: j})
		}
	}
	sort.Slice(pairs, func(a, b int) bool { return pairs[a].i < pairs[b].i })

	// The longest run of pairs whose j ascend too.
	var piles []int // index of the top pair of each pile
	before := make([]int, len(pairs))
	for p := range pairs {
		at := sort.Search(len(piles), func(x int) bool { return pairs[piles[x]].j >= pairs[p].j })
		before[p] = -1
		if at > 0 {
			before[p] = piles[at-1]
		}
		if at == len(piles) {
			piles = append(piles, p)
		} else {
			piles[at] = p
		}
	}
	run := make([]pair, len(piles))
	if len(piles) > 0 {
		for p, at := piles[len(piles)-1], len(run)-1; p >= 0; p, at = before[p], at-1 {
			run[at] = pairs[p]
		}
	}
	return run
}

// The steps of an alignment, as they are traced back.
const (
	skipI = iota
	skipJ
	both
)

// fill adds to in-order pairs what lies between them and can only be each other's
// counterpart: elements that fit badly but stand at the same place. Their score
// says how badly.
func fill(pairs []pair, n, m int, fit func(i, j int) similarity) []pair {
	filled := make([]pair, 0, len(pairs))
	i, j := 0, 0
	for _, p := range pairs {
		filled = append(filled, stretch(i, p.i, j, p.j, 0, fit)...)
		filled = append(filled, p)
		i, j = p.i+1, p.j+1
	}
	return append(filled, stretch(i, n, j, m, 0, fit)...)
}

// stretch aligns elements fromI..toI with fromJ..toJ whose scores are over a
// bar. The matrix is a band of bounded area around the diagonal, and the whole
// of it where it is small.
func stretch(fromI, toI, fromJ, toJ int, bar float64, fit func(i, j int) similarity) []pair {
	n, m := toI-fromI, toJ-fromJ
	if n == 0 || m == 0 {
		return nil
	}
	half := max(budget/(2*n), 4) // half the width of the band
	// low and high bound the columns that row i looks at.
	low := func(i int) int { return max(0, i*m/n-half) }
	high := func(i int) int { return min(m, (i+1)*m/n+half) }

	width := 0
	for i := range n {
		width = max(width, high(i)-low(i))
	}
	steps := make([]uint8, n*width)
	fits := make([]similarity, n*width)
	above := make([]float64, m+1) // best total of the rows so far by columns used
	here := make([]float64, m+1)
	for i := range n {
		lo, hi := low(i), high(i)
		copy(here[:lo+1], above[:lo+1])
		for j := lo; j < hi; j++ {
			s := fit(fromI+i, fromJ+j)
			best, step := above[j+1], uint8(skipI)
			if here[j] > best {
				best, step = here[j], skipJ
			}
			if s.score > bar {
				// Of equals the first is taken: the second is the one too many.
				if total := above[j] + s.score - bar; total > best {
					best, step = total, both
				}
			}
			here[j+1] = best
			steps[i*width+j-lo], fits[i*width+j-lo] = step, s
		}
		for j := hi; j < m; j++ {
			here[j+1] = here[j]
		}
		above, here = here, above
	}
	return trace(n, m, low, high, func(i, j int) (uint8, similarity) {
		at := i*width + j - low(i)
		return steps[at], fits[at]
	}, fromI, fromJ)
}

// trace walks the matrix back from its last corner.
func trace(n, m int, low, high func(int) int, at func(i, j int) (uint8, similarity), fromI, fromJ int) []pair {
	var pairs []pair
	for i, j := n-1, m-1; i >= 0 && j >= 0; {
		switch {
		case j >= high(i):
			j--
			continue
		case j < low(i):
			i--
			continue
		}
		step, s := at(i, j)
		switch step {
		case skipI:
			i--
		case skipJ:
			j--
		default:
			pairs = append(pairs, pair{fromI + i, fromJ + j, s})
			i--
			j--
		}
	}
	for a, b := 0, len(pairs)-1; a < b; a, b = a+1, b-1 {
		pairs[a], pairs[b] = pairs[b], pairs[a]
	}
	return pairs
}
