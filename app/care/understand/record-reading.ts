import { days } from "#app/lib/duration.ts";
import { occasionOf } from "./occasion.ts";
import type { CareEmotion, EmotionReading } from "./reading.ts";
import * as seen from "./record-events.ts";
import type { Felt, History, RecordedOrder, Seen, Shown, Strength } from "./record-events.ts";

export type RecordReading = EmotionReading & { why: string; shows: ShownOfRecord };
/** What the record shows, and the codes of what makes it weigh more. */
export type ShownOfRecord = Shown & { more?: string[] };

const LATE = days(3);
const VERY_LATE = days(10);
const SILENT = days(5);
const UNSHIPPED = days(5);
const ANNOYED = "frustration" as const;
const WORRIED = "worry" as const;

type Rule = { name: string; felt: (order: Seen) => Felt | null };

/** What the record shows, what weighs most first: the first row that says something speaks. */
export const rules: readonly Rule[] = [
  { name: "refund slow", felt: seen.refundSlow },
  { name: "cancelled, money kept", felt: seen.cancelledUnpaid },
  { name: "cancelled", felt: seen.cancelled },
  { name: "needed day missed", felt: seen.occasionMissed },
  { name: "very late", felt: (order) => seen.late(order, VERY_LATE, [ANNOYED, [0.7, 0.65]]) },
  { name: "delivery failed", felt: seen.deliveryFailed },
  { name: "third delay", felt: (order) => seen.delayed(order, 3, [ANNOYED, [0.65, 0.6]]) },
  { name: "promise broken", felt: seen.promiseBroken },
  { name: "late", felt: (order) => seen.late(order, LATE, [ANNOYED, [0.5, 0.55]]) },
  { name: "second delay", felt: (order) => seen.delayed(order, 2, [ANNOYED, [0.45, 0.5]]) },
  { name: "attempt failed", felt: seen.attemptFailed },
  { name: "wrong or damaged", felt: seen.wrongOrDamaged },
  { name: "no scan for long", felt: (order) => seen.unscanned(order, 2 * SILENT, [ANNOYED, [0.5, 0.5]]) },
  {
    name: "unshipped for long",
    felt: (order) => seen.unshipped(order, 2 * UNSHIPPED, [ANNOYED, [0.5, 0.5]]),
  },
  { name: "needed day near", felt: seen.occasionNear },
  { name: "no scan", felt: (order) => seen.unscanned(order, SILENT, [WORRIED, [0.4, 0.5]]) },
  { name: "a little late", felt: (order) => seen.late(order, days(1), [WORRIED, [0.35, 0.45]]) },
  { name: "first delay", felt: (order) => seen.delayed(order, 1, [WORRIED, [0.35, 0.45]]) },
  { name: "unshipped", felt: (order) => seen.unshipped(order, UNSHIPPED, [WORRIED, [0.3, 0.45]]) },
  { name: "rest unshipped", felt: seen.restUnshipped },
  { name: "delivered late", felt: seen.deliveredLate },
  { name: "asked again and again", felt: seen.askedAgain },
  { name: "refund pending", felt: seen.refundPending },
  { name: "returned", felt: seen.returned },
  { name: "delivered", felt: seen.delivered },
  {
    name: "as planned",
    felt: () => ["neutral", [0.1, 0.5], "the order is under way as planned", { code: "as_planned" }],
  },
];

type Weight = { name: string; code: string; when: (order: Seen) => boolean; adds: Strength; why: string };

/** What makes trouble weigh more: each row that fits adds to intensity and confidence, unless it is what spoke. */
export const weights: readonly Weight[] = [
  {
    name: "gift",
    code: "gift",
    when: ({ occasion }) => occasion.gift,
    adds: [0.1, 0.05],
    why: "it is a gift",
  },
  {
    name: "needed day missed",
    code: "needed_passed",
    when: (order) => seen.occasionMissed(order) !== null,
    adds: [0.1, 0.05],
    why: "the day it was needed by has passed",
  },
  {
    name: "promise broken",
    code: "promise_broken",
    when: (order) => seen.promiseBroken(order) !== null,
    adds: [0.1, 0.1],
    why: "a promise was not kept",
  },
  {
    name: "asked again and again",
    code: "asked_several",
    when: (order) => seen.askedAgain(order) !== null,
    adds: [0.1, 0.05],
    why: "they wrote about it several times",
  },
  {
    name: "first order",
    code: "first_order",
    when: ({ history }) => history.earlierOrders === 0,
    adds: [0.05, 0.05],
    why: "it is their first order",
  },
];

const troubled: readonly CareEmotion[] = ["frustration", "disappointment", "worry"];
/** Events suggest a feeling, they do not prove one: no sum of them is stronger or surer than this. */
const MOST: Strength = [0.9, 0.75];

/**
 * The record reading: what a person would likely feel given the order's events at `now`, the text unseen. Null without an
 * order. `why` says in half a sentence what the record shows.
 */
export function recordReading(
  order: RecordedOrder | null,
  { now, history = {} }: { now: Date; history?: History | undefined },
): RecordReading | null {
  if (!order) return null;
  const all = { order, history, occasion: occasionOf(order), now: now.getTime() };
  for (const { name, felt } of rules) {
    const found = felt(all);
    if (found) return weighed(found, name, all);
  }
  return null;
}

function weighed(
  [label, [intensity, confidence], why, shows]: Felt,
  name: string,
  order: Seen,
): RecordReading {
  const more = troubled.includes(label) ? weights.filter((one) => one.name !== name && one.when(order)) : [];
  const added = (at: 0 | 1) => more.reduce((sum, { adds }) => sum + adds[at], 0);
  return {
    label,
    intensity: rounded(Math.min(intensity + added(0), MOST[0])),
    confidence: rounded(Math.min(confidence + added(1), MOST[1])),
    why: more.length > 0 ? `${why} (${more.map((one) => one.why).join(", ")})` : why,
    shows: more.length > 0 ? { ...shows, more: more.map(({ code }) => code) } : shows,
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
