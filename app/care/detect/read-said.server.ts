import type { SaidOfOrder } from "#app/care/detect/issue.ts";
import type { Sql } from "#app/db.server.ts";
import { isoTime } from "#app/mirror/iso-time.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";

/** What shoppers said of each order in messages of their own, oldest first. */
export async function readSaid(
  sql: Sql,
  shopId: string,
  orderIds: readonly string[],
): Promise<(orderId: string) => SaidOfOrder[]> {
  const rows = await sql<SaidOfOrder & { orderId: string }>(
    `SELECT said.* FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
       SELECT order_id AS "orderId", message_id AS "messageId", ${isoTime("said_at")} AS at,
         to_char(needed_by, 'YYYY-MM-DD') AS "neededBy", gift
       FROM order_occasions WHERE shop_id = $1 AND order_id = given.id ${ONE_BY_ONE}) AS said
     ORDER BY at, "messageId"`,
    [shopId, orderIds],
  );
  const said = new Map<string, SaidOfOrder[]>();
  for (const { orderId, ...one } of rows) said.set(orderId, [...(said.get(orderId) ?? []), one]);
  return (orderId) => said.get(orderId) ?? [];
}
