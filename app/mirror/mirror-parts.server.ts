import { originOf, saidAt } from "#app/mirror/delivery.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { NEVER } from "#app/mirror/fold/version.ts";
import { mirrorOrderAgain, mirrorRows } from "#app/mirror/mirror-order.server.ts";
import { disputeRow } from "#app/mirror/payloads/dispute.ts";
import { eventRow } from "#app/mirror/payloads/fulfillment.ts";
import { refundRow } from "#app/mirror/payloads/refund.ts";
import { findOrderOf, readOrderAgain } from "#app/mirror/read-order-again.server.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";

/** `returns/*`: their webhooks have no version, so the order is read as it is now. */
export async function mirrorReturn(occasion: Occasion, payload: PayloadOf<"returned">): Promise<Effect> {
  const { run, ports, shop, delivery } = occasion;
  const { id, status } = payload;
  if (!id) return { state: "skipped", phrase: "the body names no return" };
  const known =
    payload.orderId ??
    (await run.inShop((tx) => tx.return.findFirst({ where: { shopId: shop.id, id } })))?.orderId;
  const orderId = known ?? (await findOrderOf(ports, shop.id, `gid://shopify/Return/${id}`));
  const row = status && {
    id,
    orderId,
    name: payload.name,
    status,
    updatedAt: saidAt(delivery).toISOString(),
    origin: originOf(delivery),
  };
  return mirrorOrderAgain(occasion, orderId, row ? { returns: [row] } : {});
}

/** `fulfillment_orders/*`: neither a version nor the order's id. */
export async function mirrorFulfillmentOrders(
  occasion: Occasion,
  parts: PayloadOf<"fulfillmentOrders">,
): Promise<Effect> {
  const { run, ports, shop, delivery } = occasion;
  const ids = parts.map(({ id }) => id);
  const known = await run.inShop((tx) =>
    tx.fulfillmentOrder.findFirst({ where: { shopId: shop.id, id: { in: ids }, orderId: { not: null } } }),
  );
  const [first = ""] = ids;
  const orderId =
    known?.orderId ?? (await findOrderOf(ports, shop.id, `gid://shopify/FulfillmentOrder/${first}`));
  // Its order is gone: a row without one would be found by nobody, and erased by nobody.
  if (orderId === null) return { state: "skipped", phrase: "Shopify does not show its order" };
  const rows = parts.map((part) => ({
    id: part.id,
    orderId,
    status: part.status,
    requestStatus: part.request_status,
    fulfillAt: part.fulfill_at,
    holds: (part.fulfillment_holds ?? []).map(({ reason, reason_notes: notes }) => ({ reason, notes })),
    updatedAt: saidAt(delivery).toISOString(),
    origin: originOf(delivery),
  }));
  return mirrorOrderAgain(occasion, orderId, { fulfillmentOrders: rows });
}

/** `disputes/*`: what it is about is in the webhook only, what became of it is read with the order. */
export async function mirrorDispute(occasion: Occasion, payload: PayloadOf<"dispute">): Promise<Effect> {
  const row = disputeRow(payload, originOf(occasion.delivery));
  const answer = row.orderId
    ? await readOrderAgain(occasion.ports, occasion.shop.id, row.orderId)
    : ({ outcome: "gone" } as const);
  if (answer.outcome === "uninstalled") return { state: "skipped", phrase: "the app is uninstalled" };
  if (answer.outcome !== "rows") return mirrorRows(occasion, { disputes: [row] });
  const shown = answer.rows.disputes?.find(({ id }) => id === row.id);
  // Read after the webhook was sent: Shopify's word for what became of it is the newer.
  const details = { ...row, ...(shown ? { status: shown.status, updatedAt: NEVER } : {}) };
  return mirrorRows(occasion, {
    ...answer.rows,
    disputes: [...(answer.rows.disputes ?? []), details],
  });
}

/** `fulfillment_events/delete` of a date: no webhook says that it is no longer the parcel's, if Shopify had said so before. */
export async function mirrorEventDeletion(
  occasion: Occasion,
  payload: PayloadOf<"eventDeleted">,
): Promise<Effect> {
  const { ports, shop, delivery } = occasion;
  const gone = eventRow(payload, saidAt(delivery).toISOString(), originOf(delivery));
  const answer = payload.order_id ? await readOrderAgain(ports, shop.id, payload.order_id) : null;
  if (answer?.outcome !== "rows") return mirrorRows(occasion, { events: [gone] });
  return mirrorRows(occasion, { ...answer.rows, events: [...(answer.rows.events ?? []), gone] });
}

/** `refunds/create` of a refund that names no currency: the order's is taken, which Shopify tells when it is not known. */
export async function mirrorRefund(occasion: Occasion, payload: PayloadOf<"refund">): Promise<Effect> {
  const { run, shop, delivery } = occasion;
  const origin = originOf(delivery);
  const order = await run.inShop((tx) =>
    tx.order.findFirst({
      where: { shopId: shop.id, id: payload.order_id, currency: { not: "" } },
      select: { currency: true },
    }),
  );
  if (order) return mirrorRows(occasion, { refunds: [refundRow(payload, order.currency, origin)] });
  const otherwise = shop.currency ? { refunds: [refundRow(payload, shop.currency, origin)] } : {};
  return mirrorOrderAgain(occasion, payload.order_id, otherwise);
}
