//go:build ignore

package main

import (
	"bytes"
	"fmt"
	"log"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// tables returns tables.go.
func (c *cldr) tables() []byte {
	var b bytes.Buffer
	header(&b)
	b.WriteString("// CLDRVersion is the version of CLDR that the tables are made from.\n")
	fmt.Fprintf(&b, "const CLDRVersion = %q\n\n", version)
	c.writeSystems(&b)
	c.writeQuantities(&b)
	c.writeSymbols(&b)
	c.writeLocales(&b)
	return b.Bytes()
}

func (c *cldr) writeSystems(b *bytes.Buffer) {
	b.WriteString("// numberings are the decimal numbering systems and their digits from 0 to 9.\nvar numberings = []Numbering{\n")
	ids := sortedKeys(c.systems)
	for _, id := range ids {
		fmt.Fprintf(b, "\t{%q, %q},\n", id, c.systems[id])
	}
	b.WriteString("}\n\n")
	var zeros []rune
	for _, id := range ids {
		digits := []rune(c.systems[id])
		run := true
		for i, r := range digits {
			run = run && r == digits[0]+rune(i)
		}
		if !run && id != "hanidec" || len(digits) != 10 {
			log.Fatalf("the digits of %s are no run of ten: %q", id, c.systems[id])
		}
		if run && !slices.Contains(zeros, digits[0]) {
			zeros = append(zeros, digits[0])
		}
	}
	slices.Sort(zeros)
	b.WriteString("// zeros are the digits 0 of the systems whose digits follow each other, sorted.\nvar zeros = []rune{")
	for i, z := range zeros {
		if i%10 == 0 {
			b.WriteString("\n\t")
		}
		fmt.Fprintf(b, "%#x, ", z)
	}
	b.WriteString("\n}\n\n")
}

func (c *cldr) writeQuantities(b *bytes.Buffer) {
	byQuantity := make(map[string][]string)
	for unit, quantity := range c.quantity {
		byQuantity[quantity] = append(byQuantity[quantity], unit)
	}
	b.WriteString("// quantities are the units by what they measure.\nconst quantities = `")
	for i, q := range sortedKeys(byQuantity) {
		if i > 0 {
			b.WriteByte('\n')
		}
		slices.Sort(byQuantity[q])
		fmt.Fprintf(b, "%s:%s", q, strings.Join(byQuantity[q], "|"))
	}
	b.WriteString("`\n\n")
}

func (c *cldr) writeSymbols(b *bytes.Buffer) {
	b.WriteString("// symbolTable holds each set of symbols once.\nvar symbolTable = []symbols{\n")
	for _, s := range c.symbols {
		fmt.Fprintf(b, "\t{%q, %q, %q, %q, %q, %q, %q, %q, Grouping{%d, %d, %d}},\n",
			s.System, s.Native, s.Decimals, s.Groups, s.Minus, s.Plus, s.Percent, s.PerMille, s.Primary, s.Secondary, s.Minimum)
	}
	b.WriteString("}\n\n")
}

func (c *cldr) writeLocales(b *bytes.Buffer) {
	// A locale that says nothing of its own is not listed if cutting its tag
	// short leads to its parent.
	var tags []string
	for _, tag := range c.modern {
		l, p := c.locales[tag], c.locales[c.inherits(tag)]
		silent := p != nil && l.symbols == p.symbols && l.clock12 == p.clock12
		for k := range l.words {
			silent = silent && len(l.words[k]) == 0
		}
		if i := strings.LastIndexByte(tag, '-'); silent && i >= 0 && tag[:i] == p.tag {
			continue
		}
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	var sizes [kinds]int
	b.WriteString("// rows are the locales in the order of their tags. The words of a locale are\n// those that its parents do not have, or for another value.\nvar rows = []row{\n")
	for _, tag := range tags {
		l := c.locales[tag]
		parent := -1
		for p := c.inherits(tag); p != "" && parent < 0; p = c.inherits(p) {
			parent = slices.Index(tags, p)
		}
		fmt.Fprintf(b, "\t{tag: %q, parent: %d, symbols: %d", tag, parent, slices.Index(c.symbols, l.symbols))
		if l.clock12 {
			b.WriteString(", clock12: true")
		}
		any := false
		for k := range l.words {
			any = any || len(l.words[k]) > 0
		}
		if any {
			b.WriteString(", words: [kinds]string{")
			for k, w := range l.words {
				if len(w) == 0 {
					continue
				}
				packed := pack(w)
				sizes[k] += len(packed)
				fmt.Fprintf(b, "\n\t\t%s: `%s`,", kindNames[k], packed)
			}
			b.WriteString("\n\t}")
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	log.Printf("%d locales in %d rows; bytes of words: %v %v; %d patterns of units enclose their number and are left out",
		len(c.modern), len(tags), kindNames, sizes, c.within)
}

// pack writes a table as lines "value:word|+ending", values in order. An ending
// is of the last word that stands in full.
func pack(w words) string {
	values := sortedKeys(w)
	place := unitOrder()
	for _, v := range values {
		if n, err := strconv.ParseFloat(v, 64); err == nil {
			place[v] = int(n)
		}
	}
	sort.SliceStable(values, func(i, j int) bool { return place[values[i]] < place[values[j]] })
	lines := make([]string, len(values))
	for i, v := range values {
		list := slices.Sorted(slices.Values(w[v]))
		full := ""
		for i, word := range list {
			if ending, ok := strings.CutPrefix(word, full); ok && full != "" {
				list[i] = "+" + ending
			} else {
				full = word
			}
		}
		lines[i] = v + ":" + strings.Join(list, "|")
	}
	return strings.Join(lines, "\n")
}
