import { findClaims } from "#app/care/draft/guard/find-claims.ts";
import { findDone } from "#app/care/draft/guard/find-done.ts";
import { findLeaks } from "#app/care/draft/guard/find-leaks.ts";
import { findMoney } from "#app/care/draft/guard/find-money.ts";
import { findPromises } from "#app/care/draft/guard/find-promises.ts";
import { findLinks } from "#app/care/draft/guard/find-unsupported.ts";
import { JAPANESE_SENTENCE, sentenceWords, SETTLED, THING } from "#app/care/draft/facts/sentence-words.ts";

/** Why words that somebody outside may have written are not repeated in the shop's name. */
export type NotPlain = "empty" | "long" | "link" | "sentence" | "commits";

export type Plain = { text: string; why: null } | { text: null; why: NotPlain };

const LONGEST_TITLE = 80;
const LONGEST_NAME = 40;
/** A title of so many words is a text. */
const MOST_WORDS = 14;
/** A voucher or a free sample may be what is for sale: to name one binds to nothing. */
const FOR_SALE: ReadonlySet<string> = new Set(["voucher", "discount", "free", "guarantee"]);
/** A carrier, a place or a person: letters, digits and what joins them. */
const NAME = /^['’]?[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’・·ー&/()+-]*$/u;

/**
 * The title of a product as a reply may quote it. What reads like a sentence, an order to a machine or a promise is not quoted, since
 * in a reply it would be the shop that says it.
 */
export function plainTitle(title: string | null | undefined): Plain {
  const text = oneLine(title);
  const why = whyNotPlain(text, LONGEST_TITLE);
  return why === null ? { text, why } : { text: null, why };
}

/** The name of a carrier, a place or a person: stricter, since no such name speaks of money, of an order or of what is done. */
export function plainName(name: string | null | undefined): Plain {
  const text = oneLine(name);
  const why = whyNotPlain(text, LONGEST_NAME);
  if (why !== null) return { text: null, why };
  if (!NAME.test(text) || sentenceLike(text) > 1) return { text: null, why: "sentence" };
  const commits = THING.test(text) || findMoney(text).length > 0 || findPromises(text).length > 0;
  return commits ? { text: null, why: "commits" } : { text, why: null };
}

const oneLine = (text: string | null | undefined) => (text ?? "").replaceAll(/[\p{C}\s]+/gu, " ").trim();

function whyNotPlain(text: string, longest: number): NotPlain | null {
  if (text === "") return "empty";
  if (/@|:\/\//u.test(text) || findLinks(text).length > 0) return "link";
  if (commitsTheShop(text)) return "commits";
  if (readsAsText(text)) return "sentence";
  return text.length > longest ? "long" : null;
}

/** Whether words would bind the shop if a reply repeated them. A thing that is named binds to nothing; what is said to be due, done or given does. */
export function commitsTheShop(text: string): boolean {
  const promised = findPromises(text);
  return (
    promised.some(({ thing }) => !FOR_SALE.has(thing)) ||
    findDone(text, []).length > 0 ||
    findClaims(text).some(({ rule }) => rule === "inner_state") ||
    ((promised.length > 0 || THING.test(text)) && (SETTLED.test(text) || sentenceLike(text) > 0))
  );
}

const readsAsText = (text: string) =>
  findLeaks(text, new Set()).length > 0 ||
  /[<>{}`|\\]|[。！？]|[.!?;:](?=\s+\p{L}+\s+\p{L})|\?$|^(?:\S+\s+){4,}\S+[.!]$/u.test(text) ||
  text.split(" ").length > MOST_WORDS ||
  sentenceLike(text) > 1;

/** How many words of the language that has most of them make it a sentence. */
function sentenceLike(text: string): number {
  const each = Object.values(sentenceWords).map((words) => new Set(text.toLowerCase().match(words)).size);
  return Math.max(...each, JAPANESE_SENTENCE.test(text) ? 2 : 0);
}
