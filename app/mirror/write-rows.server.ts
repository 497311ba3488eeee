import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
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
export async function writeRows(tx: Tx, keys: ShopKeys, given: RowsToWrite): Promise<Written> {
  const { shopId } = keys;
  await lockAgainstRedaction(tx, shopId);
  const rows = await withoutRedacted(tx, keys, given);
  const orders = await upsertOrders(tx, keys, newestById(rows.orders ?? []));
  await upsertCustomers(tx, keys, newestById(rows.customers ?? []));
  const parts = [
    await upsertFulfillments(tx, shopId, newestById(rows.fulfillments ?? [])),
    await upsertEvents(tx, shopId, newestById(rows.events ?? [])),
    await upsertFulfillmentOrders(tx, shopId, newestById(rows.fulfillmentOrders ?? [])),
    await upsertRefunds(tx, shopId, newestById(rows.refunds ?? [])),
    await upsertReturns(tx, shopId, newestById(rows.returns ?? [])),
    await upsertDisputes(tx, shopId, newestById(rows.disputes ?? [])),
  ].flat();
  const changed = [...new Set([...orders.map(({ id }) => id), ...parts])];
  await forgetParts(tx, shopId, changed);
  const fresh = new Set(
    given.announce === "known" ? orders.filter(({ inserted }) => inserted).map(({ id }) => id) : [],
  );
  const told = given.announce === "known" ? orders.flatMap(({ id }) => (fresh.has(id) ? [] : [id])) : changed;
  for (const orderId of told) await emit(tx, "order-mirrored", { data: { shopId, orderId } });
  return {
    orderIds: changed,
    tied: orders.filter(({ tie }) => tie).map(({ id }) => id),
    heldBack: rows !== given,
  };
}
