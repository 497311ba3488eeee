import type { Conversation } from "@prisma/client";
import { messageText } from "#app/care/understand/message-content.server.ts";
import { namesLeaving } from "#app/care/understand/leaving-words.ts";
import { occasionOf } from "#app/care/understand/occasion.ts";
import { lastArrival, plain } from "#app/care/understand/shipments.ts";
import { effective, standingReadings } from "#app/care/understand/standing-readings.server.ts";
import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import type { Tx } from "#app/db.server.ts";
import { days, hours } from "#app/lib/duration.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";
import { readSettings } from "#app/shop/read-settings.server.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import { leavingOf } from "./leaving.ts";
import { openOrders } from "./open-orders.server.ts";
import type { AtStake, Heard, OrderAtStake } from "./priority-of.ts";
import { readMedian } from "./read-median.server.ts";

export type Judging = Pick<Conversation, "id" | "orderIds" | "contactIndex">;

/** A conversation that is about more orders than this is about none in particular. */
const ORDERS = 5;
/** Who writes again within this is still saying the same thing. */
const SAME_BREATH = hours(1);
/** What they wrote elsewhere longer ago than this was another matter. */
const SAME_MATTER = days(14);

type Gathering = {
  conversation: Judging;
  /** What they wrote since our last answer, oldest first. */
  waiting: readonly { at: Date }[];
  escalatedBy: string | null;
  now: Date;
};

/** All that decides how urgent a conversation is, read in the caller's transaction. */
export async function gatherAtStake(
  tx: Tx,
  keys: ShopKeys,
  { conversation, waiting, escalatedBy, now }: Gathering,
): Promise<AtStake> {
  const { id: conversationId } = conversation;
  const settings = await readSettings(tx, keys.shopId);
  const orderIds = conversation.orderIds.slice(0, ORDERS);
  const orders = await openOrders(tx, keys, orderIds);
  const usualHandling = (await usualOf(tx, keys.shopId)) ?? days(settings.promises.handlingDays);
  return {
    now: now.getTime(),
    heard: await heardIn(tx, keys, { conversationId, now }),
    orders: await stakesOf(tx, keys.shopId, { orders, usualHandling, now }),
    usualHandling,
    waitingSince: waiting[0]?.at.getTime() ?? null,
    answerWithin: hours(settings.answerWithinHours),
    writtenBefore: againIn(waiting) + (await elsewhere(tx, { conversation, waiting, now })),
    escalatedBy,
    promises: await promisesOf(tx, conversationId),
    toldWrong: (await tx.sentClaim.count({ where: { conversationId, state: "false" } })) > 0,
    issues: await issuesOf(tx, { shopId: keys.shopId, orderIds, now }),
  };
}

/** A reading that cannot be opened says nothing; the screen says so. */
async function heardIn(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<Heard | null> {
  const messageId = await messageToAnswer(tx, conversationId);
  if (!messageId) return null;
  const found = await standingReadings(tx, keys, {
    messageIds: [messageId],
    now,
    onUnreadable: () => undefined,
  });
  const standing = found.get(messageId);
  if (!standing) return null;
  // Of a message whose text cannot be opened its reading says what it said.
  const reading = await effective(standing, () => messageText(tx, keys, messageId)).catch(
    () => standing.reading,
  );
  const { urgency, riskFlags, intent, intents } = reading;
  // Who named the intent named the one that counts.
  return { urgency, riskFlags, intents: standing.corrections.intent ? [intent] : intents };
}

async function usualOf(tx: Tx, shopId: string): Promise<number | null> {
  const row = await tx.detection.findUnique({ where: { shopId }, select: { usualHandlingMs: true } });
  return row?.usualHandlingMs == null ? null : Number(row.usualHandlingMs);
}

async function stakesOf(
  tx: Tx,
  shopId: string,
  { orders, usualHandling, now }: { orders: MirroredOrder[]; usualHandling: number; now: Date },
): Promise<OrderAtStake[]> {
  const medianOf = orders.length > 0 ? await readMedian(tx, shopId) : () => null;
  return orders.map((order) => {
    const attributes = order.attributes.filter(({ name }) => !namesLeaving(name));
    const { gift, neededBy } = occasionOf({ ...order, attributes });
    const median = medianOf(order.currency);
    return {
      orderId: order.id,
      leaving: leavingOf(order, { usualHandling, now: now.getTime() }),
      arrived: lastArrival(order) !== null,
      over: order.cancelledAt != null || plain(order.financialStatus) === "refunded",
      gift,
      neededBy,
      timesMedian: median === null ? null : Math.round((Number(order.total.amount) / median) * 10) / 10,
    };
  });
}

/** How often they wrote again while they waited. */
const againIn = (waiting: readonly { at: Date }[]): number =>
  waiting.filter(({ at }, n) => {
    const before = waiting[n - 1];
    return before !== undefined && at.getTime() - before.at.getTime() >= SAME_BREATH;
  }).length;

/** In how many other conversations they wrote about the same lately: about this order, or all of these where nobody knows which one is meant. */
async function elsewhere(
  tx: Tx,
  given: { conversation: Judging; waiting: readonly { at: Date }[]; now: Date },
): Promise<number> {
  const { contactIndex, orderIds, id } = given.conversation;
  if (!contactIndex || orderIds.length === 0 || given.waiting.length === 0) return 0;
  const since = new Date(given.now.getTime() - SAME_MATTER);
  const others = await tx.conversation.findMany({
    where: { contactIndex, id: { not: id }, unsent: false, updatedAt: { gte: since } },
    select: { id: true, orderIds: true },
    take: MOST_ELSEWHERE,
    orderBy: { updatedAt: "desc" },
  });
  const same = others.filter((one) => orderIds.every((orderId) => one.orderIds.includes(orderId)));
  if (same.length === 0) return 0;
  const wrote = await tx.message.groupBy({
    by: ["conversationId"],
    where: {
      conversationId: { in: same.map((one) => one.id) },
      ...{ direction: "in", automatic: false, at: { gte: since } },
    },
  });
  return wrote.length;
}

const MOST_ELSEWHERE = 20;

async function promisesOf(tx: Tx, conversationId: string): Promise<AtStake["promises"]> {
  const rows = await tx.promise.findMany({
    where: { conversationId, keptAt: null, state: { in: ["open", "broken"] } },
    select: { state: true, dueAt: true, warnAt: true },
  });
  return rows.map(({ state, dueAt, warnAt }) => ({
    broken: state === "broken",
    dueAt: dueAt?.getTime() ?? null,
    warnAt: warnAt?.getTime() ?? null,
  }));
}

async function issuesOf(
  tx: Tx,
  { shopId, orderIds, now }: { shopId: string; orderIds: string[]; now: Date },
): Promise<AtStake["issues"]> {
  if (orderIds.length === 0) return [];
  const rows = await tx.orderIssue.findMany({
    where: { shopId, orderId: { in: orderIds }, status: "open" },
    select: { id: true, kind: true, severity: true, snoozedUntil: true },
    orderBy: [{ severity: "desc" }, { openedAt: "asc" }, { id: "asc" }],
  });
  return rows
    .filter(({ snoozedUntil }) => snoozedUntil === null || snoozedUntil <= now)
    .map(({ id, kind, severity }) => ({ issueId: id, kind, severity }));
}
