import type { Sql } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { lockAgainstRedaction, withoutRedacted } from "#app/mirror/redaction-marks.server.ts";
import { newestById, type MirrorRows } from "#app/mirror/rows.ts";
import { forgetParts } from "#app/mirror/strip-parts.server.ts";
import { upsertCustomers } from "#app/mirror/upsert-customers.server.ts";
import { upsertDisputes, upsertRefunds, upsertReturns } from "#app/mirror/upsert-money.server.ts";
import { upsertOrders } from "#app/mirror/upsert-orders.server.ts";
import {
  upsertEvents,
  upsertFulfillmentOrders,
  upsertFulfillments,
} from "#app/mirror/upsert-parcels.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type Written = {
  /** The orders of which anything changed. */
  orderIds: string[];
  /** Orders whose newest version came with two contents: only Shopify can say which is newer. */
  tied: string[];
  /** Something of a redacted person was held back: what brought it must not be kept either. */
  heldBack: boolean;
};

/** `announce: "known"` is quiet about orders never seen before, as in a backfill; "new" tells of every change. */
export type RowsToWrite = MirrorRows & { announce?: "new" | "known" };

/**
 * Writes mirrored rows, each unless a newer version is known, nothing of what was redacted, and tells who listens for changed
 * orders. The one way into the mirror, for webhooks, the backfill and single reads alike.
 */
export async function writeRows(sql: Sql, keys: ShopKeys, given: RowsToWrite): Promise<Written> {
  const { shopId } = keys;
  await lockAgainstRedaction(sql, shopId);
  const rows = await withoutRedacted(sql, keys, given);
  const orders = await upsertOrders(sql, keys, newestById(rows.orders ?? []));
  await upsertCustomers(sql, keys, newestById(rows.customers ?? []));
  const parts = [
    await upsertFulfillments(sql, shopId, newestById(rows.fulfillments ?? [])),
    await upsertEvents(sql, shopId, newestById(rows.events ?? [])),
    await upsertFulfillmentOrders(sql, shopId, newestById(rows.fulfillmentOrders ?? [])),
    await upsertRefunds(sql, shopId, newestById(rows.refunds ?? [])),
    await upsertReturns(sql, shopId, newestById(rows.returns ?? [])),
    await upsertDisputes(sql, shopId, newestById(rows.disputes ?? [])),
  ].flat();
  const changed = [...new Set([...orders.map(({ id }) => id), ...parts])];
  await forgetParts(sql, shopId, changed);
  const fresh = new Set(
    given.announce === "known" ? orders.filter(({ inserted }) => inserted).map(({ id }) => id) : [],
  );
  const told = given.announce === "known" ? orders.flatMap(({ id }) => (fresh.has(id) ? [] : [id])) : changed;
  await emitAll(
    sql,
    told.map((orderId) => ({ event: "order-mirrored", data: { shopId, orderId } })),
  );
  return {
    orderIds: changed,
    tied: orders.filter(({ tie }) => tie).map(({ id }) => id),
    heldBack: rows !== given,
  };
}
