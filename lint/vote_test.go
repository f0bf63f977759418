package lint

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVote(t *testing.T) {
	tests := []struct {
		reason string
		values []string
		source int
		want   Verdict
	}{
		{"all agree", []string{"1", "1", "1"}, 0, Verdict{Sides: true}},
		{"nobody says anything", []string{"", ""}, -1, Verdict{Sides: true}},
		{"one says something, the others nothing", []string{"1", "", ""}, 0, Verdict{Sides: true}},
		{"a translation differs from its source", []string{"6666", "666"}, 0, Verdict{Wrong: []int{1}, Right: "6666", Sides: true}},
		{"the source stands second", []string{"666", "6666"}, 1, Verdict{Wrong: []int{0}, Right: "6666", Sides: true}},
		{"two locales, no source: the first is the place, no side is taken", []string{"666", "6666"}, -1, Verdict{Wrong: []int{0}}},
		{"no source, an outlier", []string{"6666", "666", "6666"}, -1, Verdict{Wrong: []int{1}, Right: "6666", Sides: true}},
		{"two outliers that agree are two findings", []string{"6666", "666", "6666", "666", "6666"}, 0, Verdict{Wrong: []int{1, 3}, Right: "6666", Sides: true}},
		{"two outliers that differ", []string{"6666", "666", "6666", "66", "6666"}, 0, Verdict{Wrong: []int{1, 3}, Right: "6666", Sides: true}},
		{"the source alone differs from all translations", []string{"666", "6666", "6666"}, 0, Verdict{Wrong: []int{0}, Right: "6666", Sides: true}},
		{"the source and one more are the minority", []string{"666", "666", "6666", "6666", "6666"}, 0, Verdict{Wrong: []int{0, 1}, Right: "6666", Sides: true}},
		{"a tie with the source on one side", []string{"666", "6666", "666", "6666"}, 1, Verdict{Wrong: []int{0, 2}, Right: "6666", Sides: true}},
		{"a tie without a source", []string{"666", "6666", "666", "6666"}, -1, Verdict{Wrong: []int{0}}},
		{"everybody says another thing: the source is right", []string{"1", "2", "3"}, 1, Verdict{Wrong: []int{0, 2}, Right: "2", Sides: true}},
		{"everybody says another thing and there is no source", []string{"1", "2", "3"}, -1, Verdict{Wrong: []int{0}}},
		{"the source has no say here", []string{"", "666", "6666", "6666"}, 0, Verdict{Wrong: []int{1}, Right: "6666", Sides: true}},
		{"those without a say do not count", []string{"6666", "", "666"}, 0, Verdict{Wrong: []int{2}, Right: "6666", Sides: true}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, Vote(tt.values, tt.source)); diff != "" {
			t.Errorf("%s: Vote(%q, %d) (-want +got):\n%s", tt.reason, tt.values, tt.source, diff)
		}
	}
}

func TestSides(t *testing.T) {
	var s Sides
	for _, add := range [][2]string{{"6666", "en"}, {"66", "de"}, {"6666", "ja-JP"}, {"6666", "zh-Hans"}} {
		s.Add(add[0], add[0], add[1], false)
	}
	s.Add("6666", "６６６６", "ko", true)
	if got, want := s.String(), "６６６６ in en, ja-JP, zh-Hans and ko, 66 in de"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
