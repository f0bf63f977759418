package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible makes a stranger's text fit to be shown on one line of a terminal or
// log: control characters become their pictures, what is not UTF-8 or would
// turn the direction of the rest of the line becomes U+FFFD, and what the log
// of a build would take for a command is broken by a zero-width space. That
// leaves the text as it looks, and the carets under it where they are; whoever
// needs the exact characters reads the JSON.
func Visible(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		if opensCommand(text[i:]) {
			b.WriteString("#" + zeroWidthSpace)
			continue
		}
		b.WriteRune(picture(r))
	}
	return b.String()
}

const zeroWidthSpace = "\u200b"

// isPlain reports whether a text has nothing that Visible changes, the common
// case.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7F || c == '#' {
			return false
		}
	}
	return true
}

// picture returns what stands for a character on a line.
func picture(r rune) rune {
	switch {
	case r < ' ':
		return 0x2400 + r // the control pictures have the order of the controls
	case r == 0x7F:
		return 0x2421
	case r == '\u2028' || r == '\u2029': // line and paragraph separator
		return 0x2424
	case unicode.IsControl(r), // the second half: 0x9B is as good as ESC [
		'\u202A' <= r && r <= '\u202E', // embeddings and overrides of direction
		'\u2066' <= r && r <= '\u2069': // isolates
		return utf8.RuneError
	}
	return r
}

// opensCommand reports whether a text begins like a command of a build log:
// "##[group]" (GitHub, Azure), "##vso[task…]", "##teamcity[…]". They are obeyed
// anywhere in a line.
func opensCommand(text string) bool {
	if !strings.HasPrefix(text, "##") {
		return false
	}
	word := strings.TrimLeft(text[2:min(len(text), 32)], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.")
	return strings.HasPrefix(word, "[")
}

// lineStart makes a visible text fit to begin a line, where "::error::" would be
// a command of GitHub. The zero-width space is no white space to the runner.
func lineStart(text string) string {
	if strings.HasPrefix(strings.TrimLeft(text, " "), "::") {
		return zeroWidthSpace + text
	}
	return text
}
