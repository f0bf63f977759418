package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// version is that of the program. It is a constant, since an installation by
// "go install" or pre-commit applies no linker flags and may lack the tags.
const version = "0.1.0"

// versionLine is the version and, as far as the program knows it, what it was
// built with and from.
func versionLine() string {
	line := "doclint " + version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return line
	}
	about := []string{info.GoVersion}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			about = append(about, "commit "+s.Value[:12])
		case s.Key == "vcs.modified" && s.Value == "true":
			about = append(about, "modified")
		}
	}
	return fmt.Sprintf("%s (%s)", line, strings.Join(about, ", "))
}
