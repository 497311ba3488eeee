import { sqlOf } from "#app/db.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { saidAt } from "#app/mirror/delivery.ts";
import { readOrderAgain } from "#app/mirror/read-order-again.server.ts";
import { emit } from "#app/emit.server.ts";
import { sealJson } from "#app/shop/seal.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { paymentOf } from "#app/mirror/payloads/transaction.ts";
import type { MirrorRows, SaidRows } from "#app/mirror/rows.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";

/** Rows that carry their own versions: written unless something newer is known. */
export function mirrorRows({ keys }: Occasion, rows: SaidRows): Effect {
  return {
    state: "mirrored",
    write: async (tx) => {
      const { orderIds, heldBack } = await writeRows(sqlOf(tx), keys, rows);
      return { phrase: phraseOf(rows, orderIds.length), heldBack: heldBack.size > 0 };
    },
  };
}

/** What became of rows, in a few words. */
export function phraseOf(rows: SaidRows, changed: number): string {
  if (changed > 0) return `orders changed: ${changed}`;
  return rows.customers && !rows.orders
    ? "the customer is up to date"
    : "this or a newer version is known: nothing changed";
}

/** The order is read from Shopify; `otherwise` is what the webhook itself can say when Shopify does not show the order. */
export async function mirrorOrderAgain(
  occasion: Occasion,
  orderId: string | null,
  otherwise: MirrorRows,
): Promise<Effect> {
  const answer = orderId
    ? await readOrderAgain(occasion.ports, occasion.shop.id, orderId)
    : ({ outcome: "gone" } as const);
  if (answer.outcome === "uninstalled") return { state: "skipped", phrase: "the app is uninstalled" };
  if (answer.outcome === "rows") return mirrorRows(occasion, answer.rows);
  if (Object.keys(otherwise).length === 0)
    return { state: "skipped", phrase: "Shopify does not show this order" };
  return mirrorRows(occasion, otherwise);
}

/** `order_transactions/create`: an order that nobody told of before is read. */
export async function mirrorTransaction(
  occasion: Occasion,
  payload: PayloadOf<"transaction">,
): Promise<Effect> {
  const { run, shop } = occasion;
  const payment = paymentOf(payload);
  const { orderId, paidAt } = payment;
  if (paidAt === null) return mirrorRows(occasion, { payments: [payment] });
  const order = await run.inShop((tx) =>
    tx.order.findFirst({ where: { shopId: shop.id, id: orderId }, select: { id: true } }),
  );
  return order ? mirrorRows(occasion, { payments: [payment] }) : mirrorOrderAgain(occasion, orderId, {});
}

/** `orders/edited` says what was edited, not what the order is now. */
export async function mirrorOrderEdit(
  occasion: Occasion,
  payload: PayloadOf<"orderEdited">,
): Promise<Effect> {
  const { order_id: orderId, committed_at: committedAt, created_at: createdAt } = payload.order_edit;
  const effect = await mirrorOrderAgain(occasion, orderId, {});
  if (effect.state !== "mirrored") return effect;
  const editedAt = new Date(committedAt ?? createdAt);
  return {
    state: "mirrored",
    write: async (tx) => {
      const written = await effect.write(tx);
      await tx.$executeRaw`
        UPDATE orders SET edited_at = GREATEST(edited_at, ${editedAt}) WHERE shop_id = ${occasion.shop.id} AND id = ${orderId}`;
      return written;
    },
  };
}

/**
 * `orders/delete` sets a tombstone, also for an order not seen yet; erasing waits until an Admin read confirms that it is
 * gone, since a topic is not proven by the signature.
 */
export function mirrorOrderDeletion(
  { keys, shop, delivery }: Occasion,
  payload: PayloadOf<"orderDeleted">,
): Effect {
  const { id } = payload;
  const sealed = Buffer.from(sealJson(keys, `orders.sealed:${id}`, {}));
  return {
    state: "mirrored",
    write: async (tx) => {
      await tx.$executeRaw`
        INSERT INTO orders (shop_id, id, gid, name, name_key, placed_at, updated_at, currency, total, lines, tags, sealed, deleted_at)
        VALUES (${shop.id}, ${id}, ${`gid://shopify/Order/${id}`}, '', '', 'epoch', 'epoch', '', 0, '[]', '{}', ${sealed}, ${saidAt(delivery)})
        ON CONFLICT (shop_id, id) DO UPDATE SET deleted_at = LEAST(orders.deleted_at, excluded.deleted_at)`;
      await emit(tx, "record-deleted", { data: { shopId: shop.id, entity: "order", id } });
      await emit(tx, "order-mirrored", { data: { shopId: shop.id, orderId: id } });
      return { phrase: "the order is marked deleted" };
    },
  };
}
