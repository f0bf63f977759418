//go:build ignore

package main

import "strings"

// measured are the units that documentation counts in, by what they measure. Of
// the readings of one symbol the table has them in this order: the second before
// the century, which is "s" too in French.
var measured = []struct {
	quantity string
	units    []string
}{
	{"digital", []string{"byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte", "bit", "kilobit", "megabit", "gigabit", "terabit"}},
	{"frequency", []string{"hertz", "kilohertz", "megahertz", "gigahertz"}},
	{"concentr", []string{"percent", "permille", "part-per-1e6", "part-per-1e9"}},
	{"graphics", []string{"pixel", "megapixel", "em", "dot", "dot-per-inch", "dot-per-centimeter", "pixel-per-inch", "pixel-per-centimeter"}},
	{"length", []string{"meter", "kilometer", "centimeter", "millimeter", "micrometer", "nanometer", "inch", "foot", "yard", "mile", "decimeter", "picometer", "point", "nautical-mile", "light-year"}},
	{"mass", []string{"gram", "kilogram", "milligram", "microgram", "tonne", "pound", "ounce", "ton", "stone"}},
	{"angle", []string{"degree", "radian", "arc-minute", "arc-second", "revolution"}},
	{"power", []string{"watt", "kilowatt", "megawatt", "gigawatt", "milliwatt", "horsepower"}},
	{"duration", []string{"second", "minute", "hour", "day", "week", "month", "year", "millisecond", "microsecond", "nanosecond", "quarter", "decade", "century"}},
	{"electric", []string{"volt", "ampere", "milliampere", "ohm", "farad"}},
	{"energy", []string{"joule", "kilojoule", "kilowatt-hour", "calorie", "kilocalorie", "electronvolt", "british-thermal-unit"}},
	{"force", []string{"newton"}},
	{"temperature", []string{"celsius", "fahrenheit", "kelvin", "generic"}},
	{"volume", []string{"liter", "milliliter", "centiliter", "deciliter", "hectoliter", "cubic-meter", "cubic-centimeter", "cubic-foot", "gallon", "quart", "pint", "cup", "fluid-ounce", "tablespoon", "teaspoon", "barrel"}},
	{"area", []string{"square-meter", "square-kilometer", "square-centimeter", "square-foot", "square-inch", "square-mile", "hectare", "acre"}},
	{"speed", []string{"kilometer-per-hour", "meter-per-second", "mile-per-hour", "knot"}},
	{"pressure", []string{"pascal", "hectopascal", "kilopascal", "megapascal", "bar", "millibar", "atmosphere", "pound-force-per-square-inch", "millimeter-ofhg"}},
	{"light", []string{"lumen", "lux", "candela"}},
	{"magnetic", []string{"tesla"}},
	{"torque", []string{"newton-meter"}},
}

// unitOrder returns the place of each unit in the order of measured. Units made
// with a prefix come last.
func unitOrder() map[string]int {
	order := make(map[string]int)
	for _, m := range measured {
		for _, u := range m.units {
			order[u] = len(order) - 1000
		}
	}
	return order
}

// prefixed are the units that CLDR names by putting a prefix before another.
var prefixed = []struct{ unit, prefix, base string }{
	{"kibibit", "1024p1", "digital-bit"}, {"kibibyte", "1024p1", "digital-byte"},
	{"mebibit", "1024p2", "digital-bit"}, {"mebibyte", "1024p2", "digital-byte"},
	{"gibibit", "1024p3", "digital-bit"}, {"gibibyte", "1024p3", "digital-byte"},
	{"tebibit", "1024p4", "digital-bit"}, {"tebibyte", "1024p4", "digital-byte"},
	{"pebibyte", "1024p5", "digital-byte"}, {"exbibyte", "1024p6", "digital-byte"},
	{"petabit", "10p15", "digital-bit"}, {"exabyte", "10p18", "digital-byte"},
	{"picosecond", "10p-12", "duration-second"},
	{"microampere", "10p-6", "electric-ampere"}, {"kiloampere", "10p3", "electric-ampere"},
	{"millivolt", "10p-3", "electric-volt"}, {"kilovolt", "10p3", "electric-volt"},
	{"kiloohm", "10p3", "electric-ohm"}, {"megaohm", "10p6", "electric-ohm"},
	{"picofarad", "10p-12", "electric-farad"}, {"nanofarad", "10p-9", "electric-farad"}, {"microfarad", "10p-6", "electric-farad"},
	{"megajoule", "10p6", "energy-joule"}, {"terahertz", "10p12", "frequency-hertz"},
}

// conventional are symbols in use everywhere that CLDR has no word of, or spells
// otherwise: it writes kB.
var conventional = map[string][]string{
	"kilobyte": {"KB"}, "kilobit": {"kbit", "Kbit"}, "megabit": {"Mbit"}, "gigabit": {"Gbit"}, "terabit": {"Tbit"},
	"bit-per-second":     {"bps", "bit/s"},
	"kilobit-per-second": {"kbps", "Kbps", "kbit/s", "Kbit/s"}, "megabit-per-second": {"Mbps", "Mbit/s"},
	"gigabit-per-second": {"Gbps", "Gbit/s"}, "terabit-per-second": {"Tbps", "Tbit/s"},
	"revolution-per-minute": {"rpm", "RPM"},
}

var conventionalQuantity = map[string]string{
	"bit-per-second": "digital-rate", "kilobit-per-second": "digital-rate", "megabit-per-second": "digital-rate",
	"gigabit-per-second": "digital-rate", "terabit-per-second": "digital-rate", "revolution-per-minute": "frequency",
}

type unitsJSON struct {
	Units map[string]map[string]any // width to unit, prefix or pattern
}

func (c *cldr) readUnits(l *locale) {
	var file struct{ Main map[string]unitsJSON }
	c.mustRead("cldr-units-full/main/"+l.tag+"/units.json", &file)
	for _, width := range []string{"long", "short", "narrow"} {
		patterns := file.Main[l.tag].Units[width]
		for _, m := range measured {
			for _, unit := range m.units {
				c.quantity[unit] = m.quantity
				for _, name := range c.unitNames(l, unit, patterns[m.quantity+"-"+unit]) {
					l.words[units].add(unit, name)
				}
			}
		}
		for _, p := range prefixed {
			quantity, _, _ := strings.Cut(p.base, "-")
			c.quantity[p.unit] = quantity
			prefix, _ := patterns[p.prefix].(map[string]any)
			pattern, _ := prefix["unitPrefixPattern"].(string)
			if pattern == "" {
				continue
			}
			for _, name := range c.unitNames(l, "", patterns[p.base]) {
				l.words[units].add(p.unit, strings.ReplaceAll(pattern, "{0}", name))
			}
		}
	}
	if l.tag == "und" {
		for _, unit := range sortedKeys(conventional) {
			if q := conventionalQuantity[unit]; q != "" {
				c.quantity[unit] = q
			}
			for _, symbol := range conventional[unit] {
				l.words[units].add(unit, symbol)
			}
		}
	}
}

// counts are the plural forms that stand for one number each, and may be said
// without it.
var counts = map[string]string{"zero": "0", "one": "1", "two": "2"}

// unitNames returns the names of a unit in all its plural forms and cases. Where
// a form says the number by itself, as the duals of Arabic and Hebrew do, it is
// no name but an amount of the unit (unless that is "").
func (c *cldr) unitNames(l *locale, unit string, patterns any) []string {
	forms, _ := patterns.(map[string]any)
	var names []string
	for _, key := range sortedKeys(forms) {
		pattern, _ := forms[key].(string)
		before, count, counted := strings.Cut(key, "-count-")
		if !counted && key != "displayName" || before == "perUnitPattern" {
			continue
		}
		count, _, _ = strings.Cut(count, "-")
		pattern = clean(pattern)
		switch i := strings.Index(pattern, "{0}"); {
		case !counted:
			names = append(names, pattern)
		case i < 0:
			if n := counts[count]; n != "" && unit != "" {
				l.words[amounts].add(n+" "+unit, pattern)
			}
		case i == 0 || i+len("{0}") == len(pattern):
			names = append(names, clean(strings.ReplaceAll(pattern, "{0}", "")))
		default:
			// The number stands within the name, as in 每小时{0}公里: no word to look up.
			c.within++
		}
	}
	return names
}
