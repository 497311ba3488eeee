import { unmarked } from "./fold.ts";

/** Words that a shop's mails turn on and that are often mistyped, in the spelling that patterns and models know. */
const KEY_WORDS: Record<string, string> = {
  en:
    "disappointed disappointing refund refunded cancel cancelled return returned package parcel arrived received broken damaged delivery delivered tracking " +
    "address payment charged replacement exchange terrible horrible ridiculous unacceptable frustrated furious beautiful missing shipping shipped waiting " +
    "customer service definitely immediately defective scratched worried confused thank",
  de:
    "enttäuscht rückerstattung erstattung bestellung bestellt lieferung geliefert stornieren zurückschicken zurück beschädigt zerbrochen angekommen " +
    "erhalten bekommen rechnung adresse umtauschen verärgert unverschämt paket sendung kaputt funktioniert entschuldigung dringend",
  es: "decepcionado decepcionada reembolso devolución devolver cancelar pedido paquete llegado dirección factura enfadado equivocado",
  fr: "déçue remboursement rembourser commande livraison colis annuler retourner adresse facture abîmé endommagé inacceptable reçu",
  pt: "decepcionado decepcionada reembolso devolução devolver cancelar encomenda entrega recebido danificado endereço fatura quebrado",
  it: "delusa deluso rimborso restituire annullare ordine consegna ricevuto arrivato danneggiato indirizzo fattura sbagliato spedizione",
  nl: "teleurgesteld terugbetaling terugsturen annuleren bestelling levering geleverd ontvangen beschadigd adres factuur pakket verkeerd",
  pl: "rozczarowana rozczarowany zwrot anulować zamówienie przesyłka dostawa otrzymałam uszkodzony adres faktura paczka reklamacja",
  ro: "dezamăgită dezamăgit rambursare returnez anulare comanda livrare primit deteriorat adresa factura colet",
  sv: "besviken återbetalning returnera avbeställa beställning leverans levererat skadad adress faktura",
  ru: "разочарована разочарован возврат вернуть отменить отмените доставка посылка получила получил сломан адрес",
  uk: "розчарована розчарований повернення повернути скасувати скасуйте доставка посилка отримала отримав зламаний адреса",
};
/** Shorter words have too many neighbours that are words themselves. */
const SHORTEST = 6;

/** Short slips that are no words themselves, and English as it is spoken in Scotland. */
const SPOKEN_ENGLISH: Record<string, string> = {
  where: "wher whaur",
  order: "oder ordr odrer",
  money: "mony",
  item: "itme",
  "didn't": "didnae",
  "don't": "dinnae",
  "can't": "cannae",
  "isn't": "isnae",
  "wasn't": "wasnae",
  "haven't": "havenae huvnae",
  "hasn't": "hasnae",
  "won't": "willnae",
};

/** German as it is spoken in Switzerland, Austria and Bavaria, and often typed: commonest words, spelled as patterns and models know them. */
const SPOKEN_GERMAN: Record<string, string> = {
  nicht: "nöd nid ned net nit",
  "noch nicht": "nonig nonid nonöd",
  ist: "isch",
  habe: "hob han hab",
  haben: "händ hend hobn",
  hat: "hät het",
  war: "woa",
  gewesen: "gsi gsii gwesn gwen",
  kommt: "chunt chunnt kimmt kummt",
  kommen: "choo cho kemma kumma kummen",
  bekommen: "übercho überchoo kriagt kriegt griegt gkriegt",
  bestellt: "bstellt bschtellt bstöt bstoit",
  bestellung: "bstellig bschtellig bstellung",
  paket: "päckli packerl packl pakerl paggli",
  geliefert: "gliferet gliefert glieferet",
  geschickt: "gschickt gschickd",
  zurück: "zrugg zruck zrück",
  zurückschicken: "zruggschicke zruckschicken zruckschickn",
  geld: "gäld göd goid",
  meine: "mei",
  mein: "min",
  möchte: "möcht wött wett mecht mechat",
  können: "chönd chönnd könnts kennts chöi",
  kann: "cha kaun",
  wann: "wänn waun",
  was: "wos",
  nichts: "nüt nix nüüt",
  etwas: "öppis eppes",
  auch: "oa",
  kaputt: "kabutt hinig",
  heute: "hüt hüüt",
  bitte: "bitt bitschön",
  danke: "dankschön",
  groß: "gros",
  klein: "chli chlii kloa",
  falsch: "faltsch foisch",
};

/** Words, units, names or articles elsewhere: dialect only in the company of a word that is nothing else. */
const IN_COMPANY = new Set("min net het han nix hob gros cha oa cho choo wett hend".split(" "));
/** Everybody's German, so no company. */
const COLLOQUIAL = new Set("hab kriegt möcht".split(" "));
/** Nouns, capitalised anywhere. */
const GERMAN_NOUNS = new Set("bestellung paket geld".split(" "));
/** Slips of a key word that are words themselves. */
const WORDS: Record<string, string> = {
  en: "retuned sipped sipping tacking tracing",
  es: "legado",
  nl: "geleerd vereerd",
  ru: "поучил поучила",
};

/** How words are typed instead: folded, with doubles written once, or as they stand. */
type Spellings = {
  slips: Map<string, string>;
  singles: Map<string, string>;
  spoken: Map<string, string>;
  /** Slips that are words themselves. */
  itself: Set<string>;
  /** What was found of words so far. */
  asked: Map<string, string | undefined>;
};
const spellings = new Map<string, Spellings>();

/** A text with the commonest misspellings and spoken spellings of its language put right; the same text where it has none. */
export function respelled(text: string, language: string): string {
  const two = language.slice(0, 2);
  if (!(two in KEY_WORDS)) return text;
  const known = spellingsOf(two);
  if (!text.match(WORD)?.some((word) => rightOf(word, known) !== undefined)) return text;
  let company: boolean | undefined;
  return text.replace(WORD, (word: string, at: number) => {
    const better = rightOf(word, known);
    if (better === undefined || isInAddress(text, at)) return word;
    if (isName(text, word, at) && !isNoun(two, better, known)) return word;
    if (!IN_COMPANY.has(word.toLowerCase()) || !known.spoken.has(word.toLowerCase())) return better;
    company ??= hasDialect(text, known);
    return company && !/\d\s*$/.test(text.slice(Math.max(0, at - 4), at)) ? better : word;
  });
}

const WORD = /[\p{L}\p{M}]+/gu;

/** `right`, asked once for each of the commonest words. */
function rightOf(word: string, known: Spellings): string | undefined {
  const asked = known.asked.get(word);
  if (asked !== undefined || known.asked.has(word)) return asked;
  const found = right(word, known);
  if (known.asked.size >= MOST_ASKED) known.asked.clear();
  known.asked.set(word, found);
  return found;
}

const MOST_ASKED = 10_000;

function right(word: string, { slips, singles, spoken, itself }: Spellings): string | undefined {
  const small = word.toLowerCase();
  const said = spoken.get(small);
  if (said || small.length < SHORTEST) return said;
  const plain = unmarked(small);
  if (itself.has(plain) || singles.get(single(plain)) === plain) return undefined;
  // A double at the end is an ending ("commandée").
  return slips.get(plain) ?? (plain.at(-1) === plain.at(-2) ? undefined : singles.get(single(plain)));
}

/** What stands without a space around the word has an @, a slash, a digit, or a stop or colon inside. */
function isInAddress(text: string, at: number): boolean {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? "";
  const after = /^\S*/.exec(text.slice(at, at + LONGEST))?.[0] ?? "";
  return /[@/\d]|(?<!\.)[.:][\p{L}\p{M}]/u.test(before + after);
}

/** Of an address. */
const LONGEST = 100;

/** Capitalised in the middle of a sentence, and not all in capitals. */
function isName(text: string, word: string, at: number): boolean {
  if (!/^\p{Lu}\P{Lu}+$/u.test(word)) return false;
  return /[^\s.!?…:"“„(¡¿–-][ \t]*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** A German one is capitalised anywhere; key words are taken for nouns there. */
const isNoun = (language: string, better: string, { singles }: Spellings): boolean =>
  language === "de" && (GERMAN_NOUNS.has(better) || singles.get(single(better)) === better);

function hasDialect(text: string, { spoken }: Spellings): boolean {
  return Array.from(text.matchAll(WORD)).some(({ 0: word, index }) => {
    const small = word.toLowerCase();
    return spoken.has(small) && !IN_COMPANY.has(small) && !COLLOQUIAL.has(small) && !isInAddress(text, index);
  });
}

function spellingsOf(language: string): Spellings {
  const known = spellings.get(language);
  if (known) return known;
  const words = unmarked(KEY_WORDS[language] ?? "").split(" ");
  const all = words.filter((word) => word.length >= SHORTEST);
  const made = {
    singles: new Map(all.map((word) => [single(word), word])),
    slips: new Map(all.flatMap((word) => misspellings(word).map((slip) => [slip, word] as const))),
    spoken: new Map(Object.entries(spokenIn[language] ?? {}).flatMap(spelledSo)),
    itself: new Set(WORDS[language]?.split(" ")),
    asked: new Map<string, string | undefined>(),
  };
  for (const word of all) made.slips.delete(word);
  spellings.set(language, made);
  return made;
}

const spokenIn: Record<string, Record<string, string>> = { en: SPOKEN_ENGLISH, de: SPOKEN_GERMAN };
const spelledSo = ([word, spoken]: [string, string]): [string, string][] =>
  spoken.split(" ").map((one) => [one, word]);

/** A letter forgotten inside the word, or two that changed places; what begins or ends otherwise may be another word. */
function misspellings(word: string): string[] {
  const slips: string[] = [];
  for (let at = 1; at < word.length - 1; at++) {
    slips.push(word.slice(0, at) + word.slice(at + 1));
    slips.push(word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2));
  }
  return slips.filter((slip) => slip.length >= SHORTEST && slip !== word);
}

const single = (word: string): string => (hasDouble(word) ? word.replace(/(\p{L})\1/gu, "$1") : word);

function hasDouble(word: string): boolean {
  for (let at = 1; at < word.length; at++) if (word.charCodeAt(at) === word.charCodeAt(at - 1)) return true;
  return false;
}
