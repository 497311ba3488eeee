import type { Conversation } from "@prisma/client";
import { messageContent, messageText } from "#app/care/understand/message-content.server.ts";
import type { ThreadMessage } from "#app/care/understand/read-thread.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { isSameMatter, soleMatter, type Waiting } from "#app/care/understand/same-matter.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import { AUTOMATIC_PURPOSES } from "#app/conversation/automatic-purposes.ts";
import { goOn } from "#app/conversation/go-on.server.ts";
import { lockContact } from "#app/conversation/lock-contact.server.ts";
import { TAKES_IN_WITHIN } from "#app/conversation/thread-subject.ts";
import type { Tx } from "#app/db.server.ts";
import { blindIndex, type ShopKeys } from "#app/shop/seal.ts";

/** Whoever waits in more conversations than this is known by the newest of them. */
const CONVERSATIONS = 10;
/** Who wrote more than this without an answer says in the newest of it what it is about. */
const MESSAGES = 20;

type Own = Conversation & { contactIndex: string };
type Arrived = {
  message: ThreadMessage;
  now: Date;
  /** What the message says by itself. Asked for only where the same address waits for an answer in another conversation. */
  read: () => Promise<Reading>;
};

/**
 * Puts a message that came as a conversation of its own where the same address waits for an answer about the same order: as if it had
 * been threaded there when it came. Its own conversation goes, and a trace of it leads to where the message is. Returns the message where
 * it stands now. Of two that are read at once the second finds the first one's reading: the contact is locked until the transaction ends,
 * before any conversation.
 */
export async function joinConversation(tx: Tx, keys: ShopKeys, arrived: Arrived): Promise<ThreadMessage> {
  const { message } = arrived;
  const place = await tx.conversation.findUnique({
    where: { id: message.conversationId },
    select: { contactIndex: true },
  });
  if (message.automatic || !place?.contactIndex) return message;
  const { contactIndex } = place;
  await lockContact(tx, keys.shopId, contactIndex);
  const others = await tx.conversation.findMany({
    where: {
      shopId: keys.shopId,
      contactIndex,
      parentId: null,
      id: { not: message.conversationId },
      status: { in: ["open", "snoozed"] },
      updatedAt: { gte: new Date(message.at.getTime() - TAKES_IN_WITHIN) },
    },
    select: { id: true },
    orderBy: { updatedAt: "desc" },
    take: CONVERSATIONS,
  });
  if (others.length === 0 || !(await freshPlace(tx, message))) return message;
  const asking = await askingOf(tx, keys, { message, reading: await arrived.read() });
  if (!asking || soleMatter(asking.reading) === null) return message;
  for (const { id } of others) {
    const joined = await joinInto(tx, keys, { ...arrived, asking, contactIndex, id });
    if (joined) return joined;
  }
  return message;
}

/** The message's own conversation as long as nothing but the message is in it and nobody decided anything about it. */
async function freshPlace(tx: Tx, { id, conversationId }: ThreadMessage): Promise<Own | null> {
  const place = await tx.conversation.findUnique({ where: { id: conversationId } });
  if (place?.status !== "open" || !place.contactIndex) return null;
  const messages = await tx.message.count({ where: { conversationId } });
  const readings = await tx.reading.count({ where: { messageId: id } });
  const drafts = await tx.draft.count({ where: { conversationId } });
  const deliveries = await tx.delivery.count({ where: { shopId: place.shopId, conversationId } });
  const acts = await tx.conversationEvent.count({ where: { shopId: place.shopId, conversationId } });
  const isFresh = messages === 1 && readings + drafts + deliveries + acts === 0;
  return isFresh ? { ...place, contactIndex: place.contactIndex } : null;
}

type Joining = Arrived & { asking: Waiting; contactIndex: string; id: string };

/** The message in that conversation, if it belongs there still once both are locked. */
async function joinInto(tx: Tx, keys: ShopKeys, given: Joining): Promise<ThreadMessage | null> {
  const { message, id } = given;
  if (!(await fits(tx, keys, given))) return null;
  // In one order, whichever of them joins the other.
  await tx.$executeRaw`
    SELECT 1 FROM conversations WHERE id = ANY(${[id, message.conversationId]}) ORDER BY id FOR UPDATE`;
  const own = await freshPlace(tx, message);
  const into = own && (await fits(tx, keys, given));
  if (!own || !into) return null;
  await move(tx, { own, into, message, now: given.now });
  return { ...message, conversationId: id };
}

/** The conversation, if what waits in it and the message are one matter. */
async function fits(
  tx: Tx,
  keys: ShopKeys,
  { id, asking, contactIndex, message, now }: Joining,
): Promise<Conversation | null> {
  const into = await tx.conversation.findUnique({ where: { id } });
  const own = await tx.conversation.findUnique({
    where: { id: message.conversationId },
    select: { customerId: true },
  });
  if (!into || !own || !["open", "snoozed"].includes(into.status)) return null;
  const waiting = await waitingIn(tx, keys, { conversationId: id, contactIndex, now });
  const customerIds = [own.customerId, into.customerId];
  return waiting && isSameMatter(asking, { waiting, customerIds }) ? into : null;
}

/**
 * What waits for an answer in a conversation, oldest first. Null where a reply is on its way or may have left, somebody else wrote too, or
 * a message is still to be read, or cannot be: what it is about is not known.
 */
async function waitingIn(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, contactIndex, now }: { conversationId: string; contactIndex: string; now: Date },
): Promise<Waiting[] | null> {
  const onItsWay = { in: ["queued", "sending", "uncertain"] };
  const replies = {
    shopId: keys.shopId,
    conversationId,
    purpose: { notIn: ["code", ...AUTOMATIC_PURPOSES] },
    status: onItsWay,
  };
  if ((await tx.delivery.count({ where: replies })) > 0) return null;
  const newest = await tx.message.findMany({
    where: { conversationId, automatic: false },
    omit: { sealed: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MESSAGES,
  });
  const answered = newest.findIndex(({ direction }) => direction === "out");
  const messages = newest.slice(0, answered === -1 ? undefined : answered).toReversed();
  const messageIds = messages.map(({ id }) => id);
  const standing = await standingReadings(tx, keys, { messageIds, now, onUnreadable: () => undefined });
  const waiting: Waiting[] = [];
  for (const message of messages) {
    const one = standing.get(message.id);
    if (!one) return null;
    const reading = await effective(one, () => messageText(tx, keys, message.id));
    const asking = await askingOf(tx, keys, { message, reading, contactIndex });
    if (!asking) return null;
    waiting.push(asking);
  }
  return waiting;
}

/** Null when the message is gone, or somebody else's than the contact's. */
async function askingOf(
  tx: Tx,
  keys: ShopKeys,
  given: { message: ThreadMessage; reading: Reading; contactIndex?: string },
): Promise<Waiting | null> {
  const { message, reading, contactIndex } = given;
  const content = await messageContent(tx, keys, message.id);
  if (!content) return null;
  if (contactIndex && blindIndex(keys, "email", content.from.address) !== contactIndex) return null;
  return { at: message.at, account: content.signedInCustomerId ?? null, reading };
}

/** Everything of the message that names its conversation: read it was not yet, so that nothing else can. */
async function move(
  tx: Tx,
  { own, into, message, now }: { own: Own; into: Conversation; message: ThreadMessage; now: Date },
): Promise<void> {
  const data = { conversationId: into.id };
  const messageId = message.id;
  await tx.message.update({ where: { id: messageId }, data });
  await tx.modelReading.updateMany({ where: { messageId }, data });
  await tx.translation.updateMany({ where: { messageId }, data });
  await tx.staffFact.updateMany({ where: { shopId: own.shopId, conversationId: own.id }, data });
  await tx.conversation.delete({ where: { id: own.id } });
  await tx.conversationJoin.create({
    data: { fromId: own.id, shopId: own.shopId, intoId: into.id, messageId, joinedAt: now },
  });
  const { contactIndex, customerId, orderIds, searchTokens: tokens, wordsForm } = own;
  await goOn(tx, into, {
    ...{ at: message.at, contactIndex, customerId, orderIds, tokens, wordsForm, automatic: null },
  });
}
