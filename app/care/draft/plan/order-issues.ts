import { canDo } from "#app/care/draft/feasible-options.ts";
import {
  citesOf,
  happened,
  OVER,
  sorry,
  WAITS,
  type Telling,
  type Told,
} from "#app/care/draft/plan/issue-steps.ts";
import { refundState } from "#app/care/draft/plan/about-money.ts";
import { asking, naming, offering, promising, telling } from "#app/care/draft/plan-step.ts";

/** The first word on money, addresses and orders themselves. Null where the record does not bear it out any more. */

export function cancelledUnsaid({ issue, order }: Telling): Told | null {
  const { name, cancelledAt } = order.ids;
  const { removed } = issue.ids;
  if (!cancelledAt && !order.refund && removed.length === 0) return null;
  const isDue = cancelledAt !== null && !order.refund && order.paid;
  const money = order.refund || isDue ? refundState(order) : [];
  // Where nothing but money went back, that is what happened.
  const named = cancelledAt
    ? [happened("issue.cancelled_unsaid.first", { order: name, cancelledAt })]
    : removed.length > 0
      ? [happened("issue.cancelled_unsaid.part", { order: name, removed })]
      : money.map((step) => ({ ...step, stage: "name" as const }));
  return {
    steps: [
      ...named,
      naming("issue.sorry.silence", { rests: named.flatMap((step) => citesOf(step)) }),
      ...(cancelledAt || removed.length > 0 ? money : []),
      ...(isDue ? [promising("next.check_due", { rests: [cancelledAt] })] : []),
    ],
    offers: isDue ? ["check_due"] : [],
  };
}

export function refundNotExecuted({ order, context }: Telling): Told | null {
  const { name, refundAt, refundState: state, cancelledAt } = order.ids;
  const { refund } = order;
  if (refund ? refund.state === "settled" || !refundAt : !cancelledAt) return null;
  const named = refund
    ? happened("issue.refund_not_executed.first", { order: name, refundAt }, [state])
    : happened("issue.refund_not_executed.cancelled", { order: name, cancelledAt });
  const does = refund
    ? promising("next.check_refund", { with: { order: name }, rests: [state] })
    : promising("next.check_due", { rests: [cancelledAt] });
  return {
    steps: [named, ...sorry("issue.sorry.wait", named, context), does],
    offers: [refund ? "check_refund" : "check_due"],
  };
}

export function paymentPending({ issue, order }: Telling): Told | null {
  const { name, status } = order.ids;
  // An authorised payment is the shop's to take: nobody else can do anything about it.
  if (!WAITS.has(order.shipping) || order.paid || issue.raw.payment === "authorized") return null;
  const question = "issue.ask.payment";
  return {
    steps: [
      happened("issue.payment_pending.first", { order: name }, [status, issue.ids.payment]),
      asking(question),
    ],
    offers: [],
    question,
  };
}

export function badAddress({ issue, order, context }: Telling): Told | null {
  const { name, status } = order.ids;
  if (OVER.has(order.shipping)) return null;
  const canChange = canDo("change_address", order, context);
  const isBox = issue.raw.addressFault === "post_box";
  const question = "issue.ask.address";
  return {
    steps: [
      happened(isBox ? "issue.bad_address.post_box" : "issue.bad_address.first", { order: name }, [
        issue.ids.address,
      ]),
      ...(canChange ? [telling("address.possible", { with: { order: name }, rests: [status] })] : []),
      asking(question),
    ],
    offers: [],
    choices: canChange ? ["change_address"] : [],
    question,
  };
}

export function placedTwice({ issue: { other }, order, context }: Telling): Told | null {
  const { name, placed, status } = order.ids;
  if (!other || OVER.has(order.shipping) || OVER.has(other.shipping)) return null;
  const about = { order: name, placed, other: other.ids.name, otherPlaced: other.ids.placed };
  const both = canDo("cancel", order, context) && canDo("cancel", other, context);
  const question = "issue.ask.both";
  return {
    steps: [
      happened("issue.placed_twice.first", about),
      asking(question),
      ...(both ? [offering("issue.choice.one", { rests: [status, other.ids.status] })] : []),
    ],
    offers: [],
    choices: both ? ["cancel"] : [],
    question,
  };
}

export function returnUnsettled({ issue, order, context }: Telling): Told | null {
  const { name } = order.ids;
  const { returned } = issue.ids;
  if (issue.movedOn) return null;
  const named = happened("issue.return_unsettled.first", { order: name }, [returned]);
  const does = promising("next.check_due", { rests: [returned ?? name] });
  return { steps: [named, ...sorry("issue.sorry.wait", named, context), does], offers: ["check_due"] };
}
