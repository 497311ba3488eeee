import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Of a mail that has left, or may. */
const ALIVE = ["queued", "sending", "sent", "uncertain"];

type Merge = { intoId: string; came: readonly string[] };

/**
 * Whether a mail that has left, or may, answers messages that came into a conversation together with others of it: wherever it went, the
 * messages on the other side would be answered a second time, or by nothing that is seen there. Hold the conversation.
 */
export async function answersBoth(tx: Tx, keys: ShopKeys, { intoId, came }: Merge): Promise<boolean> {
  const mails = await tx.delivery.findMany({
    where: { conversationId: intoId, status: { in: ALIVE } },
    select: { draftId: true },
  });
  const drafts = await tx.draft.findMany({
    where: { id: { in: mails.flatMap(({ draftId }) => draftId ?? []) }, messageId: { not: null } },
    select: { id: true, messageId: true, sealed: true },
  });
  return drafts.some(({ id, messageId, sealed: bytes }) => {
    const context = `drafts.sealed:${id}` as const;
    const { answers = [] } = openJson(keys, { context, bytes }, draftContentSchema);
    const ofThose = [messageId ?? "", ...answers].map((one) => came.includes(one));
    return ofThose.includes(true) && ofThose.includes(false);
  });
}
