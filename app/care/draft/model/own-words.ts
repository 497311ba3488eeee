import type { ComposedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { findPromises } from "#app/care/draft/guard/find-promises.ts";
import { ASKS, NOT_ON_RECORD, TIMES } from "#app/care/draft/model/beyond-facts.ts";

/** What is wrong with a model's own words, whatever the facts say. */
export type WordFault =
  | "too_long"
  | "markup"
  | "own_link"
  | "own_number"
  | "own_day"
  | "not_on_record"
  | "question"
  | "binding_words"
  | "asks_secret"
  | "foreign_name"
  | "copied"
  | "tone";

const LONGEST = 400;
const MARKUP = /[<>{}[\]`|\\*_#~^]|!\s*\(|\p{C}|\n/u;
const LINK =
  /@|https?:|www\.|:\/\/|(?<![\p{L}\p{N}])[\p{L}\p{N}-]{2,}\.(?:com|net|org|de|fr|es|pt|it|nl|io|co|shop|store|eu|uk|jp|info|biz|link|ly|me|app|dev|xyz|top|click|page|site|online|example)(?![\p{L}\p{N}])/iu;
const NUMBER = /[\p{Nd}%€$£¥]|[①-⑳]/u;

/** What only the shop's fixed sentences may say: what it will do. */
const BINDING: Record<ComposedLanguage, RegExp> = {
  en: /\b(?:we|I|our (?:team|colleagues?)|(?:some|any)one|the team)\b(?:['’]ll| will| shall| (?:am|are|is) going to| promise| guarantee| can offer| offer)/iu,
  de: /\b(?:(?:wir|ich|unser team|jemand)(?: \p{L}+)? (?:werden?|wird|kümmern?|versprechen?|garantieren?|bieten?|schicken?|senden?|erstatten?|ersetzen?)|(?:werden?|kümmern?|versprechen?|garantieren?|bieten?|schicken?|senden?|erstatten?|ersetzen?) (?:wir|ich))(?!\p{L})/iu,
  es: /(?<!\p{L})(?:(?!queremos)\p{L}{2,}remos|\p{L}{2,}aré|vamos a|voy a|(?:le|te) (?:prometemos|garantizamos|ofrecemos|enviamos|devolvemos))(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:(?!environs)\p{L}{2,}rons|nous allons|je vais|(?:nous|je) (?:vous |te )?(?:promett|garantiss|offr|envoy|rembours|remplaç)\p{L}*)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:(?!queremos)\p{L}{2,}remos|vamos|vou|(?:prometemos|garantimos|oferecemos|enviamos|devolvemos))(?!\p{L})/iu,
  it: /(?<!\p{L})(?:\p{L}{2,}remo|(?:ti|le|la|vi) (?:promettiamo|garantiamo|offriamo|inviamo|rimborsiamo|mandiamo)|stiamo per)(?!\p{L})/iu,
  nl: /\b(?:(?:we|wij|ik|iemand)(?: \p{L}+)? (?:zullen|zal|gaan|ga|beloven|garanderen|bieden|sturen|vergoeden|vervangen)|(?:zullen|zal|gaan|ga|beloven|garanderen|bieden|sturen|vergoeden|vervangen) (?:we|wij|ik))(?!\p{L})/iu,
  ja: /(?:返金|交換|お?送付|発送|手配|対応|ご?連絡|お?調べ|調査|確認|ご?案内|お約束|保証|補償|提供|お送り|お届け|進呈)(?:を|させて)?(?:いた(?:し|だき)ます|します|させていただきます)/u,
};

/** No reply of a shop needs them. */
const SECRET =
  /(?<!\p{L})(?:pass(?:word|code|phrase)|passwort|kennwort|contraseñas?|mot de passe|senhas?|wachtwoord|parola d['’]ordine|cvv|cvc|iban|otp|(?:credit|debit|bank) ?(?:card|account)|card (?:number|details)|kreditkarte\p{L}*|kartennummer|bankverbindung|kontonummer|tarjetas?|cuenta bancaria|carte (?:bancaire|bleue|de crédit)|cart[ãa]o|conta bancária|carta di credito|conto (?:corrente|bancario)|creditcard\p{L}*|bankrekening\p{L}*|pinpas|gift ?cards?|bitcoin|crypto\p{L}*|paypal|whatsapp|telegram)(?!\p{L})|パスワード|暗証番号|クレジットカード|カード番号|口座/iu;

/** Two large words in a row are a name; German writes every noun large, so that only the shopper's own are looked for there. */
const LARGE_RUN = /(?<![.!?:…]\s)(?<!^)\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+/gu;
const POLITE = /^(?:Sie|Ihnen|Ihre?[mnrs]?|Lei|Suo|Sua|Suoi|Sue|Usted)\s/u;

export type WordsInput = {
  /** Without what the placeholders stand for. */
  own: string;
  language: ComposedLanguage;
  /** To somebody upset, or where the shop is never loud. */
  quiet: boolean;
  /** What the words may repeat: passages that the sentence cites, the names of shop and team. */
  published: string;
  shopperText: string;
};

/** Looks at what a model wrote itself, pure. Values, links, promises and questions are never its own. */
export function wordFault(given: WordsInput): WordFault | null {
  const { own, language, quiet, published } = given;
  if (own.length > LONGEST) return "too_long";
  if (MARKUP.test(own)) return "markup";
  if (LINK.test(own)) return "own_link";
  if (ownNumber(own, published)) return "own_number";
  if (/[?？¿]/u.test(own)) return "question";
  if (BINDING[language].test(own) || promisesItself(own, published)) return "binding_words";
  if (SECRET.test(own) && !SECRET.test(published)) return "asks_secret";
  if (foreignName(given)) return "foreign_name";
  if (isCopied(given)) return "copied";
  if (quiet && /[!！]/u.test(own)) return "tone";
  return beyondFacts(given);
}

/** What no fact that a model is told of could show, and what is asked without a question mark. */
function beyondFacts({ own, language, published }: WordsInput): WordFault | null {
  if (isOwn(own, ASKS[language], published)) return "question";
  if (isOwn(own, TIMES[language], published)) return "own_day";
  return isOwn(own, NOT_ON_RECORD[language], published) ? "not_on_record" : null;
}

/** A number is the model's own unless a cited passage of the shop's has it. */
function ownNumber(own: string, published: string): boolean {
  const known = new Set(published.match(/\p{Nd}+/gu) ?? []);
  const numbers = own.match(/\p{Nd}+/gu) ?? [];
  return numbers.some((one) => !known.has(one)) || (numbers.length === 0 && NUMBER.test(own));
}

/** That a passage speaks of refunds grants none: what binds the shop is repeated word for word. When a parcel arrives, the guard judges. */
function promisesItself(own: string, published: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(" ") ?? "";
  const binds = findPromises(own).some(({ thing }) => thing !== "arrival");
  return binds && !` ${words(published)} `.includes(` ${words(own)} `);
}

/** Whether it says what no cited passage of the shop's says in these words. */
function isOwn(own: string, words: RegExp, published: string): boolean {
  const known = published.toLowerCase();
  const every = new RegExp(words.source, `${words.flags}g`);
  return Array.from(own.matchAll(every), ([said]) => said).some(
    (said) => !known.includes(said.toLowerCase()),
  );
}

/** What stands in the place of a value. */
const VALUE = /(?<![\p{L}\p{N}])x(?![\p{L}\p{N}])/gu;

/** So many words in a row, or a whole sentence, a model has from the shopper; the guard lets a person quote more. */
const COPIED = 6;
const COPIED_UNSPACED = 14;
const UNSPACED = /[\u3005\u3040-\u30ff\u3400-\u9fff]/gu;

function isCopied({ own, shopperText }: WordsInput): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const theirs = ` ${wordsOf(shopperText).join(" ")} `;
  // A value among the words does not make them one's own.
  const words = wordsOf(own.replaceAll(VALUE, " "));
  const runs = runsIn(words, Math.min(COPIED, words.length)).map((run) => ` ${run.join(" ")} `);
  const unspaced = (text: string) => (text.match(UNSPACED) ?? []).join("");
  return (
    runs.some((run) => theirs.includes(run)) ||
    runsIn(unspaced(own).split(""), COPIED_UNSPACED).some((run) =>
      unspaced(shopperText).includes(run.join("")),
    )
  );
}

const runsIn = (pieces: string[], length: number): string[][] =>
  length === 0
    ? []
    : Array.from({ length: Math.max(0, pieces.length - length + 1) }, (_, at) =>
        pieces.slice(at, at + length),
      );

function foreignName({ own, language, published, shopperText }: WordsInput): boolean {
  const known = published.toLowerCase();
  return Array.from(own.matchAll(LARGE_RUN), ([run]) => run).some((run) => {
    if (POLITE.test(run) || known.includes(run.toLowerCase())) return false;
    return language !== "de" || shopperText.includes(run);
  });
}
