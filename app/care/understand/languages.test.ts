import { describe, expect, it } from "vitest";
import { loadModels } from "./models.server.ts";
import { readMessage } from "./read-message.ts";

/** Invented mails, one a line: language, accepted intents, emotions and urgencies, then the text. */
const table = `
pl order_status neutral 1 | Dzień dobry, kiedy dojdzie moja paczka? Zamówienie nr 4411.
pl order_status worry 2 | Boję się, że nie zdąży przed ślubem w sobotę. Gdzie jest moja sukienka?
pl delivery_problem frustration/neutral 1 | W aplikacji pisze, że dostarczono, a ja nic nie dostałam. Kurier nawet nie zadzwonił.
pl wrong_or_damaged_item disappointment/neutral 1 | Kubek przyszedł stłuczony, niestety.
pl wrong_or_damaged_item disappointment/frustration/neutral 1 | dostalam zly rozmiar, zamawialam M a przyszlo XL
pl return neutral 1 | Chciałbym zwrócić buty, są za małe. Jak to zrobić?
pl refund frustration/anger/neutral 1 | Oddałem towar trzy tygodnie temu, gdzie są moje pieniądze?
pl cancel neutral 2 | Proszę anulować zamówienie 9911.
pl change_address embarrassment/neutral 2 | Przepraszam, pomyliłam się i podałam zły adres. Czy mogę go zmienić?
pl payment neutral 1 | Poproszę fakturę VAT do zamówienia 221.
pl product_question neutral 0 | Czy ta kurtka jest wodoodporna?
pl complaint anger 1/2 | Skandal! Jesteście oszustami, nikt nie odpowiada na maile!
pl praise joy/gratitude 0 | Jestem zachwycona, torebka jest przepiękna. Bardzo dziękuję!
pl account neutral 1 | Nie mogę się zalogować, zapomniałam hasła.
pl cancel grief 2 | Mój tata zmarł w zeszłym tygodniu, proszę anulować jego zamówienie.
ro order_status neutral 1 | Bună ziua, unde este comanda mea 3321?
ro delivery_problem frustration/neutral 1 | Apare ca livrat, dar nu am primit nimic. Curierul nu m-a sunat.
ro wrong_or_damaged_item disappointment/neutral 1 | Din păcate cana a venit spartă.
ro return neutral 1 | Vreau să returnez pantofii, sunt prea mici.
ro refund frustration/anger/neutral 1 | Când primesc banii înapoi? Am trimis produsul de două săptămâni.
ro cancel neutral 2 | Vă rog să anulați comanda 771.
ro change_address neutral/embarrassment 2 | Am greșit adresa de livrare, o puteți schimba?
ro payment neutral/frustration 1 | Mi-ați luat banii de două ori de pe card.
ro product_question neutral 0 | Geaca este impermeabilă?
ro praise joy/gratitude 0 | Sunt încântată, cerceii sunt superbi! Mulțumesc mult!
ro account neutral 1 | Am uitat parola și nu mă pot loga.
ro cancel grief 2 | Soțul meu a murit săptămâna trecută, vă rog anulați comanda.
ru order_status neutral 1 | Здравствуйте, где мой заказ 5521?
ru order_status worry 2 | Очень переживаю, успеет ли платье ко дню рождения в субботу?
ru delivery_problem frustration/neutral 1 | Написано, что доставлено, но я ничего не получила. Курьер даже не позвонил.
ru wrong_or_damaged_item disappointment/neutral 1 | К сожалению, кружка пришла разбитой.
ru wrong_or_damaged_item disappointment/frustration/neutral 1 | прислали не тот размер, заказывала M а пришла XL
ru return neutral 1 | Хочу вернуть туфли, они слишком малы.
ru refund frustration/anger/neutral 1 | Верните деньги, я отправила товар три недели назад!
ru cancel neutral 2 | Отмените, пожалуйста, заказ 771.
ru change_address neutral/embarrassment 2 | Я указала неправильный адрес, можно изменить?
ru payment neutral/frustration 1 | У меня дважды списали деньги с карты.
ru product_question neutral 0 | Подскажите, куртка непромокаемая?
ru complaint anger 1/2 | Это безобразие! Вы мошенники, никто не отвечает на письма!
ru praise joy/gratitude 0 | Я в восторге, сумка шикарная! Спасибо огромное!
ru account neutral 1 | Не могу войти в личный кабинет, забыла пароль.
ru complaint/wrong_or_damaged_item/other disappointment 0/1 | Я не доволен качеством.
ru cancel grief 2 | Мой папа умер на прошлой неделе, отмените его заказ.
uk order_status neutral 1 | Доброго дня, де моє замовлення 5521?
uk order_status worry 2 | Дуже хвилююся, чи встигне сукня до весілля в суботу?
uk delivery_problem frustration/neutral 1 | Пише, що доставлено, але я нічого не отримала. Кур'єр навіть не подзвонив.
uk wrong_or_damaged_item disappointment/neutral 1 | На жаль, чашка прийшла розбита.
uk return neutral 1 | Хочу повернути взуття, воно занадто мале.
uk refund frustration/anger/neutral 1 | Поверніть гроші, я відправила товар три тижні тому!
uk cancel neutral 2 | Скасуйте, будь ласка, замовлення 771.
uk change_address neutral/embarrassment 2 | Я вказала неправильну адресу, можна змінити?
uk payment neutral/frustration 1 | З картки двічі списали гроші.
uk product_question neutral 0 | Чи є в наявності розмір 40?
uk complaint anger 1/2 | Це неподобство! Ви шахраї, ніхто не відповідає!
uk praise joy/gratitude 0 | Я у захваті, сумка чудова! Щиро дякую!
uk account neutral 1 | Не можу увійти в особистий кабінет, забула пароль.
uk cancel grief 2 | Мій тато помер минулого тижня, скасуйте його замовлення.
sv order_status neutral 1 | Hej, var är mitt paket? Order 5521.
sv order_status worry 2 | Jag är orolig, hinner klänningen fram till bröllopet på lördag?
sv delivery_problem frustration/neutral 1 | Det står att paketet är levererat men jag har inte fått något. Budet ringde aldrig.
sv wrong_or_damaged_item disappointment/neutral 1 | Tyvärr kom muggen trasig.
sv wrong_or_damaged_item disappointment/frustration/neutral 1 | fick fel storlek, beställde M men fick XL
sv return neutral 1 | Jag vill returnera skorna, de är för små.
sv refund frustration/anger/neutral 1 | När får jag pengarna tillbaka? Skickade varan för tre veckor sedan.
sv cancel neutral 2 | Kan ni avbeställa order 771?
sv change_address neutral/embarrassment 2 | Jag skrev fel adress, kan ni ändra den?
sv payment neutral/frustration 1 | Ni har dragit pengar två gånger.
sv product_question neutral 0 | Är jackan vattentät?
sv complaint anger 1/2 | Det är skandal! Ni är bedragare och ingen svarar!
sv praise joy/gratitude 0 | Jag älskar väskan, den är jättefin! Tusen tack!
sv account neutral 1 | Jag kan inte logga in, har glömt mitt lösenord.
sv complaint/praise/other disappointment 0/1 | Jag är inte nöjd.
sv cancel grief 2 | Min pappa gick bort förra veckan, avbeställ hans order.
hi order_status neutral 1 | नमस्ते, मेरा ऑर्डर कहाँ है?
hi order_status worry 2 | मुझे चिंता हो रही है, शादी शनिवार को है, ड्रेस कब तक आएगी?
hi delivery_problem frustration/neutral 1 | ऐप में डिलीवर दिखा रहा है लेकिन मुझे कुछ नहीं मिला।
hi wrong_or_damaged_item disappointment/neutral 1 | कप टूटा हुआ आया है।
hi return neutral 1 | जूते बहुत छोटे हैं, मुझे वापस करना है।
hi refund frustration/anger/neutral 1 | मेरे पैसे वापस कब मिलेंगे?
hi cancel neutral 2 | कृपया मेरा ऑर्डर कैंसिल कर दीजिए।
hi change_address neutral/embarrassment 2 | मैंने गलत पता डाल दिया, बदल सकते हैं?
hi payment neutral/frustration 1 | मेरे खाते से दो बार पैसे कट गए।
hi product_question neutral 0 | क्या यह जैकेट वाटरप्रूफ है?
hi complaint anger 1/2 | घटिया सर्विस! आप लोग धोखेबाज हैं, कोई जवाब नहीं देता।
hi praise joy/gratitude 0 | बैग बहुत सुंदर है, दिल खुश हो गया! बहुत धन्यवाद!
hi account neutral 1 | पासवर्ड भूल गया, लॉगिन नहीं हो रहा।
hi cancel grief 2 | मेरे पिताजी का देहांत हो गया, ऑर्डर कैंसिल कर दें।
hi order_status neutral/frustration 1 | bhai mera order kab aayega? abhi tak nahi aaya
hi refund neutral/frustration 1 | mere paise wapas kab milenge? 10 din ho gaye
hi wrong_or_damaged_item neutral/disappointment/frustration 1 | galat size bhej diya aapne, maine M order kiya tha
hi praise joy/gratitude 0 | bahut accha product hai, dil khush ho gaya, shukriya
it order_status neutral 1 | Buongiorno, a che punto è il mio ordine 5521?
it wrong_or_damaged_item disappointment/neutral 1 | Purtroppo la tazza è arrivata scheggiata.
it change_order neutral/embarrassment 2 | Ho scelto il colore sbagliato, potete cambiare il colore del mio ordine?
it praise joy/gratitude 0 | La borsa è stupenda, sono felicissima! Grazie di cuore!
nl order_status neutral 1 | Goedemiddag, wat is de status van mijn bestelling 5521?
nl wrong_or_damaged_item disappointment/neutral 1 | Helaas kwam de mok gebarsten aan.
nl refund neutral/frustration 1 | Wanneer krijg ik mijn geld terug?
nl praise joy/gratitude 0 | De tas is prachtig, ik ben er superblij mee! Heel erg bedankt!
ja order_status neutral 1 | お世話になっております。注文した靴はいつ届きますか。
ja wrong_or_damaged_item disappointment/neutral 1 | マグカップが割れていました。残念です。
ja praise joy/gratitude 0 | バッグがとても素敵で嬉しいです。ありがとうございました。
ja cancel grief 2 | 父が亡くなりましたので、注文をキャンセルしてください。
`;
const cases = table
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);
const models = loadModels();

describe("a mail in the shopper's language", () => {
  it.each(cases)("%s: %s", (wanted, text) => {
    const [language, intents = "", emotions = "", urgencies = ""] = wanted.split(" ");
    const reading = readMessage(models, { text, now: new Date("2026-11-21T12:00:00Z") });
    expect(reading.language).toBe(language);
    expect(intents.split("/")).toContain(reading.intent);
    expect(emotions.split("/")).toContain(reading.emotion.label);
    expect(urgencies.split("/")).toContain(String(reading.urgency));
  });
});

describe("a mail in a language without words of its own here", () => {
  it.each([
    ["fi", "Missä pakettini on? Olen todella vihainen, odotan jo kolme viikkoa!"],
    ["cs", "Kde je můj balík? Jsem opravdu naštvaný, čekám už tři týdny a nikdo neodpovídá!"],
    ["da", "Hvor bliver min pakke af? Jeg er rasende, nu har jeg ventet i over tre uger!"],
    ["zh", "我的包裹在哪里?我非常生气,已经等了三个星期了!"],
    ["ko", "제 소포가 어디에 있나요? 3주나 기다렸어요. 정말 화가 납니다!"],
    ["tr", "Paketim nerede? Çok sinirliyim, üç haftadır bekliyorum!"],
    ["ar", "أين طردي؟ أنا غاضب جدا، أنتظر منذ ثلاثة أسابيع!"],
    ["hu", "Hol van a csomagom? Nagyon dühös vagyok, már három hete várok!"],
    ["und", "Mae fy mharsel ar goll ac rwyf yn flin iawn am hyn."],
  ])("%s is never read as sure: %s", (_, text) => {
    const { unsure, emotion } = readMessage(models, { text, now: new Date("2026-11-21T12:00:00Z") });
    expect(unsure).toBe(true);
    expect(emotion.readings.words?.confidence).toBeLessThanOrEqual(0.3);
  });
});

it.each(["Dov'è il mio pacco?", "Where is my order 104?", "Wo ist Bestellung 104?"])(
  "finds no risk of one language in the words of another: %s",
  (text) => {
    expect(readMessage(models, { text, now: new Date(0) }).riskFlags).toEqual([]);
  },
);
