package report

import "io"

// A Format is a way to write findings down.
type Format struct {
	Name string
	Doc  string // one line: who reads it

	// Alone is set where the output is one document, which no other format's
	// output may stand beside.
	Alone bool

	New func(io.Writer, Options) Sink
}

// Formats returns all formats, the default first.
func Formats() []Format {
	return []Format{
		{Name: "text", Doc: "for people, with the places in all languages", New: newText},
		{Name: "github", Doc: "annotations of a GitHub workflow", New: newGitHub},
		{Name: "json", Doc: "for programs, version 1", Alone: true, New: newJSON},
	}
}
