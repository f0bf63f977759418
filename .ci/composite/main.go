// Command composite checks a composite GitHub Action and runs it on this
// machine, so that action.yml is tested by what it says and not by a copy.
//
//	composite check action.yml
//	composite scripts DIR action.yml
//	composite run [-with NAME=VALUE ...] -results FILE action.yml
//
// check holds the file to the keys that GitHub documents and to this project's
// own rule: no expression stands inside a script, where an input could become
// code. scripts writes the script of every step to DIR for shellcheck. run does
// what a runner does for steps of plain bash: it evaluates env, hands each step
// its GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, stops at the first that fails, and
// evaluates the action's outputs either way. They go to FILE as NAME=VALUE
// lines, the summary to FILE.summary, and the status of the failed step becomes
// the program's own.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

type action struct {
	Name        string            `yaml:"name"`
	Description string            `yaml:"description"`
	Author      string            `yaml:"author"`
	Branding    map[string]string `yaml:"branding"`
	Inputs      map[string]input  `yaml:"inputs"`
	Outputs     map[string]output `yaml:"outputs"`
	Runs        struct {
		Using string `yaml:"using"`
		Steps []step `yaml:"steps"`
	} `yaml:"runs"`
}

type input struct {
	Description string  `yaml:"description"`
	Required    bool    `yaml:"required"`
	Default     *string `yaml:"default"`
}

type output struct {
	Description string `yaml:"description"`
	Value       string `yaml:"value"`
}

// A step has the keys that this action uses; any other is refused, since run
// would not honour it.
type step struct {
	ID    string            `yaml:"id"`
	Name  string            `yaml:"name"`
	Shell string            `yaml:"shell"`
	Env   map[string]string `yaml:"env"`
	Run   string            `yaml:"run"`
}

var expression = regexp.MustCompile(`\$\{\{\s*(.*?)\s*\}\}`)

func main() {
	if err := command(os.Args[1:]); err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			os.Exit(failed.ExitCode())
		}
		fmt.Fprintln(os.Stderr, "composite:", err)
		os.Exit(125)
	}
}

func command(args []string) error {
	if len(args) == 0 {
		return errors.New("usage: composite check|scripts|run ... action.yml")
	}
	a, err := read(args[len(args)-1])
	if err != nil {
		return err
	}
	if err := a.check(); err != nil {
		return err
	}
	args, verb := args[1:len(args)-1], args[0]
	switch {
	case verb == "check" && len(args) == 0:
		return nil
	case verb == "scripts" && len(args) == 1:
		return a.scripts(args[0])
	case verb == "run":
		return a.command(args)
	}
	return fmt.Errorf("%s: wrong number of arguments, or no such command", verb)
}

func read(file string) (*action, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	var a action
	if err := dec.Decode(&a); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &a, nil
}

func (a *action) check() error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	if a.Name == "" || a.Description == "" {
		fault("an action has a name and a description")
	}
	if a.Runs.Using != "composite" {
		fault("runs.using is %q, want composite", a.Runs.Using)
	}
	used := map[string]bool{}
	var done []string
	refer := func(where, text string) {
		for _, m := range expression.FindAllStringSubmatch(text, -1) {
			scope, name, ok := reference(m[1])
			switch {
			case !ok:
				fault("%s: %s is neither an input nor an output of a step", where, m[0])
			case scope == "inputs":
				used[name] = true
				if _, ok := a.Inputs[name]; !ok {
					fault("%s: no input %s", where, name)
				}
			case !slices.Contains(done, scope):
				fault("%s: no earlier step %s", where, scope)
			}
		}
	}
	for i, s := range a.Runs.Steps {
		where := fmt.Sprintf("step %d (%s)", i+1, s.Name)
		if s.Name == "" || s.Run == "" || s.Shell != "bash" {
			fault("%s: a step has a name, a script, and shell: bash", where)
		}
		if strings.Contains(s.Run, "${{") {
			fault("%s: an expression inside the script; hand it over through env", where)
		}
		for name, value := range s.Env {
			refer(where+" env "+name, value)
		}
		if s.ID != "" {
			done = append(done, s.ID)
		}
	}
	for name, in := range a.Inputs {
		if in.Description == "" || in.Default == nil && !in.Required {
			fault("input %s: has a description, and a default unless it is required", name)
		}
		if !used[name] {
			fault("input %s: no step uses it", name)
		}
	}
	for name, out := range a.Outputs {
		if out.Description == "" || out.Value == "" {
			fault("output %s: has a description and a value", name)
		}
		refer("output "+name, out.Value)
	}
	return errors.Join(faults...)
}

// reference reads "inputs.NAME", giving the scope inputs, or
// "steps.ID.outputs.NAME", giving the scope ID.
func reference(expr string) (scope, name string, ok bool) {
	if name, ok := strings.CutPrefix(expr, "inputs."); ok {
		return "inputs", name, true
	}
	part := strings.Split(expr, ".")
	if len(part) == 4 && part[0] == "steps" && part[2] == "outputs" {
		return part[1], part[3], true
	}
	return "", "", false
}

func (a *action) scripts(dir string) error {
	for i, s := range a.Runs.Steps {
		file := filepath.Join(dir, fmt.Sprintf("step%d.bash", i+1))
		script := "#!/usr/bin/env bash\nset -eo pipefail\n" + s.Run
		if err := os.WriteFile(file, []byte(script), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func (a *action) command(args []string) error {
	values := map[string]string{}
	for name, in := range a.Inputs {
		if in.Default != nil {
			values["inputs."+name] = *in.Default
		}
	}
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	results := flags.String("results", "", "where the outputs go")
	flags.Func("with", "an input, as NAME=VALUE", func(s string) error {
		name, value, ok := strings.Cut(s, "=")
		if _, known := a.Inputs[name]; !ok || !known {
			return fmt.Errorf("no input %s", name)
		}
		values["inputs."+name] = value
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *results == "" || flags.NArg() > 0 {
		return errors.New("run: want -results FILE and no further arguments")
	}
	summary, err := os.Create(*results + ".summary")
	if err != nil {
		return err
	}
	defer summary.Close()

	failed := a.run(values, summary)
	var out strings.Builder
	for name, o := range a.Outputs {
		fmt.Fprintf(&out, "%s=%s\n", name, evaluate(o.Value, values))
	}
	return errors.Join(failed, os.WriteFile(*results, []byte(out.String()), 0o644))
}

func (a *action) run(values map[string]string, summary io.Writer) error {
	temp, err := os.MkdirTemp("", "composite")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	for i, s := range a.Runs.Steps {
		name := func(kind string) string { return filepath.Join(temp, fmt.Sprintf("%s%d", kind, i)) }
		for _, kind := range []string{"output", "summary"} {
			if err := os.WriteFile(name(kind), nil, 0o644); err != nil {
				return err
			}
		}
		if err := os.WriteFile(name("script"), []byte(s.Run), 0o644); err != nil {
			return err
		}
		cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", name("script"))
		cmd.Dir = os.Getenv("GITHUB_WORKSPACE")
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		cmd.Env = append(os.Environ(), "GITHUB_OUTPUT="+name("output"), "GITHUB_STEP_SUMMARY="+name("summary"))
		for key, value := range s.Env {
			cmd.Env = append(cmd.Env, key+"="+evaluate(value, values))
		}
		failed := cmd.Run()
		if err := outputs(name("output"), "steps."+s.ID+".outputs.", values); err != nil {
			return err
		}
		text, err := os.ReadFile(name("summary"))
		if err != nil {
			return err
		}
		if _, err := summary.Write(text); err != nil {
			return err
		}
		if failed != nil {
			return failed
		}
	}
	return nil
}

// outputs reads NAME=VALUE lines. The form for values of several lines is not
// used by this action, and a line in it is an error here.
func outputs(file, prefix string, values map[string]string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(data)) {
		name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
		if !ok {
			return fmt.Errorf("GITHUB_OUTPUT: %q is not NAME=VALUE", line)
		}
		values[prefix+name] = value
	}
	return nil
}

func evaluate(text string, values map[string]string) string {
	return expression.ReplaceAllStringFunc(text, func(m string) string {
		return values[expression.FindStringSubmatch(m)[1]]
	})
}
