import type { Conversation } from "@prisma/client";
import type { Incoming } from "#app/conversation/incoming.ts";
import { bareMailId, mailIdIndex } from "#app/conversation/mail-id.ts";
import { conversationContentSchema, messageContentSchema } from "#app/conversation/message-content.ts";
import { TAKES_IN_WITHIN, threadSubject } from "#app/conversation/thread-subject.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

type Wanted = Pick<Incoming, "at" | "contactIndex" | "content" | "replyToken">;

/**
 * The conversation a message belongs to: by the token of the address it was sent to, by the mails it answers, or as the
 * same person's open conversation of the same subject. Row-level security keeps every other shop's out of sight.
 */
export async function findThread(tx: Tx, keys: ShopKeys, message: Wanted): Promise<Conversation | null> {
  return (
    (await byToken(tx, message)) ??
    (await byReferences(tx, keys, message)) ??
    (await bySubject(tx, keys, message))
  );
}

async function byToken(tx: Tx, { replyToken }: Wanted): Promise<Conversation | null> {
  if (!replyToken) return null;
  const own = await tx.conversation.findFirst({ where: { replyToken } });
  return own ?? byOldToken(tx, replyToken);
}

/** The address of a conversation that was put into another one. */
async function byOldToken(tx: Tx, replyToken: string): Promise<Conversation | null> {
  const join = await tx.conversationJoin.findFirst({ where: { replyToken }, select: { intoId: true } });
  return join ? tx.conversation.findUnique({ where: { id: join.intoId } }) : null;
}

async function byReferences(
  tx: Tx,
  keys: ShopKeys,
  { content, contactIndex }: Wanted,
): Promise<Conversation | null> {
  const ids = [content.inReplyTo, ...content.references.toReversed()].filter((id) => id !== undefined);
  const found = await conversationOfMail(tx, keys, ids);
  if (!found) return null;
  // Who answers our mail has got it; an id of someone else's mail is no ticket into their conversation.
  return found.ours || found.conversation.contactIndex === contactIndex ? found.conversation : null;
}

/** The conversation that one of these Message-IDs stands in, nearest first; `ours` when we sent that mail. */
export async function conversationOfMail(
  tx: Tx,
  keys: ShopKeys,
  mailIds: readonly string[],
): Promise<{ conversation: Conversation; ours: boolean } | null> {
  const ids = [...new Set(mailIds.map(bareMailId))].filter(Boolean).slice(0, 100);
  if (ids.length === 0) return null;
  const indexes = ids.map((id) => mailIdIndex(keys, id));
  const messages = await tx.message.findMany({
    where: { mailIdIndex: { in: indexes } },
    select: { conversationId: true, direction: true, mailIdIndex: true },
    orderBy: { at: "desc" },
    take: 200,
  });
  const near = messages.toSorted(
    (a, b) => indexes.indexOf(a.mailIdIndex ?? "") - indexes.indexOf(b.mailIdIndex ?? ""),
  );
  // A mail whose outcome is uncertain may have arrived although no message of ours stands in the conversation.
  const sent = await tx.delivery.findFirst({
    where: { mailMessageId: { in: ids.flatMap((id) => [id, `<${id}>`]) } },
    // In the index's order: a first match of many looks cheap to the planner by reading the table, and most mails have none.
    orderBy: { mailMessageId: "asc" },
    select: { conversationId: true },
  });
  const nearest = near.find((message) => message.direction === "out") ?? near[0];
  const id = nearest?.conversationId ?? sent?.conversationId;
  const conversation = id ? await tx.conversation.findUnique({ where: { id } }) : null;
  return conversation
    ? { conversation, ours: nearest?.direction === "out" || sent?.conversationId === id }
    : null;
}

async function bySubject(tx: Tx, keys: ShopKeys, message: Wanted): Promise<Conversation | null> {
  const subject = threadSubject(message.content.subject);
  if (subject === "") return null;
  const account = message.content.signedInCustomerId;
  const recent = await tx.conversation.findMany({
    where: {
      contactIndex: message.contactIndex,
      // Nobody answers what did not leave.
      unsent: false,
      status: { in: ["open", "waiting", "snoozed"] },
      updatedAt: { gte: new Date(message.at.getTime() - TAKES_IN_WITHIN) },
      // Two accounts that typed one address are two people.
      ...(account ? { OR: [{ customerId: null }, { customerId: account }] } : {}),
    },
    select: { id: true, sealed: true },
    orderBy: { updatedAt: "desc" },
    take: 20,
  });
  const same = recent.find(({ id, sealed }) => {
    const context = `conversations.sealed:${id}` as const;
    const opened = openJson(keys, { context, bytes: sealed }, conversationContentSchema);
    return threadSubject(opened.subject) === subject;
  });
  const ids = recent.map(({ id }) => id);
  const id = same?.id ?? (await joinedBySubject(tx, keys, { ids, subject }));
  return id ? tx.conversation.findUnique({ where: { id } }) : null;
}

/** Which of these conversations took in a message of this subject that had come as one of its own. */
async function joinedBySubject(
  tx: Tx,
  keys: ShopKeys,
  { ids, subject }: { ids: string[]; subject: string },
): Promise<string | null> {
  const joins = await tx.conversationJoin.findMany({
    where: { shopId: keys.shopId, intoId: { in: ids } },
    orderBy: { joinedAt: "desc" },
    take: 20,
  });
  if (joins.length === 0) return null;
  const messages = await tx.message.findMany({
    where: { id: { in: joins.map(({ messageId }) => messageId) } },
    select: { id: true, conversationId: true, sealed: true },
  });
  const same = messages.find(({ id, sealed }) => {
    const context = `messages.sealed:${id}` as const;
    return (
      threadSubject(openJson(keys, { context, bytes: sealed }, messageContentSchema).subject) === subject
    );
  });
  return same?.conversationId ?? null;
}
