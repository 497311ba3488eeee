import type { Delivery } from "@prisma/client";
import { listFiles } from "#app/care/review/files/read-files.server.ts";
import { mergeTraceSchema } from "#app/care/review/merge/merge-trace.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { parseReplyAddress } from "#app/conversation/reply-address.ts";
import { conversationContentSchema } from "#app/conversation/message-content.ts";
import { readConversation, type ReadConversation } from "#app/conversation/read-conversation.server.ts";
import type { Tx } from "#app/db.server.ts";
import { offeredCopies } from "#app/desk/offered-copies.ts";
import type { Outgoing, ShownAside, ShownLeaving, ShownMerge } from "#app/desk/outgoing-shapes.ts";
import { env } from "#app/env.server.ts";
import { listSendingAddresses } from "#app/shop/list-sending-addresses.server.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The newest are enough to see what was asked. */
const MOST_ASIDES = 20;

/** What leaves from a conversation, and what a person can do about it, in the caller's transaction. */
export async function showOutgoing(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<Outgoing> {
  const { id } = conversation;
  const { desk } = await readSettings(tx, keys.shopId);
  const answered = conversation.messages.findLast(
    ({ direction, automatic }) => direction === "in" && !automatic,
  );
  const own = (await listSendingAddresses(tx)).map(({ address }) => address.toLowerCase());
  const isOwn = (address: string) =>
    [...own, env.MAIL_FROM.toLowerCase()].includes(address) ||
    parseReplyAddress(address, env.INBOUND_DOMAIN) !== null;
  return {
    undoSeconds: desk.undoSeconds,
    leaving: await showLeaving(tx, keys, { conversationId: id, now }),
    files: await listFiles(tx, keys, { placeId: id, deliveryId: null }),
    offered: offeredCopies(answered?.content ?? null, isOwn),
    asides: await showAsides(tx, keys, { parentId: id, now }),
    merges: await showMerges(tx, keys, id),
  };
}

/** What was approved and is on its way; a code's mail is no word of the conversation. */
async function showLeaving(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<ShownLeaving[]> {
  const rows = await tx.delivery.findMany({
    where: { conversationId, purpose: { not: "code" }, status: { in: ["queued", "sending"] } },
    orderBy: { createdAt: "asc" },
  });
  return Promise.all(rows.map((row) => leavingOf(tx, keys, { row, now })));
}

async function leavingOf(
  tx: Tx,
  keys: ShopKeys,
  { row, now }: { row: Delivery; now: Date },
): Promise<ShownLeaving> {
  const { id: deliveryId, purpose, status, fence, nextAttemptAt, sealed: bytes } = row;
  const mail = openJson(keys, { context: `deliveries.sealed:${deliveryId}`, bytes }, outgoingContentSchema);
  return {
    ...{ deliveryId, purpose, text: mail.parts.text, to: mail.to, copies: mail.cc ?? [] },
    files: await listFiles(tx, keys, { deliveryId }),
    leavesInMs: status === "queued" ? Math.max(nextAttemptAt.getTime() - now.getTime(), 0) : 0,
    undoable: status === "queued" && fence === 0,
  };
}

async function showAsides(
  tx: Tx,
  keys: ShopKeys,
  { parentId, now }: { parentId: string; now: Date },
): Promise<ShownAside[]> {
  const rows = await tx.conversation.findMany({
    where: { parentId },
    select: { id: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST_ASIDES,
  });
  const asides: ShownAside[] = [];
  for (const { id } of rows) {
    const aside = await readConversation(tx, keys, id);
    if (aside) asides.push(await asideOf(tx, keys, { aside, now }));
  }
  return asides;
}

async function asideOf(
  tx: Tx,
  keys: ShopKeys,
  { aside, now }: { aside: ReadConversation; now: Date },
): Promise<ShownAside> {
  const { id, status, content, updatedAt, messages } = aside;
  const lost = await tx.delivery.findMany({
    where: { conversationId: id, status: { in: ["failed", "uncertain"] } },
    select: { id: true, status: true, response: true },
  });
  return {
    ...{ id, status, subject: content.subject, updatedAt: updatedAt.toISOString() },
    to: { name: content.contactName, address: content.contactEmail },
    messages: messages.map((message) => ({
      ...{ id: message.id, direction: message.direction, at: message.at.toISOString() },
      ...{ from: message.content.from, text: message.content.text },
      files: message.attachments.map(({ id: fileId, name, mimeType, size }) => ({
        ...{ id: fileId, name, mimeType, size },
      })),
    })),
    leaving: await showLeaving(tx, keys, { conversationId: id, now }),
    troubles: lost.map(({ id: deliveryId, status: state, response }) => ({
      ...{ deliveryId, status: state === "failed" ? ("failed" as const) : ("uncertain" as const), response },
    })),
  };
}

/** Those that stand: what was put into it and not put back. */
async function showMerges(tx: Tx, keys: ShopKeys, intoId: string): Promise<ShownMerge[]> {
  const rows = await tx.conversationMerge.findMany({
    where: { intoId, undoneAt: null },
    orderBy: { at: "desc" },
    take: 10,
  });
  return rows.map(({ id, at, fromId, sealed: bytes }) => {
    const { from } = openJson(keys, { context: `conversation_merges.sealed:${id}`, bytes }, mergeTraceSchema);
    return { id, at: at.toISOString(), subject: subjectIn(keys, { fromId, row: from }) };
  });
}

/** Of a conversation's row as PostgreSQL writes it. */
function subjectIn(keys: ShopKeys, given: { fromId: string; row: Record<string, unknown> }): string {
  const { sealed } = given.row;
  if (typeof sealed !== "string") return "";
  const bytes = Buffer.from(sealed.replace(/^\\x/u, ""), "hex");
  const context = `conversations.sealed:${given.fromId}` as const;
  return openJson(keys, { context, bytes }, conversationContentSchema).subject;
}
