import type { Outreach } from "@prisma/client";
import type { Tx } from "#app/db.server.ts";

/** What was to be told and is not any more; what was refused, told or decided by a person is not touched. */
const PENDING: ReadonlySet<string> = new Set(["held", "wanted", "waiting", "snoozed"]);

/**
 * Takes outreaches back that nobody approved yet, with the drafts that waited for it. Hold their conversations. Answers how many.
 */
export async function dropOutreach(
  tx: Tx,
  outreaches: readonly Pick<Outreach, "id" | "state" | "draftId">[],
  now: Date,
): Promise<number> {
  const pending = outreaches.filter(({ state }) => PENDING.has(state));
  if (pending.length === 0) return 0;
  await tx.draft.updateMany({
    where: {
      id: { in: pending.flatMap(({ draftId }) => draftId ?? []) },
      status: { in: ["waiting", "stale"] },
    },
    data: { status: "superseded", decidedAt: now },
  });
  const { count } = await tx.outreach.updateMany({
    where: { id: { in: pending.map(({ id }) => id) }, state: { in: [...PENDING] } },
    data: { state: "superseded", draftId: null, notBefore: null, lookAt: null, changedAt: now },
  });
  return count;
}
