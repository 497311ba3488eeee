import type { Sql } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";

/** Orders in one transaction. */
const SLICE = 5_000;

/**
 * The shop works on other days, or promises others: every order with an open issue is looked at anew, in slices, so that what was
 * only late by a holiday nobody had named is over. What comes to be late sooner by it is found at the time that was kept before.
 */
export const lookAtOpenIssues: Handler<"lookAtOpenIssues"> = async (ports, { shopId, inShopSql }) => {
  const now = ports.now();
  let asked = 0;
  for (let after: string | null = ""; after !== null;) {
    const from: string = after;
    const slice = await inShopSql((sql) => watchNow(sql, { shopId, from, now }));
    asked += slice.count;
    after = slice.count === SLICE ? slice.last : null;
  }
  return `asked for a look at ${asked} orders`;
};

type Slice = { last: string | null; count: number };

async function watchNow(
  sql: Sql,
  { shopId, from, now }: { shopId: string; from: string; now: Date },
): Promise<Slice> {
  const [slice] = await sql<Slice>(
    `WITH late AS (
       SELECT DISTINCT order_id AS id FROM order_issues
       WHERE shop_id = $1 AND status = 'open' AND order_id > $2 ORDER BY order_id LIMIT ${SLICE}
     ), put AS (
       INSERT INTO order_watches AS w (shop_id, order_id, look_at) SELECT $1, id, $3 FROM late ORDER BY id
       ON CONFLICT (shop_id, order_id) DO UPDATE SET look_at = excluded.look_at WHERE w.look_at > excluded.look_at
     )
     SELECT max(id) AS last, count(*)::int AS count FROM late`,
    [shopId, from, now.toISOString()],
  );
  return slice ?? { last: null, count: 0 };
}
