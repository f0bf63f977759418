// Package git asks git about a work tree. It calls the program, so that ignored
// files, attributes and indexes are what git says they are.
package git

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Files returns the files of a folder that git tracks or would track: slash-
// separated, relative to the folder, in git's order. A repository within the
// repository is returned as its folder. Files that are tracked but gone from the
// disk are among them.
//
// It is an error if git is not there, or the folder not in a work tree that git is
// willing to read.
func Files(dir string) ([]string, error) {
	cmd := exec.Command("git", "-C", dir, "-c", "core.fsmonitor=false",
		"ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Env = environment(os.Environ())
	out, err := cmd.Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			if line, _, _ := bytes.Cut(bytes.TrimSpace(exit.Stderr), []byte("\n")); len(line) > 0 {
				return nil, fmt.Errorf("git ls-files in %s: %s", dir, line)
			}
		}
		return nil, fmt.Errorf("git ls-files in %s: %w", dir, err)
	}
	text := string(out)
	files := make([]string, 0, strings.Count(text, "\x00"))
	for name := range strings.SplitSeq(text, "\x00") {
		if name != "" {
			files = append(files, name)
		}
	}
	return files, nil
}

// environment returns the variables of a process without those by which a hook
// tells git which repository it was called in: they hold paths that are relative
// to another folder.
func environment(variables []string) (kept []string) {
	for _, v := range variables {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX":
		default:
			kept = append(kept, v)
		}
	}
	return append(kept, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
}
