import type { Delivery } from "@prisma/client";
import { drawCode, wantedCode } from "#app/care/deliver/draw-code.server.ts";
import { isToTell } from "#app/care/deliver/is-to-tell.server.ts";
import { mayStillSend, type Circumstances } from "#app/care/deliver/may-still-send.ts";
import { draftPurposes } from "#app/care/draft/draft.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import type { Tx } from "#app/db.server.ts";
import { seconds } from "#app/lib/duration.ts";
import type { OutgoingMail } from "#app/ports.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

const TOLD_UNASKED: ReadonlySet<string> = new Set(draftPurposes);

/** Longer than the mail port's own deadline: a lease that ran out means that the run died, not that it is slow. */
const LEASE = seconds(75);

export type Claim =
  | { outcome: "claimed"; fence: number; attempts: number; mail: OutgoingMail }
  | { outcome: "wait"; until: Date; reason: string }
  | { outcome: "done"; reason: string };

/** Takes the delivery for this run, or says why not. The last look at whether it is still wanted is in the same transaction. */
export async function claimDelivery(
  tx: Tx,
  keys: ShopKeys,
  { deliveryId, now }: { deliveryId: string; now: Date },
): Promise<Claim> {
  const delivery = await lockDelivery(tx, deliveryId);
  if (!delivery) return { outcome: "done", reason: "the delivery is gone" };
  const decided = mayStillSend(await circumstances(tx, keys, { delivery, now }));
  switch (decided.decision) {
    case "nothing":
      return { outcome: "done", reason: decided.reason };
    case "wait":
      return { outcome: "wait", until: decided.until, reason: decided.reason };
    case "uncertain":
      await setAside(tx, delivery, {
        status: "uncertain",
        response: "the run that sent it ended before an answer",
        now,
      });
      return { outcome: "done", reason: "uncertain: an earlier run ended while sending" };
    case "cancel":
      await setAside(tx, delivery, { status: "cancelled", response: decided.reason, now });
      return { outcome: "done", reason: `cancelled: ${decided.reason}` };
    case "send":
      return take(tx, keys, { delivery, now });
  }
}

async function take(
  tx: Tx,
  keys: ShopKeys,
  { delivery, now }: { delivery: Delivery; now: Date },
): Promise<Claim> {
  const { fence, attempts } = await tx.delivery.update({
    where: { id: delivery.id },
    data: {
      status: "sending",
      at: now,
      fence: { increment: 1 },
      attempts: { increment: 1 },
      leaseUntil: new Date(now.getTime() + LEASE),
    },
    select: { fence: true, attempts: true },
  });
  const bytes = delivery.sealed;
  const content = openJson(
    keys,
    { context: `deliveries.sealed:${delivery.id}`, bytes },
    outgoingContentSchema,
  );
  const { from, to, replyTo, subject, text, inReplyTo, references } = content;
  const mail: OutgoingMail = {
    messageId: delivery.mailMessageId,
    from,
    to,
    replyTo,
    subject,
    text: delivery.purpose === "code" ? await drawCode(tx, keys, { delivery, text, now }) : text,
    references,
    ...(inReplyTo ? { inReplyTo } : {}),
    ...(delivery.purpose === "code" ? { headers: { "Auto-Submitted": "auto-generated" } } : {}),
  };
  return { outcome: "claimed", fence, attempts, mail };
}

/** A person must see it: the conversation is open again. */
async function setAside(
  tx: Tx,
  delivery: Delivery,
  { status, response, now }: { status: "uncertain" | "cancelled"; response: string; now: Date },
): Promise<void> {
  await tx.delivery.update({
    where: { id: delivery.id },
    data: { status, response, at: now, leaseUntil: null, fence: { increment: 1 } },
  });
  if (!delivery.conversationId) return;
  await tx.conversation.updateMany({
    where: { id: delivery.conversationId, status: "waiting" },
    data: { status: "open", updatedAt: now },
  });
}

async function circumstances(
  tx: Tx,
  keys: ShopKeys,
  { delivery, now }: { delivery: Delivery; now: Date },
): Promise<Circumstances> {
  const { shopId, conversationId, draftId, recipientIndex } = delivery;
  const [shop, conversation, draft] = await Promise.all([
    tx.shop.findUnique({ where: { id: shopId }, select: { uninstalledAt: true } }),
    conversationId
      ? tx.conversation.findUnique({ where: { id: conversationId }, select: { customerId: true } })
      : null,
    draftId
      ? tx.draft.findUnique({ where: { id: draftId }, select: { status: true, messageId: true } })
      : null,
  ]);
  const message = draft
    ? await tx.message.findUnique({ where: { id: draft.messageId }, select: { createdAt: true } })
    : null;
  // What the shopper asked for by writing again stands against what was marked before they did.
  const since = message?.createdAt ?? new Date(0);
  return {
    delivery,
    now,
    installed: shop !== null && shop.uninstalledAt === null,
    suppressed: await stopsReplies(tx, { shopId, recipientIndex, since }),
    redacted:
      !conversation || (await wasRedacted(tx, { delivery, customerId: conversation.customerId, since })),
    draftStatus: draft?.status ?? null,
    ...(delivery.purpose === "code" ? { codeWanted: (await wantedCode(tx, delivery, now)) !== null } : {}),
    ...(TOLD_UNASKED.has(delivery.purpose) ? { toTell: await isToTell(tx, keys, delivery) } : {}),
    answeredByOther: draft ? await wasAnswered(tx, { delivery, messageId: draft.messageId }) : false,
  };
}

/** An opt-out from outreach never stops a reply; nor does a bounce from before the shopper wrote from that address again. */
async function stopsReplies(
  tx: Tx,
  given: { shopId: string; recipientIndex: string; since: Date },
): Promise<boolean> {
  const { shopId, recipientIndex, since } = given;
  const suppression = await tx.suppression.findFirst({
    where: { shopId, contactIndex: recipientIndex, scope: "all" },
  });
  if (!suppression) return false;
  return !suppression.reason.startsWith("bounced") || suppression.createdAt >= since;
}

/** A person redacted long ago who writes again is answered; a redaction since then stops the answer. */
async function wasRedacted(
  tx: Tx,
  given: { delivery: Delivery; customerId: string | null; since: Date },
): Promise<boolean> {
  const { delivery, customerId, since } = given;
  const marks = [{ entity: "contact", entityKey: delivery.recipientIndex }];
  if (customerId) marks.push({ entity: "customer", entityKey: customerId });
  const where = { shopId: delivery.shopId, OR: marks, createdAt: { gte: since } };
  return (await tx.redactionMark.count({ where })) > 0;
}

/** Whether another reply to the same message left, or may have left, after this one was approved. */
async function wasAnswered(tx: Tx, given: { delivery: Delivery; messageId: string }): Promise<boolean> {
  const { delivery, messageId } = given;
  const { shopId, conversationId } = delivery;
  if (!conversationId) return false;
  const drafts = await tx.draft.findMany({
    where: { shopId, conversationId, messageId },
    select: { id: true },
  });
  const others = await tx.delivery.count({
    where: {
      shopId,
      conversationId,
      id: { not: delivery.id },
      draftId: { in: drafts.map(({ id }) => id) },
      status: { in: ["sending", "sent", "uncertain"] },
      at: { gte: delivery.createdAt },
    },
  });
  return others > 0;
}
