package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/doclint/doclint/lint"
	"github.com/doclint/doclint/lint/report"
)

// outputs are the places that a run is reported to, each a format of its own.
type outputs struct {
	stdout *bufio.Writer
	sinks  []report.Sink
	drafts []*draft
}

// open opens all destinations. On error nothing stays behind.
func openOutputs(destinations []destination, stdout io.Writer, working string, opts report.Options) (_ *outputs, err error) {
	o := &outputs{stdout: bufio.NewWriter(stdout)}
	defer func() {
		if err != nil {
			o.discard()
		}
	}()
	for _, d := range destinations {
		if d.file == "" {
			o.sinks = append(o.sinks, d.format.New(o.stdout, opts))
			continue
		}
		draft, err := newDraft(absolute(d.file, working))
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w: check the path of --format %s", d.file, unwrapPath(err), d.format.Name)
		}
		draft.shown = d.file
		o.drafts = append(o.drafts, draft)
		plain := opts
		plain.Color = false
		o.sinks = append(o.sinks, d.format.New(draft, plain))
	}
	return o, nil
}

// Begin, Page and End make outputs a [report.Sink].
func (o *outputs) Begin(run report.Run) error {
	return o.each(func(s report.Sink) error { return s.Begin(run) })
}

func (o *outputs) Page(page lint.PageResult) error {
	return o.each(func(s report.Sink) error { return s.Page(page) })
}

// End writes the files; before, none of them is there.
func (o *outputs) End(stats lint.Stats) error {
	if err := o.each(func(s report.Sink) error { return s.End(stats) }); err != nil {
		return err
	}
	for _, d := range o.drafts {
		if err := d.commit(); err != nil {
			return fmt.Errorf("cannot write %s: %w", d.shown, unwrapPath(err))
		}
	}
	return nil
}

// each calls all sinks. What they wrote to standard output is seen at once.
func (o *outputs) each(call func(report.Sink) error) error {
	for _, s := range o.sinks {
		if err := call(s); err != nil {
			return fmt.Errorf("cannot write the report: %w", unwrapPath(err))
		}
	}
	if err := o.stdout.Flush(); err != nil {
		return fmt.Errorf("cannot write to standard output: %w", unwrapPath(err))
	}
	return nil
}

// discard drops what was not committed. It may be called at any time.
func (o *outputs) discard() {
	for _, d := range o.drafts {
		d.discard()
	}
}

// A draft is a file that is written whole or not at all: what is written goes
// to a temporary file beside it until commit.
type draft struct {
	*bufio.Writer
	shown string // as it was named
	path  string
	file  *os.File // nil once closed
}

func newDraft(path string) (*draft, error) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real // replace what a link points to, not the link
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, errors.New("it is a folder")
		}
		// A pipe or device cannot be replaced.
		file, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &draft{Writer: bufio.NewWriter(file), path: path, file: file}, nil
	}
	// Not os.CreateTemp: that would keep the file from other users.
	name := fmt.Sprintf("%s.%d.tmp", path, os.Getpid())
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return nil, err
	}
	return &draft{Writer: bufio.NewWriter(file), path: path, file: file}, nil
}

// commit puts the file where it shall be.
func (d *draft) commit() error {
	if err := d.Flush(); err != nil {
		return err
	}
	name := d.file.Name()
	err := d.file.Close()
	d.file = nil
	if name == d.path {
		return err
	}
	if err == nil {
		err = os.Rename(name, d.path)
	}
	if err != nil {
		_ = os.Remove(name) // the first error is the one to tell
	}
	return err
}

// discard drops the file, unless it was committed.
func (d *draft) discard() {
	if d.file == nil {
		return
	}
	name := d.file.Name()
	_ = d.file.Close()
	d.file = nil
	if name != d.path {
		_ = os.Remove(name)
	}
}
