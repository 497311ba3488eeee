import type { OutreachStage } from "#app/care/decide/outreach.ts";
import type { IssueKind, Severity, Stake } from "#app/care/detect/issue.ts";
import { sentenceCase } from "./labels.ts";

/** What is wrong, as a merchant says it. */
const KINDS: Record<IssueKind, string> = {
  unfulfilled: "Not shipped in time",
  preorder_slipped: "Pre-order date has passed",
  not_picked_up: "Label made, never picked up",
  stalled: "Parcel is not moving",
  past_estimate: "Later than estimated",
  delivery_failed: "Delivery failed",
  carrier_exception: "Carrier reports a problem",
  delivered_oddly: "Delivered, but it does not add up",
  partly_shipped: "Only part of it shipped",
  cancelled_unsaid: "Cancelled or refunded without a word",
  refund_not_executed: "Refund promised, not made",
  payment_pending: "Payment not completed",
  bad_address: "Address carriers cannot serve",
  placed_twice: "Looks ordered twice",
  needed_by_at_risk: "Needed-by date at risk",
  return_unsettled: "Return arrived, not settled",
};

/** What each looks for, in a sentence: for who decides whether to be told of it. */
const LOOKS_FOR: Record<IssueKind, string> = {
  unfulfilled: "Nothing was shipped within your handling days, or the time that your orders usually take.",
  preorder_slipped: "An order that was placed ahead is past the day it was to ship.",
  not_picked_up: "A label was made and the carrier has not had the parcel since.",
  stalled: "The carrier has said nothing for longer than it usually does on the way there.",
  past_estimate: "The carrier's own day of delivery is over.",
  delivery_failed: "The carrier tried to deliver and could not.",
  carrier_exception: "The carrier reports the parcel damaged, lost or on its way back.",
  delivered_oddly: "Reported as delivered far from the address, or sooner than anything could arrive.",
  partly_shipped: "Some of the order left, the rest did not, and nobody said so.",
  cancelled_unsaid: "An item was cancelled or refunded and the shopper was not told.",
  refund_not_executed: "A refund was promised and no money has moved.",
  payment_pending: "The payment is pending or has failed.",
  bad_address: "The address is not one that a parcel can be delivered to.",
  placed_twice: "Two orders of the same shopper with the same items, shortly after each other.",
  needed_by_at_risk: "The shopper named a day and the order will hardly be there by then.",
  return_unsettled: "What was sent back has arrived, and it was neither refunded nor exchanged.",
};

/** The kinds in the order of an order's life, for settings and filters. */
export const KIND_GROUPS: readonly { title: string; kinds: readonly IssueKind[] }[] = [
  {
    title: "Before it ships",
    kinds: ["payment_pending", "bad_address", "placed_twice", "unfulfilled", "preorder_slipped"],
  },
  {
    title: "On its way",
    kinds: [
      "not_picked_up",
      "partly_shipped",
      "stalled",
      "past_estimate",
      "needed_by_at_risk",
      "delivery_failed",
      "carrier_exception",
      "delivered_oddly",
    ],
  },
  {
    title: "Money and returns",
    kinds: ["cancelled_unsaid", "refund_not_executed", "return_unsettled"],
  },
];

const isKind = (code: string): code is IssueKind => code in KINDS;
export const issueKindLabel = (code: string) => (isKind(code) ? KINDS[code] : sentenceCase(code));
export const looksForLabel = (kind: IssueKind) => LOOKS_FOR[kind];

const SEVERITIES: Record<Severity, string> = { 1: "Low", 2: "Medium", 3: "High", 4: "Critical" };

export const severityLabel = (severity: Severity) => SEVERITIES[severity];

const STAKES: Record<Stake, string> = {
  needed_by: "Needed by a certain day",
  gift: "It is a gift",
  first_order: "Their first order",
  second_failure: "Not the first thing to go wrong",
  perishable: "It does not keep",
  high_value: "A large order",
  lost_money: "Their money is at stake",
};

export const stakeLabel = (stake: Stake) => STAKES[stake];

const STAGES: Record<OutreachStage, string> = {
  first: "First word",
  update: "Update",
  resolution: "It is over",
  correction: "Correction",
};

export const stageLabel = (stage: OutreachStage) => STAGES[stage];

/** "23 orders", "1 order". */
export const counted = (count: number, noun: string) =>
  `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

const HOUR_MS = 3_600_000;

/** A stretch of time in milliseconds as people say it: "18 hours", "4 days". */
export function spanLabel(ms: number): string {
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  return hours < 48 ? counted(hours, "hour") : counted(Math.round(hours / 24), "day");
}

/** `DE` → `Germany`. */
export function regionLabel(code: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
