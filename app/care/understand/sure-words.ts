/** Words that alone say which language a text of a word or two is in, where letter statistics have nothing to count. */
const SURE_WORDS: Record<string, string> = {
  en: "hello hey thanks thank please order refund where when help cancel return parcel",
  de: "hallo moin servus danke bitte bestellung paket lieferung",
  fr: "bonjour bonsoir salut merci commande colis livraison",
  es: "hola gracias pedido paquete buenos buenas",
  it: "ciao salve grazie buongiorno buonasera ordine pacco",
  pt: "olá oi obrigado obrigada encomenda pedido pacote",
  nl: "hallo dank bedankt bestelling pakket",
  pl: "cześć witam dziękuję dzięki zamówienie paczka przesyłka gdzie",
  ro: "bună salut mulțumesc mersi comanda comandă colet coletul",
  sv: "hej tack beställning beställningen paketet order",
  ru: "здравствуйте привет спасибо заказ посылка",
  uk: "вітаю привіт дякую замовлення посилка",
  hi: "नमस्ते धन्यवाद शुक्रिया ऑर्डर namaste dhanyavad dhanyawad shukriya",
};
const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(SURE_WORDS))
  for (const word of words.split(" ")) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);

/** The languages a short text may be in by its sure words; empty when it has none, or when they contradict each other. */
export function languagesBySureWords(text: string): string[] {
  const known = (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).flatMap((word) => {
    const languages = languagesOf.get(word);
    return languages ? [languages] : [];
  });
  const [first = [], ...more] = known;
  return first.filter((language) => more.every((languages) => languages.includes(language)));
}

const ROMANISED_HINDI = new Set(
  (
    "hai hain nahi nahin nhi mera mere meri mujhe mujhko maine humne kab kya kyu kyun kaha kahan kaise aap aapne aapka aapki bhai gaya " +
    "gayi gaye raha rahi hua karo karna karne krna diya dijiye kijiye chahiye abhi bahut bohot bht wapas paise milega milegi mila mili " +
    "aaya aayega aayegi tha thi aur koi kuch yeh galat liye bhej bheja"
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
