import { forShop, type InShop } from "#app/db.server.ts";
import type { ClaimedJob } from "#app/queue/claim-job.server.ts";

/** Another claim of the job was made, or it was taken away: nothing may be written under this one any more. */
export class FenceLost extends Error {
  override name = "FenceLost";
}

/**
 * The shop's database under one claim. Every transaction first locks the job's row and checks the fence, so that a next
 * claim waits until this transaction has ended, and a transaction that comes after the next claim fails. Shared, so that
 * transactions of the same claim do not wait for each other.
 */
export function fencedInShop(job: Pick<ClaimedJob, "id" | "shopId" | "fence">): InShop {
  const inShop = forShop(job.shopId);
  return (work) =>
    inShop(async (tx) => {
      const held = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM jobs WHERE id = ${job.id}::bigint AND fence = ${job.fence} AND state = 'running' FOR SHARE`;
      if (held.length === 0) throw new FenceLost("Another claim of this job was made");
      return work(tx);
    });
}
