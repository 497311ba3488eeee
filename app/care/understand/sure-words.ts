/** Words that alone say which language a text of a word or two is in, where letter statistics have nothing to count. */
const SURE_WORDS: Record<string, string> = {
  en: "hello hey thanks thank please order refund where when help cancel return parcel",
  de: "hallo moin servus danke bitte bestellung paket lieferung",
  fr: "bonjour bonsoir salut merci commande colis livraison",
  es: "hola gracias pedido paquete buenos buenas",
  it: "ciao salve grazie buongiorno buonasera ordine pacco",
  pt: "olá oi obrigado obrigada encomenda pedido pacote",
  nl: "hallo dank bedankt bestelling pakket",
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
