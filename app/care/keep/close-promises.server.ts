import type { Promise as PromiseRow } from "@prisma/client";
import { refreshRaised } from "#app/care/draft/refresh-drafts.server.ts";
import { isKept } from "#app/care/keep/is-kept.ts";
import { promiseContentSchema } from "#app/care/keep/promise-content.ts";
import { promiseKinds, type PromiseKind } from "#app/care/keep/promise-words.ts";
import type { Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * Closes the promises of a conversation that the records show as done: in time they are kept; later they stay broken, with the day
 * they were done on. Hold the conversation's lock. Answers how many.
 */
export async function closePromises(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<number> {
  const { shopId } = keys;
  const open = await tx.promise.findMany({ where: { shopId, conversationId, keptAt: null } });
  if (open.length === 0) return 0;
  const sent = await tx.message.findMany({
    where: { shopId, conversationId, direction: "out", automatic: false },
    select: { id: true, at: true },
    orderBy: { at: "asc" },
  });
  const orders = await readOrders(
    tx,
    keys,
    open.flatMap(({ orderId }) => orderId ?? []),
  );
  let closed = 0;
  for (const row of open) {
    const { before } = contentOf(keys, row);
    const { madeAt, deliveryId, dueAt } = row;
    const order = orders.find(({ id }) => id === row.orderId) ?? null;
    const kept = isKept({ kind: kindOf(row.kind), madeAt, deliveryId, before }, { sent, order }, now);
    if (!kept) continue;
    const inTime = dueAt === null || kept.at <= dueAt;
    const data = { state: inTime ? "kept" : "broken", keptAt: kept.at, keptBy: kept.by };
    await tx.promise.updateMany({ where: { id: row.id, keptAt: null }, data });
    closed += 1;
  }
  if (closed > 0) await refreshRaised(tx, keys, conversationId);
  return closed;
}

const contentOf = (keys: ShopKeys, { id, sealed }: PromiseRow) =>
  openJson(keys, { context: `promises.sealed:${id}`, bytes: sealed }, promiseContentSchema);

/** A later release may know more kinds; nothing here closes those. */
const kindOf = (kind: string): PromiseKind => promiseKinds.find((one) => one === kind) ?? "other";
