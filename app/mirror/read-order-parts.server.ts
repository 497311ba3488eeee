import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { moneyOf } from "#app/mirror/money.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

type Part<K extends keyof MirroredOrder> = (orderId: string) => MirroredOrder[K];
export type OrderParts = {
  refunds: Part<"refunds">;
  fulfillments: Part<"fulfillments">;
  fulfillmentOrders: Part<"fulfillmentOrders">;
  returns: Part<"returns">;
  disputes: Part<"disputes">;
};

const holdsSchema = z.array(z.object({ reason: z.string(), notes: z.string().nullable() }));

/** The parts of some orders, each read once for all of them. */
export async function readOrderParts(tx: Tx, shopId: string, orderIds: string[]): Promise<OrderParts> {
  const where = { shopId, orderId: { in: orderIds } };
  const refunds = await tx.refund.findMany({ where, orderBy: [{ at: "asc" }, { id: "asc" }] });
  const fulfillments = await tx.fulfillment.findMany({
    where,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const events = await tx.fulfillmentEvent.findMany({
    where: { shopId, fulfillmentId: { in: fulfillments.map(({ id }) => id) }, deletedAt: null },
    orderBy: [{ happenedAt: "asc" }, { id: "asc" }],
  });
  const fulfillmentOrders = await tx.fulfillmentOrder.findMany({ where, orderBy: { id: "asc" } });
  const returns = await tx.return.findMany({ where, orderBy: { id: "asc" } });
  const disputes = await tx.dispute.findMany({ where, orderBy: { id: "asc" } });
  const of = <T extends { orderId: string | null }>(rows: T[], orderId: string) =>
    rows.filter((row) => row.orderId === orderId);
  return {
    refunds: (orderId) =>
      of(refunds, orderId).map(({ id, at, amount, currency, settled }) => ({
        id,
        at: at.toISOString(),
        amount: moneyOf(amount.toFixed(), currency),
        settled,
      })),
    fulfillments: (orderId) => of(fulfillments, orderId).map((row) => fulfillmentOf(row, events)),
    fulfillmentOrders: (orderId) =>
      of(fulfillmentOrders, orderId).map(({ id, status, requestStatus, fulfillAt, holds }) => ({
        id,
        status,
        requestStatus,
        fulfillAt: fulfillAt?.toISOString() ?? null,
        holds: holdsSchema.parse(holds),
      })),
    returns: (orderId) =>
      of(returns, orderId).map(({ id, name, status, closedAt }) => ({
        id,
        name,
        status,
        closedAt: closedAt?.toISOString() ?? null,
      })),
    disputes: (orderId) =>
      of(disputes, orderId).map(({ id, type, status, reason, amount, currency, evidenceDueBy }) => ({
        id,
        type,
        status,
        reason,
        amount: amount && currency ? moneyOf(amount.toFixed(), currency) : null,
        evidenceDueBy: evidenceDueBy?.toISOString() ?? null,
      })),
  };
}

type FulfillmentRow = Awaited<ReturnType<Tx["fulfillment"]["findMany"]>>[number];
type EventRow = Awaited<ReturnType<Tx["fulfillmentEvent"]["findMany"]>>[number];

/** Webhooks do not say when a parcel arrived or will arrive: the carrier's events do. */
function fulfillmentOf(row: FulfillmentRow, allEvents: EventRow[]): MirroredOrder["fulfillments"][number] {
  const events = allEvents.filter((event) => event.fulfillmentId === row.id);
  const delivered = events.findLast(({ status }) => status === "delivered")?.happenedAt;
  const expected = events.findLast(
    ({ estimatedDeliveryAt }) => estimatedDeliveryAt !== null,
  )?.estimatedDeliveryAt;
  return {
    id: row.id,
    status: row.status,
    shipmentStatus: row.shipmentStatus ?? events.at(-1)?.status ?? null,
    trackingCompany: row.trackingCompany,
    trackingNumber: row.trackingNumber,
    trackingUrl: row.trackingUrl,
    createdAt: row.createdAt?.toISOString() ?? null,
    estimatedDeliveryAt: (expected ?? row.estimatedDeliveryAt)?.toISOString() ?? null,
    deliveredAt: (row.deliveredAt ?? delivered)?.toISOString() ?? null,
    events: events.map(({ status, happenedAt, city, country, message, estimatedDeliveryAt }) => ({
      status,
      at: happenedAt.toISOString(),
      city,
      country,
      message,
      estimatedDeliveryAt: estimatedDeliveryAt?.toISOString() ?? null,
    })),
  };
}
