import { canDo } from "#app/care/draft/feasible-options.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { needsCode, wrongCode } from "#app/care/draft/plan/ask-proof.ts";
import { returnPolicy } from "#app/care/draft/plan/return-policy.ts";
import {
  asking,
  offering,
  promising,
  telling,
  type Part,
  type PlanContext,
  type Step,
} from "#app/care/draft/plan-step.ts";
import { proves } from "#app/care/understand/prove-orders.ts";

/** Cancel, change, another address: possible until it has left, and only for who proved to be the owner. */
export function aboutChange(order: OrderSheet, context: PlanContext): Part {
  const { ids, shipping } = order;
  const { intent } = context.reading;
  const what: What = intent === "change_address" ? "address" : intent === "change_order" ? "order" : "cancel";
  const option = what === "cancel" ? "cancel" : (`change_${what}` as const);
  if (shipping === "cancelled")
    return {
      approach: "answer",
      steps: [
        telling("state.cancelled", { with: { order: ids.name, cancelledAt: ids.cancelledAt } }),
        ...(order.refund
          ? [
              telling(order.refund.state === "settled" ? "refund.settled" : "refund.pending", {
                with: { order: ids.name, refundAmount: ids.refundAmount, refundAt: ids.refundAt },
                rests: [ids.refundState],
              }),
            ]
          : []),
      ],
      offers: [],
    };
  if (shipping !== "unfulfilled" && shipping !== "on_hold") return tooLate(what, order, context);
  if (!canDo(option, order, context))
    return {
      approach: "answer",
      steps: [
        telling("change.being_packed", { with: { order: ids.name }, rests: [ids.status, ids.warehouse] }),
        promising("next.check_possible", { rests: [ids.warehouse ?? ids.status] }),
      ],
      offers: [],
    };
  return stillPossible(order, context, what);
}

/** The owner by a code or a sign-in gets the change; who is that by address only is asked for a code. */
function stillPossible(order: OrderSheet, context: PlanContext, what: What): Part {
  const { ids, proof } = order;
  const possible = telling(`${what}.possible`, { with: { order: ids.name }, rests: [ids.status] });
  const offers: Part["offers"] = [what === "cancel" ? "cancel" : `change_${what}`];
  if (needsCode(order, context))
    return {
      approach: "ask_proof",
      steps: [...wrongCode(context), possible, asking("change.code", { with: { order: ids.name } })],
      offers,
      question: "change.code",
      codeFor: order.orderId,
    };
  // Whether there is another colour or size in stock, no record says.
  const doing = what === "order" ? "change.check" : "change.doing";
  const say = proves(proof, "code") ? doing : "change.confirm";
  return {
    approach: "answer",
    steps: [possible, promising(say, { rests: [ids.status, ids.name] })],
    offers,
  };
}

type What = "address" | "order" | "cancel";

/** It has left: only the carrier, or a return, can still change anything. */
function tooLate(what: What, order: OrderSheet, context: PlanContext): Part {
  const { ids, shipping } = order;
  const redirects = what === "address" && canDo("redirect", order, context);
  const returns = what !== "address" && canDo("return", order, context);
  return {
    approach: "answer",
    steps: [
      telling(shipping === "delivered" ? "state.delivered" : `${what}.too_late`, {
        with: { order: ids.name, carrier: ids.carrier, deliveredAt: ids.deliveredAt, city: ids.city },
        rests: [ids.status, ids.lastStatus],
      }),
      ...(redirects ? [offering("address.carrier_page", { with: { link: ids.link } })] : []),
      ...(what === "address" ? [] : sendBackLater(order, context)),
    ],
    offers: redirects ? ["redirect"] : returns ? ["return"] : [],
  };
}

/** What cannot be stopped any more can be sent back, where the policy allows it. */
function sendBackLater(order: OrderSheet, context: PlanContext): Step[] {
  const policy = returnPolicy(context);
  if (!canDo("return", order, context)) return policy;
  const say = order.shipping === "delivered" ? "next.return_offer" : "next.return_later";
  return [promising(say, { with: { order: order.ids.name } }), ...policy];
}
