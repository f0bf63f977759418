package markdown

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", os.Getenv("DOCLINT_UPDATE") != "", "write the outlines anew")

// dialectCase is one case of testdata/dialects.txt: its number, name, reason,
// the ending of its page, the page and its outline.
var dialectCase = regexp.MustCompile(`(?ms)^## (\d+)\. (.+?)\n\n(.+?)\n\n~{12} (\w+)\n(.*?)^\.\n(.*?)^~{12}$`)

var caseHeading = regexp.MustCompile(`(?m)^## \d+\. `)

// invisible holds the signs that stand in a case for what cannot be seen.
var invisible = strings.NewReplacer(
	"→", "\t", "␍", "\r", "␣", " ", "⍽", "\u00a0", "⟨BOM⟩", "\ufeff", "⟨ZWSP⟩", "\u200b",
)

// TestDialects holds pages in all dialects to the outlines that stand below
// them.
func TestDialects(t *testing.T) {
	name := filepath.Join("testdata", "dialects.txt")
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	file := string(raw)
	if got, want := len(dialectCase.FindAllString(file, -1)), len(caseHeading.FindAllString(file, -1)); got != want {
		t.Errorf("%d of %d cases can be read", got, want)
	}
	var b strings.Builder // the file with the outlines as they are
	last := 0
	for i, m := range dialectCase.FindAllStringSubmatchIndex(file, -1) {
		part := func(n int) string { return file[m[2*n]:m[2*n+1]] }
		number, name, reason, ending, src, want := part(1), part(2), part(3), part(4), part(5), part(6)
		t.Run(number+" "+name, func(t *testing.T) {
			if number != strconv.Itoa(i+1) && !*update {
				t.Errorf("case %s is the %d. of the file", number, i+1)
			}
			got := outline(parse(t, "page."+ending, invisible.Replace(src)))
			if diff := cmp.Diff(want, got); diff != "" && !*update {
				t.Errorf("%s\n%s(-want +got):\n%s", reason, src, diff)
			}
			fmt.Fprintf(&b, "%s%d%s%s", file[last:m[2]], i+1, file[m[3]:m[12]], got)
			last = m[13]
		})
	}
	if *update {
		if err := os.WriteFile(name, []byte(b.String()+file[last:]), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
