import type { Claim } from "../reading.ts";

/** Claims that a pattern alone tells. */
export const patternKinds = [
  "marked_delivered",
  "not_received",
  "overdue",
  "not_shipped",
  "wrong_item",
  "damaged_item",
  "missing_item",
  "charged_twice",
  "refund_not_received",
  "returned_item",
  "cancelled",
  "promised",
  "received",
] as const satisfies readonly Claim["kind"][];
export type PatternKind = (typeof patternKinds)[number];

/** How the shoppers of one language state what happened; folded text, sentence by sentence. */
export type ClaimWords = {
  /** BCP 47 primary tag. */
  language: string;
  kinds: Partial<Record<PatternKind, RegExp>>;
  /** Words for ordering: with a day or a length of time they state when; with a number how many. */
  ordered: RegExp;
  paid: RegExp;
  /** Words that make a day the one on which the parcel was announced. */
  expected: RegExp;
  arrived: RegExp;
  /** "Two weeks ago", with the groups `count` and `unit`. */
  ago: RegExp;
};
