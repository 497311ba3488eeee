import { setTimeout as sleep } from "node:timers/promises";
import { Session } from "@shopify/shopify-api";
import { z } from "zod";
import { originFetch } from "#app/adapters/devstore-fetch.server.ts";
import { sessionStorage } from "#app/adapters/session-storage.server.ts";
import { env } from "#app/env.server.ts";
import { milliseconds, minutes, seconds } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { systemPool } from "#app/system-db.server.ts";

export type OfflineToken =
  | { outcome: "token"; token: string }
  | { outcome: "uninstalled" }
  | { outcome: "unavailable"; reason: string };

/** A token is renewed this long before it ends, so that it does not end on the way. */
const RENEW_BEFORE = minutes(2);

const refreshedSchema = z.object({
  access_token: z.string().min(1),
  scope: z.string().optional(),
  expires_in: z.number().positive().optional(),
  refresh_token: z.string().min(1).optional(),
  refresh_token_expires_in: z.number().positive().optional(),
});

/**
 * The shop's offline token, renewed when it is about to end, or when `refused` names the one Shopify just refused. One
 * renewal at a time per shop, over all processes: everybody else waits and reads what it stored, since a refresh token
 * that was used twice may be revoked.
 */
export async function offlineToken(shop: string, refused?: string): Promise<OfflineToken> {
  const session = await loadOffline(shop);
  if (!session?.accessToken) return { outcome: "uninstalled" };
  if (isUsable(session, refused)) return { outcome: "token", token: session.accessToken };
  return oneAtATime(shop, refused);
}

const loadOffline = (shop: string) => sessionStorage.loadSession(`offline_${shop}`);

function isUsable(session: Session, refused: string | undefined): boolean {
  if (refused !== undefined && session.accessToken === refused) return false;
  return !session.expires || session.expires.getTime() > Date.now() + RENEW_BEFORE;
}

const renewing = new Map<string, Promise<OfflineToken>>();

/** Within this process by a map, so that a burst renews once; across processes by an advisory lock. */
function oneAtATime(shop: string, refused: string | undefined): Promise<OfflineToken> {
  const pending = renewing.get(shop);
  if (pending) return pending;
  const answer = inSlot(() => renewUnderLock(shop, refused)).finally(() => renewing.delete(shop));
  renewing.set(shop, answer);
  return answer;
}

/** A renewal holds a connection while it asks Shopify: however many shops renew at once, most of the pool stays free. */
const SLOTS = Math.max(1, Math.floor(env.DATABASE_POOL_SIZE / 4));
const waiting: (() => void)[] = [];
let taken = 0;

async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  // A slot that becomes free is handed on, so that nobody can come between.
  if (taken < SLOTS) taken += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

/** Longer than another process's renewal may take. */
const PATIENCE = seconds(12);

async function renewUnderLock(shop: string, refused: string | undefined): Promise<OfflineToken> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const answer = await tryRenewing(shop, refused);
    if (answer !== "busy") return answer;
    if (performance.now() > deadline)
      return { outcome: "unavailable", reason: "another process is renewing the token" };
    // Without holding a connection meanwhile. What the other one stored is read at the next try.
    await sleep(milliseconds(100 + Math.random() * 200));
    const session = await loadOffline(shop);
    if (session?.accessToken && isUsable(session, refused))
      return { outcome: "token", token: session.accessToken };
  }
}

async function tryRenewing(shop: string, refused: string | undefined): Promise<OfflineToken | "busy"> {
  const client = await systemPool.connect();
  const key = `token|${shop}`;
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS mine",
      [key],
    );
    if (!rows[0]?.mine) return "busy";
    try {
      return await renew(shop, refused);
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [key]);
    }
  } catch (error) {
    // The lock may still be held: this connection is not used again.
    broken = error instanceof Error ? error : new Error("The token was not renewed");
    throw error;
  } finally {
    client.release(broken);
  }
}

async function renew(shop: string, refused: string | undefined): Promise<OfflineToken> {
  const session = await loadOffline(shop);
  if (!session?.accessToken) return { outcome: "uninstalled" };
  if (isUsable(session, refused)) return { outcome: "token", token: session.accessToken };
  if (!session.refreshToken) return { outcome: "uninstalled" };
  const answer = await askForToken(shop, session.refreshToken);
  if (answer.outcome !== "renewed") return answer;
  const { token } = answer;
  const inSeconds = (count: number) => new Date(Date.now() + seconds(count));
  // An answer without `expires_in` must not make the token count as everlasting (shopify-app-js#3400).
  const next = new Session({
    ...session.toObject(),
    accessToken: token.access_token,
    scope: token.scope ?? session.scope ?? "",
    expires: inSeconds(token.expires_in ?? 3_600),
    refreshToken: token.refresh_token ?? session.refreshToken,
    ...(token.refresh_token_expires_in
      ? { refreshTokenExpires: inSeconds(token.refresh_token_expires_in) }
      : {}),
  });
  await sessionStorage.storeSession(next);
  return { outcome: "token", token: token.access_token };
}

type Renewed =
  | { outcome: "renewed"; token: z.infer<typeof refreshedSchema> }
  | Exclude<OfflineToken, { outcome: "token" }>;

async function askForToken(shop: string, refreshToken: string): Promise<Renewed> {
  try {
    const response = await originFetch(`https://${shop}/admin/oauth/access_token`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        client_id: env.SHOPIFY_API_KEY,
        client_secret: env.SHOPIFY_API_SECRET[0],
        grant_type: "refresh_token",
        refresh_token: refreshToken,
      }),
      signal: AbortSignal.timeout(seconds(10)),
    });
    // 400 and 401 refuse this refresh token for good; anything else may pass.
    if (response.status === 400 || response.status === 401) {
      logger.warn({ shop, status: response.status }, "the refresh token was refused");
      return { outcome: "uninstalled" };
    }
    if (!response.ok) return { outcome: "unavailable", reason: `token renewal answered ${response.status}` };
    const parsed = refreshedSchema.safeParse(await response.json());
    if (!parsed.success) return { outcome: "unavailable", reason: "token renewal answered something else" };
    return { outcome: "renewed", token: parsed.data };
  } catch (err) {
    logger.warn({ err, shop }, "the token could not be renewed");
    return { outcome: "unavailable", reason: "token renewal did not answer" };
  }
}
