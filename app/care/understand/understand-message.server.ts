import { bounded } from "#app/care/understand/bounded.ts";
import { checkCode } from "#app/care/understand/check-code.server.ts";
import { consultModel, type Consulted } from "#app/care/understand/consult-model.server.ts";
import { findOrderReferences } from "#app/care/understand/find-order-references.ts";
import { loadModels } from "#app/care/understand/models.server.ts";
import { priorityOf } from "#app/care/understand/priority-of.ts";
import { belongsTo } from "#app/care/understand/prove-orders.ts";
import { readMessage } from "#app/care/understand/read-message.ts";
import { readHistories } from "#app/care/understand/read-histories.server.ts";
import { readReading } from "#app/care/understand/read-reading.server.ts";
import { readWithCode } from "#app/care/understand/read-with-code.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import type { History } from "#app/care/understand/record-events.ts";
import {
  conversationContentSchema,
  identityProofSchema,
  messageContentSchema,
  type MessageContent,
} from "#app/conversation/message-content.ts";
import { tiedOrders } from "#app/conversation/tied-orders.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { Handler } from "#app/job.ts";
import { findOrders } from "#app/mirror/find-orders.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { blindIndex, openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

const CANDIDATES = 20;

/**
 * Reads a received message, keeps the reading, and brings its conversation up to date; a message is read once. The model is asked
 * before the transaction begins: it may take seconds, or not answer.
 */
export const understandMessage: Handler<"understandMessage"> = async (ports, run, { messageId }) => {
  const { shopId, inShop } = run;
  const keys = await shopKeys(shopId);
  const consulted = await consultModel(ports, run, { keys, messageId });
  return inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), shopId);
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (!message) return "the message is gone";
    if (message.direction !== "in") return "not a shopper's message";
    if (await tx.reading.findUnique({ where: { messageId }, select: { messageId: true } }))
      return "it was read before";
    const reading = await read(tx, keys, { message, consulted, now: ports.now() });
    await tx.reading.create({
      data: {
        messageId,
        shopId,
        conversationId: message.conversationId,
        sealed: sealJson(keys, `readings.sealed:${messageId}`, reading),
      },
    });
    const newer = await tx.message.count({
      where: { conversationId: message.conversationId, direction: "in", at: { gt: message.at } },
    });
    // An older mail that was read late must not overwrite what the newest one says.
    if (newer > 0) return "read; a newer message speaks for the conversation";
    await updateConversation(tx, message.conversationId, reading);
    await emit(tx, "message-understood", { data: { shopId, messageId } });
    return `read as ${reading.intent}`;
  });
};

type Message = NonNullable<Awaited<ReturnType<Tx["message"]["findUnique"]>>>;

async function read(
  tx: Tx,
  keys: ShopKeys,
  given: { message: Message; consulted: Consulted; now: Date },
): Promise<Reading> {
  const { message, consulted, now } = given;
  const content = openJson(
    keys,
    { context: `messages.sealed:${message.id}`, bytes: message.sealed },
    messageContentSchema,
  );
  const text = bounded([content.subject, content.text].filter(Boolean).join("\n"));
  const signedInId = content.signedInCustomerId;
  const code = await checkCode(tx, keys, { message, content });
  const codes = code.outcome === "matched" ? [code.orderId] : [];
  const { conversationId } = message;
  const contactIndex = blindIndex(keys, "email", content.from.address);
  const tied = await tiedOrders(tx, { contactIndex, conversationId });
  const { orders, histories, known, language } = await candidates(tx, keys, {
    message,
    content,
    text,
    codes: [...codes, ...tied],
  });
  const proof = identityProofSchema.parse(message.proof);
  // The answer's language may not give away that an order exists to somebody who only names it.
  const writer = { proof, email: content.from.address, customerId: signedInId ?? null, codes, tied };
  const ownLocale =
    proof === "none" ? null : orders.find((order) => order.customer && belongsTo(order, writer))?.locale;
  const reading = readMessage(loadModels(), {
    text: content.text || content.subject,
    subject: content.subject,
    orders,
    histories,
    knownOrderIds: codes.length > 0 ? codes : known,
    expectedLanguages: [language, ownLocale].filter((locale) => typeof locale === "string"),
    automatic: message.automatic,
    identity: proof,
    ...consulted,
    writer,
    now,
  });
  if (code.outcome === "none") return reading;
  return readWithCode(reading, { outcome: code.outcome, asked: await readReading(tx, keys, code.askedFor) });
}

type Candidates = {
  orders: MirroredOrder[];
  histories: Map<string, History>;
  known: string[];
  language: string | null;
};

/** The orders a message may be about: those it names, and the writer's own. */
async function candidates(
  tx: Tx,
  keys: ShopKeys,
  given: { message: Message; content: MessageContent; text: string; codes: string[] },
): Promise<Candidates> {
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
  const orders = await readOrders(tx, keys, [...given.codes, ...conversation.orderIds, ...found]);
  const histories = await readHistories(tx, { message: given.message, conversation, orders });
  return { orders, histories, known: conversation.orderIds, language: conversation.language };
}

async function updateConversation(tx: Tx, id: string, reading: Reading): Promise<void> {
  await tx.conversation.update({
    where: { id },
    data: {
      language: reading.language,
      intent: reading.intent,
      emotion: reading.emotion.label,
      unsure: reading.unsure,
      priority: priorityOf(reading),
      ...(reading.orderIds.length > 0 ? { orderIds: reading.orderIds } : {}),
    },
  });
}
