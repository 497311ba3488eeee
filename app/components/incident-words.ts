import type { IssueKind } from "#app/care/detect/issue.ts";
import { counted, issueKindLabel } from "./issue-labels.ts";

/** What several orders have in common, as said of them. */
const OF_MANY: Record<IssueKind, string> = {
  unfulfilled: "have not shipped in time",
  preorder_slipped: "are past their pre-order date",
  not_picked_up: "were never picked up",
  stalled: "are not moving",
  past_estimate: "are later than estimated",
  delivery_failed: "could not be delivered",
  carrier_exception: "have a problem that the carrier reports",
  delivered_oddly: "were delivered in a way that does not add up",
  partly_shipped: "shipped only in part",
  cancelled_unsaid: "were cancelled or refunded without a word",
  refund_not_executed: "wait for a refund that was promised",
  payment_pending: "are not paid",
  bad_address: "have an address that carriers cannot serve",
  placed_twice: "look ordered twice",
  needed_by_at_risk: "may miss the day they are needed by",
  return_unsettled: "have a return that is not settled",
};

export type IncidentInWords = { cause: string; place: string; kind: IssueKind; orders: number };

/** "DHL, Leipzig: 23 orders are not moving" */
export function incidentTitle({ place, kind, orders }: IncidentInWords): string {
  const many = OF_MANY[kind] ?? issueKindLabel(kind).toLowerCase();
  return `${place}: ${counted(orders, "order")} ${orders === 1 ? one(many) : many}`;
}

/** One that is left is still said as a sentence. */
const one = (many: string) =>
  many
    .replace(/^are\b/u, "is")
    .replace(/^have\b/u, "has")
    .replace(/^were\b/u, "was")
    .replace(/^look\b/u, "looks")
    .replace(/^wait\b/u, "waits");
