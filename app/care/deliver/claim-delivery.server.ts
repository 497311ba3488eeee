import type { Delivery } from "@prisma/client";
import { drawCode, wantedCode } from "#app/care/deliver/draw-code.server.ts";
import { isToTell } from "#app/care/deliver/is-to-tell.server.ts";
import { mayStillSend, type Circumstances } from "#app/care/deliver/may-still-send.ts";
import { stillCopied } from "#app/care/deliver/still-copied.server.ts";
import { reopen } from "#app/care/deliver/reopen.server.ts";
import { dropApproved } from "#app/care/deliver/drop-approved.server.ts";
import { whetherOutreachLeaves } from "#app/care/deliver/whether-outreach-leaves.server.ts";
import type { DraftPurpose } from "#app/care/draft/draft.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { lockDelivery } from "#app/care/review/lock-delivery.server.ts";
import type { Tx } from "#app/db.server.ts";
import { seconds } from "#app/lib/duration.ts";
import type { OutgoingMail } from "#app/ports.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** Told in a conversation, of what was promised or said there. */
const OWED: ReadonlySet<string> = new Set<DraftPurpose>(["promise_at_risk", "correction"]);
const OUTREACH: DraftPurpose = "outreach";

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
  const given = await circumstances(tx, keys, { delivery, now });
  const decided = mayStillSend(given);
  switch (decided.decision) {
    case "nothing":
      return { outcome: "done", reason: decided.reason };
    case "wait":
      if (given.notBefore && given.notBefore > now) await putOff(tx, delivery, given.notBefore);
      return { outcome: "wait", until: decided.until, reason: decided.reason };
    case "uncertain":
      await setAside(tx, delivery, {
        status: "uncertain",
        response: "the run that sent it ended before an answer",
        now,
      });
      await reopen(tx, delivery, now);
      return { outcome: "done", reason: "uncertain: an earlier run ended while sending" };
    case "cancel":
      await setAside(tx, delivery, { status: "cancelled", response: decided.reason, now });
      if (delivery.purpose === OUTREACH)
        await dropApproved(tx, { delivery, now, installed: given.installed });
      else await reopen(tx, delivery, now);
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
  const { from, to, cc = [], replyTo, subject, text, inReplyTo, references, headers } = content;
  const copies = await stillCopied(tx, keys, { copies: cc, since: delivery.createdAt });
  const mail: OutgoingMail = {
    messageId: delivery.mailMessageId,
    from,
    to,
    ...(copies.length > 0 ? { cc: copies } : {}),
    replyTo,
    subject,
    text: delivery.purpose === "code" ? await drawCode(tx, keys, { delivery, text, now }) : text,
    references,
    ...(inReplyTo ? { inReplyTo } : {}),
    ...(headers ? { headers } : {}),
    ...(delivery.purpose === "code" ? { headers: { "Auto-Submitted": "auto-generated" } } : {}),
  };
  return { outcome: "claimed", fence, attempts, mail };
}

async function setAside(
  tx: Tx,
  delivery: Delivery,
  { status, response, now }: { status: "uncertain" | "cancelled"; response: string; now: Date },
): Promise<void> {
  await tx.delivery.update({
    where: { id: delivery.id },
    data: { status, response, at: now, leaseUntil: null, fence: { increment: 1 } },
  });
}

/** The shopper's quiet hours came on before it left. */
async function putOff(tx: Tx, { id, shopId, draftId }: Delivery, until: Date): Promise<void> {
  await tx.delivery.update({ where: { id }, data: { nextAttemptAt: until } });
  await tx.outreach.updateMany({ where: { shopId, draftId }, data: { notBefore: until } });
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
      ? tx.conversation.findUnique({
          where: { id: conversationId },
          select: { customerId: true, createdAt: true },
        })
      : null,
    draftId
      ? tx.draft.findUnique({ where: { id: draftId }, select: { status: true, messageId: true } })
      : null,
  ]);
  const message = draft?.messageId
    ? await tx.message.findUnique({ where: { id: draft.messageId }, select: { createdAt: true } })
    : null;
  // What the shopper asked for by writing again, or by ordering, stands against what was marked before they did.
  const since = message?.createdAt ?? (draft ? conversation?.createdAt : undefined) ?? new Date(0);
  return {
    delivery,
    now,
    installed: shop !== null && shop.uninstalledAt === null,
    suppressed: await stopsReplies(tx, { shopId, recipientIndex, since }),
    redacted:
      !conversation || (await wasRedacted(tx, { delivery, customerId: conversation.customerId, since })),
    draftStatus: draft?.status ?? null,
    ...(delivery.purpose === "side" ? { draftless: true } : {}),
    ...(delivery.purpose === "code" ? { codeWanted: (await wantedCode(tx, delivery, now)) !== null } : {}),
    ...(OWED.has(delivery.purpose) ? { toTell: await isToTell(tx, keys, delivery) } : {}),
    ...(delivery.purpose === OUTREACH ? await whetherOutreachLeaves(tx, keys, { delivery, now }) : {}),
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
async function wasAnswered(
  tx: Tx,
  given: { delivery: Delivery; messageId: string | null },
): Promise<boolean> {
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
