import type { Sql } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";

/** Conversations in one transaction. */
const SLICE = 1_000;

/** Hours or targets are others: the clocks of everything that is not closed are looked at anew, in slices of many. */
export const recomputeLevels: Handler<"recomputeLevels"> = async (_ports, { shopId, inShopSql }) => {
  let asked = 0;
  for (const status of ["open", "waiting", "snoozed"]) {
    let after: Place | null = { at: new Date(0), id: "" };
    while (after) {
      const from: Place = after;
      const slice = await inShopSql((sql) => lookAgain(sql, { shopId, status, from }));
      asked += slice.length;
      after = slice.length < SLICE ? null : (slice.at(-1) ?? null);
    }
  }
  return `asked for a look at ${asked} conversations`;
};

/** In the order of their last change: what changes meanwhile moves to the end, and is not passed over. */
type Place = { at: Date; id: string };

async function lookAgain(
  sql: Sql,
  { shopId, status, from }: { shopId: string; status: string; from: Place },
): Promise<Place[]> {
  const open = await sql<Place>(
    `SELECT id, updated_at AS at FROM conversations
     WHERE shop_id = $1 AND NOT unsent AND status = $2 AND (updated_at, id) > ($3, $4)
     ORDER BY updated_at, id LIMIT ${SLICE}`,
    [shopId, status, from.at, from.id],
  );
  const ids = open.map(({ id }) => id);
  // Each is held before its level, in the order of their ids, as everywhere.
  await sql(`SELECT 1 AS held FROM conversations WHERE id = ANY($1::text[]) ORDER BY id FOR NO KEY UPDATE`, [
    ids,
  ]);
  await sql(
    `INSERT INTO service_levels (conversation_id, shop_id, look_at)
     SELECT id, $1, to_timestamp(0) FROM conversations WHERE id = ANY($2::text[])
     ON CONFLICT (conversation_id) DO UPDATE SET look_at = to_timestamp(0)`,
    [shopId, ids],
  );
  return open;
}
