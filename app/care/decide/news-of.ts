import type { Evidence } from "#app/care/detect/issue.ts";
import { kept } from "#app/lib/kept.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";

/**
 * What of an issue's evidence a shopper would want to hear of when it changes, by the last part of its id: days that were named to
 * them, their money, where it went wrong. When somebody scanned the parcel last, and where, is none of it.
 */
const MATTERS: ReadonlySet<string> = new Set([
  "eta",
  "estimatedDeliveryAt",
  "deliveredAt",
  "fulfillAt",
  "shipBy",
  "promisedBy",
  "availableAt",
  "neededBy",
  "refundAmount",
  "refundState",
  "refundAt",
  "returnStatus",
  "cancelledAt",
  "holdReason",
  "financialStatus",
  "attempts",
]);

/** Words of a carrier after which a shopper has to do or expect something else. */
const TELLING_STATUSES: ReadonlySet<string> = new Set([
  "attempted_delivery",
  "failure",
  "not_delivered",
  "damaged",
  "lost",
  "returned",
  "return_to_sender",
  "returned_to_sender",
  "ready_for_pickup",
  "delivered",
]);

/** One thing that matters, as it is compared: a day where the shop is, a status word, an amount. */
export type Told = { id: string; value: string };

/** What of the evidence matters to a shopper, in a fixed order. A time counts as its day in the shop's zone: that is what they read. */
export function whatMatters(evidence: readonly Evidence[], timeZone: string): Told[] {
  return evidence
    .filter(matters)
    .map(({ id, kind, value }) => ({ id, value: kind === "date" ? dayOf(value, timeZone) : plain(value) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
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
export function dayOf(value: string, timeZone: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return value;
  const at = new Date(value);
  return Number.isNaN(at.getTime()) ? plain(value) : dayFormat(timeZone).format(at);
}

/** Sweden writes days as ISO 8601 does. */
const dayFormat = kept((timeZone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone }));

const plain = (value: string) => value.trim().toLowerCase();
