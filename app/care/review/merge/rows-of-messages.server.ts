import type { MovedRows } from "#app/care/review/merge/moved-rows.ts";
import type { Tx } from "#app/db.server.ts";

type Sent = { id: string; deliveryId: string | null };

/**
 * Everything that belongs to these messages of a conversation, by table: what was read, translated and drafted of them, the mails that
 * they are, and what those promised and told. A draft goes with the mail that it became, else with the message that it answers.
 */
export async function rowsOfMessages(
  tx: Tx,
  { conversationId, messages }: { conversationId: string; messages: readonly Sent[] },
): Promise<MovedRows> {
  const ids = messages.map(({ id }) => id);
  const sent = messages.flatMap(({ deliveryId }) => deliveryId ?? []);
  const ofMessage = { conversationId, messageId: { in: ids } };
  const select = { id: true };
  const mails = await tx.delivery.findMany({
    where: { conversationId },
    select: { id: true, draftId: true, status: true, purpose: true, key: true },
  });
  const stays = new Set(
    mails.filter(({ id, status }) => status === "sent" && !sent.includes(id)).map(({ draftId }) => draftId),
  );
  const goes = new Set(mails.filter(({ id }) => sent.includes(id)).map(({ draftId }) => draftId));
  const drafts = await tx.draft.findMany({
    where: { conversationId },
    select: { id: true, messageId: true },
  });
  const draftIds = drafts
    .filter(({ id, messageId }) => goes.has(id) || (messageId && ids.includes(messageId) && !stays.has(id)))
    .map(({ id }) => id);
  const codes = await tx.proofCode.findMany({ where: ofMessage, select });
  const codeKeys = new Set(codes.map(({ id }) => `code:${id}`));
  const deliveryIds = mails
    .filter(
      ({ id, draftId, key }) =>
        sent.includes(id) || (draftId !== null && draftIds.includes(draftId)) || codeKeys.has(key),
    )
    .map(({ id }) => id);
  const told = { conversationId, deliveryId: { in: deliveryIds } };
  const ofDraft = { conversationId, draftId: { in: draftIds } };
  const files = { placeId: conversationId, deliveryId: { in: deliveryIds } };
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const modelReadings = await tx.modelReading.findMany({ where: ofMessage, select: { messageId: true } });
  return {
    messages: ids,
    readings: idsOf(await tx.reading.findMany({ where: ofMessage, select })),
    model_readings: modelReadings.map(({ messageId }) => messageId),
    reading_corrections: idsOf(await tx.readingCorrection.findMany({ where: ofMessage, select })),
    draft_answers: idsOf(await tx.draftAnswer.findMany({ where: ofMessage, select })),
    translations: idsOf(await tx.translation.findMany({ where: ofMessage, select })),
    proof_codes: idsOf(codes),
    drafts: draftIds,
    deliveries: deliveryIds,
    draft_edits: idsOf(await tx.draftEdit.findMany({ where: ofDraft, select })),
    promises: idsOf(await tx.promise.findMany({ where: told, select })),
    sent_claims: idsOf(await tx.sentClaim.findMany({ where: told, select })),
    attachments: idsOf(await tx.attachment.findMany({ where: files, select })),
    outreaches: idsOf(await tx.outreach.findMany({ where: ofDraft, select })),
  };
}
