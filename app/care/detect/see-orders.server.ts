import type { Seen } from "#app/care/detect/issue.ts";
import { readHistory } from "#app/care/detect/read-history.server.ts";
import type { Practice } from "#app/care/detect/read-practice.server.ts";
import { readSaid } from "#app/care/detect/read-said.server.ts";
import { readTold } from "#app/care/detect/read-told.server.ts";
import type { Sql } from "#app/db.server.ts";
import { sealedOrders } from "#app/mirror/read-orders.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** An order that is there. `see` opens it, and throws when it does not open. */
export type SeenOrder = { orderId: string; see: () => Seen };

type Given = { orderIds: readonly string[]; now: Date; practice: Extract<Practice, { outcome: "known" }> };

/**
 * Orders with all that a rule may look at, by a handful of statements for all of them. Left out: those that are deleted, and those of
 * people who were redacted, of whom nobody is left to be told anything.
 */
export async function seeOrders(
  sql: Sql,
  keys: ShopKeys,
  { orderIds, now, practice }: Given,
): Promise<SeenOrder[]> {
  const redacted = await redactedAmong(sql, keys.shopId, orderIds);
  const sealed = await sealedOrders(
    sql,
    keys,
    orderIds.filter((id) => !redacted.has(id)),
  );
  if (sealed.length === 0) return [];
  const ids = sealed.map(({ orderId }) => orderId);
  const historyOf = await readHistory(sql, keys, { orderIds: ids, now });
  const toldOf = await readTold(sql, keys, ids);
  const saidOf = await readSaid(sql, keys.shopId, ids);
  const { shop, habitOf } = practice;
  return sealed.map(({ orderId, open }) => ({
    orderId,
    see: () => {
      const order = open();
      const talk = { told: toldOf(orderId), said: saidOf(orderId) };
      return { order, now, shop, habitOf, history: historyOf(order), ...talk };
    },
  }));
}

async function redactedAmong(sql: Sql, shopId: string, orderIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ id: string }>(
    `SELECT entity_key AS id FROM redaction_marks WHERE shop_id = $1 AND entity = 'order' AND entity_key = ANY($2::text[])`,
    [shopId, orderIds],
  );
  return new Set(rows.map(({ id }) => id));
}
