package lang

import (
	"strings"
	"sync"
)

// A profile is what a language is told by among those of its script: the letters
// it writes and the words that hold its sentences together.
type profile struct {
	tag     string
	script  script
	letters string // beyond a–z for Latin, all of them for other scripts
	words   string // separated by spaces, lower case
}

// cyrillic and arabic are the letters that all languages below share.
const (
	cyrillic = "абвгдежзиклмнопрстуфхцчш"
	arabic   = "ابتثجحخدذرزسشصضطظعغفقلمنهوءئؤآ"
)

// vietnamese letters with two marks each stand in a block of their own.
const vietnamese = "ăâđêôơưàáãèéìíòóõùúýĩũ" +
	"ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

// profiles are in no order that matters.
//
// Source: letters are each language's alphabet. Words were chosen by hand from
// the closed classes of each language (articles, pronouns, prepositions,
// conjunctions, auxiliaries, negations) and from what instructions repeat ("can",
// "must", "if", "this"); no word list was copied. Single ASCII letters are left
// out, since texts on software use them as names.
var profiles = []profile{
	{"en", latin, "", "the of to and in is for you this that with on be can are if or it as from by not an your will when which have has use was at but must should these those their there its they we our any all each into using may how what where then than only also does been more other see whether"},
	{"de", latin, "äöüß", "der die das und ist in zu den mit für auf von ein eine einen einem einer eines nicht sie wird werden können kann oder auch wenn im dem des sich bei nach aus wie diese dieser dieses nur zum zur sind es als an über durch muss müssen um wurde haben hat ihre ihr wir alle noch unter vor sein"},
	{"fr", latin, "àâæçéèêëîïôœùûüÿ", "le la les des de du et est un une pour dans que qui vous sur par avec ne pas ce cette ces sont au aux ou plus votre vos être peut si il elle nous lorsque son sa ses se en comme tout tous toutes sans doit mais leur avez pouvez afin été fait même où"},
	{"es", latin, "áéíñóúü", "el la los las de del que en un una para con por se no es al su sus como más este esta estos puede si cuando son ser está pero le lo entre sin sobre también todos todas desde ha hay debe donde cada usted otros otro nos fue muy ya según hasta así cual unos"},
	{"pt", latin, "áâãàçéêíóôõúü", "que de do da dos das em um uma para com não por se no na nos nas os as ao aos como mais este esta isso pode são você seu sua seus ser está mas ou quando também foi pelo pela ele ela entre sem até já depois deve cada todos todas é à às ter há onde essa esse qual"},
	{"it", latin, "àèéìòùî", "il lo la gli le di che per un una con non del della dei delle degli si in al alla nel nella da dal dalla sono è come più questo questa questi essere può se anche ma dell nell all ogni quando deve tra loro suo sua ha sulla sul sui viene dopo solo quale devono possono ed tutti sia cui"},
	{"nl", latin, "éëïóöüè", "de het een en van in is op te dat die voor met zijn niet aan er om ook als bij naar door maar uit worden wordt kan kunnen deze dit of je uw moet nog over wat wel hebben heeft geen alle zoals wanneer tot meer u gebruikt moeten zal waar hun onder na"},
	{"af", latin, "êëéîïôûáèò", "die en van in is nie te om vir met dat aan op het hierdie jou kan word wat ek sal moet ook hulle ons of deur as uit by na nog meer wees sy indien"},
	{"sv", latin, "åäöé", "och att det som en ett är av för på med till den inte de om har kan från eller när du ska måste också detta denna dessa din ditt dina vi så men var blir alla vid mot utan hur över bara under sig skulle kommer finns efter där"},
	{"da", latin, "æøåé", "og at det som en et er af for på med til den ikke de om har kan fra eller når du skal dette denne disse din dit dine vi så men var bliver alle ved uden hvordan over kun under sig hvis efter også hvor være nogle mere hvad bruge bruges blive andet meget kunne gør nogen gennem"},
	{"nb", latin, "æøåéòôó", "og at det som en et er av for på med til den ikke de om har kan fra eller når du skal dette denne disse din ditt dine vi så men var blir alle ved uten hvordan over kun under seg hvis etter også hvor være noen mer hva bruke må bli ei brukes annet mye kunne gjør noe gjennom"},
	{"fi", latin, "äöå", "ja on ei se että tai voit kun ovat tämä voi jos myös ole sen joka mutta kuin jotka ne niin vain sitä tämän tässä näin mukaan kanssa joita jossa ennen sekä käyttää siitä olla hän kaikki ilman koko nämä niiden jälkeen"},
	{"et", latin, "äõöüšž", "ja on ei see et või kui mis ka ning seda selle saab kasutada oma siis peab te võib aga selleks kõik ole mida kus pärast enne nende need ainult teie vaid olema siin nagu kes välja üks"},
	{"pl", latin, "ąćęłńóśźż", "się na nie do jest to że dla przez od po jak może lub być oraz aby jeśli można są ten które który która tego jako za przy tym tylko ich co czy już także gdy należy pod bez wszystkie też zostanie tej nad jego został każdy jednak"},
	{"cs", latin, "áčďéěíňóřšťúůýž", "se na je že pro jako nebo pokud do by být tak ale jsou také po aby od při pouze které který která lze může až než bez za má tím když není této tento toto jeho ze ve pod byl bude nejsou všechny můžete mezi podle ho"},
	{"sk", latin, "áäčďéíĺľňóôŕšťúýž", "sa na je že pre ako alebo ak do by byť tak ale sú tiež po aby od pri iba ktoré ktorý ktorá možno môže až než bez za má tým keď nie tejto tento toto jeho zo vo pod bol bude všetky môžete medzi podľa ktorých čo už len"},
	{"sl", latin, "čšž", "je in se na za ki da pa so ali če tudi kot ne po pri iz od lahko to ta bo do biti ter vse ko ni kar le bi med več kateri katere mora kadar še svoje zato nato samo tem pred brez sta ima"},
	{"hr", latin, "čćđšž", "je se na za koji koja koje da su ili ako od kao što ne može biti kada ovo ova ovaj te samo svi sve pri iz po prije nakon bez nije treba mora kako jer ima nego već ali bi između mogu vaš svih također"},
	{"hu", latin, "áéíóöőúüű", "az és nem hogy egy is ez meg de ha van vagy csak ezt azt mint már még lehet amely által kell után minden szerint ami ahol ezek azok között majd úgy ki el be volt lesz nincs esetén alatt során illetve felhasználó"},
	{"ro", latin, "ăâîșțşţ", "și în de la care cu un este pe pentru nu să din mai sunt sau că dacă prin ca fi poate acest această aceste al ale lui sa se fost dar când după între toate fără unei unui pot trebuie fiecare doar are vor va cum"},
	{"tr", latin, "çğıöşüâîû", "ve bir bu için ile olarak da de olan daha gibi veya kadar değil her çok sonra var en ancak ise eğer hem göre tarafından bunu ne ya yeni olduğu olup şekilde tüm üzerinde gerekir bazı zaman önce sadece şu içinde"},
	{"az", latin, "çəğıöşü", "və bir bu üçün ilə olan də ki kimi daha ya hər sonra çox amma isə görə deyil əgər olaraq edir edilir olur lazımdır bütün yalnız tərəfindən onun necə istifadə"},
	{"vi", latin, vietnamese, "và của là các có được cho một trong không này để với những khi bạn người từ hoặc đã ra trên đến vào nếu sử dụng như thể phải sẽ bằng về nhưng cũng nên theo đó tại số hai chỉ"},
	{"id", latin, "é", "yang dan di untuk dengan dari ini pada adalah dalam tidak akan atau itu dapat anda ke oleh juga sebagai ada bisa karena jika lebih kami saat harus seperti secara tersebut telah sudah mereka setiap bahwa menjadi agar apa kita hanya saja maka"},
	{"ms", latin, "é", "yang dan di untuk dengan dari ini pada adalah dalam tidak akan atau itu boleh anda ke oleh juga sebagai ada kerana jika lebih kami semasa mesti seperti secara tersebut telah sudah mereka setiap bahawa menjadi apabila ialah kepada perlu daripada sahaja kita bagi"},
	{"fil", latin, "ñ", "ang ng mga sa na ay at para ito hindi kung mo iyong may ka ko kayo lang rin din pag upang mula ako siya kapag dapat maaari isang nito bawat"},
	{"sw", latin, "", "na ya wa kwa ni katika za la kama hii hiyo kuwa au pia cha vya yako huu ili lakini baada bila kila hizi sana hata inaweza unaweza"},
	{"ca", latin, "àçèéíïòóúü", "el la els les de del que en un una per amb no és al dels com més aquest aquesta són pot si quan ser està però entre sense sobre també tots des ha cal on cada altres fins aquests seva seu heu podeu has això pels pel"},
	{"gl", latin, "áéíñóúüï", "que de do da dos das en un unha para con non por se no na nos nas os as ao aos como máis este esta isto pode son ou cando tamén foi polo pola entre sen ata xa despois debe cada todos todas ten é á ás seu súa ser está estes pero"},
	{"eu", latin, "ñüç", "eta da ez bat du dira edo ere dute izan den dela hau behar duen bere zen baina egin daiteke horrek badu baita honek bezala dituzu duzu beste hori batean egiteko arte ondoren dago guztiak gabe erabili"},
	{"lt", latin, "ąčęėįšųūž", "ir yra kad tai su iš į ar nuo ne jei bet kaip taip pat arba būti gali kuris kuri kurie už prie per po tik jūs apie šis ši šio visi dėl kai turi bus galite jų jo iki buvo savo reikia"},
	{"lv", latin, "āčēģīķļņšūž", "un ir ka ar no uz lai par vai ja kas tas nav bet arī kā šis šo tiek jūs pēc var pie līdz tikai ko būt jums kuru kur visi savu gan tā šī vēl jābūt kad bez viņa to"},
	{"is", latin, "áðéíóúýþæö", "og að er það sem ekki til með af fyrir eða um frá þú þetta þessi eru en við ef þegar hefur verið vera getur þarf úr þess þau þar hann eftir hægt þinn yfir alla því ég"},
	{"sq", latin, "ëç", "dhe të në një për është që me nga nuk do mund si kjo ky por ose nëse ka janë tij këtë saj duhet çdo ju kur më pas tuaj pa vetëm ato tyre këto jo edhe ai mes"},

	{"ru", cyrl, cyrillic + "ёйщъыьэюя", "и в не на что с для по это как из если или к при от же может можно все а но у вы он за до будет также быть только его который которые этот этого где чтобы есть их вам так нет более ли без после когда"},
	{"uk", cyrl, cyrillic + "єіїґйщьюя", "і в не на що з для та за це як або від якщо до у при є може можна всі але ви про по він його також бути лише який які цей цього де щоб їх так немає більше чи без після коли цю ці буде має"},
	{"be", cyrl, cyrillic + "ёійўыьэюя", "і ў не на што з для гэта як або калі да пры ад можа можна усе але вы пра па ён яго таксама быць толькі які якія гэты каб іх вам так няма больш ці без пасля гэтага будзе таму"},
	{"bg", cyrl, cyrillic + "йщъьюя", "и в не на че с за да е от се по това като или ако към при може са си но със ще бъде само също който която които този тази тези всички до има след без трябва когато още ви вашия между беше където ги повече"},
	{"mk", cyrl, cyrillic + "ѓѕјљњќџ", "и во не на дека со за да е од се по ова како или ако кон при може сè но ќе биде само исто кој која кои овој оваа овие сите до има после без треба кога уште ги вашиот помеѓу беше каде повеќе што"},
	{"sr", cyrl, cyrillic + "ђјљњћџ", "и у не на да са за је од се по ово као или ако при може али ће бити само такође који која које овај ова сви до има после без треба када још их између био где више што су из није"},
	{"kk", cyrl, cyrillic + "ёйщъыьэюяәғқңөұүһі", "және бұл үшін бар мен бойынша болып немесе егер емес деп бір де керек оның осы кейін да болады туралы сіз арқылы барлық қажет дейін ретінде тек болса кез"},
	{"ky", cyrl, cyrillic + "ёйщъыьэюяңөү", "жана бул үчүн бар менен боюнча болуп же эгер эмес деп бир да керек анын ушул кийин болот жөнүндө сиз аркылуу бардык чейин катары гана болсо"},
	{"mn", cyrl, cyrillic + "ёйщъыьэюяөү", "ба энэ нь болон юм байна болно бол та тухай ямар бүх эсвэл хэрэв дээр гэж нэг байх үед тул хийх өөр зэрэг хүртэл ашиглан"},

	{"ar", arab, arabic + "ةىيكأإ", "في من على إلى أن هذا هذه التي الذي عن مع أو لا ما كان هو هي إذا كل بعد لم يمكن قد بين ذلك يتم عند كما حيث حتى غير أي تم قبل يجب ثم بعض هناك لن ليس وقد"},
	{"fa", arab, arabic + "پچژگکیأة", "و در به از که این را با است برای آن می یک های تا شود کرد بر هم یا شما اگر باید نیست هر شده خود کند دارد بود پس نمی باشد توانید استفاده بین همه ها مورد"},
	{"ur", arab, arabic + "ٹڈڑںےہھگکیپچژۓۂ", "اور کے میں کی ہے سے کا کو یہ پر ہیں کہ نے ایک کیا لیے آپ بھی نہیں اس یا ہو جو کر تو اگر وہ ان تھا جب اپنے ساتھ کرنے گا"},
	{"ps", arab, arabic + "ټډړښڅځڼېۍګیکپچژي", "د په چې او له کې ته دا سره یو دی هم کړي لپاره نه ده کوي ستاسو دي که یا"},
	{"ckb", arab, arabic + "ەێۆڵڕڤکگیپچژ", "لە و بە بۆ کە ئەم ئەو لەگەڵ یان دەکات ناکات ئەگەر هەر تۆ دوای نییە هەیە"},

	{"hi", deva, "", "है हैं के का की में से को और पर यह लिए ने कि भी एक नहीं हो कर आप अपने जो तो इस या जब करें करने सकते द्वारा साथ बाद किया अगर केवल"},
	{"mr", deva, "", "आहे आहेत आणि च्या या मध्ये किंवा साठी नाही हे ही हा करा केले तुम्ही तुमच्या आपण असेल पासून आपल्या त्या जर ते तर करण्यासाठी वर होते सर्व"},
	{"ne", deva, "", "छ छन् र मा लाई ले यो गर्न भने पनि तपाईं तपाईंको लागि वा गर्नुहोस् हुन्छ छैन यस गर्दछ तपाईंले हुन् त्यो यदि सबै गरिएको"},
}

// sole are the scripts that one language of this package's readers is written in.
var sole = [scripts]string{
	grek: "el", armn: "hy", hebr: "he", beng: "bn", guru: "pa", gujr: "gu", orya: "or", taml: "ta", telu: "te",
	knda: "kn", mlym: "ml", sinh: "si", thai: "th", laoo: "lo", mymr: "my", geor: "ka", ethi: "am", khmr: "km",
	hang: "ko",
}

// simplified and traditional are frequent characters, pair by pair, that only one
// of the two orthographies of Chinese uses: simplifications of 1956–1986 whose
// simple form is no traditional character of its own (so not 后, 里, 面, 台, 系).
//
// Source: chosen by hand from the General List of Simplified Chinese Characters.
const (
	simplified  = "们这来为时说国会学对发过还现动点经问样关间题数据设应与没无进实开长门见头书认让给导执务库户选项输标显态码错误链类处请将从启创删连络页单击网录检测试权复义变断续节细组织约线终结构统计语词识记许论证评该详调读负责费资质转软载边达运远适递邮释针钮钥销锁键镜闭闻阅随难离电预频颜验驱龙体块环杂称图层备"
	traditional = "們這來為時說國會學對發過還現動點經問樣關間題數據設應與沒無進實開長門見頭書認讓給導執務庫戶選項輸標顯態碼錯誤鏈類處請將從啟創刪連絡頁單擊網錄檢測試權復義變斷續節細組織約線終結構統計語詞識記許論證評該詳調讀負責費資質轉軟載邊達運遠適遞郵釋針鈕鑰銷鎖鍵鏡閉聞閱隨難離電預頻顏驗驅龍體塊環雜稱圖層備"
)

// vocabulary is what Detect looks words, letters and characters up in.
type vocabulary struct {
	words   map[string]int  // lower-case word to index into owners
	owners  [][]int         // by word, the indices of the profiles that have it
	letters []map[rune]bool // by profile; nil if its letters decide nothing
	hans    map[rune]bool
	hant    map[rune]bool
}

// loaded builds the vocabulary when it is first asked for.
var loaded = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{words: map[string]int{}, hans: runes(simplified), hant: runes(traditional)}
	for i, p := range profiles {
		for _, w := range strings.Fields(p.words) {
			at, found := v.words[w]
			if !found {
				at = len(v.owners)
				v.words[w] = at
				v.owners = append(v.owners, nil)
			}
			v.owners[at] = append(v.owners[at], i)
		}
		if p.letters == "" && p.script == deva {
			v.letters = append(v.letters, nil)
			continue
		}
		v.letters = append(v.letters, runes(p.letters))
	}
	return v
})

func runes(s string) map[rune]bool {
	set := make(map[rune]bool, len(s))
	for _, r := range s {
		set[r] = true
	}
	return set
}
