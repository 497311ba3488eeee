import type { ConversationMerge } from "@prisma/client";
import { movedRowsSchema, type MovedTable } from "#app/care/review/merge/moved-rows.ts";
import type { Tx } from "#app/db.server.ts";

type Removing = { shopId: string; conversationIds: string[]; contacts: string[]; orderIds: string[] };

/**
 * Removes what was kept of conversations that went into others: theirs, and those of a person whose conversation went into somebody
 * else's, with what the team wrote there and the orders that it brought. Of others who hang together with them nothing is kept from which a
 * merge could be undone; which conversation went where is, since it leads to theirs once they are erased, too. Answers the messages that
 * came with the person's: the caller removes them.
 */
export async function removeMerges(
  tx: Tx,
  { shopId, conversationIds, contacts, orderIds }: Removing,
): Promise<string[]> {
  const joins = await tx.conversationJoin.findMany({
    where: { shopId, intoId: { in: conversationIds } },
    select: { fromId: true },
  });
  const theirPlaces = await placesOf(tx, { shopId, contacts });
  const merges = await tx.conversationMerge.findMany({
    where: {
      shopId,
      OR: [
        { intoId: { in: [...conversationIds, ...theirPlaces] } },
        { fromId: { in: [...conversationIds, ...theirPlaces, ...joins.map(({ fromId }) => fromId)] } },
      ],
    },
    select: { id: true, fromId: true, intoId: true, contactIndex: true, moved: true, undoneAt: true },
  });
  const messageIds: string[] = [];
  for (const merge of merges) {
    const { id, fromId, intoId, undoneAt } = merge;
    const theirs = isOf(merge, contacts);
    if (theirs && !undoneAt) {
      const came = merges.filter((one) => one.intoId === fromId && !isOf(one, contacts));
      const own = (table: MovedTable) => withoutGuests({ merge, came }, table);
      messageIds.push(...own("messages"));
      await tx.note.deleteMany({ where: { shopId, id: { in: own("notes") } } });
      await tx.staffFact.deleteMany({ where: { shopId, id: { in: own("staff_facts") } } });
      await tx.conversationJoin.deleteMany({ where: { shopId, fromId } });
    }
    if (conversationIds.includes(intoId)) await tx.conversationMerge.delete({ where: { id } });
    else
      await tx.conversationMerge.update({
        where: { id },
        data: { sealed: null, ...(theirs ? { contactIndex: null, moved: {} } : {}) },
      });
  }
  await tx.$executeRaw`
    UPDATE conversations SET order_ids = ARRAY(
      SELECT one FROM unnest(order_ids) WITH ORDINALITY AS kept(one, turn)
      WHERE one <> ALL(${orderIds}::text[]) ORDER BY turn)
    WHERE shop_id = ${shopId} AND id = ANY(${theirPlaces}::text[]) AND order_ids && ${orderIds}::text[]`;
  return messageIds;
}

type Merge = Pick<ConversationMerge, "contactIndex" | "moved">;

const isOf = ({ contactIndex }: Merge, contacts: readonly string[]): boolean =>
  contactIndex !== null && contacts.includes(contactIndex);

/** The rows of a table that went with a conversation, without those that others' conversations had brought into it. */
function withoutGuests({ merge, came }: { merge: Merge; came: Merge[] }, table: MovedTable): string[] {
  const rowsOf = ({ moved }: Merge) => movedRowsSchema.parse(moved)[table] ?? [];
  const guests = new Set(came.flatMap(rowsOf));
  return rowsOf(merge).filter((id) => !guests.has(id));
}

/**
 * Every conversation, there still or not, that hangs together by merges with one of these contacts' that went into another: how it stood is
 * kept of each merge, so that their orders and words may stand in those before and after it, too.
 */
async function placesOf(
  tx: Tx,
  { shopId, contacts }: Pick<Removing, "shopId" | "contacts">,
): Promise<string[]> {
  const select = { fromId: true, intoId: true };
  let merges = await tx.conversationMerge.findMany({
    where: { shopId, contactIndex: { in: contacts } },
    select,
  });
  const known = new Set<string>();
  for (;;) {
    const found = new Set(
      merges.flatMap(({ fromId, intoId }) => [fromId, intoId]).filter((id) => !known.has(id)),
    );
    if (found.size === 0) return [...known];
    for (const id of found) known.add(id);
    const next = { in: [...found] };
    merges = await tx.conversationMerge.findMany({
      where: { shopId, OR: [{ fromId: next }, { intoId: next }] },
      select,
    });
  }
}
