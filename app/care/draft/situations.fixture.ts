import type { FactInput } from "#app/care/draft/build-facts.ts";
import type { DraftOrder } from "#app/care/draft/order-situation.ts";
import type { PlanContext } from "#app/care/draft/plan-step.ts";

/** Invented cases for the golden texts and the property tests: one order in every state, one message per intent. */
export const now = new Date("2026-03-20T10:00:00Z");

const base: DraftOrder = {
  id: "1001",
  name: "#1001",
  placedAt: "2026-03-09T09:00:00Z",
  updatedAt: "2026-03-20T08:00:00Z",
  financialStatus: "paid",
  fulfillmentStatus: "fulfilled",
  total: { amount: "59.90", currency: "EUR" },
  currency: "EUR",
  lines: [
    { id: "1", title: "Wool blanket", quantity: 1, price: null },
    { id: "2", title: "Mug", quantity: 2, price: null },
  ],
  refunds: [],
  customer: { id: "77", name: "Anna Berg", email: "anna@example.com" },
  fulfillments: [],
};

const parcel = (status: string, at: string, more: Partial<DraftOrder["fulfillments"][number]> = {}) => ({
  id: "501",
  status: "success",
  trackingCompany: "DHL",
  trackingNumber: "00340434161094042557",
  trackingUrl: "https://www.dhl.com/track?no=00340434161094042557",
  events: [{ status, at, city: "Leipzig" }],
  ...more,
});

const unshipped = { fulfillmentStatus: null } as const;
export const orders = {
  unfulfilled: { ...base, ...unshipped, placedAt: "2026-03-18T09:00:00Z" },
  waitingLong: { ...base, ...unshipped },
  onHold: { ...base, ...unshipped, fulfillmentOrders: [{ id: "9", status: "on_hold" }] },
  beingPacked: {
    ...base,
    ...unshipped,
    placedAt: "2026-03-18T09:00:00Z",
    fulfillmentOrders: [{ id: "9", status: "in_progress", requestStatus: "ACCEPTED" }],
  },
  shipped: { ...base, fulfillments: [{ ...parcel("x", ""), events: [] }] },
  labelMade: {
    ...base,
    placedAt: "2026-03-18T09:00:00Z",
    fulfillments: [parcel("label_printed", "2026-03-19T09:00:00Z")],
  },
  inTransit: {
    ...base,
    fulfillments: [
      parcel("in_transit", "2026-03-19T09:00:00Z", { estimatedDeliveryAt: "2026-03-21T12:00:00Z" }),
    ],
  },
  overdue: {
    ...base,
    fulfillments: [
      parcel("in_transit", "2026-03-18T09:00:00Z", { estimatedDeliveryAt: "2026-03-17T12:00:00Z" }),
    ],
  },
  stalled: { ...base, fulfillments: [parcel("in_transit", "2026-03-12T09:00:00Z")] },
  outForDelivery: { ...base, fulfillments: [parcel("out_for_delivery", "2026-03-20T07:00:00Z")] },
  pickup: { ...base, fulfillments: [parcel("ready_for_pickup", "2026-03-19T07:00:00Z")] },
  failedAttempt: { ...base, fulfillments: [parcel("attempted_delivery", "2026-03-19T15:00:00Z")] },
  delivered: {
    ...base,
    fulfillments: [parcel("delivered", "2026-03-17T11:00:00Z", { deliveredAt: "2026-03-17T11:00:00Z" })],
  },
  deliveredLongAgo: {
    ...base,
    placedAt: "2026-01-09T09:00:00Z",
    fulfillments: [parcel("delivered", "2026-01-14T11:00:00Z", { deliveredAt: "2026-01-14T11:00:00Z" })],
  },
  partial: {
    ...base,
    fulfillmentStatus: "partial",
    fulfillments: [parcel("in_transit", "2026-03-19T09:00:00Z")],
  },
  twoParcels: {
    ...base,
    fulfillments: [
      {
        ...parcel("delivered", "2026-03-16T09:00:00Z", { deliveredAt: "2026-03-16T09:00:00Z" }),
        id: "500",
        trackingNumber: "00340434161094042500",
      },
      parcel("in_transit", "2026-03-19T09:00:00Z"),
    ],
  },
  cancelled: { ...base, ...unshipped, cancelledAt: "2026-03-11T09:00:00Z" },
  refunded: {
    ...base,
    refunds: [
      { id: "31", at: "2026-03-15T09:00:00Z", amount: { amount: "24.50", currency: "EUR" }, settled: true },
    ],
  },
  refundPending: {
    ...base,
    refunds: [
      { id: "31", at: "2026-03-15T09:00:00Z", amount: { amount: "4800", currency: "JPY" }, settled: false },
    ],
  },
  returnOpen: {
    ...base,
    fulfillments: [parcel("delivered", "2026-03-17T11:00:00Z")],
    returns: [{ id: "41", name: "#1001-R1", status: "OPEN" }],
  },
  dispute: { ...base, disputes: [{ id: "51", status: "needs_response" }] },
} satisfies Record<string, DraftOrder>;

export type Case = {
  order: keyof typeof orders | "none" | "several";
  intent: PlanContext["reading"]["intent"];
  emotion?: PlanContext["reading"]["emotion"]["label"];
  claims?: PlanContext["reading"]["claims"][number]["kind"][];
  flags?: PlanContext["reading"]["riskFlags"];
  refs?: PlanContext["reading"]["orderRefs"];
  proof?: PlanContext["reading"]["identity"];
  attachments?: number;
  unsure?: boolean;
  /** A code that was brought back, for an order that is named. */
  code?: PlanContext["reading"]["proofCode"];
};

/** The main situations, as a support lead would list them. */
export const cases: Record<string, Case> = {
  "where is it, not shipped": { order: "unfulfilled", intent: "order_status" },
  "where is it, not shipped for long, angry": {
    order: "waitingLong",
    intent: "order_status",
    emotion: "anger",
  },
  "where is it, on hold": { order: "onHold", intent: "order_status" },
  "where is it, no scan": { order: "shipped", intent: "order_status" },
  "where is it, label made": { order: "labelMade", intent: "order_status" },
  "where is it, in transit": { order: "inTransit", intent: "order_status", emotion: "worry" },
  "where is it, overdue, frustrated": {
    order: "overdue",
    intent: "delivery_problem",
    emotion: "frustration",
  },
  "where is it, stalled, furious": { order: "stalled", intent: "delivery_problem", emotion: "anger" },
  "where is it, stalled, unsure": {
    order: "stalled",
    intent: "order_status",
    emotion: "anger",
    unsure: true,
  },
  "out for delivery": { order: "outForDelivery", intent: "order_status" },
  "ready for pickup": { order: "pickup", intent: "order_status" },
  "failed attempt, disappointed": {
    order: "failedAttempt",
    intent: "delivery_problem",
    emotion: "disappointment",
  },
  "marked delivered, not received, angry": {
    order: "delivered",
    intent: "delivery_problem",
    emotion: "anger",
    claims: ["not_received"],
  },
  "marked delivered, not received, calm": {
    order: "delivered",
    intent: "delivery_problem",
    claims: ["not_received"],
  },
  "delivered, only asking": { order: "delivered", intent: "order_status" },
  "delivered, unhappy with the delivery": {
    order: "delivered",
    intent: "delivery_problem",
    emotion: "frustration",
  },
  "cancelled, refund asked": { order: "cancelled", intent: "refund" },
  "partly shipped": { order: "partial", intent: "order_status" },
  "two parcels": { order: "twoParcels", intent: "order_status" },
  cancelled: { order: "cancelled", intent: "order_status" },
  "several orders": { order: "several", intent: "refund" },
  "refund paid": { order: "refunded", intent: "refund", emotion: "gratitude" },
  "refund pending in yen, angry": { order: "refundPending", intent: "refund", emotion: "anger" },
  "refund paid, signed in": { order: "refunded", intent: "refund", proof: "signed_in" },
  "refund pending in yen, angry, signed in": {
    order: "refundPending",
    intent: "refund",
    emotion: "anger",
    proof: "signed_in",
  },
  "payment, signed in": { order: "inTransit", intent: "payment", proof: "signed_in" },
  "refund asked": { order: "delivered", intent: "refund" },
  payment: { order: "inTransit", intent: "payment" },
  "charged twice": { order: "inTransit", intent: "payment", claims: ["charged_twice"] },
  "damaged, no photo, disappointed": {
    order: "delivered",
    intent: "wrong_or_damaged_item",
    emotion: "disappointment",
  },
  "damaged, photos sent": { order: "delivered", intent: "wrong_or_damaged_item", attachments: 2 },
  "item missing, rest not shipped": {
    order: "partial",
    intent: "wrong_or_damaged_item",
    claims: ["missing_item"],
  },
  "item missing": { order: "delivered", intent: "wrong_or_damaged_item", claims: ["missing_item"] },
  return: { order: "delivered", intent: "return" },
  "return, too late": { order: "deliveredLongAgo", intent: "return" },
  "return open": { order: "returnOpen", intent: "return" },
  "cancel, not shipped": { order: "unfulfilled", intent: "cancel" },
  "cancel, not shipped, signed in": { order: "unfulfilled", intent: "cancel", proof: "signed_in" },
  "cancel, being packed": { order: "beingPacked", intent: "cancel" },
  "cancel, shipped": { order: "inTransit", intent: "cancel" },
  "change address, not shipped": { order: "unfulfilled", intent: "change_address" },
  "change address, shipped": { order: "inTransit", intent: "change_address" },
  "change order, not shipped": { order: "unfulfilled", intent: "change_order" },
  "product question": { order: "none", intent: "product_question" },
  account: { order: "none", intent: "account" },
  praise: { order: "delivered", intent: "praise", emotion: "joy" },
  unclear: { order: "none", intent: "other" },
  "complaint without an object, angry": { order: "none", intent: "complaint", emotion: "anger" },
  grief: { order: "delivered", intent: "return", emotion: "grief" },
  "legal threat": { order: "stalled", intent: "delivery_problem", emotion: "anger", flags: ["legal"] },
  "wants a person": { order: "stalled", intent: "order_status", flags: ["wants_person"] },
  safety: { order: "delivered", intent: "wrong_or_damaged_item", flags: ["safety"] },
  "in danger": { order: "none", intent: "other", flags: ["self_harm"] },
  "dispute open": { order: "dispute", intent: "refund" },
  unproven: { order: "inTransit", intent: "order_status", proof: "none" },
  "unproven, number given": {
    order: "inTransit",
    intent: "order_status",
    proof: "none",
    refs: [{ kind: "order_name", value: "#1001", start: 0, end: 5, orderId: "1001" }],
  },
  "unproven, wrong code": { order: "inTransit", intent: "order_status", proof: "none", code: "wrong" },
  "no order found": { order: "none", intent: "order_status" },
};

const several = [
  orders.inTransit,
  { ...orders.unfulfilled, id: "1002", name: "#1002" },
  { ...orders.delivered, id: "1003", name: "#1003", placedAt: "2026-03-02T09:00:00Z" },
];

/** The inputs of buildFacts and planReply for one case. */
export function inputs(given: Case, language: string): { facts: FactInput; reading: PlanContext["reading"] } {
  const proof = given.proof ?? "address_match";
  const chosen = given.order === "none" ? [] : given.order === "several" ? several : [orders[given.order]];
  return {
    facts: {
      language,
      intent: given.intent,
      riskFlags: given.flags ?? [],
      writer: { proof, email: "anna@example.com", customerId: proof === "signed_in" ? "77" : null },
      message: { id: "m1", contactName: "Anna Berg", attachments: given.attachments ?? 0 },
      orders: chosen,
      policies: [
        {
          type: "REFUND_POLICY",
          title: "Refund policy",
          body: "You can return items within 30 days of delivery.",
          url: "https://fernweh.example/policies/refund-policy",
          updatedAt: now,
        },
      ],
      promises: [],
      shop: { id: "s1", name: "Fernweh Supply", timeZone: "Europe/Berlin" },
      now,
    },
    reading: {
      intent: given.intent,
      intentConfidence: 0.9,
      unsure: given.unsure ?? false,
      claims: (given.claims ?? []).map((kind) => ({
        claim: kind,
        kind,
        quote: "",
        verdict: "unknown",
        evidence: [],
      })),
      orderRefs: given.refs ?? [],
      orderNamed: given.refs?.some(({ kind }) => kind === "order_name") ?? given.code !== undefined,
      proofCode: given.code ?? null,
      riskFlags: given.flags ?? [],
      cause: { about: "unknown", blamed: "nobody", quote: "" },
      identity: proof,
      emotion: { label: given.emotion ?? "neutral" },
    },
  };
}
