// Package report shows findings as people and programs read them: one file a
// format, and [Formats] that names them.
//
// A format is a [Sink] that is fed page by page, so that no run has to keep its
// pages in memory. What a page says is a stranger's text: every format escapes
// it for its own medium, so that it can neither steer a terminal nor become a
// command of the system that reads the log.
package report

import "github.com/doclint/doclint/lint"

// A Sink takes in one run: Begin once, Page for each page in order of name, End
// once. It must not keep a page's grid, files or documents after Page returned.
// After an error nothing more is called.
type Sink interface {
	Begin(Run) error
	Page(lint.PageResult) error
	End(lint.Stats) error
}

// A Run is what is known before the first page.
type Run struct {
	Pages  int    // how many will come
	Source string // source locale of most pages, "" if there is none
	Layout string // layout of most pages, "" if there is none
}

// Options say how to show things. The zero value shows paths as they are,
// without colour.
type Options struct {
	// Work and Repo turn a path relative to the root of the tree into one
	// relative to the working directory and to the root of the repository.
	// Nil leaves it as it is.
	Work, Repo func(string) string

	Color bool
	Width int  // of a line, in display cells; 0 for DefaultWidth
	Quiet bool // no summary

	Tool, Version string
	Rules         []lint.Rule // for formats that describe the rules
}

// DefaultWidth is the width of a line of text where none is given.
const DefaultWidth = 100

func (o Options) work(path string) string {
	if o.Work == nil {
		return path
	}
	return o.Work(path)
}

func (o Options) repo(path string) string {
	if o.Repo == nil {
		return path
	}
	return o.Repo(path)
}

func (o Options) width() int {
	if o.Width <= 0 {
		return DefaultWidth
	}
	return o.Width
}
