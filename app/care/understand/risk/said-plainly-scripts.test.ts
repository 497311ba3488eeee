import { describe, expect, it } from "vitest";
import { riskFlags } from "../risk-flags.ts";

/** Invented sentences of people who name no risk by its word; `no` before the flag: what only sounds like one. */
const table = `
self_harm | Когда посылка придёт, меня уже не будет на этом свете.
self_harm | Всем было бы лучше без меня.
self_harm | Я больше не могу так жить.
self_harm | Хочу уснуть и не проснуться.
no self_harm | Умираю от любопытства, когда придёт?
no self_harm | В пятницу меня не будет дома.
vulnerable | В понедельник похоронили брата.
vulnerable | Три раза в неделю езжу на диализ.
vulnerable | Ухаживаю за лежачей мамой.
no vulnerable | Мы потеряли трек-номер.
no vulnerable | Малыш обожает плед.
press | На моём канале 80 тысяч зрителей.
press | Наша программа готовит сюжет о вашем магазине.
press | Выложу всю переписку в интернет.
no press | Я подписан на рассылку.
no press | Программа стирки не работает.
wants_person | Есть там кто живой?
wants_person | Хватит слать мне шаблонные ответы.
wants_person | По какому номеру вам можно позвонить?
no wants_person | Кто-нибудь знает, она непромокаемая?
no wants_person | Номер заказа 1023.
safety | После крема распухло лицо.
safety | Стул развалился под отцом, он упал.
safety | В печенье был кусок металла.
no safety | Нож тупой.
no safety | Плед очень тёплый.
self_harm | Коли посилка прийде, мене вже не буде на цьому світі.
self_harm | Усім було б краще без мене.
self_harm | Я більше не можу так жити.
self_harm | Хочу заснути і не прокинутися.
no self_harm | Вмираю від цікавості, коли прийде?
no self_harm | У п'ятницю мене не буде вдома.
vulnerable | У понеділок поховали брата.
vulnerable | Тричі на тиждень їжджу на діаліз.
vulnerable | Наш будинок зруйновано обстрілом.
no vulnerable | Ми загубили номер посилки.
no vulnerable | Малюк обожнює плед.
press | На моєму каналі 80 тисяч глядачів.
press | Наша програма готує сюжет про ваш магазин.
press | Викладу все листування в інтернет.
no press | Я підписаний на розсилку.
no press | Програма прання не працює.
wants_person | Є там хтось живий?
wants_person | Досить надсилати шаблонні відповіді.
wants_person | За яким номером вам можна подзвонити?
no wants_person | Хтось знає, чи вона непромокальна?
no wants_person | Номер замовлення 1023.
safety | Після крему опухло обличчя.
safety | Стілець зламався під батьком, він упав.
safety | У печиві був шматок металу.
no safety | Ніж тупий.
no safety | Плед дуже теплий.
self_harm | 荷物が届く頃には、私はもうこの世にいません。
self_harm | 私なんていない方がみんな幸せだ。
self_harm | もう生きるのに疲れました。
self_harm | このまま目が覚めなければいいのに。
no self_harm | 死ぬほどかわいいです。
no self_harm | 金曜日は家にいません。
vulnerable | 先週、母を見送りました。
vulnerable | 週に三回透析に通っています。
vulnerable | 寝たきりの父の世話をしています。
no vulnerable | 追跡番号をなくしました。
no vulnerable | 赤ちゃんが毛布を気に入っています。
press | 登録者8万人のチャンネルで紹介します。
press | 番組で取材をしています。
press | やり取りを全部ネットに公開します。
no press | メルマガに登録しています。
no press | 洗濯のプログラムが動きません。
wants_person | 誰かいますか。
wants_person | 定型文ばかり送らないでください。
wants_person | そちらに電話したいです。
no wants_person | 防水かどうか誰かわかりますか。
no wants_person | 注文番号は1023です。
safety | クリームを塗ったら顔が腫れました。
safety | 父が座ったら椅子が壊れて転びました。
safety | クッキーに金属片が入っていました。
no safety | 包丁が切れません。
no safety | 毛布がとても暖かいです。
self_harm | पार्सल आने तक मैं इस दुनिया में नहीं रहूंगा।
self_harm | मेरे बिना सब खुश रहेंगे।
self_harm | अब और जिया नहीं जाता।
self_harm | zindagi se thak gaya hoon, ab jeena nahi hai
no self_harm | इसे पाने के लिए मरा जा रहा हूं, कब आएगा?
no self_harm | शुक्रवार को मैं घर पर नहीं रहूंगा।
vulnerable | सोमवार को भाई का अंतिम संस्कार था।
vulnerable | हफ्ते में तीन बार डायलिसिस होता है।
vulnerable | मेरी मां बिस्तर पर हैं, मैं अकेली उनकी देखभाल करती हूं।
no vulnerable | ट्रैकिंग नंबर खो गया।
no vulnerable | बच्चे को कंबल बहुत पसंद है।
press | मेरे चैनल पर अस्सी हजार सब्सक्राइबर हैं।
press | हमारा कार्यक्रम आप पर रिपोर्ट बना रहा है।
press | main poori chat internet par daal dunga
no press | मैंने न्यूज़लेटर लिया है।
no press | टीवी का चैनल नहीं खुलता।
wants_person | कोई है वहां?
wants_person | रटे-रटाए जवाब भेजना बंद करो।
wants_person | kisi insaan ko bhejo, ye auto reply band karo
no wants_person | क्या किसी को पता है यह वाटरप्रूफ है?
no wants_person | ऑर्डर नंबर 1023 है।
safety | क्रीम लगाने के बाद चेहरा सूज गया।
safety | कुर्सी टूट गई और पापा गिर गए।
safety | बिस्किट में लोहे का टुकड़ा निकला।
no safety | चाकू तेज नहीं है।
no safety | कंबल बहुत गर्म है।
`;
const cases = table
  .trim()
  .split("\n")
  .map((line) => line.split(" | ") as [string, string]);

describe("what is meant, in Russian, Ukrainian, Japanese, Hindi", () => {
  it.each(cases)("%s: %s", (said, text) => {
    const flag = said.replace("no ", "");
    expect([flag, riskFlags(text).some((one) => one === flag)]).toEqual([flag, flag === said]);
  });
});
