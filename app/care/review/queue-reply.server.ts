import { randomUUID } from "node:crypto";
import { messageIdOf } from "#app/care/review/compose-mail.ts";
import { composeReply, type NoAddress } from "#app/care/review/compose-reply.server.ts";
import { checkCopies, type RefusedCopy } from "#app/care/review/check-copies.server.ts";
import { deliveryOf } from "#app/care/review/delivery-of.ts";
import { honestLine } from "#app/care/review/honest-line.ts";
import { takeFiles, type RefusedFiles } from "#app/care/review/files/take-files.server.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import type { OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { stopLine } from "#app/care/review/stop-line.server.ts";
import type { Check } from "#app/care/draft/draft.ts";
import type { Mailbox } from "#app/conversation/message-content.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";

type Queueing = {
  draft: LockedDraft;
  /** What a person made of the draft; null: nothing. */
  edit: string | null;
  checks: Check[];
  copies: readonly Mailbox[];
  /** Files that wait in the conversation, by id. */
  files: readonly string[];
  overrule: { reason: string } | undefined;
  staff: { id: string; name: string };
  at: Date;
  /** When it leaves at the earliest; null: at once. */
  notBefore: Date | null;
};

export type RefusedAddition = RefusedCopy | RefusedFiles;
export type Queued =
  { outcome: "approved"; deliveryId: string; notBefore: Date | null } | NoAddress | RefusedAddition;

/** Composes the mail of an approved draft and records its delivery and the job that sends it. Hold the conversation and the draft. */
export async function queueReply(tx: Tx, keys: ShopKeys, given: Queueing): Promise<Queued> {
  const { draft, edit, copies, files, staff, at, notBefore } = given;
  const { conversationId, messageId, shopId } = draft.row;
  const text = edit ?? draft.content.text;
  const composed = await composeReply(tx, keys, {
    ...{ conversationId, messageId, text, copies },
    makerLine: honestLine(draft, { text, name: staff.name }),
    ...(await stopLine(tx, keys, draft)),
  });
  if (composed.outcome === "no_address") return composed;
  const refused = await checkCopies(tx, keys, { copies, to: composed.mail.to });
  if (refused) return refused;
  const deliveryId = randomUUID();
  const missing = await takeFiles(tx, { files, placeId: conversationId, deliveryId });
  if (missing) return missing;
  await recordDelivery(tx, keys, { ...given, deliveryId, mail: composed.mail });
  await markSent(tx, keys, given);
  await tx.draft.updateMany({
    where: { conversationId, messageId, status: { in: ["waiting", "stale"] } },
    data: { status: "superseded" },
  });
  await tx.conversation.update({ where: { id: conversationId }, data: { status: "waiting", updatedAt: at } });
  await markApproved(tx, given);
  await logSent(tx, { ...given, deliveryId });
  await emit(tx, "draft-approved", {
    data: { shopId, deliveryId },
    ...(notBefore ? { runAt: notBefore } : {}),
  });
  return { outcome: "approved", deliveryId, notBefore };
}

async function recordDelivery(
  tx: Tx,
  keys: ShopKeys,
  given: Queueing & { deliveryId: string; mail: OutgoingContent },
): Promise<void> {
  const { draft, edit, deliveryId, mail, copies, overrule, staff, at, notBefore } = given;
  const { id: draftId, conversationId, shopId } = draft.row;
  const { purpose, key } = await freeKey(tx, draft, edit ?? draft.content.text);
  const { status } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { status: true },
  });
  const content: OutgoingContent = {
    ...mail,
    ...(overrule ? { overruled: { by: staff.id, reason: overrule.reason } } : {}),
    before: { text: draft.content.text, checks: draft.content.checks, status },
  };
  await tx.delivery.create({
    data: {
      ...{ id: deliveryId, shopId, key, purpose, conversationId, draftId, approvedBy: staff.id },
      mailMessageId: messageIdOf({ shopId, key }, env.INBOUND_DOMAIN),
      recipientIndex: blindIndex(keys, "email", mail.to.address),
      copyIndexes: copies.map(({ address }) => blindIndex(keys, "email", address)),
      sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, content),
      nextAttemptAt: notBefore ?? at,
      ...{ at, createdAt: at },
    },
  });
}

/** The draft's text is what is sent; its sentences stay as they were drafted, so that the edit can be learned from. */
async function markSent(tx: Tx, keys: ShopKeys, { draft, edit, checks, staff, at }: Queueing): Promise<void> {
  const { id } = draft.row;
  const content = { ...draft.content, text: edit ?? draft.content.text, checks };
  const edited =
    edit === null ? {} : { editedBy: staff.name, sealed: sealJson(keys, `drafts.sealed:${id}`, content) };
  await tx.draft.update({
    where: { id },
    data: { status: "sent", decidedAt: at, decidedBy: staff.id, ...edited },
  });
}

/** `made`: as it was drafted | edited | own words, where nobody had drafted any. */
async function logSent(tx: Tx, given: Queueing & { deliveryId: string }): Promise<void> {
  const { draft, edit, staff, at, deliveryId } = given;
  const { shopId, conversationId, maker } = draft.row;
  const made = maker === "person" ? "own" : edit === null ? "drafted" : "edited";
  const data = { deliveryId, made };
  await logEvent(tx, { shopId, conversationId, kind: "sent", by: staff.id, at, data });
}

/** Of an outreach: who approved it, and that it leaves when the quiet hours are over. */
async function markApproved(tx: Tx, { draft, staff, at, notBefore }: Queueing): Promise<void> {
  const { outreach } = draft.content;
  if (!outreach) return;
  await tx.outreach.update({
    where: { id: outreach.outreachId },
    data: { state: "approved", notBefore, lookAt: null, changedAt: at, changedBy: staff.id },
  });
}

/** The key of a draft's delivery. One whose mail never left and never will does not stand in the way of another. */
async function freeKey(
  tx: Tx,
  { row, content }: LockedDraft,
  text: string,
): Promise<{ purpose: string; key: string }> {
  const { purpose, key } = deliveryOf(row.id, content, text);
  const taken = await tx.delivery.count({ where: { shopId: row.shopId, key } });
  return { purpose, key: taken > 0 ? `${key}:${row.id}` : key };
}
