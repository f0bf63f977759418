package main

import "github.com/doclint/doclint/lint"

// didYouMean returns the end of an error about an unknown name: the candidate
// that was likely meant, or nothing.
func didYouMean(name string, candidates []string) string {
	if best := lint.Nearest(name, candidates); best != "" {
		return ": did you mean " + best + "?"
	}
	return ""
}
