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
  const { name, cancelledAt, refundState: refund } = order.ids;
  if (!cancelledAt && !order.refund) return null;
  const named = cancelledAt
    ? happened("issue.cancelled_unsaid.first", { order: name, cancelledAt })
    : happened("issue.cancelled_unsaid.part", { order: name, changedOn: issue.ids.changedOn }, [refund]);
  const isDue = !order.refund && order.paid;
  return {
    steps: [
      named,
      naming("issue.sorry.silence", { rests: citesOf(named) }),
      ...(order.refund || isDue ? refundState(order) : []),
      ...(isDue ? [promising("next.check_due", { rests: [cancelledAt] })] : []),
    ],
    offers: isDue ? ["check_due"] : [],
  };
}

export function refundNotExecuted({ issue, order, context }: Telling): Told | null {
  const { name, refundAt, refundState: refund, status } = order.ids;
  const { promisedOn } = issue.ids;
  if (order.refund?.state === "settled") return null;
  const named = order.refund
    ? happened("issue.refund_not_executed.first", { order: name, refundAt }, [refund])
    : happened("issue.refund_not_executed.promised", { order: name, promisedOn }, [status]);
  return {
    steps: [
      named,
      ...sorry("issue.sorry.wait", named, context),
      promising("next.check_refund", { with: { order: name }, rests: [refund] }),
    ],
    offers: ["check_refund"],
  };
}

export function paymentPending({ issue, order }: Telling): Told | null {
  const { name, status } = order.ids;
  if (!WAITS.has(order.shipping) || order.paid) return null;
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
  const question = "issue.ask.address";
  return {
    steps: [
      happened("issue.bad_address.first", { order: name }, [issue.ids.address]),
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
  const { name, returnStatus } = order.ids;
  if (order.refund?.state === "settled") return null;
  const about = { order: name, receivedOn: issue.ids.receivedOn };
  const named = happened("issue.return_unsettled.first", about, [returnStatus]);
  return {
    steps: [
      named,
      ...sorry("issue.sorry.wait", named, context),
      promising("next.check_due", { rests: [returnStatus ?? name] }),
    ],
    offers: ["check_due"],
  };
}
