import { randomUUID } from "node:crypto";
import { MOVED } from "#app/care/review/merge/moved-rows.ts";
import { mergeConversations, type MergeInput } from "#app/care/review/merge/merge-conversations.server.ts";
import { splitConversation } from "#app/care/review/merge/split-conversation.server.ts";
import { unmergeConversations } from "#app/care/review/merge/unmerge-conversations.server.ts";
import { recordSent } from "#app/care/review/record-sent.server.ts";
import { recountWaiting } from "#app/conversation/recount-waiting.server.ts";
import { forShop } from "#app/db.server.ts";
import { days, hours, minutes } from "#app/lib/duration.ts";
import { sealJson } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeReading } from "#tests/factories/reading.ts";
import { makeConversation, makeDelivery, makeDraftRow } from "#tests/factories/reply.ts";
import { makeShop } from "#tests/factories/shop.ts";

const staff = { id: "42" };

/** A shop whose person merges and splits, with a way to see every row that may move. */
export async function mergeShop() {
  const made = await makeShop();
  const shopId = made.shop.id;
  const inShop = forShop(shopId);
  const deps = { inShop, now: () => new Date() };
  const conversation = (given: Parameters<typeof makeConversation>[1] = {}) => busyConversation(made, given);
  const merge = (intoId: string, fromId: string, given: Partial<MergeInput> = {}) =>
    mergeConversations(deps, { shopId, intoId, fromId, staff, ...given });
  const unmerge = (mergeId: string) => unmergeConversations(deps, { shopId, mergeId, staff });
  const split = (conversationId: string, messageIds: string[]) =>
    splitConversation(deps, { shopId, conversationId, messageIds, staff });
  return { ...made, shopId, inShop, conversation, merge, unmerge, split, rows: () => allRows(shopId) };
}

/** So that what they feel is still kept. */
const BEGUN = Date.now() - days(20);
let hour = 0;

/** A conversation in which much happened: asked, answered, asked again; a draft waits; the team added its own. */
async function busyConversation(
  made: Awaited<ReturnType<typeof makeShop>>,
  given: Parameters<typeof makeConversation>[1],
) {
  const { keys } = made;
  const { shopId } = keys;
  hour += 1;
  const at = new Date(BEGUN + hours(hour));
  const { conversation, messageId, message } = await makeConversation(made, { at, ...given });
  const conversationId = conversation.id;
  const place = { conversationId, messageId };
  await makeReading(keys, place);
  const delivery = await makeDelivery(made, place);
  await forShop(shopId)(async (tx) => {
    await tx.delivery.update({ where: { id: delivery.id }, data: { status: "sent" } });
    await recordSent(tx, keys, { delivery, at: new Date(at.getTime() + minutes(5)) });
    await tx.promise.create({
      data: {
        ...{ shopId, conversationId, draftId: delivery.draftId, deliveryId: delivery.id },
        sealed: Buffer.from("promise"),
      },
    });
    await tx.staffFact.create({
      data: {
        id: randomUUID(),
        shopId,
        conversationId,
        saidBy: "42",
        saidAt: at,
        sealed: Buffer.from("fact"),
      },
    });
    await tx.note.create({
      data: { shopId, conversationId, writtenBy: "42", at, sealed: Buffer.from("note") },
    });
    await tx.conversationEvent.create({ data: { shopId, conversationId, kind: "tagged", by: "42", at } });
    await tx.conversation.update({
      where: { id: conversationId },
      data: { tags: [`tag-${hour}`, "vip"], status: "open", priority: hour % 2 === 0 ? "high" : "normal" },
    });
  });
  const second = randomUUID();
  await systemPrisma.message.create({
    data: {
      ...{ id: second, shopId, conversationId, direction: "in", channel: "email", proof: "address_match" },
      at: new Date(at.getTime() + minutes(20)),
      sealed: sealJson(keys, `messages.sealed:${second}`, { ...message, text: `Once more, word${hour}.` }),
    },
  });
  await makeReading(keys, { conversationId, messageId: second });
  // Written past what keeps it.
  await forShop(shopId)((tx) => recountWaiting(tx, { shopId, ids: [conversationId] }));
  const waiting = await makeDraftRow(made, { conversationId, messageId: second, version: 2 });
  return {
    id: conversationId,
    messageIds: [messageId, delivery.id, second],
    deliveryId: delivery.id,
    waiting,
  };
}

/** Every row of the shop that may move, as it is; what is noted of moving them left out. */
async function allRows(shopId: string): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const { table, key } of MOVED) {
    const events = table === "conversation_events" ? "AND kind NOT IN ('merged', 'split')" : "";
    const { rows: found } = await systemPool.query<{ row: unknown }>(
      `SELECT to_jsonb(t) AS row FROM "${table}" AS t WHERE shop_id = $1 ${events} ORDER BY "${key}"`,
      [shopId],
    );
    rows[table] = found.map(({ row }) => row);
  }
  return rows;
}
