import type { Sql } from "#app/db.server.ts";

/** The stock that a parcel left from, by its name in the shop. */
export type LeftFrom = { fulfillmentId: string; location: string };

/** Writes where parcels left from, by the rule of fold/rules.ts. */
export async function placeParcels(sql: Sql, shopId: string, left: readonly LeftFrom[]): Promise<void> {
  if (left.length === 0) return;
  await sql(
    `UPDATE fulfillments f SET location = GREATEST(given.location COLLATE "C", f.location COLLATE "C")
     FROM unnest($2::text[], $3::text[]) AS given(id, location)
     WHERE f.shop_id = $1 AND f.id = ANY($2::text[]) AND f.id = given.id`,
    [shopId, left.map(({ fulfillmentId }) => fulfillmentId), left.map(({ location }) => location)],
  );
}
