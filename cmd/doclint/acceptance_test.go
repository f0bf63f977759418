package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared returns the folder of the pages that the project was born from. They
// are not part of the repository; where they must be there, their absence fails.
func shared(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("DOCLINT_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(dir, "seeds")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("no acceptance pages in %s: %v (DOCLINT_SHARED names their folder)", dir, err)
		}
		t.Skipf("SKIPPED: no acceptance pages in %s (DOCLINT_SHARED names their folder)", dir)
	}
	return dir
}

// A finding is what the acceptance tests look at of one in the JSON.
type finding struct {
	Rule, Severity, Message, Locale, Path, Where, Found, Expected string

	ByteStart, ByteEnd int
	Related            []struct {
		Locale, Path, Text string
		ByteStart, ByteEnd int
	}
}

// lintJSON runs the program in this process and returns its findings and its
// exit status.
func lintJSON(t testing.TB, args ...string) ([]finding, int) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	var out, notices bytes.Buffer
	status := run(t.Context(), append([]string{"--format", "json"}, args...), environment{
		dir: dir, getenv: func(string) string { return "" }, stdout: &out, stderr: &notices,
	})
	if notices.Len() > 0 {
		t.Errorf("on standard error: %s", notices.String())
	}
	var report struct{ Findings []finding }
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatalf("%v in %s", err, out.String())
	}
	return report.Findings, status
}

// of returns the findings of a rule, and those of other rules that are errors.
func of(rule string, findings []finding) (matching, otherErrors []finding) {
	for _, f := range findings {
		switch {
		case f.Rule == rule:
			matching = append(matching, f)
		case f.Severity == "error":
			otherErrors = append(otherErrors, f)
		}
	}
	return matching, otherErrors
}

// TestAcceptanceSeeds runs the two pages that the project was born from, as they
// were found and in a tree: a port that lost a digit in Portuguese, and an
// import row that speaks of the export in both languages.
func TestAcceptanceSeeds(t *testing.T) {
	dir := shared(t)
	raw, err := filepath.Glob(filepath.Join(dir, "seeds", "raw", "*.txt"))
	if err != nil || len(raw) != 2 {
		t.Fatalf("the raw pages: %v, %v", raw, err)
	}
	for name, args := range map[string][]string{
		"raw":  raw,
		"docs": {filepath.Join(dir, "seeds", "docs")},
	} {
		t.Run(name, func(t *testing.T) {
			findings, status := lintJSON(t, args...)
			if status != statusFindings {
				t.Errorf("exit status %d, want %d", status, statusFindings)
			}
			changed, others := of("number-changed", findings)
			if len(others) > 0 {
				t.Errorf("other errors: %+v", others)
			}
			if len(changed) != 1 {
				t.Fatalf("number-changed: %+v, want one", changed)
			}
			f := changed[0]
			if f.Severity != "error" || f.Found != "666" || !strings.HasPrefix(f.Locale, "pt") {
				t.Errorf("number-changed: %+v, want an error about 666 in Portuguese", f)
			}
			bytesAre(t, f.Path, f.ByteStart, f.ByteEnd, "666")
			if len(f.Related) != 1 || f.Related[0].Text != "6666" || !strings.HasPrefix(f.Related[0].Locale, "zh") {
				t.Fatalf("related: %+v, want the Chinese 6666", f.Related)
			}
			bytesAre(t, f.Related[0].Path, f.Related[0].ByteStart, f.Related[0].ByteEnd, "6666")

			copied, _ := of("copied-row", findings)
			if len(copied) != 1 {
				t.Fatalf("copied-row: %+v, want one", copied)
			}
			if w := copied[0].Where; !strings.Contains(w, "row importar") && !strings.Contains(w, "row 导入") {
				t.Errorf("copied-row at %q, want the import row", w)
			}
		})
	}
}

// TestAcceptanceSource runs the page in five languages: two lost the digit, and
// what is copied in the source is told once, there.
func TestAcceptanceSource(t *testing.T) {
	findings, status := lintJSON(t, filepath.Join(shared(t), "seeds", "with-source"))
	if status != statusFindings {
		t.Errorf("exit status %d, want %d", status, statusFindings)
	}
	changed, others := of("number-changed", findings)
	if len(others) > 0 {
		t.Errorf("other errors: %+v", others)
	}
	if len(changed) != 2 || changed[0].Locale != "de-DE" || changed[1].Locale != "pt-BR" {
		t.Fatalf("number-changed: %+v, want one in de-DE and one in pt-BR", changed)
	}
	for _, f := range changed {
		if !strings.Contains(f.Message, "6666 in en, ja-JP and zh-Hans") || f.Severity != "error" {
			t.Errorf("%s: %s: %q", f.Locale, f.Severity, f.Message)
		}
		bytesAre(t, f.Path, f.ByteStart, f.ByteEnd, "666")
	}
	copied, _ := of("copied-row", findings)
	if len(copied) != 1 || copied[0].Locale != "en" || !strings.Contains(copied[0].Where, "row import") {
		t.Errorf("copied-row: %+v, want one, at the English import row", copied)
	}
}

// bytesAre holds the bytes of a file to what they should say.
func bytesAre(t *testing.T, path string, start, end int, want string) {
	t.Helper()
	src, err := os.ReadFile(filepath.FromSlash(path))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(src[start:end]); got != want {
		t.Errorf("%s: bytes %d to %d are %q, want %q", path, start, end, got, want)
	}
}
