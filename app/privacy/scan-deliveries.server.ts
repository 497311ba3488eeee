import type { Tx } from "#app/db.server.ts";
import type { Run } from "#app/job.ts";
import { mentions, type Person } from "#app/privacy/person.ts";
import { openBytes, type ShopKeys } from "#app/shop/seal.ts";

const BATCH = 100;

export type RawDelivery = { id: string; topic: string; state: string; receivedAt: Date; body: string };

/**
 * Goes through all raw webhooks of the shop and visits those about the person, a batch in one transaction. Sealed bodies
 * cannot be searched: each is opened.
 */
export async function scanDeliveries(
  run: Run,
  { keys, person }: { keys: ShopKeys; person: Person },
  visit: (tx: Tx, delivery: RawDelivery) => Promise<void>,
): Promise<void> {
  let after = "";
  for (;;) {
    const last = await run.inShop(async (tx) => {
      const rows = await tx.webhookDelivery.findMany({
        where: { shopId: keys.shopId, id: { gt: after } },
        orderBy: { id: "asc" },
        take: BATCH,
      });
      for (const { id, topic, state, receivedAt, sealedBody } of rows) {
        const body = openBytes(keys, `webhook_deliveries.sealed_body:${id}`, sealedBody).toString("utf8");
        if (mentions(body, person)) await visit(tx, { id, topic, state, receivedAt, body });
      }
      return rows.length === BATCH ? rows.at(-1)?.id : undefined;
    });
    if (!last) return;
    after = last;
  }
}
