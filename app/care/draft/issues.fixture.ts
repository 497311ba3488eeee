import type { OutreachStage } from "#app/care/decide/outreach.ts";
import type { Evidence, IssueKind } from "#app/care/detect/issue.ts";
import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import { matterOfIssue, type IssueToTell } from "#app/care/draft/issue-to-tell.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import { now, orders } from "#app/care/draft/situations.fixture.ts";

/** Invented order problems, each at the moment it is found and after it is over, for the golden texts and the property tests. */
type IssueCase = {
  subject?: string;
  evidence?: Evidence[];
  /** The order while the problem stands. */
  order: DraftOrder;
  /** Another order of the same shopper. */
  other?: DraftOrder;
  /** The order once it is over. */
  over: DraftOrder;
};

export const WROTE = new Date("2026-03-16T14:00:00Z");

const day = (id: string, value: string): Evidence => {
  const [entity = "", of = "", field = ""] = id.split(":");
  return {
    ...{ id, label: field, value, kind: "date", observedAt: now.toISOString() },
    source: { entity, id: of, field },
  };
};

const delivered = orders.delivered;
const refunded = {
  ...orders.cancelled,
  refunds: [
    { id: "31", at: "2026-03-15T09:00:00Z", amount: { amount: "59.90", currency: "EUR" }, settled: true },
  ],
};
const pending = (order: DraftOrder) => ({
  ...order,
  refunds: [
    { id: "31", at: "2026-03-12T09:00:00Z", amount: { amount: "59.90", currency: "EUR" }, settled: false },
  ],
});
const unpaid = { ...orders.waitingLong, financialStatus: "pending" };
const twin = { ...orders.unfulfilled, id: "1002", name: "#1002", placedAt: "2026-03-19T09:00:00Z" };

export const issueCases: Record<IssueKind, IssueCase> = {
  unfulfilled: {
    evidence: [day("order:1001:shipBy", "2026-03-12T23:00:00Z")],
    order: orders.waitingLong,
    over: orders.inTransit,
  },
  preorder_slipped: {
    evidence: [day("fulfillment_order:9:fulfillAt", "2026-03-16T00:00:00Z")],
    order: orders.waitingLong,
    over: orders.inTransit,
  },
  not_picked_up: {
    subject: "fulfillment:501@none",
    evidence: [
      day("fulfillment:501:shippedAt", "2026-03-13T09:00:00Z"),
      day("fulfillment:501:lastAt", "2026-03-19T09:00:00Z"),
    ],
    order: { ...orders.labelMade, placedAt: "2026-03-09T09:00:00Z" },
    over: orders.inTransit,
  },
  stalled: { subject: "fulfillment:501@2026-03-12", order: orders.stalled, over: delivered },
  past_estimate: { subject: "fulfillment:501@2026-03-17", order: orders.overdue, over: delivered },
  delivery_failed: { subject: "fulfillment:501@2026-03-19", order: orders.failedAttempt, over: delivered },
  carrier_exception: {
    subject: "fulfillment:501@2026-03-18",
    evidence: [
      day("fulfillment:501:lastAt", "2026-03-18T09:00:00Z"),
      { ...day("fulfillment:501:exception", "returned"), kind: "status" },
    ],
    order: {
      ...orders.inTransit,
      fulfillments: orders.inTransit.fulfillments.map((one) => ({
        ...one,
        estimatedDeliveryAt: null,
        events: [{ status: "failure", at: "2026-03-18T09:00:00Z", city: "Leipzig" }],
      })),
    },
    over: delivered,
  },
  delivered_oddly: { subject: "fulfillment:501@2026-03-17", order: delivered, over: delivered },
  partly_shipped: { order: orders.partial, over: orders.inTransit },
  cancelled_unsaid: { order: pending(orders.cancelled), over: refunded },
  refund_not_executed: {
    order: pending(orders.delivered),
    over: { ...delivered, refunds: refunded.refunds },
  },
  payment_pending: { order: unpaid, over: orders.waitingLong },
  bad_address: { order: orders.unfulfilled, over: orders.inTransit },
  placed_twice: {
    order: orders.unfulfilled,
    other: twin,
    over: { ...orders.unfulfilled, cancelledAt: "2026-03-19T12:00:00Z" },
  },
  needed_by_at_risk: {
    evidence: [day("order:1001:neededBy", "2026-03-22")],
    order: orders.overdue,
    over: delivered,
  },
  return_unsettled: {
    evidence: [
      day("return:41:closedAt", "2026-03-14T09:00:00Z"),
      { ...day("return:41:returnStatus", "closed"), kind: "status" },
    ],
    order: { ...orders.delivered, returns: [{ id: "41", name: "#1001-R1", status: "CLOSED" }] },
    over: { ...delivered, refunds: refunded.refunds },
  },
};

const SAID = "Your order #1001 has not been shipped yet, although it should have left by now.";

/** What composing the message of one kind and stage is given. */
export function issueInput(
  kind: IssueKind,
  given: { stage: OutreachStage; language: string; upset?: boolean },
): DraftInput {
  const { stage, language, upset = true } = given;
  const { order, other, over, subject = "order", evidence = [] } = issueCases[kind];
  const isOver = stage === "resolution" || stage === "correction";
  const issue: IssueToTell = {
    ...{ id: `${kind}-1`, orderId: "1001", kind, subject, stage, evidence },
    before: stage === "first" ? null : { id: "d1", at: WROTE, said: stage === "correction" ? SAID : null },
  };
  const record = isOver ? over : order;
  return {
    nobodyWrote: true,
    purpose: "outreach",
    text: "",
    voice: "friendly",
    shopDomains: ["fernweh.example"],
    seesAllOrders: true,
    reading: {
      language,
      intent: matterOfIssue[kind],
      intentConfidence: 1,
      unsure: false,
      claims: [],
      orderRefs: [{ kind: "order_name", value: "#1001", start: 0, end: 0, orderId: "1001" }],
      riskFlags: [],
      cause: { about: "unknown", blamed: "nobody", quote: "" },
      identity: "address_match",
      emotion: { label: upset ? "worry" : "neutral" },
    },
    facts: {
      writer: { proof: "address_match", email: "anna@example.com", customerId: null },
      message: {
        ...{ id: issue.id, contactName: "Anna Berg", attachments: 0 },
        namedBy: { entity: "order", id: "1001", field: "customer" },
      },
      orders: other ? [record, other] : [record],
      issue,
      policies: [],
      promises: [],
      shop: { id: "s1", name: "Fernweh Supply", timeZone: "Europe/Berlin" },
      now,
    },
  };
}
