import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import { canDo } from "#app/care/draft/feasible-options.ts";
import type { IssueSheet } from "#app/care/draft/facts/issue-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import { whereIsIt } from "#app/care/draft/plan/about-shipping.ts";
import {
  naming,
  offering,
  telling,
  type Part,
  type PlanContext,
  type Step,
} from "#app/care/draft/plan-step.ts";

/** An order problem that is told of, with the order it is about. */
export type Telling = { issue: IssueSheet; order: OrderSheet; context: PlanContext };
export type Told = Pick<Part, "steps" | "offers" | "choices" | "question">;

type Shipping = ReadonlySet<OrderSheet["shipping"]>;
/** It has not left the shop. */
export const WAITS: Shipping = new Set(["unfulfilled", "on_hold"]);
/** Nothing of it is still to come. */
export const OVER: Shipping = new Set(["delivered", "cancelled"]);

/** What happened, first of all. */
export function happened(key: MessageKey, about: Step["with"], rests: (string | null)[] = []): Step {
  return { ...telling(key, { with: about, rests }), stage: "name" };
}

/** An apology for the trouble that was named, where the record lets expect that it upsets. */
export const sorry = (key: MessageKey, named: Step, { tone }: PlanContext): Step[] =>
  tone === "upset" ? [naming(key, { rests: citesOf(named) })] : [];

export const citesOf = ({ with: filled, rests }: Step): string[] => [
  ...Object.values(filled)
    .flat()
    .filter((id) => id !== null),
  ...rests,
];

/** Where the order is; of several parcels, where the one that it is about is. */
export function parcelState(order: OrderSheet): Step[] {
  const { shipping, parcels, partial, ids } = order;
  if (parcels <= 1 && !(partial && shipping === "delivered")) return whereIsIt(order);
  const { carrier, deliveredAt } = ids;
  return shipping === "delivered"
    ? [telling("issue.parcel_delivered", { with: { carrier, deliveredAt }, rests: [ids.lastStatus] })]
    : whereIsIt(order).filter(({ say }) => say !== "state.parcels");
}

/** Who would rather not wait can be rid of an order that has not left. */
export function orCancel(order: OrderSheet, context: PlanContext): { steps: Step[]; choices: OptionId[] } {
  if (!canDo("cancel", order, context)) return { steps: [], choices: [] };
  return { steps: [offering("issue.choice.cancel", { rests: [order.ids.status] })], choices: ["cancel"] };
}
