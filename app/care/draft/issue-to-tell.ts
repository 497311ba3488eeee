import type { MessageKey } from "#app/care/draft/catalogue/catalogue.ts";
import type { SpokenOf } from "#app/care/draft/order-situation.ts";
import type { OutreachStage } from "#app/care/decide/outreach.ts";
import type { Evidence, IssueKind } from "#app/care/detect/issue.ts";
import type { Intent } from "#app/care/understand/reading.ts";

/** An order problem that its shopper is told of unasked. */
export type IssueToTell = {
  id: string;
  orderId: string;
  kind: IssueKind;
  /** Which episode it is: `fulfillment:<id>@…` names the parcel. */
  subject: string;
  stage: OutreachStage;
  evidence: readonly Evidence[];
  /** What we wrote of it last: the delivery, when it left, and what it named; null where the words cannot be quoted. */
  before: { id: string; at: Date; said: string | null } | null;
};

/** What we wrote to a shopper before they wrote: the delivery, when it left, what of, and what it told of the order. */
export type WroteFirst = {
  id: string;
  at: Date;
  kind: IssueKind;
  told: readonly { id: string; raw: string }[];
};

/** The matter of a reply that would speak of the same: which facts it needs, and which options are a choice then. */
export const matterOfIssue: Record<IssueKind, Intent> = {
  unfulfilled: "order_status",
  preorder_slipped: "order_status",
  not_picked_up: "order_status",
  stalled: "order_status",
  past_estimate: "order_status",
  delivery_failed: "delivery_problem",
  carrier_exception: "delivery_problem",
  delivered_oddly: "order_status",
  partly_shipped: "order_status",
  cancelled_unsaid: "refund",
  refund_not_executed: "refund",
  payment_pending: "payment",
  bad_address: "change_address",
  placed_twice: "cancel",
  needed_by_at_risk: "order_status",
  return_unsettled: "refund",
};

export const subjectOfIssue: Record<IssueKind, MessageKey> = {
  unfulfilled: "issue.subject.delay",
  preorder_slipped: "issue.subject.delay",
  not_picked_up: "issue.subject.delay",
  stalled: "issue.subject.delay",
  past_estimate: "issue.subject.delay",
  delivery_failed: "issue.subject.delivery",
  carrier_exception: "issue.subject.delivery",
  delivered_oddly: "issue.subject.delivery",
  needed_by_at_risk: "issue.subject.delivery",
  partly_shipped: "issue.subject.parts",
  cancelled_unsaid: "issue.subject.change",
  refund_not_executed: "issue.subject.refund",
  payment_pending: "issue.subject.payment",
  bad_address: "issue.subject.address",
  placed_twice: "issue.subject.twice",
  return_unsettled: "issue.subject.return",
};

/** What a message told of, for the person who answers the shopper's reply to it. */
export const issueInWords: Record<IssueKind, string> = {
  unfulfilled: "an order that had not left in time",
  preorder_slipped: "an order whose planned day of shipping had passed",
  not_picked_up: "a parcel that the carrier had not scanned yet",
  stalled: "a parcel that had not been scanned for long",
  past_estimate: "a parcel that was late",
  delivery_failed: "a delivery that failed",
  carrier_exception: "a problem that the carrier reported",
  delivered_oddly: "a delivery whose record did not look right",
  partly_shipped: "an order that left in parts",
  cancelled_unsaid: "a cancellation or refund that nobody had told them of",
  refund_not_executed: "a refund that had not gone through",
  payment_pending: "a payment that was not confirmed",
  bad_address: "an address that carriers may not find",
  placed_twice: "two orders that look alike",
  needed_by_at_risk: "an order that may not arrive by the day it is needed",
  return_unsettled: "a return that was not settled",
};

/** The parcel or the refund that an issue is about, where it is about one. */
export function spokenOfIn(subject: string): SpokenOf {
  const [, entity, id] = /^(fulfillment|refund):([^@#]+)/u.exec(subject) ?? [];
  return { parcel: entity === "fulfillment" ? id : undefined, refund: entity === "refund" ? id : undefined };
}
