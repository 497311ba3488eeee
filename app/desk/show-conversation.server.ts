import type { Delivery } from "@prisma/client";
import { composedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import type { Check, Draft } from "#app/care/draft/draft.ts";
import { readDraft } from "#app/care/draft/read-draft.server.ts";
import { showNoDraft } from "#app/care/draft/show-no-draft.server.ts";
import {
  readConversation,
  type ReadConversation,
  type ReadMessage,
} from "#app/conversation/read-conversation.server.ts";
import { joinedInto } from "#app/conversation/joined-into.server.ts";
import { readStaffFacts } from "#app/conversation/read-staff-facts.server.ts";
import type { StaffFact } from "#app/conversation/staff-fact.ts";
import { issuesOfOrders } from "#app/desk/issues-of-orders.server.ts";
import { alsoWrote } from "#app/desk/also-wrote.ts";
import { ordersAboutIn } from "#app/desk/orders-about.server.ts";
import type {
  ConversationDetail,
  ShownDelivery,
  ShownMessage,
  ShownOrder,
  ShownStaffFact,
} from "#app/desk/shapes.ts";
import { showOutgoing } from "#app/desk/show-outgoing.server.ts";
import { showCorrections, showPromises } from "#app/desk/show-kept.server.ts";
import { showReading } from "#app/desk/show-reading.server.ts";
import { showShopper } from "#app/desk/show-shopper.server.ts";
import { summarise } from "#app/desk/summarise.server.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { Now } from "#app/ports.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

/** The newest are enough to see what was said before. */
const MOST_CONVERSATIONS = 20;

/**
 * Everything about one conversation, in one transaction; about the one that took in its message, where it is no more. Null when the shop
 * has none with this id.
 */
export async function showConversation(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  asked: string,
): Promise<ConversationDetail | null> {
  const at = now();
  return inShop(async (tx) => {
    const found = (await readConversation(tx, keys, asked)) ?? (await readJoined(tx, keys, asked));
    // A side conversation is shown with the one that it belongs to.
    const read = found?.parentId ? await readConversation(tx, keys, found.parentId) : found;
    const [conversation] = read ? await withoutExpired(tx, [read], { shopId: keys.shopId, now: at }) : [];
    if (!conversation) return null;
    const { id } = conversation;
    const answered = conversation.messages.findLast(
      (message) => message.direction === "in" && !message.automatic,
    );
    const deliveries = await tx.delivery.findMany({
      where: { conversationId: id },
      orderBy: { createdAt: "asc" },
    });
    const senders = deliveries.map(({ approvedBy }) => approvedBy).filter((one) => one !== "attune");
    const names = await namesOfStaff(tx, keys, senders);
    const drafted = await readDraft(tx, keys, id);
    const orders = await shownOrders(tx, keys, { conversation, now: at });
    const draft = drafted && {
      ...drafted,
      checks: [...drafted.checks, ...(await checksNow(tx, keys, { draft: drafted, id, orders, now: at }))],
    };
    const undrafted = draft === null || draft.messageId !== answered?.id;
    const reading = answered ? await showReading(tx, keys, { messageId: answered.id, now: at }) : null;
    return {
      ...headOf(conversation),
      orders,
      messages: conversation.messages.map((message) => shownMessage(message, { deliveries, names })),
      reading,
      replyLanguage: composedLanguage(reading?.language ?? conversation.language),
      draft,
      // A reading that is not there yet, or cannot be opened, says nothing of a draft.
      noDraft: undrafted && reading ? await showNoDraft(tx, keys, { conversation, now: at }) : null,
      staffFacts: (await readStaffFacts(tx, keys, id)).map(shownStaffFact),
      promises: await showPromises(tx, keys, { conversationId: id, now: at }),
      corrections: await showCorrections(tx, keys, { conversationId: id }),
      deliveries: deliveries.map(shownDelivery),
      outgoing: await showOutgoing(tx, keys, { conversation, now: at }),
      shopper: await showShopper(tx, keys, { who: conversation, now: at }),
    };
  });
}

async function readJoined(tx: Tx, keys: ShopKeys, asked: string): Promise<ReadConversation | null> {
  const into = await joinedInto(tx, asked);
  return into ? readConversation(tx, keys, into) : null;
}

/** What is true of other conversations changes with them: it is said as it is now, of a draft that is still to be decided on. */
async function checksNow(
  tx: Tx,
  keys: ShopKeys,
  { draft, id, orders, now }: { draft: Draft; id: string; orders: ShownOrder[]; now: Date },
): Promise<Check[]> {
  if (draft.status !== "waiting" && draft.status !== "stale") return [];
  const conversationIds = [
    ...new Set(orders.flatMap(({ conversations }) => conversations.map((one) => one.id))),
  ];
  if (conversationIds.every((one) => one === id)) return [];
  return alsoWrote(id, { orders, about: await ordersAboutIn(tx, keys, { conversationIds, now }) });
}

/** Looked up by the shopper, which has an index; the order's own page knows of everybody's conversations about it. */
async function shownOrders(
  tx: Tx,
  keys: ShopKeys,
  { conversation, now }: { conversation: ReadConversation; now: Date },
): Promise<ShownOrder[]> {
  const { contactIndex, customerId, orderIds } = conversation;
  const orders = await readOrders(tx, keys, orderIds);
  if (orders.length === 0) return [];
  const rows = await tx.conversation.findMany({
    where: {
      shopId: keys.shopId,
      OR: [
        { id: conversation.id },
        ...(contactIndex ? [{ contactIndex, unsent: false }] : []),
        ...(customerId ? [{ customerId, unsent: false }] : []),
      ],
      orderIds: { hasSome: orderIds },
    },
    omit: { searchTokens: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: MOST_CONVERSATIONS,
  });
  const summaries = await summarise(tx, keys, await withoutExpired(tx, rows, { shopId: keys.shopId, now }));
  const about = (orderId: string) => summaries.filter((_, at) => rows[at]?.orderIds.includes(orderId));
  const issuesOf = await issuesOfOrders(tx, keys, { orderIds: orders.map(({ id }) => id), now });
  return orders.map((order) => ({
    ...order,
    issues: issuesOf(order.id),
    conversations: about(order.id),
  }));
}

function headOf(conversation: ReadConversation) {
  const { id, status, priority, language, intent, emotion, unsure, customerId, content, updatedAt } =
    conversation;
  const { issueId } = conversation;
  return {
    id,
    subject: content.subject,
    status,
    priority,
    language,
    intent,
    emotion,
    unsure,
    issueId,
    customer: { id: customerId, name: content.contactName, email: content.contactEmail },
    updatedAt: updatedAt.toISOString(),
  };
}

type Sent = { deliveries: readonly Delivery[]; names: ReadonlyMap<string, string> };

function shownMessage(message: ReadMessage, { deliveries, names }: Sent): ShownMessage {
  const { id, direction, at, automatic, content, attachments, deliveryId } = message;
  const delivery = deliveries.find((one) => one.id === deliveryId);
  const approvedBy = delivery?.approvedBy ?? "attune";
  return {
    id,
    direction,
    at: at.toISOString(),
    from: content.from,
    to: content.to,
    cc: content.cc,
    subject: content.subject,
    text: content.text,
    quoted: content.quoted,
    automatic,
    formatted: content.html !== undefined,
    makerLine: content.makerLine ?? null,
    purpose: direction === "out" ? (delivery?.purpose ?? "reply") : null,
    sentBy: approvedBy === "attune" ? null : { id: approvedBy, name: names.get(approvedBy) ?? null },
    attachments: attachments.map(({ id: attachmentId, name, mimeType, size, inline, withheld }) => {
      return { id: attachmentId, name, mimeType, size, inline, withheld };
    }),
  };
}

function shownStaffFact({ id, text, saidBy, name, saidAt, orderId, quoteIn }: StaffFact): ShownStaffFact {
  return { id, text, by: { id: saidBy, name }, at: saidAt.toISOString(), orderId, quoteIn };
}

/** A delivery as every door shows it. */
export function shownDelivery({
  id,
  key,
  purpose,
  draftId,
  status,
  mailMessageId,
  at,
  response,
}: Delivery): ShownDelivery {
  return { id, key, purpose, draftId, status, messageId: mailMessageId, at: at.toISOString(), response };
}
