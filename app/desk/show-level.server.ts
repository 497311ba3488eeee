import { csatScaleOf } from "#app/care/review/csat-choices.ts";
import { commentOf } from "#app/care/review/answer-csat.server.ts";
import { calendarOf } from "#app/care/triage/business-time.ts";
import { levelOf, targetsFor, type ClockState } from "#app/care/triage/level-of.ts";
import { readMoments } from "#app/care/triage/read-moments.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { minutes } from "#app/lib/duration.ts";
import type { ShopKeys } from "#app/shop/seal.ts";
import type { Clock } from "#app/shop/service-level-settings.ts";
import { settingsSchema } from "#app/shop/settings.ts";

export type ShownClock = {
  clock: Clock;
  /** `late`: it was met after its time was over. */
  state: "running" | "paused" | "met" | "late" | "missed";
  atRisk: boolean;
  /** When its time is, or was, over; null while it stands still. */
  dueAt: string | null;
  /** Business time, below zero once it is over. */
  leftMinutes: number;
};

export type ShownLevel = {
  timeZone: string;
  clocks: ShownClock[];
  /** By when a receipt said that they are answered; null where none was sent, or named no time. */
  receiptBy: string | null;
  /** How it went, once they said so. */
  rating: { rating: number; scale: 2 | 5; at: string; comment: string | null } | null;
};

/** By when a conversation is to be answered and closed, by its clocks as they stand now. Null when there is none. */
export async function showLevel(
  tx: Tx,
  keys: ShopKeys,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<ShownLevel | null> {
  const { shopId } = keys;
  const conversation = await tx.conversation.findUnique({
    where: { id: conversationId },
    omit: { sealed: true, searchTokens: true },
  });
  if (!conversation) return null;
  const shop = await tx.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { timezone: true, settings: true },
  });
  const { serviceLevels } = settingsSchema.parse(shop.settings);
  const timeZone = shop.timezone ?? "UTC";
  const { status, updatedAt: changedAt, unsent, parentId } = conversation;
  const moments = (await readMoments(sqlOf(tx), shopId, [conversationId])).get(conversationId) ?? [];
  const hasLevel = serviceLevels.on && !unsent && parentId === null;
  const level = hasLevel
    ? levelOf({
        ...{ moments, status, changedAt, now, warn: serviceLevels.warn },
        targets: targetsFor(serviceLevels, conversation),
        calendar: calendarOf(serviceLevels, timeZone),
      })
    : null;
  return {
    timeZone,
    clocks: (level?.clocks ?? []).map((clock) => shownClock(clock, now)),
    receiptBy: await receiptBy(tx, { shopId, conversationId }),
    rating: await ratingOf(tx, keys, conversationId),
  };
}

function shownClock(
  { clock, running, dueAt, warnAt, metAt, missedAt, left }: ClockState,
  now: Date,
): ShownClock {
  return {
    clock,
    state: stateOf({ running, metAt, missedAt }),
    atRisk: running && warnAt !== null && warnAt <= now,
    dueAt: dueAt?.toISOString() ?? null,
    leftMinutes: Math.round(left / minutes(1)),
  };
}

function stateOf({ running, metAt, missedAt }: Pick<ClockState, "running" | "metAt" | "missedAt">) {
  if (metAt) return missedAt ? "late" : "met";
  if (missedAt) return "missed";
  return running ? "running" : "paused";
}

async function receiptBy(
  tx: Tx,
  { shopId, conversationId }: { shopId: string; conversationId: string },
): Promise<string | null> {
  const promise = await tx.promise.findFirst({
    where: { shopId, conversationId, saidBy: "receipt" },
    select: { dueAt: true },
  });
  return promise?.dueAt?.toISOString() ?? null;
}

async function ratingOf(tx: Tx, keys: ShopKeys, conversationId: string): Promise<ShownLevel["rating"]> {
  const request = await tx.csatRequest.findFirst({ where: { shopId: keys.shopId, conversationId } });
  if (!request?.ratedAt || request.rating === null) return null;
  return {
    rating: request.rating,
    scale: csatScaleOf(request.scale),
    at: request.ratedAt.toISOString(),
    comment: commentOf(keys, request),
  };
}
