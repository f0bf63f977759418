package lang

import "strings"

// noneWords holds the words that say in a table cell that there is nothing, lower
// case, as documentation in these languages writes them.
var noneWords = map[string]bool{
	"none": true, "n/a": true, "n/d": true, "n.d.": true, "k.a.": true, "s/o": true, "na": true, "nil": true, "null": true, "empty": true,
	"无": true, "無": true, "空": true, "暂无": true, "暫無": true, "なし": true, "無し": true, "ありません": true, "없음": true, "해당 없음": true,
	"keine": true, "keiner": true, "keines": true, "kein": true, "entfällt": true, "leer": true,
	"aucun": true, "aucune": true, "s.o.": true, "sans objet": true, "vide": true,
	"ninguno": true, "ninguna": true, "vacío": true, "nenhum": true, "nenhuma": true, "vazio": true, "nessuno": true, "nessuna": true,
	"geen": true, "ingen": true, "inget": true, "brak": true, "žádný": true, "žádná": true, "нет": true, "немає": true, "отсутствует": true,
	"yok": true, "không có": true, "không": true, "tidak ada": true, "ไม่มี": true, "कोई नहीं": true, "لا شيء": true, "لا يوجد": true, "هیچ": true, "אין": true,
}

// IsNone reports whether a text says that there is nothing: only dashes and the
// like, or a word such as "none".
func IsNone(text string) bool {
	text = strings.Trim(text, "-–—―ー－~/\\()（）[]. \n\u00a0\u200b")
	return text == "" || noneWords[strings.ToLower(text)]
}
