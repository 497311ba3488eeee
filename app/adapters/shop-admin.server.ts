import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { readAdminAnswer, type OneAnswer } from "#app/adapters/admin-answer.ts";
import { originFetch } from "#app/adapters/devstore-fetch.server.ts";
import { offlineToken } from "#app/adapters/offline-token.server.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import type { AdminAnswer, AdminRequest, ShopAdmin } from "#app/ports.ts";
import { systemPrisma } from "#app/system-db.server.ts";

const API_VERSION = "2026-10";
const DEADLINE = seconds(20);
const MOST_TRIES = 4;
/** Longer waits are the caller's: a job is put off instead of holding a worker. */
const LONGEST_WAIT = seconds(5);

type Options = { wait?: (delay: Duration) => Promise<unknown> };

/**
 * The Admin API of any installed shop. Renews the token, waits politely within a bound when throttled, tries again what
 * failed on the way (queries only: a mutation whose answer was lost may have happened), and names every outcome.
 */
export function makeShopAdmin({ wait = sleep }: Options = {}): ShopAdmin {
  return async (request) => {
    const shop = await systemPrisma.shop.findUnique({
      where: { id: request.shopId },
      select: { domain: true, uninstalledAt: true },
    });
    if (!shop || shop.uninstalledAt) return { outcome: "uninstalled" };
    const mayRepeat = !/^\s*mutation\b/m.test(request.document);
    let refused: string | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await askOnce(shop.domain, request, refused);
      if (answer.outcome === "token_refused") {
        // A token that was renewed and is refused again means that the app is gone.
        if (refused !== undefined) return { outcome: "uninstalled" };
        refused = answer.token;
        continue;
      }
      const delay = delayBefore(answer, mayRepeat, attempt);
      if (delay === null) return answer;
      await wait(delay);
    }
  };
}

/** How long to wait before another try, or null when the answer stands. */
function delayBefore(answer: AdminAnswer<unknown>, mayRepeat: boolean, attempt: number): Duration | null {
  if (attempt >= MOST_TRIES) return null;
  if (answer.outcome === "throttled") return answer.retryAfter <= LONGEST_WAIT ? answer.retryAfter : null;
  if (answer.outcome === "unavailable" && mayRepeat) return seconds(2 ** (attempt - 1) / 2);
  return null;
}

type Asked<T> =
  Exclude<OneAnswer<T>, { outcome: "token_refused" }> | { outcome: "token_refused"; token: string };

async function askOnce<T extends z.ZodType>(
  domain: string,
  request: AdminRequest<T>,
  refused: string | undefined,
): Promise<Asked<z.infer<T>>> {
  const offline = await offlineToken(domain, refused);
  if (offline.outcome !== "token") return offline;
  try {
    const response = await originFetch(`https://${domain}/admin/api/${API_VERSION}/graphql.json`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-Shopify-Access-Token": offline.token,
      },
      body: JSON.stringify({ query: request.document, variables: request.variables ?? {} }),
      redirect: "error",
      signal: AbortSignal.timeout(DEADLINE),
    });
    const raw = {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      body: await response.text(),
    };
    const answer = readAdminAnswer(raw, request.data);
    return answer.outcome === "token_refused" ? { outcome: "token_refused", token: offline.token } : answer;
  } catch (err) {
    logger.warn({ err, shopId: request.shopId }, "Shopify could not be reached");
    return { outcome: "unavailable", reason: "Shopify did not answer" };
  }
}
