package lang

// A script is one of those that Detect tells apart. Han and kana are counted
// apart; together they make up Hans, Hant and Jpan.
type script uint8

const (
	none script = iota
	latin
	grek
	cyrl
	armn
	hebr
	arab
	deva
	beng
	guru
	gujr
	orya
	taml
	telu
	knda
	mlym
	sinh
	thai
	laoo
	mymr
	geor
	ethi
	khmr
	hang
	kana
	han
	scripts // how many there are
)

// codes are those of ISO 15924.
var codes = [scripts]string{
	latin: "Latn", grek: "Grek", cyrl: "Cyrl", armn: "Armn", hebr: "Hebr", arab: "Arab", deva: "Deva", beng: "Beng",
	guru: "Guru", gujr: "Gujr", orya: "Orya", taml: "Taml", telu: "Telu", knda: "Knda", mlym: "Mlym", sinh: "Sinh",
	thai: "Thai", laoo: "Laoo", mymr: "Mymr", geor: "Geor", ethi: "Ethi", khmr: "Khmr", hang: "Kore", kana: "Jpan",
	han: "Hani",
}

// A stretch is a range of code points of one script, both ends included.
type stretch struct {
	first, last rune
	script      script
}

// stretches lists the blocks of Unicode that running text of a script is made of,
// in ascending order.
var stretches = []stretch{
	{0x41, 0x5A, latin}, {0x61, 0x7A, latin}, {0xC0, 0x24F, latin}, {0x370, 0x3FF, grek}, {0x400, 0x52F, cyrl},
	{0x530, 0x58F, armn}, {0x590, 0x5FF, hebr}, {0x600, 0x6FF, arab}, {0x750, 0x77F, arab}, {0x900, 0x97F, deva},
	{0x980, 0x9FF, beng}, {0xA00, 0xA7F, guru}, {0xA80, 0xAFF, gujr}, {0xB00, 0xB7F, orya}, {0xB80, 0xBFF, taml},
	{0xC00, 0xC7F, telu}, {0xC80, 0xCFF, knda}, {0xD00, 0xD7F, mlym}, {0xD80, 0xDFF, sinh}, {0xE00, 0xE7F, thai},
	{0xE80, 0xEFF, laoo}, {0x1000, 0x109F, mymr}, {0x10A0, 0x10FF, geor}, {0x1100, 0x11FF, hang}, {0x1200, 0x139F, ethi},
	{0x1780, 0x17FF, khmr}, {0x1E00, 0x1EFF, latin}, {0x1F00, 0x1FFF, grek}, {0x3041, 0x30FF, kana}, {0x3130, 0x318F, hang},
	{0x31F0, 0x31FF, kana}, {0x3400, 0x4DBF, han}, {0x4E00, 0x9FFF, han}, {0xAC00, 0xD7A3, hang}, {0xF900, 0xFAFF, han},
	{0xFF66, 0xFF9D, kana}, {0x20000, 0x323AF, han},
}

// low holds the script of each code point under len(low), where most text is.
var low = func() (table [0x2000]script) {
	for _, s := range stretches {
		for r := s.first; r <= s.last && int(r) < len(table); r++ {
			table[r] = s.script
		}
	}
	return table
}()

func scriptOf(r rune) script {
	if r >= 0 && int(r) < len(low) {
		return low[r]
	}
	for i := len(stretches) - 1; i >= 0 && r <= stretches[len(stretches)-1].last; i-- {
		if s := stretches[i]; r >= s.first {
			if r <= s.last {
				return s.script
			}
			return none
		}
	}
	return none
}
