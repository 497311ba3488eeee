import type { Sql } from "#app/db.server.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";

/**
 * Takes out of an order's parts what says where its buyer is or what somebody wrote: tracking, places and texts of carriers'
 * events, notes of holds. When and how it was sent stays, as figures without a person. The digest in `tie` goes with them.
 */
export async function stripParts(sql: Sql, shopId: string, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const which = [shopId, orderIds];
  await sql(
    `UPDATE fulfillments SET tracking_number = NULL, tracking_url = NULL, tie = ''
     WHERE shop_id = $1 AND order_id = ANY($2::text[])
       AND (tracking_number IS NOT NULL OR tracking_url IS NOT NULL)`,
    which,
  );
  // An event may have come before its fulfillment, and then does not know its order.
  await sql(
    `UPDATE fulfillment_events SET message = NULL, city = NULL, country = NULL, tie = ''
     WHERE shop_id = $1 AND (message IS NOT NULL OR city IS NOT NULL OR country IS NOT NULL)
       AND (order_id = ANY($2::text[]) OR fulfillment_id IN (
         SELECT id FROM fulfillments WHERE shop_id = $1 AND order_id = ANY($2::text[])))`,
    which,
  );
  await sql(
    `UPDATE fulfillment_orders SET holds = (
       SELECT COALESCE(jsonb_agg(hold || '{"notes": null}'), '[]') FROM jsonb_array_elements(holds) AS hold), tie = ''
     WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND holds <> '[]'`,
    which,
  );
}

const TABLES_OF_PARTS = ["fulfillments", "fulfillment_orders", "refunds", "returns", "disputes"];

/** Removes every part of the orders. */
export async function deleteParts(sql: Sql, shopId: string, orderIds: string[]): Promise<void> {
  const which = [shopId, orderIds];
  await sql(
    `DELETE FROM fulfillment_events WHERE shop_id = $1 AND (order_id = ANY($2::text[]) OR fulfillment_id IN (
       SELECT id FROM fulfillments WHERE shop_id = $1 AND order_id = ANY($2::text[])))`,
    which,
  );
  for (const table of TABLES_OF_PARTS)
    await sql(`DELETE FROM ${table} WHERE shop_id = $1 AND order_id = ANY($2::text[])`, which);
}

/**
 * After a write: what a late webhook brought for an order that was redacted is stripped again, and what it brought for one
 * that was erased goes again, in the transaction that wrote it.
 */
export async function forgetParts(sql: Sql, shopId: string, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return;
  // An erased order's name went with it, as that of a tombstone that came before its order.
  const found = await sql<{ id: string; erased: boolean }>(
    `SELECT entity_key AS id, false AS erased FROM redaction_marks
     WHERE shop_id = $1 AND entity = 'order' AND entity_key = ANY($2::text[])
     UNION ALL
     SELECT o.id, true FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT id, deleted_at, name FROM orders WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS o
     WHERE o.deleted_at IS NOT NULL AND o.name = ''`,
    [shopId, orderIds],
  );
  const ids = (erased: boolean) => found.flatMap((one) => (one.erased === erased ? [one.id] : []));
  await stripParts(sql, shopId, ids(false));
  if (ids(true).length > 0) await deleteParts(sql, shopId, ids(true));
}
