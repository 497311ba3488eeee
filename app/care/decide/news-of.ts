import type { Evidence } from "#app/care/detect/issue.ts";
import { kept } from "#app/lib/kept.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";

/**
 * What of an issue's evidence a shopper would want to hear of when it changes, by the last part of its id: days that were named to
 * them, their money, what went wrong. When somebody scanned the parcel last, and where, is none of it.
 */
const MATTERS: ReadonlySet<string> = new Set([
  "eta",
  "fulfillAt",
  "ahead",
  "neededBy",
  "exception",
  "refundAmount",
  "refundState",
  "returnStatus",
  "cancelledAt",
  "addressFault",
]);

/** Words of a carrier after which a shopper has to do something, or to expect something else. */
const TELLING_STATUSES: ReadonlySet<string> = new Set([
  "attempted_delivery",
  "failure",
  "not_delivered",
  "ready_for_pickup",
]);

/** One thing that matters, as it is compared: a day where the shop is, a status word, an amount. */
export type Told = { id: string; value: string };

/** What of the evidence matters to a shopper, in a fixed order. A time counts as its day in the shop's zone: that is what they read. */
export function whatMatters(evidence: readonly Evidence[], timeZone: string): Told[] {
  return evidence
    .filter(matters)
    .map((one) => ({ id: one.id, value: compared(one, timeZone) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** A value as it is compared, however it was written. */
export function compared({ kind, value }: Pick<Evidence, "kind" | "value">, timeZone: string): string {
  switch (kind) {
    case "date":
      return dayOf(value, timeZone);
    case "money": {
      const [amount = "", currency = ""] = value.trim().split(/\s+/u);
      return `${Number(amount)} ${currency.toUpperCase()}`;
    }
    case "text":
    case "status":
    case "number":
    case "order_name":
    case "tracking":
    case "title":
      return plain(value);
  }
}

/** A keyed digest of what matters; empty when nothing does. Two of them are equal when a shopper would read the same. */
export function newsOf(keys: ShopKeys, evidence: readonly Evidence[], timeZone: string): string {
  const told = whatMatters(evidence, timeZone);
  return told.length === 0 ? "" : contentDigest(keys, JSON.stringify(told), 16);
}

function matters({ id, kind, value }: Evidence): boolean {
  const key = id.split(":").at(-1) ?? "";
  return MATTERS.has(key) || (kind === "status" && TELLING_STATUSES.has(plain(value)));
}

/** The calendar day of an instant, as 2026-03-12; a value that names a day already is one. */
function dayOf(value: string, timeZone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? plain(value) : dayFormat(timeZone).format(at);
}

/** Sweden writes days as ISO 8601 does. */
const dayFormat = kept((timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }));

const plain = (value: string) => value.trim().toLowerCase();
