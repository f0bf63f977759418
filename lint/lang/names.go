package lang

// languages maps the language subtags that Canonical admits to their English
// names in lower case, words joined by hyphens.
//
// Source: the languages at level "modern" in coverageLevels.json of cldr-core
// 48.2, named as in CLDR's English locale; and, beyond them, those that projects
// do translate documentation into: br, ckb, eo, fy, ku, lb, mi, mt, oc, tg, tt,
// ug, xh.
var languages = map[string]string{
	"af": "afrikaans", "ak": "akan", "am": "amharic", "ar": "arabic", "as": "assamese", "az": "azerbaijani",
	"ba": "bashkir", "be": "belarusian", "bg": "bulgarian", "bn": "bangla", "br": "breton", "bs": "bosnian",
	"ca": "catalan", "chr": "cherokee", "ckb": "central-kurdish", "cs": "czech", "cv": "chuvash", "cy": "welsh",
	"da": "danish", "de": "german", "dsb": "lower-sorbian", "el": "greek", "en": "english", "eo": "esperanto",
	"es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish", "fil": "filipino",
	"fr": "french", "fy": "western-frisian", "ga": "irish", "gd": "scottish-gaelic", "gl": "galician", "gu": "gujarati",
	"ha": "hausa", "he": "hebrew", "hi": "hindi", "hr": "croatian", "hsb": "upper-sorbian", "ht": "haitian-creole",
	"hu": "hungarian", "hy": "armenian", "id": "indonesian", "ig": "igbo", "is": "icelandic", "it": "italian",
	"ja": "japanese", "jv": "javanese", "ka": "georgian", "kk": "kazakh", "km": "khmer", "kn": "kannada",
	"ko": "korean", "kok": "konkani", "ku": "kurdish", "ky": "kyrgyz", "lb": "luxembourgish", "lo": "lao",
	"lt": "lithuanian", "lv": "latvian", "mi": "maori", "mk": "macedonian", "ml": "malayalam", "mn": "mongolian",
	"mr": "marathi", "ms": "malay", "mt": "maltese", "my": "burmese", "nb": "norwegian-bokmål", "ne": "nepali",
	"nl": "dutch", "nn": "norwegian-nynorsk", "no": "norwegian", "oc": "occitan", "or": "odia", "pa": "punjabi",
	"pcm": "nigerian-pidgin", "pl": "polish", "ps": "pashto", "pt": "portuguese", "qu": "quechua", "rm": "romansh",
	"ro": "romanian", "ru": "russian", "sd": "sindhi", "shn": "shan", "si": "sinhala", "sk": "slovak",
	"sl": "slovenian", "so": "somali", "sq": "albanian", "sr": "serbian", "sv": "swedish", "sw": "swahili",
	"ta": "tamil", "te": "telugu", "tg": "tajik", "th": "thai", "ti": "tigrinya", "tk": "turkmen", "tr": "turkish",
	"tt": "tatar", "ug": "uyghur", "uk": "ukrainian", "ur": "urdu", "uz": "uzbek", "vi": "vietnamese", "xh": "xhosa",
	"yo": "yoruba", "yue": "cantonese", "zh": "chinese", "zu": "zulu",
}

// names maps English names back to subtags.
var names = invert(languages)

// aliases maps what people write where a tag should stand to the tag that they
// mean, keys in lower case with hyphens: countries for languages, tags without
// their hyphen, ISO 639 codes since replaced, and names beside those of CLDR.
// An alias of one subtag holds before further subtags too ("jp-JP" is "ja-JP").
//
// Source: the file names of the projects that this was measured on, and for the
// replaced codes (iw, ji, tl) the IANA language subtag registry.
var aliases = map[string]string{
	"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "iw": "he", "jp": "ja", "kr": "ko", "tl": "fil",
	"tw": "zh-TW", "ua": "uk", "vn": "vi",

	"engb": "en-GB", "enus": "en-US", "eses": "es-ES", "frfr": "fr-FR", "jajp": "ja-JP", "kokr": "ko-KR",
	"ptbr": "pt-BR", "ptpt": "pt-PT", "zhcn": "zh-CN", "zhhans": "zh-Hans", "zhhant": "zh-Hant", "zhtw": "zh-TW",

	"bengali": "bn", "brazilian": "pt-BR", "brazilian-portuguese": "pt-BR", "portuguese-brazil": "pt-BR",
	"chinese-simplified": "zh-Hans", "simplified-chinese": "zh-Hans",
	"chinese-traditional": "zh-Hant", "traditional-chinese": "zh-Hant",
	"euskara": "eu", "farsi": "fa", "mandarin": "zh", "norwegian-bokmal": "nb", "oriya": "or", "tagalog": "fil",

	"bahasa-indonesia": "id", "dansk": "da", "deutsch": "de", "español": "es", "français": "fr", "italiano": "it",
	"magyar": "hu", "nederlands": "nl", "norsk": "no", "polski": "pl", "português": "pt", "português-brasil": "pt-BR",
	"română": "ro", "suomi": "fi", "svenska": "sv", "tiếng-việt": "vi", "türkçe": "tr", "čeština": "cs",
	"ελληνικά": "el", "български": "bg", "русский": "ru", "українська": "uk", "עברית": "he", "العربية": "ar",
	"فارسی": "fa", "हिन्दी": "hi", "বাংলা": "bn", "ไทย": "th", "中文": "zh", "简体中文": "zh-Hans", "繁體中文": "zh-Hant",
	"繁体中文": "zh-Hant", "正體中文": "zh-Hant", "日本語": "ja", "한국어": "ko",
}

// doubtful maps what may stand where a tag should to tags that it may mean: codes
// of countries that are also words, tags of other languages or of nothing, and
// three-letter codes of ISO 639-2.
//
// Source: as for aliases; ISO 3166-1 and ISO 639-2.
var doubtful = map[string][]string{
	"at": {"de-AT"}, "bd": {"bn"}, "br": {"pt-BR"}, "by": {"be"}, "ch": {"zh", "de-CH"}, "ee": {"et"}, "gb": {"en-GB"},
	"ge": {"ka"}, "il": {"he"}, "in": {"id", "hi"}, "ir": {"fa"}, "kh": {"km"}, "mm": {"my"}, "mx": {"es-MX"},
	"my": {"ms"}, "np": {"ne"}, "ph": {"fil"}, "pk": {"ur"}, "rs": {"sr"}, "se": {"sv"}, "si": {"sl"}, "sp": {"es"},
	"us": {"en-US"},

	"ara": {"ar"}, "ben": {"bn"}, "ces": {"cs"}, "chi": {"zh"}, "chn": {"zh"}, "chs": {"zh-Hans"}, "cht": {"zh-Hant"},
	"cze": {"cs"}, "dan": {"da"}, "deu": {"de"}, "dut": {"nl"}, "ell": {"el"}, "eng": {"en"}, "esp": {"es"},
	"fas": {"fa"}, "fin": {"fi"}, "fra": {"fr"}, "fre": {"fr"}, "ger": {"de"}, "heb": {"he"}, "hin": {"hi"},
	"hun": {"hu"}, "ind": {"id"}, "ita": {"it"}, "jap": {"ja"}, "jpn": {"ja"}, "kor": {"ko"}, "nld": {"nl"},
	"per": {"fa"}, "pol": {"pl"}, "por": {"pt"}, "ron": {"ro"}, "rus": {"ru"}, "spa": {"es"}, "swe": {"sv"},
	"tha": {"th"}, "tur": {"tr"}, "ukr": {"uk"}, "vie": {"vi"}, "zho": {"zh"},
}

// spoken are those in which documentation in a language is kept apart, where they
// are more than the one that goes without saying.
//
// Source: the locales at level "modern" in coverageLevels.json of cldr-core 48.2
// that name a region, and those that software ships in.
var spoken = map[string]string{
	"ar": "001 AE BH DZ EG IQ JO KW LB LY MA OM QA SA SD SY TN YE", "bn": "BD IN", "ca": "AD ES FR IT", "cs": "CZ",
	"de": "AT BE CH DE LI LU", "el": "CY GR", "en": "001 150 AU CA GB HK IE IN MY NZ PH SG UK US ZA",
	"es": "419 AR BO CL CO CR DO EC ES GT HN LA MX NI PA PE PR PY SV US UY VE", "fa": "AF IR", "fr": "BE CA CH FR LU MA",
	"hr": "BA HR", "it": "CH IT", "ko": "KP KR", "ms": "BN MY SG", "nl": "BE NL", "nb": "NO", "no": "NO",
	"pa": "IN PK", "pt": "AO BR MZ PT", "ro": "MD RO", "ru": "BY KZ RU UA", "sr": "BA ME RS XK", "sv": "FI SE",
	"sw": "KE TZ", "ta": "IN LK SG", "tr": "CY TR", "ur": "IN PK", "zh": "CN HK MO SG TW", "yue": "CN HK",
}

// variants are the BCP 47 variant subtags that documentation uses.
var variants = map[string]bool{"valencia": true, "tarask": true, "polyton": true}

func invert(table map[string]string) map[string]string {
	inverse := make(map[string]string, len(table))
	for tag, name := range table {
		inverse[name] = tag
	}
	return inverse
}
