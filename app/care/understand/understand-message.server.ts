import { randomUUID } from "node:crypto";
import { bounded } from "#app/care/understand/bounded.ts";
import { checkCode } from "#app/care/understand/check-code.server.ts";
import { consultModel } from "#app/care/understand/consult-model.server.ts";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";
import { inThread } from "#app/care/understand/in-thread.ts";
import { joinConversation } from "#app/care/understand/join-conversation.server.ts";
import { keepOccasions } from "#app/care/understand/keep-occasions.server.ts";
import { keepReading, type NewReading } from "#app/care/understand/keep-reading.server.ts";
import { messageContent, messageText } from "#app/care/understand/message-content.server.ts";
import { loadModels } from "#app/care/understand/models.server.ts";
import { orderAsOf } from "#app/care/understand/order-as-of.ts";
import { belongsTo } from "#app/care/understand/prove-orders.ts";
import { readHistories } from "#app/care/understand/read-histories.server.ts";
import { readMessage } from "#app/care/understand/read-message.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { readWithCode } from "#app/care/understand/read-with-code.ts";
import { readThreadAgain, type Again, type Heard } from "#app/care/understand/read-thread-again.server.ts";
import { readThread, type ThreadEntry, type ThreadMessage } from "#app/care/understand/read-thread.server.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import type { History } from "#app/care/understand/record-events.ts";
import { answerOnceQuiet } from "#app/care/understand/still-writing.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import { updateConversation } from "#app/care/understand/update-conversation.server.ts";
import {
  conversationContentSchema,
  identityProofSchema,
  type MessageContent,
} from "#app/conversation/message-content.ts";
import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import { tiedOrders } from "#app/conversation/tied-orders.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { readingsMade } from "#app/metrics.server.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { blindIndex, openJson, type ShopKeys } from "#app/shop/seal.ts";

const CANDIDATES = 20;

/**
 * Reads a received message with the conversation it stands in, keeps the reading, and brings its conversation up to date; a
 * message is first read once. One that began a conversation goes into another that waits for an answer about the same order. What it tells may show earlier messages in another light: they get a further version then, made
 * in the same transaction, and no version is ever changed. The model is asked before the transaction begins: it may take seconds,
 * or not answer.
 */
export const understandMessage: Handler<"understandMessage"> = async (ports, run, { messageId }) => {
  const { shopId, inShop } = run;
  const keys = await shopKeys(shopId);
  const heard = await consultModel(ports, run, { keys, messageId });
  const understood = await inShop(async (tx): Promise<Understood> => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const found = await tx.message.findUnique({ where: { id: messageId }, omit: { sealed: true } });
    if (!found) return { said: "the message is gone" };
    if (found.direction !== "in" || (await isAside(tx, found.conversationId)))
      return { said: "not a shopper's message" };
    const at = ports.now();
    const alone = () => read(tx, keys, { message: found, heard, now: at });
    const message = await joinConversation(tx, keys, { message: found, now: at, read: alone });
    // One message of a conversation at a time: each sees what the one before was read as.
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${message.conversationId} FOR UPDATE`;
    if (await tx.reading.findFirst({ where: { messageId }, select: { id: true } }))
      return { said: "it was read before" };
    const others = await readThread(tx, keys, { conversationId: message.conversationId, now: at });
    const earlier = others.filter((entry) => isBefore(entry.message, message)).map((entry) => entry.earlier);
    const reading = inThread(await read(tx, keys, { message, heard, now: at }), { at: message.at, earlier });
    const again = await readThreadAgain(others, {
      told: reading,
      read: (other, known) =>
        read(tx, keys, { message: other, heard: known.heard, now: known.asOf, again: known }),
    });
    const first = { id: randomUUID(), message, version: 1, reading };
    await keepAll(tx, keys, {
      added: [{ ...first, madeFor: others.length === 0 ? "first" : "follow_up" }, ...again],
      others,
      at,
    });
    const spoken = await speak(tx, keys, { message, reading, again, others, now: at });
    return message === found ? spoken : { ...spoken, said: `joined another conversation; ${spoken.said}` };
  });
  if (understood.unsure !== undefined) readingsMade.inc({ outcome: understood.unsure ? "unsure" : "sure" });
  return understood.said;
};

/** Whether it is a third party's: a warehouse or a carrier is written to aside of the shopper's conversation. */
const isAside = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.conversation.count({ where: { id, parentId: { not: null } } })) > 0;

type Understood = { said: string; unsure?: boolean };
type Added = Omit<NewReading, "thread" | "madeAt">;

const isBefore = (one: { at: Date; id: string }, other: { at: Date; id: string }): boolean =>
  one.at.getTime() === other.at.getTime() ? one.id < other.id : one.at < other.at;

/** Every version that was made at once has the same conversation around it. What it says of its orders is kept beside it. */
async function keepAll(
  tx: Tx,
  keys: ShopKeys,
  { added, others, at }: { added: Added[]; others: ThreadEntry[]; at: Date },
): Promise<void> {
  const standing = new Map(
    [...others.map(({ message, standing: { id } }) => ({ message, id })), ...added].map((one) => [
      one.message.id,
      one,
    ]),
  );
  const thread = [...standing.values()]
    .toSorted((one, other) => (isBefore(one.message, other.message) ? -1 : 1))
    .map(({ id }) => id);
  for (const one of added) {
    await keepReading(tx, keys, { ...one, thread, madeAt: at });
    await keepOccasions(tx, keys, one);
  }
}

/** The conversation says what its newest message says. An older mail that was read late may only have told more about that one. */
async function speak(
  tx: Tx,
  keys: ShopKeys,
  given: { message: ThreadMessage; reading: Reading; again: Added[]; others: ThreadEntry[]; now: Date },
): Promise<Understood> {
  const { message, reading, again, now } = given;
  const { conversationId } = message;
  const speaker = (await messageToAnswer(tx, conversationId)) ?? message.id;
  const speaks = speaker === message.id;
  const toldMore = again.some((one) => one.message.id === speaker);
  if (speaks || toldMore) {
    const standing = (await standingReadings(tx, keys, { messageIds: [speaker], now })).get(speaker);
    if (!standing) throw new Error("A reading that was just kept is not there");
    const spoken = await effective(standing, () => messageText(tx, keys, speaker));
    await updateConversation(tx, conversationId, { reading: spoken, expired: standing.expired });
  }
  // Also where an older mail was read late: what it asks is answered with what came after it.
  if (speaks || toldMore || !message.automatic) {
    const runAt = speaks ? await whenToAnswer(tx, given) : null;
    const data = { shopId: keys.shopId, messageId: speaker };
    // How urgent it is does not wait for what may still come.
    await emit(tx, "reading-changed", { data });
    await emit(tx, "message-understood", { data, ...(runAt ? { runAt } : {}) });
  }
  return {
    said: speaks ? `read as ${reading.intent}` : "read; a newer message speaks for the conversation",
    unsure: reading.unsure,
  };
}

/** A message that goes on with another one waits for what may still come. Our reply between them begins something new. */
async function whenToAnswer(
  tx: Tx,
  { message, others, now }: { message: ThreadMessage; others: ThreadEntry[]; now: Date },
): Promise<Date | null> {
  const before = others.findLast((entry) => isBefore(entry.message, message))?.message.at ?? null;
  const runAt = answerOnceQuiet({ at: message.at, before, now });
  if (!runAt || !before) return null;
  const { conversationId } = message;
  const replied = await tx.message.count({
    where: { conversationId, direction: "out", automatic: false, at: { gte: before } },
  });
  return replied > 0 ? null : runAt;
}

type ToRead = { message: ThreadMessage; heard: Heard; now: Date; again?: Again };

async function read(tx: Tx, keys: ShopKeys, { message, heard, now, again }: ToRead): Promise<Reading> {
  const content = await messageContent(tx, keys, message.id);
  if (!content) throw new Error("A message that was just there is gone");
  const text = bounded([content.subject, content.text].filter(Boolean).join("\n"));
  const code = await checkCode(tx, keys, { message, content });
  const codes = code.outcome === "matched" ? [code.orderId] : [];
  const { conversationId } = message;
  const contactIndex = blindIndex(keys, "email", content.from.address);
  const tied = await tiedOrders(tx, { contactIndex, conversationId });
  const sought = { message, content, text, codes: [...codes, ...tied], known: again?.known };
  const { orders: found, histories, known, language } = await candidates(tx, keys, sought);
  const orders = again ? found.map((order) => orderAsOf(order, again.asOf)) : found;
  const proof = identityProofSchema.parse(message.proof);
  const customerId = content.signedInCustomerId ?? null;
  // The answer's language may not give away that an order exists to somebody who only names it.
  const writer = { proof, email: content.from.address, customerId, codes, tied };
  const ownLocale =
    proof === "none" ? null : orders.find((order) => order.customer && belongsTo(order, writer))?.locale;
  const reading = readMessage(loadModels(), {
    text: content.text || content.subject,
    subject: content.subject,
    orders,
    histories,
    knownOrderIds: codes.length > 0 ? codes : known,
    expectedLanguages: [again?.language, language, ownLocale].filter((locale) => typeof locale === "string"),
    automatic: message.automatic,
    identity: proof,
    ...heard,
    writer,
    now,
  });
  if (code.outcome === "none") return reading;
  const asked = await readReading(tx, keys, { messageId: code.askedFor, now });
  return readWithCode(reading, { outcome: code.outcome, asked });
}

type Candidates = {
  orders: MirroredOrder[];
  histories: Map<string, History>;
  known: string[];
  language: string | null;
};

type Asked = {
  message: ThreadMessage;
  content: MessageContent;
  text: string;
  codes: string[];
  known: string[] | undefined;
};

/** The orders a message may be about: those it names, and the writer's own. */
async function candidates(tx: Tx, keys: ShopKeys, given: Asked): Promise<Candidates> {
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: given.message.conversationId },
    omit: { searchTokens: true },
  });
  const { contactEmail } = openJson(
    keys,
    { context: `conversations.sealed:${conversation.id}`, bytes: conversation.sealed },
    conversationContentSchema,
  );
  const refs = findOrderReferences(given.text);
  const valuesOf = (kind: (typeof refs)[number]["kind"]) =>
    refs.filter((ref) => ref.kind === kind).map(({ value }) => value);
  const customerId = given.content.signedInCustomerId ?? conversation.customerId;
  // Who writes into somebody else's conversation is asked about by their own address.
  const address = given.content.from.address || contactEmail;
  const found = await findOrders(tx, keys, {
    ...(address ? { emailIndex: blindIndex(keys, "email", address) } : {}),
    ...(customerId ? { customerId } : {}),
    nameKeys: valuesOf("order_name"),
    trackingNumbers: valuesOf("tracking_number"),
    limit: CANDIDATES,
  });
  const known = given.known ?? conversation.orderIds;
  const orders = await readOrders(tx, keys, [...given.codes, ...known, ...found]);
  const histories = await readHistories(tx, { message: given.message, conversation, orders });
  return { orders, histories, known, language: conversation.language };
}
