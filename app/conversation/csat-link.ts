import { createHmac, timingSafeEqual } from "node:crypto";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Which question a link answers: a shop, and the question's id. Nothing of the shopper stands in it. */
export type CsatLink = { shopId: string; requestId: string };

const SHAPE = /^([A-Za-z0-9-]{1,64})\.([A-Za-z0-9-]{1,64})\.([A-Za-z0-9_-]{32})$/u;

/**
 * The token of a question's links: nobody makes one who does not have the shop's key, and it is the same each time, so that a mail that
 * is sent again is the same mail. It lets its bearer answer that one question, and be asked no more.
 */
export const csatToken = (keys: ShopKeys, requestId: string): string =>
  `${keys.shopId}.${requestId}.${signature(keys, requestId)}`;

/** What a token says it is for, before it is proven; null when it is none of ours. */
export function csatLinkOf(token: string): CsatLink | null {
  const [, shopId, requestId] = SHAPE.exec(token) ?? [];
  return shopId && requestId ? { shopId, requestId } : null;
}

/** Whether a token was made for what it names, with this shop's keys. */
export function isCsatProven(keys: ShopKeys, token: string): boolean {
  const [, shopId, requestId, given] = SHAPE.exec(token) ?? [];
  if (shopId !== keys.shopId || !requestId || !given) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(keys, requestId)));
}

/** The page of a question; with an answer chosen, or at the way to be asked no more. */
export function csatUrl(
  keys: ShopKeys,
  given: { requestId: string; origin: string; answer?: number; stop?: boolean },
): string {
  const url = new URL(`/rate/${csatToken(keys, given.requestId)}`, given.origin);
  if (given.answer !== undefined) url.searchParams.set("a", String(given.answer));
  if (given.stop) url.searchParams.set("stop", "1");
  return url.href;
}

const signature = (keys: ShopKeys, requestId: string) =>
  createHmac("sha256", keys.index)
    .update(`csat|${keys.shopId}|${requestId}`)
    .digest("base64url")
    .slice(0, 32);
