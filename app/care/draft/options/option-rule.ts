import type { FactSheet } from "#app/care/draft/build-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { Claim, Intent } from "#app/care/understand/reading.ts";

export const optionIds = [
  "answer_question",
  "carrier_enquiry",
  "check_hold_up",
  "wait",
  "new_attempt",
  "pickup",
  "redirect",
  "cancel",
  "change_order",
  "change_address",
  "return",
  "put_right",
  "exchange",
  "replacement",
  "check_refund",
  "check_due",
  "check_payment",
  "discount",
  "store_credit",
] as const;
export type OptionId = (typeof optionIds)[number];

/** What a rule may look at: records, what is asked and the clock. The emotion is not here, so that no offer can follow from it. */
export type OptionCase = {
  sheet: Pick<FactSheet, "facts" | "ids">;
  /** The one order it is about; null when there is none, or several. */
  order: OrderSheet | null;
  intent: Intent;
  claims: readonly Claim["kind"][];
  now: Date;
};

export type Feasibility = { ok: true; cites: string[] } | { ok: false; because: string; cites: string[] };

/** One thing a shop can do: for which matters it is a choice, and whether it is possible on this order now. */
export type OptionRule = {
  id: OptionId;
  /** For the reviewer. */
  label: string;
  /** Whether to offer it binds the team to do something. */
  commits: boolean;
  serves: readonly Intent[];
  feasible: (given: OptionCase) => Feasibility;
};

type Cited = string | null;
const present = (ids: Cited[]) => ids.filter((id) => id !== null);

export const possible = (...cites: Cited[]): Feasibility => ({ ok: true, cites: present(cites) });
export const impossible = (because: string, ...cites: Cited[]): Feasibility => ({
  ok: false,
  because,
  cites: present(cites),
});

/** Asks a rule that needs one order. */
export const onOrder =
  (rule: (order: OrderSheet, given: OptionCase) => Feasibility): OptionRule["feasible"] =>
  (given) =>
    given.order ? rule(given.order, given) : impossible("It is not known which order this is about");
