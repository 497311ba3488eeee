import { messageText } from "#app/care/understand/message-content.server.ts";
import { proves } from "#app/care/understand/prove-orders.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { saidOccasion, type SaidOccasion } from "#app/care/understand/said-occasion.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emitAll } from "#app/emit.server.ts";
import { kept } from "#app/lib/kept.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

type Read = {
  message: { id: string; at: Date; automatic: boolean };
  reading: Pick<Reading, "language" | "orderIds" | "proofs">;
};

/**
 * Keeps what a message says of when its orders are needed and that they are gifts, of those that are shown to be the writer's: anybody
 * may name a number. Read again with better information, it replaces what it said before. Orders of which that is news are looked at.
 */
export async function keepOccasions(tx: Tx, keys: ShopKeys, read: Read): Promise<void> {
  const { shopId } = keys;
  const { message } = read;
  const owned = ownedOrders(read);
  const said = owned.length > 0 ? await saidIn(tx, keys, read) : null;
  const orderIds = said && (said.gift || said.neededBy !== null) ? owned : [];
  const sql = sqlOf(tx);
  // Almost no message says any of it.
  const gone = await sql<{ orderId: string }>(
    `DELETE FROM order_occasions WHERE shop_id = $1 AND message_id = $2 AND order_id <> ALL($3::text[])
     RETURNING order_id AS "orderId"`,
    [shopId, message.id, orderIds],
  );
  const written =
    orderIds.length === 0
      ? []
      : await sql<{ orderId: string }>(
          `INSERT INTO order_occasions AS known (shop_id, order_id, message_id, needed_by, gift, said_at)
     SELECT $1, order_id, $2, $4::date, $5, $6 FROM unnest($3::text[]) AS given(order_id)
     ON CONFLICT (shop_id, order_id, message_id) DO UPDATE SET needed_by = excluded.needed_by, gift = excluded.gift
       WHERE (known.needed_by, known.gift) IS DISTINCT FROM (excluded.needed_by, excluded.gift)
     RETURNING order_id AS "orderId"`,
          [
            shopId,
            message.id,
            orderIds,
            said?.neededBy ?? null,
            said?.gift ?? false,
            message.at.toISOString(),
          ],
        );
  await emitAll(
    sql,
    [...gone, ...written].map(({ orderId }) => ({ event: "occasion-said", data: { shopId, orderId } })),
  );
}

/** A machine needs nothing. */
function ownedOrders({ message, reading: { orderIds, proofs } }: Read): string[] {
  if (message.automatic) return [];
  return proofs.flatMap(({ orderId, level }) =>
    orderIds.includes(orderId) && proves(level, "address_match") ? [orderId] : [],
  );
}

/** "By Friday" is read against the day on which it was written where the shop is. */
async function saidIn(
  tx: Tx,
  keys: ShopKeys,
  { message, reading: { language } }: Read,
): Promise<SaidOccasion> {
  const { timezone } = await tx.shop.findUniqueOrThrow({
    where: { id: keys.shopId },
    select: { timezone: true },
  });
  const text = await messageText(tx, keys, message.id);
  return saidOccasion({ text, language, on: dayFormat(timezone ?? "UTC").format(message.at) });
}

/** Sweden writes days as ISO 8601 does. Some shops carry a zone that this runtime does not know. */
const dayFormat = kept((timeZone: string) => {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone });
  } catch {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "UTC" });
  }
});
