import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import type { IssueSheet } from "#app/care/draft/facts/issue-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { refundState, returnStatus } from "#app/care/draft/plan/about-money.ts";
import { tracking } from "#app/care/draft/plan/about-shipping.ts";
import { parcelState, type Telling, type Told } from "#app/care/draft/plan/issue-steps.ts";
import {
  badAddress,
  cancelledUnsaid,
  paymentPending,
  placedTwice,
  refundNotExecuted,
  returnUnsettled,
} from "#app/care/draft/plan/order-issues.ts";
import {
  carrierException,
  deliveredOddly,
  deliveryFailed,
  notPickedUp,
  pastEstimate,
  stalled,
} from "#app/care/draft/plan/parcel-issues.ts";
import {
  neededByAtRisk,
  partlyShipped,
  preorderSlipped,
  unfulfilled,
} from "#app/care/draft/plan/waiting-issues.ts";
import { naming, telling, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";
import type { IssueKind } from "#app/care/detect/issue.ts";

/**
 * What a shopper is told unasked of a problem with their order: what happened, what is true now, what the team does, what they can choose.
 * Only what the record bears out still; a part without a step where it does not. Nothing is offered but what the order allows: never money,
 * goods or an advertisement.
 */
export function tellIssue(context: PlanContext): Part {
  const { issue } = context.sheet;
  const told = issue && toldAt(issue.stage)({ issue, order: issue.order, context });
  if (!told) return { approach: "answer", steps: [], offers: [] };
  return { approach: told.question === undefined ? "answer" : "ask", ...told };
}

function toldAt(stage: IssueSheet["stage"]): (given: Telling) => Told | null {
  switch (stage) {
    case "first":
      return first;
    case "update":
      return update;
    case "resolution":
      return resolution;
    case "correction":
      return correction;
  }
}

const FIRST: Record<IssueKind, (given: Telling) => Told | null> = {
  unfulfilled,
  preorder_slipped: preorderSlipped,
  not_picked_up: notPickedUp,
  stalled,
  past_estimate: pastEstimate,
  delivery_failed: deliveryFailed,
  carrier_exception: carrierException,
  delivered_oddly: deliveredOddly,
  partly_shipped: partlyShipped,
  cancelled_unsaid: cancelledUnsaid,
  refund_not_executed: refundNotExecuted,
  payment_pending: paymentPending,
  bad_address: badAddress,
  placed_twice: placedTwice,
  needed_by_at_risk: neededByAtRisk,
  return_unsettled: returnUnsettled,
};

function first(given: Telling): Told | null {
  const told = FIRST[given.issue.kind](given);
  return told && { ...told, steps: [...ofOneParcel(given), ...told.steps] };
}

const OF_A_PARCEL: ReadonlySet<IssueKind> = new Set([
  "not_picked_up",
  "stalled",
  "past_estimate",
  "delivery_failed",
  "carrier_exception",
  "delivered_oddly",
]);

/** Of an order in several parcels: that it is about one of them. */
function ofOneParcel({ issue: { kind }, order: { parcels, ids } }: Telling): Step[] {
  if (parcels <= 1 || !OF_A_PARCEL.has(kind)) return [];
  return [named(telling("issue.one_parcel", { with: { order: ids.name, parcels: ids.parcels } }))];
}

const SORRY: ReadonlySet<string> = new Set<MessageKey>([
  "issue.sorry.wait",
  "issue.sorry.trouble",
  "issue.sorry.silence",
]);

/** What is new since we wrote: the record as it is now, and who writes again. The apology stands in what we wrote before. */
function update(given: Telling): Told | null {
  const { issue, order } = given;
  const { on } = issue.ids;
  const now = first(given) ?? { steps: nowOf(issue, order), offers: [] };
  if (!on || now.steps.length === 0) return null;
  const news = named(telling("issue.update", { with: { on, order: order.ids.name } }));
  return { ...now, steps: [news, ...now.steps.filter(({ say }) => !SORRY.has(say))] };
}

/** The trouble is over: that it is, and what is true now. Nothing is asked or promised any more. */
function resolution({ issue, order }: Telling): Told | null {
  const { on } = issue.ids;
  if (!on) return null;
  const over = named(telling(overOf(issue.kind, order), { with: { on, order: order.ids.name } }));
  return { steps: [over, ...nowOf(issue, order)], offers: [] };
}

/** A parcel that moves again is no parcel that arrived, and one that was called back is no delay that is over. */
function overOf(kind: IssueKind, { shipping }: Telling["order"]): MessageKey {
  if (shipping === "cancelled") return "issue.over.settled";
  if (OF_A_PARCEL.has(kind) && shipping !== "delivered") return "issue.update";
  return ENDED[kind] ?? "issue.over.settled";
}

const ENDED: Partial<Record<IssueKind, MessageKey>> = {
  unfulfilled: "issue.over.wait",
  preorder_slipped: "issue.over.wait",
  not_picked_up: "issue.over.wait",
  stalled: "issue.over.wait",
  past_estimate: "issue.over.wait",
  payment_pending: "issue.over.payment",
};

/** We were wrong: what we wrote, that it was not so, and what is true. */
function correction({ issue, order }: Telling): Told | null {
  const { on, said } = issue.ids;
  if (!on) return null;
  const rests = [said ?? on];
  const told = said
    ? [telling("raise.told", { with: { on, said } }), telling("issue.wrong.said", { rests })]
    : [telling("issue.wrong.about", { with: { on, order: order.ids.name } })];
  const wrong = [...told, naming("issue.wrong.sorry", { rests })].map((step) => named(step));
  return { steps: [...wrong, ...nowOf(issue, order)], offers: [] };
}

const ABOUT_MONEY: ReadonlySet<IssueKind> = new Set([
  "cancelled_unsaid",
  "refund_not_executed",
  "return_unsettled",
]);

/** What the record says now of what the issue was about. */
function nowOf({ kind, other }: IssueSheet, order: OrderSheet): Step[] {
  if (kind === "return_unsettled" && !order.refund) return returnStatus(order);
  if (ABOUT_MONEY.has(kind)) return refundState(order);
  if (other) return [...parcelState(order), ...parcelState(other)];
  return [...parcelState(order), ...(order.shipping === "delivered" ? [] : tracking(order))];
}

const named = (step: Step): Step => ({ ...step, stage: "name" });
