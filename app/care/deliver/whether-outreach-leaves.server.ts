import type { Delivery } from "@prisma/client";
import { stillWanted } from "#app/care/decide/still-wanted.server.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { lookAgain } from "#app/care/review/look-again.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type Leaves = {
  /** A sentence; null: it is to be told still. */
  unwanted: string | null;
  /** When the shopper's quiet hours are over; null: they are not on. */
  notBefore: Date | null;
};

const not = (unwanted: string): Leaves => ({ unwanted, notBefore: null });

/**
 * Whether what nobody asked for may leave now: it lay through a night, perhaps, since a person approved it. All that the decision rests
 * on is looked at anew, and every fact that it cites.
 */
export async function whetherOutreachLeaves(
  tx: Tx,
  keys: ShopKeys,
  { delivery, now }: { delivery: Delivery; now: Date },
): Promise<Leaves> {
  const { shopId, draftId } = delivery;
  const row = draftId ? await tx.draft.findFirst({ where: { shopId, id: draftId } }) : null;
  if (!row) return not("its draft is gone");
  const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
  const content = openJson(keys, sealed, draftContentSchema);
  const outreach = await tx.outreach.findFirst({
    where: { shopId, draftId: row.id },
    select: { id: true, contactIndex: true },
  });
  if (!content.outreach || outreach?.id !== content.outreach.outreachId)
    return not("another draft of it took its place");
  if (outreach.contactIndex !== delivery.recipientIndex)
    return not("the order has another address meanwhile");
  const wanted = await stillWanted(tx, keys, { outreachId: outreach.id, now });
  if (!wanted.wanted) return not(wanted.why);
  const { stale } = await lookAgain(tx, keys, { row, content, at: now });
  return stale
    ? not("the records say something else meanwhile")
    : { unwanted: null, notBefore: wanted.notBefore };
}
