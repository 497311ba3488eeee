import type { Delivery, Draft } from "@prisma/client";
import { lookSoon } from "#app/care/detect/look-soon.server.ts";
import { draftContentSchema, type DraftContent } from "#app/care/draft/draft.ts";
import { checkClaims } from "#app/care/keep/check-claims.server.ts";
import { closePromises } from "#app/care/keep/close-promises.server.ts";
import { evidenceOf } from "#app/care/keep/is-kept.ts";
import { promisesInReply, type PromiseInReply } from "#app/care/keep/promises-in-reply.ts";
import { toldRaises } from "#app/care/draft/raised.ts";
import {
  sentClaimContentSchema,
  stageOf,
  type SentClaimContent,
} from "#app/care/draft/sent-claim-content.ts";
import { settle } from "#app/care/keep/settle-falsehoods.ts";
import { tellHandOver } from "#app/care/keep/tell-hand-over.server.ts";
import { toldFacts } from "#app/care/keep/told-facts.ts";
import { wakeForPromise } from "#app/care/keep/wake-for-promise.server.ts";
import { warnAt } from "#app/care/keep/warn-at.ts";
import { outgoingContentSchema } from "#app/care/review/outgoing-content.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import type { Handler } from "#app/job.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import { shopKeys } from "#app/shop/keys.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

/**
 * After a reply left: what it promised is written down, once, so that it can be kept, and what it told of each order, so that it can be
 * put right. Earlier promises that this reply keeps are closed.
 */
export const keepPromises: Handler<"keepPromises"> = async (_ports, run, { deliveryId }) => {
  const keys = await shopKeys(run.shopId);
  return run.inShop(async (tx) => {
    await lockAgainstRedaction(sqlOf(tx), run.shopId);
    const delivery = await tx.delivery.findUnique({ where: { id: deliveryId } });
    if (!delivery?.draftId || !delivery.conversationId) return "the delivery is gone";
    const draft = await tx.draft.findUnique({ where: { id: delivery.draftId } });
    if (!draft) return "the draft is gone";
    const { conversationId } = delivery;
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${conversationId} FOR UPDATE`;
    const reply = await readReply(tx, keys, { delivery: { ...delivery, conversationId }, draft });
    const promised = await writePromises(tx, keys, reply);
    await settleTold(tx, keys, reply);
    await writeClaims(tx, keys, reply);
    const looked = { conversationId, now: delivery.at };
    await closePromises(tx, keys, looked);
    await checkClaims(tx, keys, looked);
    // Where nothing but a word was missing, it is not missing any more.
    const orderIds = reply.orders.map(({ id }) => id);
    await lookSoon(sqlOf(tx), run.shopId, { orderIds, at: delivery.at });
    return promised;
  });
};

type Reply = {
  delivery: Delivery & { conversationId: string };
  draft: Draft;
  content: DraftContent;
  text: string;
  /** The orders the conversation and the reply are about. */
  orders: MirroredOrder[];
  timeZone: string;
};

async function readReply(
  tx: Tx,
  keys: ShopKeys,
  { delivery, draft }: Pick<Reply, "delivery" | "draft">,
): Promise<Reply> {
  const sealedDraft = { context: `drafts.sealed:${draft.id}` as const, bytes: draft.sealed };
  const sealedMail = { context: `deliveries.sealed:${delivery.id}` as const, bytes: delivery.sealed };
  const shop = await tx.shop.findUniqueOrThrow({ where: { id: keys.shopId }, select: { timezone: true } });
  const conversation = await tx.conversation.findUniqueOrThrow({
    where: { id: delivery.conversationId },
    select: { orderIds: true },
  });
  return {
    delivery,
    draft,
    content: openJson(keys, sealedDraft, draftContentSchema),
    text: openJson(keys, sealedMail, outgoingContentSchema).parts.text,
    orders: await readOrders(tx, keys, [...conversation.orderIds, ...draft.factOrderIds]),
    timeZone: shop.timezone ?? "UTC",
  };
}

async function writePromises(tx: Tx, keys: ShopKeys, reply: Reply): Promise<string> {
  const { delivery, draft, content, text, orders, timeZone } = reply;
  const { shopId } = keys;
  const { id: deliveryId, conversationId, at: madeAt } = delivery;
  const spoken = { ...content, maker: draft.maker, language: draft.language };
  const found = promisesInReply({ draft: spoken, text, at: madeAt, timeZone, orders });
  if (found.length === 0) return "it promised nothing";
  const own = await withoutHandOver(tx, keys, { reply, found });
  if (own.length === 0) return "it told what was promised before";
  const rows = own.map(({ text: words, kind, dueAt, saidBy, orderId, index }) => {
    // The id follows from what was sent, so that a job that runs twice writes each promise once.
    const id = `${deliveryId}-${index}`;
    const order = orders.find((one) => one.id === orderId) ?? null;
    const before = evidenceOf(kind, order).map((one) => one.id);
    const sealed = sealJson(keys, `promises.sealed:${id}`, { text: words, before });
    const warned = dueAt && warnAt({ madeAt, dueAt }, timeZone);
    const place = { shopId, conversationId, draftId: draft.id, deliveryId, orderId };
    return { id, ...place, kind, owner: delivery.approvedBy, saidBy, sealed, dueAt, warnAt: warned, madeAt };
  });
  const { count } = await tx.promise.createMany({ data: rows, skipDuplicates: true });
  if (count === 0) return "its promises were written down before";
  for (const { id: promiseId, warnAt: at } of rows)
    if (at) await wakeForPromise(tx, { shopId, promiseId, at });
  for (const promise of found) await moveEarlier(tx, reply, promise);
  return `wrote down ${count} of its promises`;
}

/** The promises that it makes itself, each with its place among all of them. */
async function withoutHandOver(
  tx: Tx,
  keys: ShopKeys,
  { reply, found }: { reply: Reply; found: PromiseInReply[] },
): Promise<(PromiseInReply & { index: number })[]> {
  const { content, delivery } = reply;
  const own = [];
  for (const [index, promise] of found.entries())
    if (!(await tellHandOver(tx, keys, { content, delivery, promise }))) own.push({ ...promise, index });
  return own;
}

/** Who promises the same of the same order for a later day, before the first day is over, has told the shopper: that day holds. */
async function moveEarlier(tx: Tx, reply: Reply, { kind, orderId, dueAt }: PromiseInReply): Promise<void> {
  const { id: deliveryId, conversationId, at } = reply.delivery;
  if (!orderId || !dueAt) return;
  const earlier = await tx.promise.findMany({
    where: {
      ...{ conversationId, kind, orderId, state: "open", keptAt: null },
      ...{ deliveryId: { not: deliveryId }, dueAt: { gte: at, lt: dueAt } },
    },
  });
  for (const { id, shopId, madeAt } of earlier) {
    const moved = warnAt({ madeAt, dueAt }, reply.timeZone);
    await tx.promise.update({ where: { id }, data: { dueAt, warnAt: moved } });
    await wakeForPromise(tx, { shopId, promiseId: id, at: moved });
  }
}

/** What the reply told to be no longer so needs no further correction, unless the records say something else again meanwhile. */
async function settleTold(tx: Tx, keys: ShopKeys, { delivery, content, text }: Reply): Promise<void> {
  const told = toldRaises(content, text).filter(({ kind }) => kind === "claim");
  const rows = await tx.sentClaim.findMany({
    where: { shopId: keys.shopId, id: { in: told.map(({ id }) => id) }, state: "false" },
  });
  for (const { id, sealed } of rows) {
    const context = `sent_claims.sealed:${id}` as const;
    const fallen = openJson(keys, { context, bytes: sealed }, sentClaimContentSchema);
    if (!told.some((one) => one.id === id && one.stage === stageOf(keys, fallen))) continue;
    const settled = settle(fallen, `delivery:${delivery.id}`);
    const data = { state: "standing", falseAt: null, sealed: sealJson(keys, context, settled) };
    await tx.sentClaim.update({ where: { id }, data });
  }
}

async function writeClaims(tx: Tx, keys: ShopKeys, reply: Reply): Promise<void> {
  const { delivery, draft, content, text, orders } = reply;
  const data = [...toldFacts(content, text, orders)].map(([orderId, facts]) => {
    const id = `${delivery.id}-${orderId}`;
    const told: SentClaimContent = { facts, became: [], settled: [] };
    return {
      ...{ id, shopId: keys.shopId, conversationId: delivery.conversationId, orderId },
      ...{ draftId: draft.id, deliveryId: delivery.id, sentAt: delivery.at },
      sealed: sealJson(keys, `sent_claims.sealed:${id}`, told),
    };
  });
  if (data.length > 0) await tx.sentClaim.createMany({ data, skipDuplicates: true });
}
