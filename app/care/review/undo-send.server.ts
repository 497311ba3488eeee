import type { Delivery } from "@prisma/client";
import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { markStale } from "#app/care/draft/mark-stale.server.ts";
import { lookAgain } from "#app/care/review/look-again.server.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import { lockDraft, type LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { outgoingContentSchema, type OutgoingContent } from "#app/care/review/outgoing-content.ts";
import { undoneKey } from "#app/care/review/undone-key.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type UndoInput = { shopId: string; deliveryId: string; staff: { id: string } };

export type Undone =
  /** `text`: what a person had made of the draft; null: it left the draft as it was, or the draft is no longer there to edit. */
  | { outcome: "undone"; conversationId: string; draftId: string | null; text: string | null }
  /** It has left, may have, or was taken back before. `status`: the delivery's own. */
  | { outcome: "too_late"; status: string }
  | { outcome: "not_found" };

/**
 * Takes an approved mail back that no worker has claimed yet: the delivery is cancelled and its key free, the draft waits as it was
 * drafted, the conversation is as before. Exact against the claim and against a second click, since each takes the delivery's lock: one
 * wins, and the other is told. A code that was to leave with it is taken back, too.
 */
export async function undoSend(
  { inShop, now }: { inShop: InShop; now: Now },
  { shopId, deliveryId, staff }: UndoInput,
): Promise<Undone> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx): Promise<Undone> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const delivery = await lockDelivery(tx, deliveryId);
    if (!delivery) return { outcome: "not_found" };
    // What was claimed once may have left, or stand half-read on a mail server, whatever became of it since.
    if (delivery.status !== "queued" || delivery.fence > 0)
      return { outcome: "too_late", status: delivery.status };
    const { conversationId, draftId } = delivery;
    if (!conversationId) return { outcome: "not_found" };
    if (delivery.purpose === "side") return takeAside(tx, keys, { delivery, by: staff.id, at: now() });
    if (!draftId) return { outcome: "not_found" };
    const draft = await lockDraft(tx, keys, { conversationId, draftId });
    const sealed = { context: `deliveries.sealed:${deliveryId}` as const, bytes: delivery.sealed };
    const mail = openJson(keys, sealed, outgoingContentSchema);
    if (!draft || !mail.before) return { outcome: "too_late", status: delivery.status };
    const at = now();
    if (!(await takeCodeBack(tx, { delivery, at }))) return { outcome: "too_late", status: delivery.status };
    await cancel(tx, { delivery, by: staff.id, at });
    await putBack(tx, keys, { draft, before: mail.before, at, by: staff.id });
    const data = { deliveryId };
    await logEvent(tx, { shopId, conversationId, kind: "taken_back", by: staff.id, at, data });
    const { text } = mail.parts;
    const own = text !== plainText(mail.before.text);
    return { outcome: "undone", conversationId, draftId, text: own ? text : null };
  });
}

type Taking = { delivery: Delivery; by: string; at: Date };

/** Its key is free, and its files wait again. */
async function cancel(tx: Tx, { delivery: { id, shopId }, by, at }: Taking): Promise<void> {
  await tx.delivery.update({
    where: { id },
    data: {
      ...{ status: "cancelled", key: undoneKey(id), draftId: null, at },
      response: `taken back by staff ${by}`,
      fence: { increment: 1 },
    },
  });
  await tx.attachment.updateMany({ where: { shopId, deliveryId: id }, data: { deliveryId: null } });
}

/** What was to leave to a third party: no draft stands behind it, and a side conversation in which nothing was said goes with it. */
async function takeAside(tx: Tx, keys: ShopKeys, taking: Taking): Promise<Undone> {
  const { id, conversationId, sealed: bytes } = taking.delivery;
  const mail = openJson(keys, { context: `deliveries.sealed:${id}`, bytes }, outgoingContentSchema);
  await cancel(tx, taking);
  const side = conversationId ?? "";
  const said = await tx.message.count({ where: { conversationId: side } });
  const others = await tx.delivery.count({ where: { conversationId: side, status: { not: "cancelled" } } });
  if (said + others === 0) {
    await tx.delivery.deleteMany({ where: { conversationId: side } });
    await tx.conversation.delete({ where: { id: side } });
  } else await tx.conversation.update({ where: { id: side }, data: { status: "open" } });
  return { outcome: "undone", conversationId: side, draftId: null, text: mail.parts.text };
}

/** False when the code that belongs to the reply was claimed already: then the reply that explains it must follow. */
async function takeCodeBack(tx: Tx, { delivery, at }: { delivery: Delivery; at: Date }): Promise<boolean> {
  const { shopId, conversationId, createdAt } = delivery;
  const codes = await tx.delivery.findMany({
    where: { shopId, conversationId, purpose: "code", createdAt, status: { not: "cancelled" } },
    select: { id: true, status: true, fence: true },
  });
  if (codes.some(({ status, fence }) => status !== "queued" || fence > 0)) return false;
  for (const { id } of codes) {
    const response = "The reply that asks for it was taken back";
    await tx.delivery.update({
      where: { id },
      data: { status: "cancelled", key: undoneKey(id), response, fence: { increment: 1 }, at },
    });
  }
  if (conversationId)
    await tx.proofCode.updateMany({
      where: { shopId, conversationId, createdAt, state: "open" },
      data: { state: "void", codeHash: "" },
    });
  return true;
}

type PuttingBack = {
  draft: LockedDraft;
  before: NonNullable<OutgoingContent["before"]>;
  at: Date;
  by: string;
};

/** The draft waits again, unless a newer one took its place or the records say something else meanwhile. */
async function putBack(tx: Tx, keys: ShopKeys, { draft, before, at, by }: PuttingBack): Promise<void> {
  const { row } = draft;
  const content = { ...draft.content, text: before.text, checks: before.checks };
  const newer = await tx.draft.count({
    where: {
      conversationId: row.conversationId,
      version: { gt: row.version },
      status: { in: ["waiting", "stale"] },
    },
  });
  // What a person began and took back is theirs to find again.
  if (content.message)
    await tx.conversation.update({ where: { id: row.conversationId }, data: { unsent: false } });
  await tx.draft.update({
    where: { id: row.id },
    data: {
      ...{ status: newer > 0 ? "superseded" : "waiting", editedBy: null, decidedAt: null, decidedBy: null },
      sealed: sealJson(keys, `drafts.sealed:${row.id}`, content),
    },
  });
  if (content.outreach)
    await tx.outreach.updateMany({
      where: { shopId: row.shopId, id: content.outreach.outreachId, state: "approved" },
      data: { state: "waiting", notBefore: null, changedAt: at, changedBy: by },
    });
  // Whoever closed it or wrote into it meanwhile meant that.
  await tx.conversation.updateMany({
    where: { id: row.conversationId, status: "waiting" },
    data: { status: before.status, updatedAt: at },
  });
  if (newer > 0) return;
  const looked = await lookAgain(tx, keys, { row, content, at });
  if (!looked.stale) return;
  await markStale(tx, keys, { id: row.id, content: { ...content, staleBecause: looked.because } });
  await askAnew(tx, { row, content });
}
