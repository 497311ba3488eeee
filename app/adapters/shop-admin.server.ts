import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { adminBudget, sizeOf, type AdminBudget, type Question } from "#app/adapters/admin-budget.ts";
import { readAdminAnswer, type ReadAnswer } from "#app/adapters/admin-answer.ts";
import { originFetch } from "#app/adapters/devstore-fetch.server.ts";
import { offlineToken } from "#app/adapters/offline-token.server.ts";
import { minutes, seconds, type Duration } from "#app/lib/duration.ts";
import { logger } from "#app/lib/logger.server.ts";
import { traced } from "#app/lib/trace.server.ts";
import type { AdminAnswer, AdminRequest, ShopAdmin } from "#app/ports.ts";
import { systemPool } from "#app/system-db.server.ts";

const API_VERSION = "2026-10";
const DEADLINE = seconds(20);
const MOST_TRIES = 4;

type Options = {
  wait?: (delay: Duration) => Promise<unknown>;
  /** In [0, 1): spreads what would come back at the same time. */
  random?: () => number;
  /** Milliseconds of a clock that nobody sets. */
  clock?: () => number;
};
type Client = Required<Options> & { budget: AdminBudget };

/**
 * The Admin API of any installed shop, shared by everything in this process. It knows what each question cost before and what
 * is left of the shop's points: it waits for them when that is short, and else says when to come back. Renews the token, tries
 * again what failed on the way (queries only: a mutation whose answer was lost may have happened), and names every outcome.
 */
export function makeShopAdmin(options: Options = {}): ShopAdmin {
  const client: Client = {
    wait: sleep,
    random: Math.random,
    clock: () => performance.now(),
    budget: adminBudget(),
    ...options,
  };
  return async (request) => {
    const domain = await domainOf(request.shopId);
    if (domain === null) return { outcome: "uninstalled" };
    const operation = /\b(?:query|mutation)\s+(\w+)/.exec(request.document)?.[1] ?? "";
    return traced("shopify.admin", { attributes: { operation } }, () =>
      askUntilClear(client, domain, request),
    );
  };
}

/** Null when the app is not there: asked each time, so that work for a shop ends at once. */
async function domainOf(shopId: string): Promise<string | null> {
  const { rows } = await systemPool.query<{ domain: string }>({
    name: "shop-domain",
    text: "SELECT domain FROM shops WHERE id = $1 AND uninstalled_at IS NULL",
    values: [shopId],
  });
  return rows[0]?.domain ?? null;
}

async function askUntilClear<T extends z.ZodType>(
  client: Client,
  domain: string,
  request: AdminRequest<T>,
): Promise<AdminAnswer<z.infer<T>>> {
  const question = {
    shopId: request.shopId,
    document: request.document,
    size: sizeOf(request.variables),
    background: request.purpose === "background",
  };
  const mayRepeat = !/^\s*mutation\b/m.test(request.document);
  let refused: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const asked = await askWithin(client, question, (): Promise<Asked<z.infer<T>>> =>
      askOnce(domain, request, refused),
    );
    if (asked.outcome === "throttled") return asked;
    const { answer, cost, token } = asked;
    if (answer.outcome === "token_refused") {
      // A token that was renewed and is refused again means that the app is gone.
      if (refused !== undefined) return { outcome: "uninstalled" };
      refused = token;
      continue;
    }
    if (
      answer.outcome === "refused" &&
      refused === undefined &&
      isForbidden(answer.errors) &&
      mayRenew(domain)
    ) {
      // An app that is gone may be told 403: whether it is, renewing the token tells.
      refused = token;
      continue;
    }
    if (attempt >= MOST_TRIES) return answer;
    if (answer.outcome === "throttled") {
      // What Shopify said of the bucket says how long to wait; where it said nothing, its Retry-After does.
      if (cost === null)
        client.budget.silence(request.shopId, { delay: answer.retryAfter, now: client.clock() });
    } else if (answer.outcome === "unavailable" && mayRepeat) {
      await client.wait(Math.round(client.random() * seconds(2 ** (attempt - 1))));
    } else {
      return answer;
    }
  }
}

/** Asks when the shop's points allow it, and keeps the account. */
async function askWithin<T>(
  { budget, clock, wait, random }: Client,
  question: Question,
  ask: () => Promise<Asked<T>>,
): Promise<({ outcome: "asked" } & Asked<T>) | { outcome: "throttled"; retryAfter: Duration }> {
  const admission = budget.admit(question, clock());
  if (admission.outcome === "throttled")
    return { outcome: "throttled", retryAfter: spread(admission.retryAfter, random) };
  let report: ReadAnswer<T>["cost"] = null;
  try {
    if (admission.wait > 0) await wait(spread(admission.wait, random));
    const asked = await ask();
    report = asked.cost;
    return { outcome: "asked", ...asked };
  } finally {
    budget.answered(question, { points: admission.points, report, now: clock() });
  }
}

/** Not sooner than was asked, and not all at the same moment. */
const spread = (delay: Duration, random: () => number) =>
  Math.ceil(delay + random() * Math.min(delay, seconds(1)));

const isForbidden = (errors: { code?: string }[]) => errors.some(({ code }) => code === "FORBIDDEN");

const renewedAt = new Map<string, number>();
/** Once in ten minutes: a shop that forbids something lastingly must not cost a token each time. */
function mayRenew(domain: string): boolean {
  const now = performance.now();
  for (const [known, at] of renewedAt) if (now - at > minutes(10)) renewedAt.delete(known);
  if (renewedAt.has(domain)) return false;
  renewedAt.set(domain, now);
  return true;
}

/** An answer, what it cost, and the token it was asked with (empty when there was none). */
type Asked<T> = ReadAnswer<T> & { token: string };

async function askOnce<T extends z.ZodType>(
  domain: string,
  request: AdminRequest<T>,
  refused: string | undefined,
): Promise<Asked<z.infer<T>>> {
  const offline = await offlineToken(domain, refused);
  if (offline.outcome !== "token") return { answer: offline, cost: null, token: "" };
  const { token } = offline;
  try {
    const response = await originFetch(`https://${domain}/admin/api/${API_VERSION}/graphql.json`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "X-Shopify-Access-Token": token,
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
    return { ...readAdminAnswer(raw, request.data), token };
  } catch (err) {
    logger.warn({ err, shopId: request.shopId }, "Shopify could not be reached");
    return { answer: { outcome: "unavailable", reason: "Shopify did not answer" }, cost: null, token };
  }
}
