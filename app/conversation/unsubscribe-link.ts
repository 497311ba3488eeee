import { createHmac, timingSafeEqual } from "node:crypto";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Whom a link is for: a shop, and an address by its blind index. No address stands in it, and none can be read out of it. */
export type Unsubscriber = { shopId: string; contactIndex: string };

const SHAPE = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{8,64})\.([A-Za-z0-9_-]{22})$/u;

/**
 * The token of a shopper's link. Signed with the shop's own key, so that nobody makes one for somebody else; the same each time, so
 * that a mail that is sent again is the same mail. It lets its bearer stop and resume messages, and nothing else.
 */
export function unsubscribeToken(keys: ShopKeys, contactIndex: string): string {
  return `${keys.shopId}.${contactIndex}.${signature(keys, contactIndex)}`;
}

/** Whom a token says it is for, before it is proven; null when it is none of ours. */
export function namedIn(token: string): Unsubscriber | null {
  const [, shopId, contactIndex] = SHAPE.exec(token) ?? [];
  return shopId && contactIndex ? { shopId, contactIndex } : null;
}

/** Whether a token was made for whom it names, with this shop's keys. */
export function isProven(keys: ShopKeys, token: string): boolean {
  const [, shopId, contactIndex, given] = SHAPE.exec(token) ?? [];
  if (shopId !== keys.shopId || !contactIndex || !given) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(keys, contactIndex)));
}

/** Where a shopper stops being written to first. */
export function unsubscribeUrl(keys: ShopKeys, given: { contactIndex: string; origin: string }): string {
  return new URL(`/unsubscribe/${unsubscribeToken(keys, given.contactIndex)}`, given.origin).href;
}

/**
 * The headers with which a mail program offers to stop such mail by one click (RFC 8058; RFC 2369 section 3.2). They have to be
 * covered by the mail's DKIM signature, which is the sending server's to make.
 */
export function unsubscribeHeaders(
  keys: ShopKeys,
  given: { contactIndex: string; origin: string },
): Record<"List-Unsubscribe" | "List-Unsubscribe-Post", string> {
  return {
    "List-Unsubscribe": `<${unsubscribeUrl(keys, given)}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

const signature = (keys: ShopKeys, contactIndex: string) =>
  createHmac("sha256", keys.index)
    .update(`unsubscribe|${keys.shopId}|${contactIndex}`)
    .digest("base64url")
    .slice(0, 22);
