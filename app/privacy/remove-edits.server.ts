import type { Tx } from "#app/db.server.ts";

/**
 * Removes what was learned from drafts: the changes in them, and every lesson that rests on one and is not in use. What a person
 * approved names nobody (care/learn) and stays.
 */
export async function removeEdits(
  tx: Tx,
  shopId: string,
  of: { conversationId: { in: string[] } } | { draftId: { in: string[] } },
): Promise<void> {
  const where = { shopId, ...of };
  const edits = await tx.draftEdit.findMany({
    where: { ...where, lessonId: { not: null } },
    select: { lessonId: true },
    distinct: ["lessonId"],
  });
  const lessons = edits.flatMap(({ lessonId }) => lessonId ?? []);
  const gone = await tx.lesson.findMany({
    where: { shopId, id: { in: lessons }, state: { not: "approved" } },
    select: { id: true },
  });
  const lessonId = { in: gone.map(({ id }) => id) };
  await tx.draftEdit.deleteMany({ where });
  // Corrections of others that it rested on may be proposed anew.
  await tx.draftEdit.updateMany({ where: { shopId, lessonId }, data: { lessonId: null } });
  await tx.lesson.deleteMany({ where: { shopId, id: lessonId } });
}
