import { sqlOf } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";
import { updateSummary } from "#app/mirror/upsert-customers.server.ts";
import { sealJson } from "#app/shop/seal.ts";

/** `customers/delete`: a tombstone, erased once an Admin read confirms it. */
export function mirrorCustomerDeletion(
  { keys, shop, delivery }: Occasion,
  payload: PayloadOf<"customerDeleted">,
): Effect {
  const id = payload.admin_graphql_api_id;
  const sealed = Buffer.from(sealJson(keys, `customers.sealed:${id}`, {}));
  return {
    state: "mirrored",
    write: async (tx) => {
      await tx.$executeRaw`
        INSERT INTO customers (shop_id, id, gid, sealed, tags, updated_at, deleted_at)
        VALUES (${shop.id}, ${id}, ${`gid://shopify/Customer/${id}`}, ${sealed}, '{}', 'epoch', ${delivery.receivedAt})
        ON CONFLICT (shop_id, id) DO UPDATE SET deleted_at = COALESCE(customers.deleted_at, excluded.deleted_at)`;
      await emit(tx, "record-deleted", { data: { shopId: shop.id, entity: "customer", id } });
      return { phrase: "the customer is marked deleted" };
    },
  };
}

/** `customers/merge`: one of two records goes, and what it bought belongs to the other. */
export function mirrorCustomerMerge(
  { keys, shop, delivery }: Occasion,
  payload: PayloadOf<"customerMerged">,
): Effect {
  const kept = payload.admin_graphql_api_customer_kept_id;
  const gone = payload.admin_graphql_api_customer_deleted_id;
  if (payload.status !== "completed") return { state: "skipped", phrase: `the merge is ${payload.status}` };
  if (kept === gone) return { state: "quarantined", phrase: "the merge names one customer twice" };
  const sealed = Buffer.from(sealJson(keys, `customers.sealed:${gone}`, {}));
  return {
    state: "mirrored",
    write: async (tx) => {
      await tx.$executeRaw`
        INSERT INTO customers (shop_id, id, gid, sealed, tags, updated_at, deleted_at, merged_into_id)
        VALUES (${shop.id}, ${gone}, ${`gid://shopify/Customer/${gone}`}, ${sealed}, '{}', 'epoch', ${delivery.receivedAt}, ${kept})
        ON CONFLICT (shop_id, id) DO UPDATE SET merged_into_id = excluded.merged_into_id,
          deleted_at = COALESCE(customers.deleted_at, excluded.deleted_at)`;
      const moved = await tx.order.findMany({
        where: { shopId: shop.id, customerId: gone },
        select: { id: true },
      });
      await tx.order.updateMany({ where: { shopId: shop.id, customerId: gone }, data: { customerId: kept } });
      for (const { id } of moved)
        await emit(tx, "order-mirrored", { data: { shopId: shop.id, orderId: id } });
      return { phrase: `two customers became one, orders moved: ${moved.length}` };
    },
  };
}

/** `customers/purchasing_summary`. */
export function mirrorCustomerSummary(
  { keys, shop }: Occasion,
  payload: PayloadOf<"customerSummary">,
): Effect {
  return {
    state: "mirrored",
    write: async (tx) => {
      await lockAgainstRedaction(sqlOf(tx), shop.id);
      const mark = { shopId: shop.id, entity: "customer", entityKey: payload.customerId };
      if (await tx.redactionMark.findUnique({ where: { shopId_entity_entityKey: mark } })) {
        return { phrase: "the customer was redacted" };
      }
      const changed = await updateSummary(sqlOf(tx), keys, {
        id: payload.customerId,
        ordersCount: payload.numberOfOrders,
        amountSpent: payload.amountSpent.amount,
        currency: payload.amountSpent.currencyCode,
        lastOrderId: payload.lastOrderId ?? null,
        summaryAt: payload.occurredAt,
      });
      return { phrase: changed ? "the summary is up to date" : "a newer summary is known: nothing changed" };
    },
  };
}
