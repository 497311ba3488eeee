import type { Sql, Tx } from "#app/db.server.ts";
import { timeOf, type Delivery } from "#app/mirror/delivery.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";

/** Reads and opens a delivery of the shop; null when there is none. Throws when the body was altered. */
export async function openDelivery(tx: Tx, keys: ShopKeys, deliveryId: string): Promise<Delivery | null> {
  const row = await tx.webhookDelivery.findFirst({ where: { id: deliveryId, shopId: keys.shopId } });
  return row && opened(keys, row);
}

/** Several at once, by id. Those that do not exist are left out. */
export async function openDeliveries(
  sql: Sql,
  keys: ShopKeys,
  ids: string[],
): Promise<Map<string, Delivery>> {
  const rows = await sql<SealedDelivery>(
    `SELECT d.id, d.topic, d.shop_domain AS "shopDomain", d.received_at AS "receivedAt", d.triggered_at AS "triggeredAt", d.state,
       d.sealed_body AS "sealedBody"
     FROM unnest($1::text[]) AS given(id)
     CROSS JOIN LATERAL (SELECT * FROM webhook_deliveries WHERE id = given.id ${ONE_BY_ONE}) AS d`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, opened(keys, row)]));
}

type SealedDelivery = Omit<Delivery, "triggeredAt" | "body"> & {
  triggeredAt: string | null;
  sealedBody: Uint8Array;
};

function opened(keys: ShopKeys, { triggeredAt, sealedBody, ...row }: SealedDelivery): Delivery {
  const { id, topic, shopDomain, receivedAt, state } = row;
  const body = openBytes(keys, `webhook_deliveries.sealed_body:${id}`, sealedBody);
  return { id, topic, shopDomain, receivedAt, state, triggeredAt: timeOf(triggeredAt), body };
}
