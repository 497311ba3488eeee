import { randomUUID } from "node:crypto";
import type { Draft } from "@prisma/client";
import { orderToProve } from "#app/care/understand/read-with-code.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { isWritable } from "#app/conversation/is-writable.ts";
import { composeCodeMail } from "#app/care/review/compose-code-mail.ts";
import { messageIdOf } from "#app/care/review/compose-mail.ts";
import { senderMailbox } from "#app/care/review/compose-reply.server.ts";
import { CODE_LIVES, CODES_A_DAY, CODES_COUNTED_FOR, codeKey } from "#app/conversation/proof-code.ts";
import { replyAddress } from "#app/conversation/reply-address.ts";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { env } from "#app/env.server.ts";
import { proofCodes } from "#app/metrics.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { blindIndex, sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { settingsSchema } from "#app/shop/settings.ts";

type Issuing = {
  draft: Draft & { messageId: string };
  /** The messages it answers, oldest first. */
  answers: readonly string[];
  /** The order that it asks a code for, where the writer is its owner by address. */
  orderId: string | undefined;
  approvedBy: string;
  at: Date;
  /** The code leaves with its reply; null: at once. */
  notBefore: Date | null;
};

/**
 * A reply that asks for a code was approved: the code goes with it, to the order's address and to no other, as a delivery of its
 * own. Where there is no such order a code is noted all the same and none is sent, so that whatever comes back is treated alike.
 * The code before it no longer counts. In the transaction of the approval, under the conversation's lock.
 */
export async function issueCode(tx: Tx, keys: ShopKeys, given: Issuing): Promise<void> {
  const { draft, answers, orderId, at } = given;
  const { shopId } = keys;
  const { conversationId } = draft;
  await tx.proofCode.updateMany({
    where: { conversationId, state: "open" },
    data: { state: "void", codeHash: "" },
  });
  await tx.delivery.updateMany({
    where: { conversationId, purpose: "code", status: "queued" },
    data: { status: "cancelled", response: "A newer code took its place", at },
  });
  const asked =
    orderId === undefined
      ? await toProve(tx, keys, { answers, at })
      : { messageId: draft.messageId, orderId };
  const order = asked && (await orderToMail(tx, keys, { orderId: asked.orderId, at }));
  const id = randomUUID();
  const expiresAt = new Date(at.getTime() + CODE_LIVES);
  await tx.proofCode.create({
    data: {
      id,
      shopId,
      conversationId,
      messageId: asked?.messageId ?? draft.messageId,
      orderId: order?.order.id ?? null,
      expiresAt,
      createdAt: at,
    },
  });
  proofCodes.inc({ outcome: "asked" });
  if (order) await queueMail(tx, keys, { ...given, id, ...order });
}

/** The newest of the answered messages that names an order not shown to be the writer's: what it asks waits for the code. */
async function toProve(
  tx: Tx,
  keys: ShopKeys,
  { answers, at }: Pick<Issuing, "answers" | "at">,
): Promise<{ messageId: string; orderId: string } | null> {
  for (const messageId of answers.toReversed()) {
    const reading = await readReading(tx, keys, { messageId, now: at });
    const orderId = reading && orderToProve(reading);
    if (orderId) return { messageId, orderId };
  }
  return null;
}

/** The order that proof was asked for, when a code may go to its address now. */
async function orderToMail(
  tx: Tx,
  keys: ShopKeys,
  { orderId, at }: { orderId: string; at: Date },
): Promise<{ order: MirroredOrder; address: string } | null> {
  const [order] = await readOrders(tx, keys, [orderId]);
  const address = order?.customer?.email?.trim();
  if (!order || !address || !isWritable(address, env.INBOUND_DOMAIN)) return null;
  const since = new Date(at.getTime() - CODES_COUNTED_FOR);
  const sent = await tx.proofCode.count({ where: { orderId, createdAt: { gt: since } } });
  return sent < CODES_A_DAY ? { order, address } : null;
}

async function queueMail(
  tx: Tx,
  keys: ShopKeys,
  given: Omit<Issuing, "answers"> & { id: string; order: MirroredOrder; address: string },
): Promise<void> {
  const { id, draft, orderId, approvedBy, at, notBefore, order, address } = given;
  const { shopId } = keys;
  const { conversationId } = draft;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { name: true, inboundKey: true, settings: true },
  });
  const { replyToken } = await tx.conversation.findUniqueOrThrow({
    where: { id: conversationId },
    select: { replyToken: true },
  });
  const mail = composeCodeMail({
    from: senderMailbox(shop, await listSendingAddresses(tx)),
    to: address,
    replyTo: replyAddress({ inboundKey: shop.inboundKey, replyToken, domain: env.INBOUND_DOMAIN }),
    shopName: shop.name,
    orderName: order.name,
    why: orderId === undefined ? "why" : "why_own",
    language: order.locale ?? draft.language,
    form: settingsSchema.parse(shop.settings).voice.formality,
  });
  const deliveryId = randomUUID();
  const key = codeKey(id);
  await tx.delivery.create({
    data: {
      id: deliveryId,
      shopId,
      key,
      purpose: "code",
      conversationId,
      mailMessageId: messageIdOf({ shopId, key }, env.INBOUND_DOMAIN),
      recipientIndex: blindIndex(keys, "email", address),
      sealed: sealJson(keys, `deliveries.sealed:${deliveryId}`, mail),
      approvedBy,
      nextAttemptAt: notBefore ?? at,
      ...{ at, createdAt: at },
    },
  });
  await emit(tx, "draft-approved", {
    data: { shopId, deliveryId },
    ...(notBefore ? { runAt: notBefore } : {}),
  });
}
