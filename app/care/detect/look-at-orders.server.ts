import { findAfterWaits } from "#app/care/detect/find-after-waits.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import { judgingBy } from "#app/care/detect/judging-by.ts";
import { askForIncidents } from "#app/care/detect/ask-for-incidents.server.ts";
import type { Seen } from "#app/care/detect/issue.ts";
import { keepIssues, type Kept, type LookedAt } from "#app/care/detect/keep-issues.server.ts";
import { keepWatches, type NextLook } from "#app/care/detect/keep-watches.server.ts";
import { knownIssues } from "#app/care/detect/known-issues.server.ts";
import { readPractice } from "#app/care/detect/read-practice.server.ts";
import { seeOrders } from "#app/care/detect/see-orders.server.ts";
import { settleIssues, type FindIssues, type KnownIssue } from "#app/care/detect/settle-issues.ts";
import type { Sql } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** Looked at before others have their turn: some milliseconds. */
const AT_A_TIME = 20;

export type Failed = { orderId: string; error: unknown };
export type LookOutcome =
  /** `failed`: orders whose record cannot be opened, or of which a rule could make nothing. */
  | ({ outcome: "looked"; looked: LookedAt[]; failed: Failed[] } & Kept)
  /** The shop's history is not all here yet: when it is, every order is looked at. */
  | { outcome: "not_yet" };

export type Look = { orderIds: readonly string[]; now: Date; find: FindIssues };

/**
 * Looks at orders, in the caller's transaction: what is wrong with them is written down, what is over is resolved, and when to look
 * again is kept. One look of a shop at a time, so that two that see the same order do not both open an issue, or go by what the
 * other is about to change; looks are short, and few of one shop run beside each other.
 */
export async function lookAtOrders(
  sql: Sql,
  keys: ShopKeys,
  { orderIds, now, find }: Look,
): Promise<LookOutcome> {
  const { shopId } = keys;
  await lockLooks(sql, shopId);
  const practice = await readPractice(sql, shopId);
  if (practice.outcome === "not_yet") return practice;
  const ids = [...new Set(orderIds)].toSorted();
  const orders = await seeOrders(sql, keys, { orderIds: ids, now, practice });
  const knownOf = await knownIssues(sql, keys, ids);
  const looked: (LookedAt & NextLook)[] = [];
  const failed: Failed[] = [];
  for (const [nth, { orderId, see }] of orders.entries()) {
    try {
      looked.push(lookAt(see(), { known: knownOf(orderId), find }));
    } catch (error) {
      failed.push({ orderId, error });
    }
    if (nth % AT_A_TIME === AT_A_TIME - 1) await nextTurn();
  }
  const there = new Set(orders.map(({ orderId }) => orderId));
  for (const orderId of ids) if (!there.has(orderId)) looked.push(goneOf(orderId, knownOf(orderId)));
  const kept = await keepIssues(sql, keys, { looked, now });
  await keepWatches(sql, shopId, { looks: looked, now });
  await sql("UPDATE detections SET looked_at = $2 WHERE shop_id = $1", [shopId, now.toISOString()]);
  if (kept.opened + kept.resolved + kept.regrouped > 0) await askForIncidents(sql, shopId, now);
  return { outcome: "looked", looked, failed, ...kept };
}

/** Held until the transaction ends; taken before any row of an issue or a watch is. */
export async function lockLooks(sql: Sql, shopId: string): Promise<void> {
  await lockAgainstRedaction(sql, shopId);
  await sql("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text", [`detect|${shopId}`]);
}

function lookAt(seen: Seen, { known, find }: { known: KnownIssue[]; find: FindIssues }): LookedAt & NextLook {
  const judging = judgingBy(seen);
  const { found, lookAt: next } = findAfterWaits(judging.seen, {
    open: known.flatMap(({ kind, status }) => (status === "open" ? [kind] : [])),
    find,
  });
  const settled = settleIssues({ seen, known, found, find });
  return { orderId: seen.order.id, seen, settled, judgedBy: judging.judgedBy, lookAt: next };
}

/** A deleted order is not watched, and what was wrong with it is over; it comes back when the order does. */
const goneOf = (orderId: string, known: KnownIssue[]): LookedAt & NextLook => ({
  ...{ orderId, seen: null, judgedBy: null, lookAt: null },
  settled: known
    .filter(({ status }) => status === "open")
    .map((one) => ({ step: "resolve", known: one, by: "deleted" })),
});
