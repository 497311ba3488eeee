import { gatherRaised } from "#app/care/draft/gather-raised.server.ts";
import { gatherShop } from "#app/care/draft/gather-shop.server.ts";
import { gatherRun } from "#app/care/draft/gather-run.server.ts";
import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import { readWroteFirst } from "#app/care/draft/outreach/read-wrote-first.server.ts";
import { purposeOf, type Raised } from "#app/care/draft/raised.ts";
import { aboutWhatWeWrote } from "#app/care/draft/about-what-we-wrote.ts";
import { sinceTheyWrote } from "#app/care/draft/since-they-wrote.ts";
import { belongsTo, type Writer } from "#app/care/understand/prove-orders.ts";
import { orderToProve } from "#app/care/understand/read-with-code.ts";
import type { OrderProof, Reading } from "#app/care/understand/reading.ts";
import { mayAskCode } from "#app/conversation/may-ask-code.server.ts";
import type { ReadConversation, ReadMessage } from "#app/conversation/read-conversation.server.ts";
import { readStaffFacts } from "#app/conversation/read-staff-facts.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { readCustomer } from "#app/mirror/read-customer.server.ts";
import { readMirroredAt } from "#app/mirror/read-mirrored-at.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { readPolicies } from "#app/mirror/read-policies.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { findKnowledge } from "#app/voice/find-knowledge.server.ts";
import { z } from "zod";

export type Gathered = {
  input: DraftInput;
  reading: Reading;
  /** Every order that the draft may tell of. */
  orderIds: string[];
};

/** Everything a draft is made from, read in the caller's transaction. Null when the message is not read yet. */
export async function gather(
  tx: Tx,
  keys: ShopKeys,
  given: { conversation: ReadConversation; message: ReadMessage; now: Date; hint?: string | undefined },
): Promise<Gathered | null> {
  const { conversation, message, now, hint } = given;
  const run = await gatherRun(tx, keys, { conversation, message, now });
  if (!run) return null;
  const { messages, also, reading: stored } = run;
  const text = textOf(messages);
  const { reading, writer } = await proven(tx, keys, { reading: stored, message });
  const { shop, input: ofShop } = await gatherShop(tx, keys.shopId);
  const orders = await readOrders(tx, keys, reading.orderIds);
  // Whoever has a conversation's address can write into it; its name and what was promised in it are its contact's.
  const byContact = belongsTo(contactOf(conversation), writer);
  const raised = byContact
    ? await gatherRaised(tx, keys, { conversationId: conversation.id, now })
    : { promises: [], claims: [] };
  const wroteAt = new Date(message.at);
  const purpose = purposeOf(raised, { answered: isAnswered(conversation, message) });
  const promised = byContact ? await openPromises(tx, keys, conversation.id) : [];
  const besides = ordersOf(raised).filter((id) => !reading.orderIds.includes(id));
  const orderIds = [...reading.orderIds, ...besides];
  const first = messages[0] ?? message;
  const wroteFirst = byContact ? await readWroteFirst(tx, keys, { conversation, before: first }) : undefined;
  return {
    reading,
    orderIds,
    input: {
      reading: aboutWhatWeWrote(sinceTheyWrote(reading, { orders, wroteAt }), wroteFirst),
      purpose,
      ...(purpose === "answer" ? { also, answers: messages.map(({ id }) => id) } : {}),
      text,
      ...ofShop,
      followsReply: followsReply(conversation, first),
      hint,
      code: {
        mayAsk: await mayAskCode(tx, { conversationId: conversation.id, now }),
        order: await codeOrderName(tx, keys, stored),
      },
      facts: {
        writer,
        message: {
          id: message.id,
          contactName: message.content.from.name || (byContact ? conversation.content.contactName : ""),
          ...filesSent(conversation, message),
        },
        orders,
        raised: { ...raised, orders: await readOrders(tx, keys, besides) },
        mirroredAt: await readMirroredAt(sqlOf(tx), keys.shopId, orderIds),
        policies: await readPolicies(tx),
        knowledge: await findKnowledge(tx, keys.shopId, { text, language: reading.language }),
        said: await readStaffFacts(tx, keys, conversation.id),
        promises: promised.filter(({ told }) => told).slice(0, MOST_PROMISES),
        wroteFirst,
        shop: { ...shop, answerBy: promised.find(({ told, dueAt }) => !told && dueAt && dueAt > now) },
        now,
      },
    },
  };
}

/** The beginning of a mail says what it is about: of several the newest comes first, and none takes all the room. */
const SHARE = 1_500;

function textOf(messages: readonly ReadMessage[]): string {
  const texts = messages.toReversed().map(({ content }) => content.text);
  return texts.length > 1 ? texts.map((text) => shareOf(text)).join("\n\n") : texts.join("");
}

/** Not in the middle of an address or a number: what names somebody is found whole, or not at all. */
const shareOf = (text: string) =>
  text.length > SHARE ? text.slice(0, SHARE).replace(/[\w.@+-]*$/u, "") : text;

/**
 * Who wrote, and by what proof. Signing in proves the account and not the address that was typed beside it: only the
 * account's own mirrored address counts then. A customer found by an address is not a customer who signed in. A code proves the
 * order it was sent for, and nothing of the address it came from.
 */
async function proven(
  tx: Tx,
  keys: ShopKeys,
  { reading: stored, message }: { reading: Reading; message: ReadMessage },
): Promise<{ reading: Reading; writer: Writer }> {
  const { from, signedInCustomerId } = message.content;
  const reading = stored.identity === "code" ? { ...stored, identity: message.proof } : stored;
  const shownBy = (kind: OrderProof["by"][number]) =>
    stored.proofs.filter(({ by }) => by.includes(kind)).map(({ orderId }) => orderId);
  const known = { email: from.address, codes: shownBy("code"), tied: shownBy("code_before") };
  if (reading.identity !== "signed_in") {
    return { reading, writer: { ...known, proof: reading.identity, customerId: null } };
  }
  const customer = signedInCustomerId ? await readCustomer(tx, keys, signedInCustomerId) : null;
  if (!customer || customer.email?.toLowerCase() !== from.address.toLowerCase()) {
    const proof = "address_match";
    return {
      reading: { ...reading, identity: proof },
      writer: { ...known, proof, customerId: null },
    };
  }
  return { reading, writer: { ...known, proof: "signed_in", customerId: customer.id } };
}

/** Whether a reply of ours came after it. */
function isAnswered({ messages }: ReadConversation, message: ReadMessage): boolean {
  return messages.slice(messages.indexOf(message) + 1).some(({ direction }) => direction === "out");
}

const ordersOf = ({ promises, claims }: Raised): string[] => [
  ...new Set([...promises, ...claims].flatMap(({ orderId }) => orderId ?? [])),
];

/** Whether what came before the message, automatic mail left out, was ours: then nothing older waits for an answer. */
function followsReply({ messages }: ReadConversation, message: ReadMessage): boolean {
  const before = messages.slice(0, messages.indexOf(message)).findLast(({ automatic }) => !automatic);
  return before?.direction === "out";
}

/**
 * The files that came with the message, else with the newest one before it from the same address: what was sent once is not asked
 * for again. Whoever else writes into the conversation brings nothing for this writer.
 */
function filesSent(
  { messages }: ReadConversation,
  message: ReadMessage,
): { attachments: number; attachmentsIn?: string } {
  const filesOf = ({ attachments }: ReadMessage) => attachments.filter(({ inline }) => !inline).length;
  const own = filesOf(message);
  if (own > 0) return { attachments: own };
  const sender = message.content.from.address.toLowerCase();
  const earlier = messages
    .slice(0, messages.indexOf(message))
    .findLast(
      (one) =>
        one.direction === "in" && one.content.from.address.toLowerCase() === sender && filesOf(one) > 0,
    );
  return earlier ? { attachments: filesOf(earlier), attachmentsIn: earlier.id } : { attachments: 0 };
}

/** The name of the order a code would go out for; null when none would. */
async function codeOrderName(tx: Tx, keys: ShopKeys, reading: Reading): Promise<string | null> {
  const id = orderToProve(reading);
  const [order] = id ? await readOrders(tx, keys, [id]) : [];
  return order?.customer?.email ? order.name : null;
}

const contactOf = ({ content, customerId }: ReadConversation) => ({
  email: content.contactEmail,
  customer: { id: customerId },
});

const promiseSchema = z.object({ text: z.string(), told: z.boolean().default(true) });
const MOST_PROMISES = 5;

/** The newest first. One that is not told was made inside the team, when somebody handed the conversation over. */
async function openPromises(tx: Tx, keys: ShopKeys, conversationId: string) {
  const rows = await tx.promise.findMany({
    where: { conversationId, state: "open" },
    orderBy: { madeAt: "desc" },
    take: MOST_PROMISES + 1,
  });
  return rows.map(({ id, dueAt, sealed }) => {
    const context = `promises.sealed:${id}` as const;
    return { id, dueAt, ...openJson(keys, { context, bytes: sealed }, promiseSchema) };
  });
}
