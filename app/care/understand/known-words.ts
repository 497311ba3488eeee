import { unmarked } from "./fold.ts";

/**
 * The commonest words of the languages that the recogniser reads, in the order in which shops hear them: where letter statistics have
 * little to count, they tell more. Many are of several languages, so that only together they tell one.
 */
const KNOWN_WORDS: Record<string, string> = {
  en:
    "hello hey thanks thank please order refund where when help cancel return parcel i am i'm it it's is you your we my me the this that not no so very " +
    "too and or of to in on was are have haven't has had do don't didn't never what why how who with for from but still again just can can't will would " +
    "want need got get there broken wrong late bad good great love angry happy sad upset furious size nothing anything all at",
  de:
    "hallo moin servus danke bitte bestellung paket lieferung ich bin ist das der die ein eine und nicht kein keine mein meine meinem wo wann wie was " +
    "warum es sie wir mir mich zu so sehr gut habe hat war wurde mit für noch nie immer schon aber wieder nur im in am auf von den dem gar nichts alles " +
    "sauer wütend falsch kaputt schlecht",
  fr:
    "bonjour bonsoir salut merci commande colis livraison je suis ne pas le la les un une est ce c'est mon ma mes vous nous où quand comment pourquoi et " +
    "de du des en très trop plus rien jamais pour avec sur il elle on ça j'ai qui que mal bien encore toujours tout déçu déçue",
  es:
    "hola gracias pedido paquete buenos buenas yo soy estoy no el la los las un una es mi mis que y de en muy por para con donde cuando como pero ya más " +
    "nada nunca todo esto está tengo me se lo bien mal sin falta roto llego llegó llega ¿ ¡",
  it:
    "ciao salve grazie buongiorno buonasera ordine pacco io sono non il lo la gli un una è mio mia che e di in molto per con dove quando come ma già più " +
    "niente mai tutto questo sto ho mi si bene male perché ancora sbagliato rotto",
  pt:
    "olá oi obrigado obrigada encomenda pedido pacote eu sou estou não nao o a os as um uma é meu minha que e de em muito por para com onde quando como " +
    "mas já mais nada nunca tudo isso está tenho me se bem mal sem cadê cade",
  nl:
    "hallo dank bedankt bestelling pakket ik ben is het de een en niet geen mijn waar wanneer hoe wat waarom je jullie wij mij zo heel erg goed heb heeft " +
    "was met voor nog nooit altijd al maar weer van op aan te boos niets helemaal kapot",
  pl:
    "cześć witam dziękuję dzięki zamówienie paczka przesyłka gdzie jestem jest nie to i w na z się mój moje moja kiedy jak co dlaczego bardzo dobrze źle " +
    "zły zła mam był była jeszcze nigdy ale już tylko do od proszę nic wcale",
  ro:
    "bună salut mulțumesc mersi comanda comandă colet coletul sunt este e nu un o și în la de pe cu meu mea unde când cum ce foarte bine rău am ai are mi " +
    "îmi dar deja doar pentru nimic deloc",
  sv:
    "hej tack beställning beställningen paketet order jag är inte en ett och det den min mitt var när hur vad varför mycket bra dålig har hade med för men " +
    "redan bara på i av att arg inget alls väldigt",
  ru:
    "здравствуйте привет спасибо заказ посылка я в не и на что где когда мой моя мне меня это очень как почему нет да вы вас ваш уже ещё только плохо злюсь " +
    "зол зла хорошо деньги верните пришла пришел пришло получил получила куда забыл забыла заказал заказала вернуть",
  uk:
    "вітаю привіт дякую замовлення посилка я в не і на що де коли мій моя моє мені мене це дуже як чому немає так ви вас ваш вже ще тільки погано злюся злий " +
    "зла добре гроші поверніть прийшла прийшов прийшло отримав отримала куди забув забула замовив замовила чи повернути кошти",
  hi: "नमस्ते धन्यवाद शुक्रिया ऑर्डर namaste dhanyavad dhanyawad shukriya",
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(KNOWN_WORDS))
  for (const word of new Set(unmarked(words).split(" ")))
    languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** How many of a text's words each language knows, the language that shops hear most first. */
export function knownWords(text: string): Map<string, number> {
  const counts = new Map(Object.keys(KNOWN_WORDS).map((language) => [language, 0]));
  for (const word of unmarked(text.toLowerCase().replaceAll("’", "'")).match(/[\p{L}\p{M}']+|[¿¡]/gu) ?? [])
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  return counts;
}

const ROMANISED_HINDI = new Set(
  (
    "hai hain nahi nahin nhi mera mere meri mujhe mujhko maine humne kab kya kyu kyun kaha kahan kaise aap aapne aapka aapki bhai gaya " +
    "gayi gaye raha rahi hua karo karna karne krna diya dijiye kijiye chahiye abhi bahut bohot bht wapas paise milega milegi mila mili " +
    "aaya aayega aayegi tha thi aur koi kuch yeh galat liye bhej bheja main hoon hun gusse gussa naraz khush"
  ).split(" "),
);

/** Hindi typed in Latin letters, which letter statistics take for anything: two of its commonest words, and one word in six. */
export function isRomanisedHindi(text: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{M}]+/u);
  const known = new Set(words.filter((word) => ROMANISED_HINDI.has(word)));
  return known.size >= 2 && known.size * 6 >= words.length;
}

/** Russian that letter statistics take for Bulgarian: letters and endings that Bulgarian has not. */
export const isRussian = (text: string): boolean =>
  !/ъ/i.test(text) &&
  /[ыэё]|ь(?!о)|(?:ая|яя|ое|ую|ого|йте|йста)(?!\p{L})|(?<!\p{L})(?:что|где|когда|заказ|мне)(?!\p{L})/iu.test(
    text,
  );
