import { sqlOf } from "#app/db.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { mirrorOrderAgain } from "#app/mirror/mirror-order.server.ts";
import { disputeRow } from "#app/mirror/payloads/dispute.ts";
import { findOrderOf } from "#app/mirror/read-order-again.server.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";

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
    updatedAt: delivery.receivedAt.toISOString(),
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
  const rows = parts.map((part) => ({
    id: part.id,
    orderId,
    status: part.status,
    requestStatus: part.request_status,
    fulfillAt: part.fulfill_at,
    holds: (part.fulfillment_holds ?? []).map(({ reason, reason_notes: notes }) => ({ reason, notes })),
    updatedAt: delivery.receivedAt.toISOString(),
  }));
  return mirrorOrderAgain(occasion, orderId, { fulfillmentOrders: rows });
}

/** `disputes/*`: amount and dates are in the webhook only, what became of it is read with the order. */
export async function mirrorDispute(occasion: Occasion, payload: PayloadOf<"dispute">): Promise<Effect> {
  const row = disputeRow(payload);
  const effect = await mirrorOrderAgain(occasion, row.orderId, { disputes: [row] });
  if (effect.state !== "mirrored") return effect;
  return {
    state: "mirrored",
    write: async (tx) => {
      await writeRows(sqlOf(tx), occasion.keys, { disputes: [row] });
      return effect.write(tx);
    },
  };
}
