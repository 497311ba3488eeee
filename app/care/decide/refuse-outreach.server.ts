import { z } from "zod";
import { reasonSchema, type Reason, type Worded } from "#app/care/decide/outreach.ts";
import type { Tx } from "#app/db.server.ts";

/** What was to be told cannot be, for a reason that no rule of the decision knows: it stands with the others. Hold its issue. */
export async function refuseOutreach(
  tx: Tx,
  { outreachId, reason, now }: { outreachId: string; reason: Worded; now: Date },
): Promise<void> {
  const row = await tx.outreach.findUnique({ where: { id: outreachId }, select: { reasons: true } });
  if (!row) return;
  const before = z.array(reasonSchema).parse(row.reasons);
  const reasons: Reason[] = [
    ...before.filter(({ rule }) => rule !== reason.rule),
    { ...reason, outcome: "refuse" },
  ];
  await tx.outreach.update({
    where: { id: outreachId },
    data: {
      ...{ state: "refused", reasons, draftId: null, notBefore: null, lookAt: null },
      ...{ changedAt: now, changedBy: null },
    },
  });
}
