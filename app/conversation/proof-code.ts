import { timingSafeEqual } from "node:crypto";
import { asciiDigits } from "#app/lib/ascii-digits.ts";
import { hours, type Duration } from "#app/lib/duration.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/**
 * The code by mail: six digits go to the address an order was placed with, and whoever brings them back in the conversation that
 * asked for them reads that address's mail. Mail takes its time and is read at night, so a code lives for a day: what keeps it
 * from being guessed is the number of tries.
 */
export const CODE_LIVES: Duration = hours(24);
/** Wrong codes until one is void: of three codes a day a stranger finds one in 66,666 days. */
export const MOST_TRIES = 5;
/** Codes asked for in one conversation, and sent for one order, within a day. */
export const CODES_A_DAY = 3;
export const CODES_COUNTED_FOR: Duration = hours(24);

const DIGITS = 6;

/** Stands in a code mail's stored text where the code will: the code itself is drawn when the mail leaves, and kept nowhere. */
export const CODE_MARK = "••• •••";

export type CodePlace = { id: string; conversationId: string; orderId: string | null };

/** What is kept of a code: keyed by the shop, and bound to its own row, conversation and order. */
export function codeHash(keys: ShopKeys, place: CodePlace, code: string): string {
  return blindIndex(keys, "proof-code", [place.id, place.conversationId, place.orderId, code].join("|"));
}

/** A number as a code's six digits. */
export const writeCode = (number: number): string => String(number).padStart(DIGITS, "0");

/** As it stands in the mail: two groups are easier to carry over than six digits. */
export const showCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The delivery that carries a code: once per code. */
export const codeKey = (id: string): string => `code:${id}`;
export const codeIdOf = (deliveryKey: string): string => deliveryKey.slice("code:".length);

const SEPARATOR = /[\p{Zs}\t.·\-\u2010-\u2015]/u.source;
const NUMBER = new RegExp(`\\d(?:${SEPARATOR}{0,3}\\d)*`, "gu");
const BESIDE = /[\p{L}\p{N}#＃+€$£¥%@/]/u;
const POSTCODE =
  /(?:post ?code|zip(?: ?code)?|pin ?code|postal ?code|plz|postleitzahl|code postal|c[oó]digo postal|cep)[\s:.#-]*$/iu;

/**
 * What a text has that may be a code, in the order it stands there: six digits of any script, in groups or not, that are no part
 * of a longer number or word, no amount, and no order number or postcode that says so. `known` are digits that mean something
 * else here. Only for what a shopper newly wrote: the asking mail is quoted below it.
 */
export function findCodes(text: string, known: readonly string[] = []): string[] {
  const plain = asciiDigits(text);
  const found = [...plain.matchAll(NUMBER)].flatMap(({ 0: written, index }) => {
    // A telephone number.
    if (plain[index - 1] === "+") return [];
    const groups = [...written.matchAll(/\d+/gu)].map((group) => ({
      digits: group[0],
      at: index + group.index,
    }));
    const whole = groups.map(({ digits }) => digits).join("");
    const candidates =
      whole.length === DIGITS
        ? [{ digits: whole, at: index, end: index + written.length }]
        : groups
            .filter(({ digits }) => digits.length === DIGITS && groups.length > 1)
            .map(({ digits, at }) => ({ digits, at, end: at + DIGITS }));
    return candidates.filter(({ at, end }) => standsAlone(plain, at, end)).map(({ digits }) => digits);
  });
  return [...new Set(found)].filter((digits) => !known.includes(digits));
}

function standsAlone(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 30), at);
  const after = text.slice(end, end + 4);
  if (BESIDE.test(before.slice(-1)) || BESIDE.test(after.slice(0, 1))) return false;
  if (
    /[#+€$£¥]\s?$/u.test(before) ||
    /^\s?[€$£¥%]/u.test(after) ||
    /^[.,]\d/u.test(after) ||
    /\d[.,]$/u.test(before)
  )
    return false;
  return !POSTCODE.test(before);
}

export type CodeState = { codeHash: string; tries: number; open: boolean };
export type CodeTried = { outcome: "matched" } | { outcome: "wrong"; tries: number; void: boolean };

/**
 * Holds what a message brings against the code. Each candidate is a try, so that a list of numbers guesses no more than single
 * ones; those beyond the last try are not looked at. Compared in constant time, all of them, whether or not one fits.
 */
export function tryCodes(state: CodeState, hashes: readonly string[]): CodeTried {
  const left = Math.max(0, MOST_TRIES - state.tries);
  const matches = hashes.slice(0, left).map((hash) => same(hash, state.codeHash));
  if (state.open && matches.includes(true)) return { outcome: "matched" };
  const tries = state.tries + hashes.length;
  return { outcome: "wrong", tries: Math.min(tries, MOST_TRIES), void: tries >= MOST_TRIES };
}

/** No code was sent where the hash is empty: nothing fits that. */
function same(hash: string, kept: string): boolean {
  const given = Buffer.from(hash);
  const wanted = Buffer.from(kept.padEnd(hash.length));
  return kept !== "" && given.length === wanted.length && timingSafeEqual(given, wanted);
}
