import { randomBytes } from "node:crypto";
import type { ShopState } from "../state/model.ts";
import type { Token } from "../state/token.ts";

const HOUR = 60 * 60;
export const OFFLINE_SECONDS = HOUR;
export const ONLINE_SECONDS = 24 * HOUR - 1;
export const REFRESH_SECONDS = 90 * 24 * HOUR;

/** Makes an offline token with its refresh token; `expiring: false` gives the old kind that never ends. */
export function issueOfflineToken(shop: ShopState, input: { now: Date; expiring: boolean }): Token {
  const token: Token = {
    value: `shpat_${randomBytes(16).toString("hex")}`,
    kind: "offline",
    scopes: [...shop.grantedScopes],
    expiresAt: after(input.now, input.expiring ? OFFLINE_SECONDS : 100 * 365 * 24 * HOUR),
    userId: null,
    refreshToken: input.expiring ? `shprt_${randomBytes(16).toString("hex")}` : null,
    refreshExpiresAt: input.expiring ? after(input.now, REFRESH_SECONDS) : null,
    replacedBy: null,
    used: false,
  };
  keep(shop, token, input.now);
  return token;
}

export function issueOnlineToken(shop: ShopState, input: { now: Date; user: string }): Token {
  const token: Token = {
    value: `shpua_${randomBytes(16).toString("hex")}`,
    kind: "online",
    scopes: [...shop.grantedScopes],
    expiresAt: after(input.now, ONLINE_SECONDS),
    userId: input.user,
    refreshToken: null,
    refreshExpiresAt: null,
    replacedBy: null,
    used: false,
  };
  keep(shop, token, input.now);
  return token;
}

/**
 * Rotates: the refresh token gives a new pair. It may be used again until the new access token is first used
 * (Shopify's "more resilient refreshes"), so that an answer lost on the way does not lock the app out.
 */
export function refreshOfflineToken(
  shop: ShopState,
  input: { refreshToken: string; now: Date },
): Token | null {
  const old = shop.tokens.find((one) => one.refreshToken === input.refreshToken);
  if (!old?.refreshExpiresAt || new Date(old.refreshExpiresAt) <= input.now) return null;
  const successor = shop.tokens.find((one) => one.value === old.replacedBy);
  if (old.replacedBy && (!successor || successor.used)) return null;
  const token = issueOfflineToken(shop, { now: input.now, expiring: true });
  if (successor) shop.tokens = shop.tokens.filter((one) => one !== successor);
  old.replacedBy = token.value;
  old.expiresAt = input.now.toISOString();
  return token;
}

/** The token if it is known, not expired, and the app still installed. */
export function validToken(shop: ShopState, input: { value: string; now: Date }): Token | null {
  const token = shop.tokens.find((one) => one.value === input.value);
  if (!token || !shop.installed || new Date(token.expiresAt) <= input.now) return null;
  return token;
}

function keep(shop: ShopState, token: Token, now: Date): void {
  shop.tokens = shop.tokens.filter((one) => new Date(one.refreshExpiresAt ?? one.expiresAt) > now);
  shop.tokens.push(token);
}

function after(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}
