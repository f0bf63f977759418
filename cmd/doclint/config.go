package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/doclint/doclint/lint"
)

// configName is the name of the configuration that is looked for.
const configName = ".doclint.yaml"

// A configuration is what a .doclint.yaml says. The zero value says nothing.
type configuration struct {
	path    string // of the file, "" if none was read
	source  string
	locales []lint.LocaleOverride // globs relative to the file's folder
	join    []string              // nil if nothing is said
	levels  []level               // "all" first
}

// findConfig returns the nearest configuration from a folder upward, or "". It
// looks no higher than the root of the repository; outside of one, no higher
// than the working directory.
func findConfig(dir, working string) string {
	top := repositoryRoot(dir)
	if top == "" {
		top = dir
		if within(working, dir) {
			top = working
		}
	}
	for {
		path := filepath.Join(dir, configName)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
		parent := filepath.Dir(dir)
		if dir == top || parent == dir {
			return ""
		}
		dir = parent
	}
}

// readConfig reads a configuration; shown is its path as errors name it. The
// first thing that is wrong with it is the error: file, line, column, remedy.
func readConfig(path, shown string) (configuration, error) {
	c := configuration{path: path}
	text, err := os.ReadFile(path)
	if err != nil {
		return c, fmt.Errorf("cannot read the configuration %s: %w", shown, unwrapPath(err))
	}
	if err := c.parse(text); err != nil {
		return c, fmt.Errorf("%s:%w", shown, err)
	}
	return c, nil
}

// A configError is a fault at a place in a configuration.
type configError struct {
	at      *token.Position
	message string
}

func (e *configError) Error() string {
	if e.at == nil {
		return " " + e.message
	}
	return fmt.Sprintf("%d:%d: %s", e.at.Line, e.at.Column, e.message)
}

func fault(t *token.Token, format string, args ...any) error {
	e := &configError{message: fmt.Sprintf(format, args...)}
	if t != nil {
		e.at = t.Position
	}
	return e
}

func (c *configuration) parse(text []byte) error {
	file, err := parser.ParseBytes(text, 0)
	if err != nil {
		var known yaml.Error
		if errors.As(err, &known) {
			return fault(known.GetToken(), "%s", known.GetMessage())
		}
		return fault(nil, "%v", err)
	}
	seen := false
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.NullType || doc.Body.Type() == ast.CommentType {
			continue
		}
		if seen {
			return fault(doc.Body.GetToken(), "a second document: want one")
		}
		seen = true
		if err := c.root(doc.Body); err != nil {
			return err
		}
	}
	return nil
}

func (c *configuration) root(body ast.Node) error {
	keys := []string{"source", "locales", "join", "rules"}
	return entries(body, "the configuration", func(key *token.Token, value ast.Node) error {
		switch key.Value {
		case "source":
			tag, err := scalar(value, "the tag of a locale")
			c.source = tag
			return err
		case "locales":
			return entries(value, "locales", func(glob *token.Token, value ast.Node) error {
				tag, err := scalar(value, "the tag of a locale")
				c.locales = append(c.locales, lint.LocaleOverride{Glob: glob.Value, Tag: tag})
				return err
			})
		case "join":
			list, ok := value.(*ast.SequenceNode)
			if !ok {
				return fault(value.GetToken(), "want a list of keys, as in [translationKey, id]")
			}
			c.join = []string{}
			for _, item := range list.Values {
				name, err := scalar(item, "a key of front matter")
				if err != nil {
					return err
				}
				c.join = append(c.join, name)
			}
			return nil
		case "rules":
			return entries(value, "rules", c.rule)
		}
		if meant := didYouMean(key.Value, keys); meant != "" {
			return fault(key, "unknown key %q%s", key.Value, meant)
		}
		return fault(key, "unknown key %q: there are %s", key.Value, "source, locales, join and rules")
	})
}

// rule takes in a rule's severity. In a mapping order must not matter, so "all"
// comes before the rules that are named.
func (c *configuration) rule(name *token.Token, value ast.Node) error {
	severity, err := scalar(value, "a severity")
	if err != nil {
		return err
	}
	if _, err := newLevel(name.Value, "off"); err != nil {
		return fault(name, "%v", err)
	}
	l, err := newLevel(name.Value, severity)
	if err != nil {
		return fault(value.GetToken(), "%v", err)
	}
	if l.rule == allRules {
		c.levels = append([]level{l}, c.levels...)
	} else {
		c.levels = append(c.levels, l)
	}
	return nil
}

// entries hands out the keys and values of a mapping.
func entries(node ast.Node, what string, each func(*token.Token, ast.Node) error) error {
	var values []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	case *ast.NullNode:
		return nil // a key without a value: "rules:"
	default:
		return fault(node.GetToken(), "%s is not a mapping: want lines of the form \"key: value\"", what)
	}
	for _, v := range values {
		key := v.Key.GetToken()
		if _, alias := v.Key.(*ast.AliasNode); alias {
			return fault(key, "a key that begins with * must stand in quotes")
		}
		if _, ok := v.Key.(ast.ScalarNode); !ok {
			return fault(key, "this key is not a plain word: put it in quotes")
		}
		if err := each(key, v.Value); err != nil {
			return err
		}
	}
	return nil
}

// scalar returns a plain value as it is written: a tag "no" or a severity "off"
// is a word here and no truth value.
func scalar(node ast.Node, want string) (string, error) {
	if _, ok := node.(ast.ScalarNode); !ok || node.Type() == ast.NullType {
		return "", fault(node.GetToken(), "want %s", want)
	}
	if literal, ok := node.(*ast.LiteralNode); ok {
		return literal.Value.Value, nil
	}
	return node.GetToken().Value, nil
}
