import { z } from "zod";
import { editClasses, type EditClass } from "#app/care/learn/classify-edit.ts";
import type { Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";

export const COUNTED_DAYS = 60;

/** How many lessons wait for somebody's word. */
export async function countProposed(tx: Tx, shopId: string): Promise<number> {
  return tx.lesson.count({ where: { shopId, state: "proposed" } });
}

export type CountedEdits = { class: EditClass; count: number }[];

/** What people changed in this shop's drafts in the last sixty days, the most frequent first. */
export async function countEdits(tx: Tx, shopId: string, now: Date): Promise<CountedEdits> {
  const since = new Date(now.getTime() - days(COUNTED_DAYS));
  const counts = await tx.draftEdit.groupBy({
    by: ["class"],
    where: { shopId, at: { gte: since } },
    _count: true,
  });
  return counts
    .map((one) => ({ class: z.enum(editClasses).parse(one.class), count: one._count }))
    .toSorted((a, b) => b.count - a.count || (a.class < b.class ? -1 : 1));
}
