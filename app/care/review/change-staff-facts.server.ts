import { randomUUID } from "node:crypto";
import { askAnew } from "#app/care/draft/ask-anew.server.ts";
import { draftContentSchema, type FactChange } from "#app/care/draft/draft.ts";
import { markStale } from "#app/care/draft/mark-stale.server.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import { newestMessage } from "#app/conversation/newest-message.server.ts";
import { MOST_STAFF_FACTS, staffFactContentSchema } from "#app/conversation/staff-fact.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

export type AddStaffFact = {
  shopId: string;
  conversationId: string;
  text: string;
  /** The order it is about, one of the conversation's. */
  orderId?: string | undefined;
  /** The language of the replies that are to say it in these words; absent: evidence only. */
  quoteIn?: string | undefined;
  staff: { id: string; name: string };
};
export type StaffFactAdded =
  | { outcome: "added"; id: string }
  | { outcome: "blank" }
  | { outcome: "too_many" }
  | { outcome: "unknown_order" }
  | { outcome: "not_found" };

/** A person of the team adds what they know to a conversation, under their name. What waits is drafted anew with it. */
export async function addStaffFact(
  { inShop, now }: { inShop: InShop; now: Now },
  input: AddStaffFact,
): Promise<StaffFactAdded> {
  const { shopId, conversationId, orderId, staff } = input;
  const keys = await shopKeys(shopId);
  const text = plainText(input.text).replaceAll(/\s+/gu, " ");
  if (text === "") return { outcome: "blank" };
  return inShop(async (tx) => {
    const conversation = await lockConversation(tx, { shopId, conversationId });
    if (!conversation) return { outcome: "not_found" };
    if (orderId && !conversation.orderIds.includes(orderId)) return { outcome: "unknown_order" };
    if ((await tx.staffFact.count({ where: { shopId, conversationId } })) >= MOST_STAFF_FACTS)
      return { outcome: "too_many" };
    const id = randomUUID();
    const content = { text, name: staff.name, quoteIn: input.quoteIn ?? null };
    await tx.staffFact.create({
      data: {
        ...{ id, shopId, conversationId, orderId: orderId ?? null, saidBy: staff.id, saidAt: now() },
        sealed: sealJson(keys, `staff_facts.sealed:${id}`, content),
      },
    });
    const change = { label: `Said by ${staff.name}`, before: null, after: text };
    await draftAnew(tx, keys, { conversationId, change });
    return { outcome: "added", id };
  });
}

export type StaffFactRemoved = { outcome: "removed" } | { outcome: "not_found" };

/** Takes back what a person of the team added. A reply that was sent keeps what it said, and what it rested on. */
export async function removeStaffFact(
  { inShop }: { inShop: InShop },
  { shopId, conversationId, factId }: { shopId: string; conversationId: string; factId: string },
): Promise<StaffFactRemoved> {
  const keys = await shopKeys(shopId);
  return inShop(async (tx) => {
    const conversation = await lockConversation(tx, { shopId, conversationId });
    const fact =
      conversation && (await tx.staffFact.findFirst({ where: { id: factId, shopId, conversationId } }));
    if (!fact) return { outcome: "not_found" };
    const context = `staff_facts.sealed:${fact.id}` as const;
    const { text, name } = openJson(keys, { context, bytes: fact.sealed }, staffFactContentSchema);
    await tx.staffFact.delete({ where: { id: fact.id } });
    await draftAnew(tx, keys, {
      conversationId,
      change: { label: `Said by ${name}`, before: text, after: null },
    });
    return { outcome: "removed" };
  });
}

async function lockConversation(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
) {
  await lockAgainstRedaction(sqlOf(tx), shopId);
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
  return tx.conversation.findFirst({ where: { id: conversationId, shopId }, select: { orderIds: true } });
}

/** What waits was drafted without this: it turns stale and says why, and another is asked for. */
async function draftAnew(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, change }: { conversationId: string; change: FactChange },
): Promise<void> {
  const waiting = await tx.draft.findMany({ where: { conversationId, status: "waiting" } });
  const drafts = waiting.map((row) => ({
    row,
    content: openJson(keys, { context: `drafts.sealed:${row.id}`, bytes: row.sealed }, draftContentSchema),
  }));
  for (const { row, content } of drafts)
    await markStale(tx, keys, { id: row.id, content: { ...content, staleBecause: [change] } });
  const unasked = drafts.find(({ content }) => content.outreach);
  if (unasked) return askAnew(tx, unasked);
  const messageId = await newestMessage(tx, conversationId);
  if (messageId) await emit(tx, "facts-changed", { data: { shopId: keys.shopId, messageId } });
}
