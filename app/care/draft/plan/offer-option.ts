import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { OptionId } from "#app/care/draft/options/option-rule.ts";
import { returnPolicy } from "#app/care/draft/plan/return-policy.ts";
import { offering, promising, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

type Words = (order: OrderSheet, context: PlanContext) => Step[];

const lastState = ({ ids }: OrderSheet) => [ids.lastStatus ?? ids.status];

/** What offers an option outside of the matter that offers it by itself. The others have no words of their own. */
const WORDS: Partial<Record<OptionId, Words>> = {
  carrier_enquiry: (order) => [
    promising("next.carrier_enquiry", { with: { carrier: order.ids.carrier }, rests: lastState(order) }),
  ],
  check_hold_up: (order) => [promising("next.check_hold_up", { rests: lastState(order) })],
  new_attempt: ({ ids }) => [offering("next.failed_attempt", { rests: [ids.link] })],
  redirect: ({ ids }) => [offering("address.carrier_page", { with: { link: ids.link } })],
  return: (_order, context) => returnPolicy(context),
  check_refund: ({ ids }) => [promising("next.check_refund", { rests: [ids.refundState] })],
  check_due: ({ ids }) => [promising("next.check_due", { rests: [ids.name] })],
  check_payment: ({ ids }) => [promising("next.check_payment", { with: { order: ids.name } })],
};

/** The words that offer what a reviewer chose, none where the catalogue has none. Whether it is possible is not looked at here. */
export function offerOption(id: OptionId, order: OrderSheet, context: PlanContext): Step[] {
  return WORDS[id]?.(order, context) ?? [];
}
