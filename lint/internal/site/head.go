package site

import (
	"io"
	"io/fs"

	"github.com/doclint/doclint/lint/internal/frontmatter"
	"github.com/doclint/doclint/lint/lang"
)

// headSize is how many bytes of a file are read.
const headSize = 8 << 10

// sampleSize is how many files speak for all of their kind.
const sampleSize = 8

// translated are the keys of front matter that tools write into translations and
// not into their source.
//
// Source: the documentation of Adobe, Hugo's Docsy theme, MDN and Microsoft.
var translated = []string{
	"source-git-commit", "workflow-type", "ht-degree", "default_lang_commit", "l10n.sourceCommit",
	"ms.sourcegitcommit", "ms.openlocfilehash", "ms.translationtype", "ms.contentlocale",
}

// A head is what the first bytes of a file tell.
type head struct {
	language lang.Detection
	heard    bool // the language was asked for
	keys     uint // the bit of each key in translated that is there
}

// heads reads files, each at most twice.
type heads struct {
	fsys    fs.FS
	read    map[string]head
	failed  map[string]bool
	skipped []Skipped
}

func newHeads(fsys fs.FS) heads {
	return heads{fsys: fsys, read: map[string]head{}, failed: map[string]bool{}}
}

// of returns the head of a file; what cannot be read tells nothing. The language
// is told only if it is asked for, since that costs more than the reading.
func (h *heads) of(path string, text bool) head {
	known, ok := h.read[path]
	if ok && (known.heard || !text) {
		return known
	}
	src := h.bytes(path)
	result := head{heard: text}
	body := src
	if block, ok := frontmatter.Read(src); ok {
		body = src[block.Span.End:]
		for i, key := range translated {
			if _, ok := block.Get(key); ok {
				result.keys |= 1 << i
			}
		}
	}
	if text {
		result.language = lang.Detect(string(body))
	}
	h.read[path] = result
	return result
}

// keys returns the values of keys in the front matter of a file, "" where there is
// none.
func (h *heads) keys(path string, keys []string) []string {
	values := make([]string, len(keys))
	if block, ok := frontmatter.Read(h.bytes(path)); ok {
		for i, key := range keys {
			if field, ok := block.Get(key); ok {
				values[i] = field.Value
			}
		}
	}
	return values
}

// bytes returns the first bytes of a file. A file that cannot be read is noted.
func (h *heads) bytes(path string) []byte {
	src, err := readHead(h.fsys, path, headSize)
	if err != nil && !h.failed[path] {
		h.failed[path] = true
		h.skipped = append(h.skipped, Skipped{path, reason(err)})
	}
	return src
}

func readHead(fsys fs.FS, path string, size int64) ([]byte, error) {
	f, err := fsys.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // read only: nothing is lost
	return io.ReadAll(io.LimitReader(f, size))
}

// sample returns at most n of the items, evenly spread.
func sample[T any](items []T, n int) []T {
	if len(items) <= n {
		return items
	}
	spread := make([]T, n)
	for i := range spread {
		spread[i] = items[i*len(items)/n]
	}
	return spread
}
