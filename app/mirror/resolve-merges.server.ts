import type { Sql } from "#app/db.server.ts";
import { keptOf } from "#app/mirror/fold/kept-of.ts";
import { ONE_BY_ONE } from "#app/mirror/one-by-one.ts";

/**
 * Who customers are now: a merged one is the customer that was kept, also when that one was merged again. Those who were not
 * merged are left out.
 */
export async function resolveMerges(sql: Sql, shopId: string, ids: string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const steps = await sql<{ gone: string; kept: string }>(
    `WITH RECURSIVE chain(gone, kept) AS (
       SELECT c.id, c.merged_into_id FROM unnest($2::text[]) AS given(id) CROSS JOIN LATERAL (
         SELECT id, merged_into_id FROM customers WHERE shop_id = $1 AND id = given.id ${ONE_BY_ONE}) AS c
       WHERE c.merged_into_id IS NOT NULL
       UNION
       SELECT c.id, c.merged_into_id FROM chain JOIN customers c ON c.id = chain.kept
       WHERE c.shop_id = $1 AND c.merged_into_id IS NOT NULL)
     SELECT gone, kept FROM chain`,
    [shopId, asked],
  );
  const merged = new Map(steps.map(({ gone, kept }) => [gone, kept]));
  return new Map(
    asked.flatMap((id) => {
      const kept = keptOf(merged, id);
      return kept === id ? [] : [[id, kept]];
    }),
  );
}
