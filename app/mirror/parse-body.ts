/** A JSON value whose whole numbers beyond 2^53 are kept as text. */
type Reviver = (...given: [key: string, value: unknown, context: { source?: string }]) => unknown;
const parseJson = JSON.parse as (text: string, reviver: Reviver) => unknown;

/**
 * Parses a webhook's body without losing anything of its ids: a whole number that JavaScript cannot hold exactly becomes a
 * string of its digits. Text is made storable: PostgreSQL refuses U+0000, and half a surrogate pair inside jsonb.
 *
 * Throws SyntaxError (not JSON) or RangeError (nested too deeply).
 */
export function parseBody(text: string): unknown {
  // Looking at every value costs several times the parsing, and there is nearly always nothing to mend.
  if (!TO_BE_MENDED.test(text)) return JSON.parse(text);
  return parseJson(text, (_key, value, context) => {
    if (
      typeof value === "number" &&
      !Number.isSafeInteger(value) &&
      context.source &&
      /^-?\d+$/.test(context.source)
    ) {
      return context.source;
    }
    return typeof value === "string" ? storableText(value) : value;
  });
}

/**
 * A number of sixteen digits or more outside of quotes, as far as that can be told without parsing, or an escaped U+0000 or half
 * of a surrogate pair. Bytes that are no UTF-8 cannot make either: they have been replaced.
 */
const TO_BE_MENDED = /(?:^|[:[,])\s*-?\d{16}|\\u(?:0000|[dD][89a-fA-F])/;

const HALF_A_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function storableText(text: string): string {
  // Nearly always so, and several times as fast to see as to mend.
  if (text.isWellFormed() && !text.includes("\u0000")) return text;
  return text.replaceAll("\u0000", "").replaceAll(HALF_A_PAIR, "\uFFFD");
}
