// Command doclint finds where the translations of a documentation disagree.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/fatih/color"
	"github.com/mattn/go-isatty"
)

func main() {
	// A run allocates much and keeps little: at the default of 100 the collector
	// works so often on the small heap that it holds two workers back (measured).
	// Whoever sets GOGC is obeyed.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(run(ctx, os.Args[1:], system()))
}

// An environment is what a run sees of the system it runs on.
type environment struct {
	dir            string // working directory, absolute; "" if there is none
	getenv         func(string) string
	stdout, stderr io.Writer
	terminal       bool // stdout is a terminal
}

// system returns the environment of this process.
func system() environment {
	dir, err := os.Getwd()
	if err != nil {
		dir = ""
	}
	return environment{
		dir:      dir,
		getenv:   os.Getenv,
		stdout:   color.Output, // os.Stdout, but for old consoles of Windows
		stderr:   os.Stderr,
		terminal: isatty.IsTerminal(os.Stdout.Fd()) || isatty.IsCygwinTerminal(os.Stdout.Fd()),
	}
}
