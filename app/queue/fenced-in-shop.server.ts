import { forShop, forShopSql, sqlOf, type InShop, type InShopSql, type Sql } from "#app/db.server.ts";
import type { ClaimedJob } from "#app/queue/claim-jobs.server.ts";

/** Another claim of a job was made, or it was taken away: nothing may be written under this one any more. */
export class FenceLost extends Error {
  override name = "FenceLost";
}

/** One claim of one job or of several of one shop. */
export type Fence = { shopId: string; jobs: readonly Pick<ClaimedJob, "id" | "fence">[] };

/**
 * The shop's database under one claim. Every transaction first locks the rows of its jobs and checks their fences, so that a
 * next claim waits until this transaction has ended, and a transaction that comes after the next claim of any of them fails.
 * Shared, so that transactions of the same claim do not wait for each other.
 */
export function fencedInShop(fence: Fence): InShop {
  const inShop = forShop(fence.shopId);
  return (work) =>
    inShop(async (tx) => {
      await hold(sqlOf(tx), fence);
      return work(tx);
    });
}

/** As `fencedInShop`, in SQL. */
export function fencedInShopSql(fence: Fence): InShopSql {
  const inShop = forShopSql(fence.shopId);
  return (work) =>
    inShop(async (sql) => {
      await hold(sql, fence);
      return work(sql);
    });
}

async function hold(sql: Sql, { jobs }: Fence): Promise<void> {
  const held = await sql(
    // By the primary key, whatever the planner believes of the table.
    `SELECT 1 AS held FROM jobs
     WHERE id = ANY($1::bigint[]) AND fence = ($2::int[])[array_position($1::bigint[], id)] AND state = 'running'
     ORDER BY id FOR SHARE`,
    [jobs.map(({ id }) => id), jobs.map(({ fence }) => fence)],
  );
  if (held.length < jobs.length) throw new FenceLost("Another claim of this job was made");
}
