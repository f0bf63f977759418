package lang

import (
	"strings"
	"testing"
	"time"
)

// samples say the same in each language: what a page on a service might.
var samples = map[string]string{
	"en":      "The service must be restarted when you change the settings. If it does not start, see the log file and check that the port is not in use.",
	"de":      "Der Dienst muss neu gestartet werden, wenn Sie die Einstellungen ändern. Wenn er nicht startet, prüfen Sie die Protokolldatei und ob der Port nicht schon belegt ist.",
	"fr":      "Le service doit être redémarré lorsque vous modifiez les paramètres. S'il ne démarre pas, consultez le journal et vérifiez que le port n'est pas utilisé par un autre programme.",
	"es":      "El servicio debe reiniciarse cuando se cambia la configuración. Si no arranca, consulte el registro y compruebe que el puerto no está en uso por otro programa.",
	"pt":      "O serviço deve ser reiniciado quando você altera as configurações. Se não iniciar, consulte o registro e verifique se a porta não está em uso por outro programa.",
	"it":      "Il servizio deve essere riavviato quando si modificano le impostazioni. Se non parte, consultare il registro e verificare che la porta non sia usata da un altro programma.",
	"nl":      "De dienst moet opnieuw worden gestart als u de instellingen wijzigt. Als hij niet start, kijk dan in het logboek en controleer of de poort niet door een ander programma wordt gebruikt.",
	"sv":      "Tjänsten måste startas om när du ändrar inställningarna. Om den inte startar, se loggen och kontrollera att porten inte används av ett annat program.",
	"da":      "Tjenesten skal genstartes, når du ændrer indstillingerne. Hvis den ikke starter, så se i loggen og kontroller, at porten ikke bruges af et andet program.",
	"nb":      "Tjenesten må startes på nytt når du endrer innstillingene. Hvis den ikke starter, se i loggen og kontroller at porten ikke brukes av et annet program.",
	"fi":      "Palvelu on käynnistettävä uudelleen, kun asetuksia muutetaan. Jos se ei käynnisty, katso lokia ja tarkista, että portti ei ole toisen ohjelman käytössä.",
	"pl":      "Usługę należy uruchomić ponownie, gdy zostaną zmienione ustawienia. Jeśli nie uruchamia się, sprawdź dziennik oraz to, czy port nie jest używany przez inny program.",
	"cs":      "Službu je třeba restartovat, pokud změníte nastavení. Pokud se nespustí, podívejte se do protokolu a ověřte, že port není používán jiným programem, který běží.",
	"sk":      "Službu treba reštartovať, keď zmeníte nastavenia. Ak sa nespustí, pozrite sa do protokolu a overte, že port nie je používaný iným programom, ktorý beží.",
	"sl":      "Storitev morate znova zagnati, ko spremenite nastavitve. Če se ne zažene, poglejte v dnevnik in preverite, ali vrata niso v rabi, ki jih ima lahko tudi drug program.",
	"hr":      "Uslugu treba ponovno pokrenuti kada se promijene postavke. Ako se ne pokrene, pogledajte zapisnik i provjerite da vrata nisu zauzeta, jer ih može koristiti i drugi program koji radi.",
	"hu":      "A szolgáltatást újra kell indítani, ha a beállítások változnak. Ha nem indul el, nézze meg a naplót, és ellenőrizze, hogy a portot nem használja-e már egy másik program.",
	"ro":      "Serviciul trebuie repornit când se schimbă setările. Dacă nu pornește, consultați jurnalul și verificați că portul nu este folosit de un alt program.",
	"tr":      "Ayarlar değiştiğinde hizmet yeniden başlatılmalıdır. Eğer başlamazsa günlük dosyasına bakın ve bağlantı noktasının başka bir program tarafından kullanılmadığından emin olun; bu çok sık olan bir durumdur.",
	"vi":      "Dịch vụ phải được khởi động lại khi bạn thay đổi cài đặt. Nếu không khởi động được, hãy xem nhật ký và kiểm tra rằng cổng không bị chương trình khác sử dụng.",
	"id":      "Layanan harus dimulai ulang jika Anda mengubah pengaturan. Jika tidak dapat dimulai, lihat log dan periksa bahwa porta tidak digunakan oleh program lain karena itu bisa saja terjadi.",
	"ms":      "Perkhidmatan mesti dimulakan semula apabila anda menukar tetapan. Jika ia tidak boleh dimulakan, lihat log dan pastikan port tidak digunakan oleh program lain kerana ia perlu bebas.",
	"ca":      "El servei s'ha de reiniciar quan es canvia la configuració. Si no arrenca, consulteu el registre i comproveu que el port no és en ús per un altre programa amb aquest nom.",
	"eu":      "Zerbitzua berrabiarazi egin behar da ezarpenak aldatzen badira. Ez bada abiarazten, begiratu erregistroa eta egiaztatu ataka ez duela beste programa batek erabiltzen.",
	"gl":      "O servizo debe reiniciarse cando se cambia a configuración. Se non arrinca, consulte o rexistro e comprobe que o porto non está en uso por outro programa; isto tamén pode ser unha causa.",
	"lt":      "Paslaugą reikia paleisti iš naujo, kai keičiami nustatymai. Jei ji nepasileidžia, peržiūrėkite žurnalą ir patikrinkite, ar prievado nenaudoja kita programa, kuri jau yra paleista.",
	"lv":      "Pakalpojums ir jāpalaiž no jauna, kad maināt iestatījumus. Ja tas netiek palaists, skatiet žurnālu un pārbaudiet, vai portu nelieto cita programma, kas jau ir palaista.",
	"et":      "Teenus tuleb uuesti käivitada, kui seadeid muudetakse. Kui see ei käivitu, vaadake logi ja kontrollige, et porti ei kasuta mõni teine programm, mis on juba avatud.",
	"is":      "Það þarf að endurræsa þjónustuna þegar stillingum er breytt. Ef hún fer ekki í gang skaltu skoða skrána og athuga hvort annað forrit er að nota gáttina.",
	"sq":      "Shërbimi duhet të riniset kur ndryshoni parametrat. Nëse nuk niset, shihni regjistrin dhe kontrolloni që porta nuk është në përdorim nga një program tjetër.",
	"ru":      "Службу нужно перезапустить, если вы изменили настройки. Если она не запускается, посмотрите журнал и проверьте, что порт не занят другой программой.",
	"uk":      "Службу потрібно перезапустити, якщо ви змінили налаштування. Якщо вона не запускається, перегляньте журнал і перевірте, що порт не зайнятий іншою програмою.",
	"be":      "Службу трэба перазапусціць, калі вы змянілі налады. Калі яна не запускаецца, паглядзіце журнал і праверце, што порт не заняты іншай праграмай.",
	"bg":      "Услугата трябва да се рестартира, когато промените настройките. Ако не се стартира, вижте дневника и проверете дали портът не се използва от друга програма.",
	"sr":      "Сервис треба поново покренути када промените подешавања. Ако се не покрене, погледајте дневник и проверите да порт није заузет, јер га може користити и други програм који ради.",
	"mk":      "Сервисот треба повторно да се стартува кога ќе ги промените поставките. Ако не се стартува, погледнете го дневникот и проверете дека портата не е зафатена од друга програма.",
	"kk":      "Параметрлерді өзгертсеңіз, қызметті қайта іске қосу керек. Егер ол іске қосылмаса, журналды қараңыз және порт басқа бағдарлама арқылы қолданылып жатқан жоқ екенін тексеріңіз.",
	"ar":      "يجب إعادة تشغيل الخدمة عند تغيير الإعدادات. إذا لم تبدأ، راجع السجل وتأكد من أن المنفذ غير مستخدم من قبل برنامج آخر.",
	"fa":      "اگر تنظیمات را تغییر دهید، سرویس باید دوباره راه‌اندازی شود. اگر شروع نشد، گزارش را ببینید و مطمئن شوید که درگاه با برنامهٔ دیگری استفاده نمی‌شود.",
	"ur":      "اگر آپ ترتیبات بدلیں تو سروس کو دوبارہ شروع کرنا ضروری ہے۔ اگر یہ شروع نہ ہو تو لاگ دیکھیں اور یقین کریں کہ پورٹ کسی اور پروگرام کے استعمال میں نہیں ہے۔",
	"he":      "יש להפעיל מחדש את השירות כאשר משנים את ההגדרות. אם הוא אינו מתחיל, עיינו ביומן ובדקו שהיציאה אינה בשימוש.",
	"hi":      "सेटिंग बदलने के बाद सेवा को फिर से शुरू करना होगा। यदि यह शुरू नहीं होती है, तो लॉग देखें और जाँचें कि पोर्ट किसी अन्य प्रोग्राम द्वारा उपयोग में नहीं है।",
	"mr":      "सेटिंग बदलल्यावर सेवा पुन्हा सुरू करा. जर ती सुरू होत नसेल तर नोंद पहा आणि पोर्ट दुसऱ्या प्रोग्रामच्या वापरात नाही हे तपासा. हे आवश्यक आहे.",
	"ne":      "सेटिङ परिवर्तन गरेपछि सेवा फेरि सुरु गर्नुहोस्। यदि यो सुरु भएन भने लग हेर्नुहोस् र पोर्ट अर्को प्रोग्रामले प्रयोग गरेको छैन भनी जाँच गर्नुहोस्।",
	"bn":      "সেটিংস পরিবর্তন করলে পরিষেবাটি আবার চালু করতে হবে।",
	"ta":      "அமைப்புகளை மாற்றினால் சேவையை மீண்டும் தொடங்க வேண்டும்.",
	"te":      "సెట్టింగులను మార్చినప్పుడు సేవను మళ్ళీ ప్రారంభించాలి.",
	"kn":      "ಸೆಟ್ಟಿಂಗ್‌ಗಳನ್ನು ಬದಲಾಯಿಸಿದಾಗ ಸೇವೆಯನ್ನು ಮರುಪ್ರಾರಂಭಿಸಬೇಕು.",
	"ml":      "ക്രമീകരണങ്ങൾ മാറ്റുമ്പോൾ സേവനം വീണ്ടും ആരംഭിക്കണം.",
	"gu":      "સેટિંગ્સ બદલો ત્યારે સેવા ફરી શરૂ કરવી જોઈએ.",
	"pa":      "ਸੈਟਿੰਗਾਂ ਬਦਲਣ ਤੇ ਸੇਵਾ ਮੁੜ ਸ਼ੁਰੂ ਕਰਨੀ ਪਵੇਗੀ।",
	"th":      "ต้องเริ่มบริการใหม่เมื่อคุณเปลี่ยนการตั้งค่า",
	"lo":      "ຕ້ອງເລີ່ມບໍລິການໃໝ່ເມື່ອທ່ານປ່ຽນການຕັ້ງຄ່າ",
	"km":      "ត្រូវចាប់ផ្ដើមសេវាឡើងវិញនៅពេលអ្នកប្ដូរការកំណត់",
	"my":      "ဆက်တင်များ ပြောင်းလဲသောအခါ ဝန်ဆောင်မှုကို ပြန်စရပါမည်။",
	"ka":      "პარამეტრების შეცვლისას სერვისი ხელახლა უნდა გაუშვათ.",
	"hy":      "Կարգավորումները փոխելիս ծառայությունը պետք է վերագործարկել։",
	"el":      "Η υπηρεσία πρέπει να επανεκκινηθεί όταν αλλάζετε τις ρυθμίσεις.",
	"am":      "ቅንብሮችን ሲቀይሩ አገልግሎቱን እንደገና ማስጀመር አለብዎት።",
	"ja":      "設定を変更したときは、サービスを再起動する必要があります。",
	"ko":      "설정을 변경하면 서비스를 다시 시작해야 합니다.",
	"zh-Hans": "更改设置后必须重新启动服务。如果无法启动，请查看日志并确认端口没有被占用。",
	"zh-Hant": "變更設定後必須重新啟動服務。如果無法啟動，請查看日誌並確認連接埠沒有被佔用。",
}

func TestDetectSamples(t *testing.T) {
	for tag, text := range samples {
		d := Detect(text)
		if d.Tag != tag {
			t.Errorf("%s: detected %q (%.2f), want %q", text, d.Tag, d.Confidence, tag)
		}
		if !Agrees(tag, d) {
			t.Errorf("%s does not agree with %s", text, tag)
		}
	}
}

func TestDetect(t *testing.T) {
	english := samples["en"]
	for _, c := range []struct{ text, want, reason string }{
		{"", "", "no text"},
		{"666 | 8080 | ✓ 😀", "", "no letters"},
		{"`export` inMail", "", "names are no language"},
		{"OK", "", "a word says nothing"},
		{"导出", "", "two characters may be Japanese"},
		{"<table> <td> 导出进程，重新启动服务 <br /> </td> </table>", "zh-Hans", "names of tags are not English"},
		{"```sh\n" + english + english + "\n```\n" + samples["de"], "de", "a fence is not prose"},
		{"```\n" + samples["de"], "", "a fence that is not closed runs to the end"},
		{"<!-- " + english + english + " -->\n" + samples["zh-Hans"], "zh-Hans", "a comment is not prose"},
		{"<pre>" + english + english + "</pre>" + samples["th"], "th", "nor is preformatted text"},
		{"配置 `server.listen` 请参阅 [文档](https://example.com/the/of/and/is/in/you/this/that) 并检查设置", "zh-Hans", "nor are addresses"},
		{"| Property | Description | Type | Default |\n| --- | --- | --- | --- |\n| align | 内容对齐方式，可以设置为左对齐 | string | center |\n| gutter | 栅格间隔，可以写成像素值 | number | 0 |", "zh-Hans", "names in Latin do not outweigh prose"},
		{english + " Available in 中文, 日本語, Русский, العربية and ไทย.", "en", "names of languages are not the text's"},
		{samples["ja"] + " 中文", "ja", "kana decide"},
		{"van-button van-cell van-coupon van-tag van-field van-list van-icon van-popup", "", "one word over and over is no language"},
		{"\xef\xbb\xbf" + samples["fr"] + "\xe4\xb8", "fr", "a text cut inside a character"},
	} {
		if d := Detect(c.text); d.Tag != c.want {
			t.Errorf("Detect(%q) = %+v, want %q: %s", c.text, d, c.want, c.reason)
		}
	}
}

func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		tag, text string
		want      bool
		reason    string
	}{
		{"pt-BR", "pt", true, "a region never contradicts"},
		{"zh", "zh-Hant", true, "zh alone may be either orthography"},
		{"zh-CN", "zh-Hant", false, "zh-CN may not"},
		{"no", "nb", true, "near kin"},
		{"nn", "da", true, "near kin"},
		{"it", "en", false, "a page of an IT department"},
		{"br", "en", false, "English is not Breton, though Breton has no profile"},
		{"br", "fr", true, "what has no profile may look like anything but English"},
		{"ja", "en", false, "another script"},
		{"ja", "zh-Hans", false, "Han alone is not Japanese"},
		{"sr-Latn", "hr", true, "near kin"},
		{"sr", "sr", true, "itself"},
		{"ru", "uk", false, "two languages of one script"},
		{"nonsense", "en", true, "no language, nothing to contradict"},
	} {
		d := Detect(strings.Repeat(samples[c.text]+" ", 3))
		if got := Agrees(c.tag, d); got != c.want {
			t.Errorf("Agrees(%q, %+v) = %v: %s", c.tag, d, got, c.reason)
		}
	}
	if !Agrees("de", Detection{}) {
		t.Error("a text that tells nothing contradicts")
	}
}

func TestProfiles(t *testing.T) {
	if len(profiles) > maxProfiles {
		t.Fatalf("%d profiles, room for %d", len(profiles), maxProfiles)
	}
	for _, p := range profiles {
		if canonical, ok := Canonical(p.tag); !ok || canonical != p.tag {
			t.Errorf("profile of %q, which is no language", p.tag)
		}
		seen := map[string]bool{}
		for _, w := range strings.Fields(p.words) {
			if w != strings.ToLower(w) || seen[w] || len(w) > maxWord {
				t.Errorf("%s: %q is repeated, too long or not lower case", p.tag, w)
			}
			seen[w] = true
		}
		if words := Detect(p.words); words.Tag != p.tag && words.Tag != "" {
			t.Errorf("the words of %s are taken for %s", p.tag, words.Tag)
		}
	}
	if len([]rune(simplified)) != len([]rune(traditional)) {
		t.Error("simplified and traditional characters are not pairs")
	}
}

// TestDetectHostile holds the time to what a page may cost, with room for slow
// machines: a reading that is not linear takes minutes on these.
func TestDetectHostile(t *testing.T) {
	for _, unit := range []string{"<a", "<!--", "<pre>", "`", "``x", "```\n", "~~~\nx\n", "](", "{", "&", "http://", "ж", "-", "é"} {
		start := time.Now()
		Detect(strings.Repeat(unit, 300_000/len(unit)))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q over and over took %v", unit, took)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	for _, tag := range []string{"en", "zh-Hans", "ru"} {
		text := strings.Repeat("## "+samples[tag]+" `code` <td>x</td>\n\n", 30)
		b.Run(tag, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				Detect(text)
			}
		})
	}
}

func FuzzDetect(f *testing.F) {
	for _, text := range samples {
		f.Add(text)
	}
	f.Add("<!--")
	f.Add("```\n~~~\n```")
	f.Add("](<{{#`&h")
	f.Fuzz(func(t *testing.T, text string) {
		d := Detect(text)
		if d.Confidence < 0 || d.Confidence > 1 || d.Letters < 0 || d.Letters > len(text) {
			t.Errorf("out of range: %+v", d)
		}
		if d.Tag != "" {
			if canonical, ok := Canonical(d.Tag); !ok || canonical != d.Tag {
				t.Errorf("%q is not canonical", d.Tag)
			}
		}
	})
}

func FuzzCanonical(f *testing.F) {
	for _, tag := range []string{"zh_CN", "pt-br", "x-y-z", "en-Latn-US", "日本語"} {
		f.Add(tag)
	}
	f.Fuzz(func(t *testing.T, tag string) {
		once, ok := Canonical(tag)
		if twice, again := Canonical(once); once != twice || ok != again {
			t.Errorf("Canonical(%q) = %q, %v; of that %q, %v", tag, once, ok, twice, again)
		}
	})
}

func TestDetectScript(t *testing.T) {
	for _, c := range []struct{ text, want, reason string }{
		{"Привет", "Cyrl", "one word says which script, not which language"},
		{"مرحبا", "Arab", "the same"},
		{"नमस्ते 8080", "Deva", "digits are no letters"},
		{"สวัสดี", "Thai", "a script of one language"},
		{"日本", "Hani", "characters that three languages share"},
		{"안녕", "Kore", "Hangul"},
		{"8080 😀", "", "no letters"},
	} {
		if got := Detect(c.text).Script; got != c.want {
			t.Errorf("the script of %q is %q, want %q: %s", c.text, got, c.want, c.reason)
		}
	}
}
