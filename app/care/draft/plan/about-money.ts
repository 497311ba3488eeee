import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { needsCode, wrongCode } from "#app/care/draft/plan/ask-proof.ts";
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

/** Where the money is, and nothing of what comes of it. */
export function refundState({ refund, ids }: OrderSheet): Step[] {
  const amounts = { order: ids.name, refundAmount: ids.refundAmount, refundAt: ids.refundAt };
  if (!refund) return [telling("refund.none", { with: { order: ids.name } })];
  const say = refund.state === "settled" ? "refund.settled" : "refund.pending";
  return [telling(say, { with: amounts, rests: [ids.refundState] })];
}

/**
 * A charge: what the record shows, and the two things that let a person find the payment. Amounts are for the owner alone: who is that by
 * address only is asked for a code.
 */
export function aboutPayment(order: OrderSheet, context: PlanContext): Part {
  const { ids } = order;
  const { reading, told, tone } = context;
  const twice = reading.claims.some(({ kind }) => kind === "charged_twice");
  // The sum was the whole question: there is nothing to check.
  const onlySum = told.total && tone !== "upset" && reading.claims.length === 0;
  const question = twice ? "ask.charges" : needsCode(order, context) ? "proof.code_money" : undefined;
  const sum = ids.total ? [telling("payment.total", { with: { order: ids.name, total: ids.total } })] : [];
  if (onlySum && ids.total) return { approach: "answer", steps: sum, offers: [] };
  const ask = question ? [asking(question, { with: { order: ids.name } })] : [];
  const check = onlySum ? [] : [promising("next.check_payment", { with: { order: ids.name } })];
  return {
    approach: question ? (twice ? "ask" : "ask_proof") : "answer",
    steps: [
      ...(question === "proof.code_money" ? wrongCode(context) : []),
      ...sum,
      ...(twice ? [...ask, ...check] : [...check, ...ask]),
    ],
    offers: check.length > 0 ? ["check_payment"] : [],
    ...(question ? { question } : {}),
    ...(question === "proof.code_money" ? { codeFor: order.orderId } : {}),
  };
}

export function returnStatus({ openReturn, ids }: OrderSheet): Step[] {
  if (!openReturn) return [];
  const say = openReturn.status === "requested" ? "return.requested" : "return.open";
  return [telling(say, { with: { order: ids.name }, rests: [ids.returnStatus] })];
}
