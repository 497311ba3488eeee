import type { Delivery } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";

/**
 * What was approved does not leave: it is decided anew whether, and in what words, its issue is told. Nobody has to look at it: nothing
 * was said, and nobody waits.
 */
export async function dropApproved(
  tx: Tx,
  { delivery, now, installed }: { delivery: Delivery; now: Date; installed: boolean },
): Promise<void> {
  const { shopId, draftId } = delivery;
  const outreach = draftId
    ? await tx.outreach.findFirst({ where: { shopId, draftId, state: "approved" } })
    : null;
  if (!outreach) return;
  const { id, issueId } = outreach;
  await tx.outreach.update({
    where: { id },
    data: {
      state: "superseded",
      draftId: null,
      notBefore: null,
      lookAt: null,
      changedAt: now,
      changedBy: null,
    },
  });
  if (installed) await emit(tx, "outreach-held", { data: { shopId, issueId } });
}
