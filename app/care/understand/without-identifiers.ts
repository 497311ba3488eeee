import { findOrderReferences } from "./find-order-references.ts";

/**
 * A text without what names a person, an order or a payment, for who must only hear how it sounds: mail and web addresses, order
 * and tracking numbers, phone, card and account numbers, and the name its writer signs with each become a word in brackets.
 * Other names that are written out stay, and so do dates, times and amounts, which say how long somebody waits and for what.
 *
 * @param text bounded
 * @param writer the sender's name as the mail gives it; may be empty
 */
export function withoutIdentifiers(text: string, writer = ""): string {
  // Before the name: what is left of an address without it may still say whose it is.
  const unaddressed = text.replace(LINK, "[link]").replace(ADDRESS, "[email]");
  const plain = withoutName(unaddressed, writer).replace(IBAN, "[number]");
  return withoutOrders(plain).replace(DIGITS, unlessDate).replace(CODE, unlessPlaceholder);
}

/** To the next space: an address in a path or a query goes with it. */
const LINK = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s<>"]{1,500}/giu;
/** With letters of any script on both sides, and written out or full-width at signs. */
const ADDRESS =
  /[\p{L}\p{N}._%+'-]{1,64}(?:[@＠]|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:(?:\.|．|\s?[([](?:dot|punkt|punto|point|ponto)[)\]]\s?)[\p{L}\p{N}-]{1,63}){1,8}/giu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\p{Nd}{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\p{L}\p{N}])/gu;

/** Seven digits or more with what people put between them: phone, card and account numbers, tracking numbers in groups. */
const DIGITS = /[+(＋（]{0,2}\p{Nd}(?:[ \t\u00a0\u3000()./‐‑–－（）ー-]{0,3}\p{Nd}){6,}/gu;
const DATE =
  /^(?:\p{Nd}{4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2}|\p{Nd}{1,2}[./-] ?\p{Nd}{1,2}[./-] ?(?:19|20)\p{Nd}{2})(?: \p{Nd}{1,2})?$/u;
const unlessDate = (digits: string): string => (DATE.test(digits) ? digits : "[number]");

/** One word with five digits or more, letters and hyphens among them or not: what a shop or a carrier numbers. */
const CODE = /(?<![\p{L}\p{N}])#?(?=(?:[\p{L}_-]*\p{Nd}){5})[\p{L}\p{Nd}_-]{5,60}/gu;
const unlessPlaceholder = (code: string): string =>
  DATE.test(code) || /^\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}T/u.test(code) ? code : "[number]";

/** What a reading takes for an order's name or a tracking number, however short. */
function withoutOrders(text: string): string {
  let out = "";
  let from = 0;
  for (const { kind, start, end } of findOrderReferences(text)) {
    if (kind === "email" || start < from) continue;
    out += `${text.slice(from, start)}${kind === "order_name" ? "[order]" : "[tracking number]"}`;
    from = end;
  }
  return out + text.slice(from);
}

/** The whole name wherever it stands, and its parts where they fill a line: a Joy or a Grace is a word elsewhere. */
function withoutName(text: string, writer: string): string {
  const parts = writer.match(/[\p{L}\p{M}'’-]{2,40}/gu)?.slice(0, 6) ?? [];
  if (parts.length === 0) return text;
  const one = `(?:${parts.join("|")})`;
  const whole = parts.length > 1 ? [`(?<![\\p{L}\\p{M}])${parts.join("[ .,]{1,3}")}(?![\\p{L}\\p{M}])`] : [];
  const line = `(?<=^[ \\t*_–—-]{0,10})${one}(?:[ .,]{1,3}(?:${one}|\\p{L}(?![\\p{L}\\p{M}]))){0,5}(?=[ \\t.,!*_]{0,10}$)`;
  return text.replace(new RegExp([...whole, line].join("|"), "gimu"), "[name]");
}
