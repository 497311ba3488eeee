import { movedRowsSchema } from "#app/care/review/merge/moved-rows.ts";
import type { Tx } from "#app/db.server.ts";

type Removing = { shopId: string; conversationIds: string[]; contacts: string[] };

/**
 * Removes what was kept of conversations that went into others: theirs, and those of a person whose conversation went into somebody
 * else's, with what the team wrote there.
 */
export async function removeMerges(tx: Tx, { shopId, conversationIds, contacts }: Removing): Promise<void> {
  const joins = await tx.conversationJoin.findMany({
    where: { shopId, intoId: { in: conversationIds } },
    select: { fromId: true },
  });
  const merges = await tx.conversationMerge.findMany({
    where: {
      shopId,
      OR: [
        { intoId: { in: conversationIds } },
        { fromId: { in: [...conversationIds, ...joins.map(({ fromId }) => fromId)] } },
        { contactIndex: { in: contacts } },
      ],
    },
    select: { id: true, fromId: true, contactIndex: true, moved: true, undoneAt: true },
  });
  for (const { id, fromId, contactIndex, moved, undoneAt } of merges) {
    const theirs = contactIndex !== null && contacts.includes(contactIndex);
    if (theirs && !undoneAt) {
      const rows = movedRowsSchema.parse(moved);
      await tx.note.deleteMany({ where: { shopId, id: { in: rows["notes"] ?? [] } } });
      await tx.staffFact.deleteMany({ where: { shopId, id: { in: rows["staff_facts"] ?? [] } } });
      await tx.conversationJoin.deleteMany({ where: { shopId, fromId } });
    }
    await tx.conversationMerge.delete({ where: { id } });
  }
}
