import { hours } from "#app/lib/duration.ts";
import type { AtStake, Heard, OrderAtStake } from "./priority-of.ts";

export const NOW = Date.parse("2026-11-25T10:00:00.000Z");
export const inHours = (count: number): number => NOW + hours(count);

export const heard = (given: Partial<Heard> = {}): Heard => ({
  urgency: 1,
  riskFlags: [],
  intents: ["order_status"],
  ...given,
});

/** An order that has arrived long ago: nothing is at stake on it. */
export const anOrder = (given: Partial<OrderAtStake> = {}): OrderAtStake => ({
  orderId: "1",
  leaving: { outcome: "gone" },
  arrived: true,
  over: false,
  gift: false,
  neededBy: null,
  timesMedian: 1,
  ...given,
});

/** A question in the usual order, asked just now. */
export const atStake = (given: Partial<AtStake> = {}): AtStake => ({
  now: NOW,
  heard: heard(),
  orders: [],
  usualHandling: hours(24),
  waitingSince: NOW,
  answerWithin: hours(24),
  writtenBefore: 0,
  escalatedBy: null,
  promises: [],
  toldWrong: false,
  issues: [],
  ...given,
});
