import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { quoteKnowledge } from "#app/care/draft/plan/quote-knowledge.ts";
import {
  asking,
  courtesy,
  naming,
  promising,
  telling,
  type Part,
  type PlanContext,
  type Step,
} from "#app/care/draft/plan-step.ts";

/** A refund: paid, under way, or none on record. What is due is never decided here. */
export function aboutRefund(order: OrderSheet, context: PlanContext): Part {
  const { ids } = order;
  const { tone } = context;
  const amounts = { order: ids.name, refundAmount: ids.refundAmount, refundAt: ids.refundAt };
  if (order.refund?.state === "settled")
    return {
      approach: "answer",
      steps: [
        telling("refund.settled", { with: amounts, rests: [ids.refundState] }),
        courtesy("refund.bank", { optional: true }),
      ],
      offers: [],
    };
  if (order.refund)
    return {
      approach: "answer",
      steps: [
        ...(tone === "upset" && ids.refundAt
          ? [naming("name.refund_pending", { with: amounts, rests: [ids.refundState] })]
          : [telling("refund.pending", { with: amounts, rests: [ids.refundState] })]),
        promising("next.check_refund", { with: { order: ids.name }, rests: [ids.refundState] }),
      ],
      offers: ["check_refund"],
    };
  return {
    approach: "answer",
    steps: [
      ...(order.shipping === "cancelled"
        ? [telling("state.cancelled", { with: { order: ids.name, cancelledAt: ids.cancelledAt } })]
        : []),
      telling("refund.none", { with: { order: ids.name } }),
      ...returnStatus(order),
      ...quoteKnowledge(context),
      promising("next.check_due", { rests: [ids.name] }),
    ],
    offers: ["check_due"],
  };
}

/** A charge: what the record shows, and the two things that let a person find the payment. */
export function aboutPayment({ ids }: OrderSheet, { reading, told, tone }: PlanContext): Part {
  const twice = reading.claims.some(({ kind }) => kind === "charged_twice");
  // The sum was the whole question: there is nothing to check.
  if (ids.total && told.total && tone !== "upset" && reading.claims.length === 0)
    return {
      approach: "answer",
      steps: [telling("payment.total", { with: { order: ids.name, total: ids.total } })],
      offers: [],
    };
  return {
    approach: twice ? "ask" : "answer",
    steps: [
      ...(ids.total ? [telling("payment.total", { with: { order: ids.name, total: ids.total } })] : []),
      ...(twice ? [asking("ask.charges")] : []),
      promising("next.check_payment", { with: { order: ids.name } }),
    ],
    offers: ["check_payment"],
    ...(twice ? { question: "ask.charges" as const } : {}),
  };
}

export function returnStatus({ openReturn, ids }: OrderSheet): Step[] {
  if (!openReturn) return [];
  const say = openReturn.status === "requested" ? "return.requested" : "return.open";
  return [telling(say, { with: { order: ids.name }, rests: [ids.returnStatus] })];
}
