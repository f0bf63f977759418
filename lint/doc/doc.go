// Package doc is what every format becomes: files, spans of bytes, and documents
// made of units, each of which knows the exact bytes it stands on.
//
// Parsers build a [Document] with a [Builder]; nothing downstream sees a
// parser's own tree. Places are byte offsets everywhere; lines and columns are
// asked of the [File], and only by reports.
package doc
