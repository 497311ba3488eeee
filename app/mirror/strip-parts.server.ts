import type { Tx } from "#app/db.server.ts";

/**
 * Takes out of an order's parts what says where its buyer is or what somebody wrote: tracking, places and texts of carriers'
 * events, notes of holds. When and how it was sent stays, as figures without a person.
 */
export async function stripParts(tx: Tx, shopId: string, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await tx.$executeRaw`
    UPDATE fulfillments SET tracking_number = NULL, tracking_url = NULL
    WHERE shop_id = ${shopId} AND order_id = ANY(${orderIds})
      AND (tracking_number IS NOT NULL OR tracking_url IS NOT NULL)`;
  // An event may have come before its fulfillment, and then does not know its order.
  await tx.$executeRaw`
    UPDATE fulfillment_events SET message = NULL, city = NULL, country = NULL
    WHERE shop_id = ${shopId} AND (message IS NOT NULL OR city IS NOT NULL OR country IS NOT NULL)
      AND (order_id = ANY(${orderIds}) OR fulfillment_id IN (
        SELECT id FROM fulfillments WHERE shop_id = ${shopId} AND order_id = ANY(${orderIds})))`;
  await tx.$executeRaw`
    UPDATE fulfillment_orders SET holds = (
      SELECT COALESCE(jsonb_agg(hold || '{"notes": null}'), '[]') FROM jsonb_array_elements(holds) AS hold)
    WHERE shop_id = ${shopId} AND order_id = ANY(${orderIds}) AND holds <> '[]'`;
}

/** Removes every part of the orders. */
export async function deleteParts(tx: Tx, shopId: string, orderIds: string[]): Promise<void> {
  const where = { shopId, orderId: { in: orderIds } };
  const fulfillments = await tx.fulfillment.findMany({ where, select: { id: true } });
  await tx.fulfillmentEvent.deleteMany({
    where: {
      shopId,
      OR: [{ orderId: where.orderId }, { fulfillmentId: { in: fulfillments.map(({ id }) => id) } }],
    },
  });
  await tx.fulfillment.deleteMany({ where });
  await tx.fulfillmentOrder.deleteMany({ where });
  await tx.refund.deleteMany({ where });
  await tx.return.deleteMany({ where });
  await tx.dispute.deleteMany({ where });
}

/**
 * After a write: what a late webhook brought for an order that was redacted is stripped again, and what it brought for one
 * that was erased goes again, in the transaction that wrote it.
 */
export async function forgetParts(tx: Tx, shopId: string, orderIds: string[]): Promise<void> {
  if (orderIds.length === 0) return;
  const marks = await tx.redactionMark.findMany({
    where: { shopId, entity: "order", entityKey: { in: orderIds } },
    select: { entityKey: true },
  });
  await stripParts(
    tx,
    shopId,
    marks.map(({ entityKey }) => entityKey),
  );
  // An erased order's name went with it, as that of a tombstone that came before its order.
  const erased = await tx.order.findMany({
    where: { shopId, id: { in: orderIds }, deletedAt: { not: null }, name: "" },
    select: { id: true },
  });
  if (erased.length === 0) return;
  await deleteParts(
    tx,
    shopId,
    erased.map(({ id }) => id),
  );
}
