import type { Run } from "#app/job.ts";

/** Orders in one statement. */
const PAGE = 20_000;

/**
 * Puts every order of the shop up to be looked at now, page by page: a backfill tells of none of them. What is watched for an earlier
 * time stays so. Begins anew after a crash, which changes nothing. Answers how many there are.
 */
export async function seedWatches(run: Run, now: Date): Promise<number> {
  const { shopId } = run;
  let count = 0;
  for (let after: string | null = ""; after !== null;) {
    const page: { last: string | null; count: number } = await run.inShopSql(async (sql) => {
      const [row] = await sql<{ last: string | null; count: number }>(
        `WITH page AS (
           SELECT id FROM orders WHERE shop_id = $1 AND id > $2 AND deleted_at IS NULL ORDER BY id LIMIT ${PAGE}
         ), put AS (
           INSERT INTO order_watches AS w (shop_id, order_id, look_at) SELECT $1, id, $3 FROM page
           ON CONFLICT (shop_id, order_id) DO UPDATE SET look_at = excluded.look_at WHERE w.look_at > excluded.look_at
         )
         SELECT max(id) AS last, count(*)::int AS count FROM page`,
        [shopId, after, now.toISOString()],
      );
      return row ?? { last: null, count: 0 };
    });
    count += page.count;
    after = page.count === PAGE ? page.last : null;
  }
  await run.inShopSql((sql) =>
    sql("UPDATE detections SET seeded_at = $2 WHERE shop_id = $1", [shopId, now.toISOString()]),
  );
  return count;
}
