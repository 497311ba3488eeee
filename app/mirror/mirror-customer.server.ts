import { sqlOf, type Sql } from "#app/db.server.ts";
import { emit, emitAll } from "#app/emit.server.ts";
import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { saidAt } from "#app/mirror/delivery.ts";
import { lockForRedaction } from "#app/mirror/redaction-marks.server.ts";
import { resolveMerges } from "#app/mirror/resolve-merges.server.ts";
import type { PayloadOf } from "#app/mirror/topics.ts";
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
        VALUES (${shop.id}, ${id}, ${`gid://shopify/Customer/${id}`}, ${sealed}, '{}', 'epoch', ${saidAt(delivery)})
        ON CONFLICT (shop_id, id) DO UPDATE SET deleted_at = LEAST(customers.deleted_at, excluded.deleted_at)`;
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
      // Alone: an order that is being written names the one that goes, and would not see the merge.
      await lockForRedaction(sqlOf(tx), shop.id);
      await tx.$executeRaw`
        INSERT INTO customers (shop_id, id, gid, sealed, tags, updated_at, deleted_at, merged_into_id)
        VALUES (${shop.id}, ${gone}, ${`gid://shopify/Customer/${gone}`}, ${sealed}, '{}', 'epoch', ${saidAt(delivery)}, ${kept})
        ON CONFLICT (shop_id, id) DO UPDATE SET
          merged_into_id = GREATEST(customers.merged_into_id COLLATE "C", excluded.merged_into_id COLLATE "C"),
          deleted_at = LEAST(customers.deleted_at, excluded.deleted_at)`;
      const moved = await moveOrders(sqlOf(tx), shop.id, gone);
      await emitAll(
        sqlOf(tx),
        moved.map((orderId) => ({ event: "order-mirrored", data: { shopId: shop.id, orderId } })),
      );
      return { phrase: `two customers became one, orders moved: ${moved.length}` };
    },
  };
}

/** What the customer bought goes to who was kept, to the end of the chain. */
async function moveOrders(sql: Sql, shopId: string, gone: string): Promise<string[]> {
  const kept = (await resolveMerges(sql, shopId, [gone])).get(gone);
  if (!kept) return [];
  const moved = await sql<{ id: string }>(
    "UPDATE orders SET customer_id = $3, mirrored_at = now() WHERE shop_id = $1 AND customer_id = $2 RETURNING id",
    [shopId, gone, kept],
  );
  return moved.map(({ id }) => id);
}
