import type { Outreach } from "@prisma/client";
import { z } from "zod";
import { outreachStageSchema, outreachStateSchema, reasonSchema } from "#app/care/decide/outreach.ts";
import type { ShownOutreach } from "#app/desk/issue-shapes.ts";
import type { Tx } from "#app/db.server.ts";

/** What was decided last of each of these issues, by issue. */
export async function newestOutreaches(
  tx: Tx,
  { shopId, issueIds }: { shopId: string; issueIds: string[] },
): Promise<Map<string, Outreach>> {
  const rows = await tx.outreach.findMany({
    where: { shopId, issueId: { in: issueIds } },
    orderBy: [{ issueId: "asc" }, { decidedAt: "desc" }, { id: "desc" }],
    distinct: ["issueId"],
  });
  return new Map(rows.map((row) => [row.issueId, row]));
}

/** A decision as the screens show it. One that a later release wrote in words unknown here is shown as none. */
export function shownOutreach(row: Outreach | undefined): ShownOutreach | null {
  if (!row) return null;
  const stage = outreachStageSchema.safeParse(row.stage);
  const state = outreachStateSchema.safeParse(row.state);
  if (!stage.success || !state.success) return null;
  return {
    id: row.id,
    stage: stage.data,
    state: state.data,
    reasons: z.array(reasonSchema).catch([]).parse(row.reasons),
    notBefore: row.notBefore?.toISOString() ?? null,
    lookAt: row.lookAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
  };
}
