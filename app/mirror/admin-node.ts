import { z } from "zod";
import { maybe, maybeAddress, money } from "#app/mirror/admin-parts.ts";
import { fullName } from "#app/mirror/order-person.ts";
import * as part from "#app/mirror/payloads/parts.ts";
import type { Origin } from "#app/mirror/fold/version.ts";
import { storableText } from "#app/mirror/parse-body.ts";
import type {
  CustomerRow,
  FulfillmentOrderRow,
  FulfillmentRow,
  LineRow,
  MirrorRows,
  RefundRow,
  ReturnRow,
} from "#app/mirror/rows.ts";

/** Answers of the Admin API, and a bulk result's lines, in the mirror's own terms (those of webhooks). */
const fulfillmentNode = z.object({
  id: part.gidOf("Fulfillment"),
  status: part.lower,
  displayStatus: part.maybeLower,
  createdAt: part.time,
  updatedAt: part.time,
  estimatedDeliveryAt: part.maybeTime,
  deliveredAt: part.maybeTime,
  trackingInfo: z.array(z.object({ company: maybe, number: maybe, url: maybe })).default([]),
});

const transactionNodes = z.object({ nodes: z.array(z.object({ kind: part.lower, status: part.lower })) });
const refundNode = z.object({
  id: part.gidOf("Refund"),
  createdAt: part.maybeTime,
  processedAt: part.time,
  updatedAt: part.time,
  totalRefundedSet: money,
  transactions: transactionNodes.optional(),
});

export const lineNodeSchema = z.object({
  id: part.gidOf("LineItem"),
  title: z.string().transform(storableText),
  variantTitle: maybe,
  sku: maybe,
  quantity: z.number().int(),
  currentQuantity: z.number().int().nullish(),
  originalUnitPriceSet: money.nullish(),
});
export const returnNodeSchema = z.object({ id: part.gidOf("Return"), name: maybe, status: part.lower });
export const fulfillmentOrderNodeSchema = z.object({
  id: part.gidOf("FulfillmentOrder"),
  status: part.lower,
  requestStatus: part.lower,
  fulfillAt: part.maybeTime,
  updatedAt: part.time,
  fulfillmentHolds: z.array(z.object({ reason: part.lower, reasonNotes: maybe })).default([]),
});

const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

/** An order of the bulk result, or with its connections of a single read. */
export const orderNodeSchema = z.object({
  id: part.gidOf("Order"),
  name: z.string().min(1).transform(storableText),
  createdAt: part.time,
  processedAt: part.time,
  updatedAt: part.time,
  cancelledAt: part.maybeTime,
  cancelReason: part.maybeLower,
  closedAt: part.maybeTime,
  displayFinancialStatus: part.maybeLower,
  displayFulfillmentStatus: part.lower,
  totalPriceSet: money,
  customerLocale: maybe,
  tags: z.array(z.string().transform(storableText)).default([]),
  email: maybe,
  phone: maybe,
  note: maybe,
  customAttributes: z.array(z.object({ key: z.string().transform(storableText), value: maybe })).default([]),
  statusPageUrl: maybe,
  customer: z.object({ id: part.gidOf("Customer"), firstName: maybe, lastName: maybe }).nullish(),
  shippingAddress: maybeAddress,
  disputes: z
    .array(
      z.object({
        id: z.string().transform((gid) => gid.replace(/^.*\//, "")),
        initiatedAs: part.maybeLower,
        status: part.lower,
      }),
    )
    .default([]),
  fulfillments: z.array(fulfillmentNode).default([]),
  refunds: z.array(refundNode).default([]),
  lineItems: nodes(lineNodeSchema).optional(),
  returns: nodes(returnNodeSchema).optional(),
  fulfillmentOrders: nodes(fulfillmentOrderNodeSchema).optional(),
});
export type OrderNode = z.infer<typeof orderNodeSchema>;

/**
 * An order and its parts as rows. Returns and disputes carry no version of their own: they were true when the read began,
 * so that is theirs, and a later read wins.
 */
export function orderNodeRows(node: OrderNode, readAt: string): MirrorRows {
  const orderId = node.id;
  const origin = answered(readAt);
  const { amount, currencyCode } = node.totalPriceSet.shopMoney;
  return {
    orders: [
      {
        id: orderId,
        name: node.name,
        placedAt: node.processedAt,
        updatedAt: node.updatedAt,
        origin,
        cancelledAt: node.cancelledAt,
        cancelReason: node.cancelReason,
        closedAt: node.closedAt,
        financialStatus: node.displayFinancialStatus,
        fulfillmentStatus: fulfillmentStatusOf(node.displayFulfillmentStatus),
        currency: currencyCode,
        total: amount,
        lines: (node.lineItems?.nodes ?? []).map((line) => lineNodeRow(line)),
        customerId: node.customer?.id ?? null,
        locale: node.customerLocale,
        tags: node.tags,
        person: {
          email: node.email,
          phone: node.phone,
          customerName: (node.customer && fullName(node.customer)) ?? node.shippingAddress?.name ?? null,
          note: node.note,
          attributes: node.customAttributes.map(({ key, value }) => ({ name: key, value: value ?? "" })),
          shippingAddress: node.shippingAddress,
          statusPageUrl: node.statusPageUrl,
        },
      },
    ],
    fulfillments: node.fulfillments.map((one) => fulfillmentNodeRow(one, { orderId, origin })),
    refunds: node.refunds.map((one) => refundNodeRow(one, { orderId, origin })),
    returns: (node.returns?.nodes ?? []).map((one) => returnNodeRow(one, { orderId, readAt })),
    fulfillmentOrders: (node.fulfillmentOrders?.nodes ?? []).map((one) =>
      fulfillmentOrderNodeRow(one, orderId, readAt),
    ),
    disputes: node.disputes.map(({ id, initiatedAs, status }) => ({
      id,
      orderId,
      type: initiatedAs,
      status,
      reason: null,
      amount: null,
      currency: null,
      evidenceDueBy: null,
      detailsAt: null,
      updatedAt: readAt,
      origin,
    })),
  };
}

/** @param readAt null when it is not known: a later answer of the same version is taken for newer then */
const answered = (readAt: string | null): Origin => ({ by: "admin", at: readAt });

export function lineNodeRow(line: z.infer<typeof lineNodeSchema>): LineRow {
  return {
    id: line.id,
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity ?? null,
    price: line.originalUnitPriceSet?.shopMoney.amount ?? null,
  };
}

export function returnNodeRow(
  node: z.infer<typeof returnNodeSchema>,
  { orderId, readAt }: { orderId: string; readAt: string },
): ReturnRow {
  return {
    id: node.id,
    orderId,
    name: node.name,
    status: node.status,
    updatedAt: readAt,
    origin: answered(readAt),
  };
}

export function fulfillmentOrderNodeRow(
  node: z.infer<typeof fulfillmentOrderNodeSchema>,
  orderId: string | null,
  readAt: string | null = null,
): FulfillmentOrderRow {
  return {
    id: node.id,
    orderId,
    status: node.status,
    requestStatus: node.requestStatus,
    fulfillAt: node.fulfillAt,
    holds: node.fulfillmentHolds.map(({ reason, reasonNotes }) => ({ reason, notes: reasonNotes })),
    updatedAt: node.updatedAt,
    origin: answered(readAt),
  };
}

/** GraphQL's summary in the three words of webhooks; the rest is said by fulfillment orders. */
function fulfillmentStatusOf(display: string): string {
  if (display === "partially_fulfilled") return "partial";
  return display === "fulfilled" || display === "restocked" ? display : "unfulfilled";
}

/** Display statuses that are no news of a carrier: a webhook's shipment_status is null then. */
const NOT_FROM_A_CARRIER = new Set([
  "fulfilled",
  "marked_as_fulfilled",
  "submitted",
  "canceled",
  "label_voided",
]);

type Place = { orderId: string; origin: Origin };

function fulfillmentNodeRow(
  node: z.infer<typeof fulfillmentNode>,
  { orderId, origin }: Place,
): FulfillmentRow {
  const [tracking] = node.trackingInfo;
  return {
    id: node.id,
    orderId,
    status: node.status,
    shipmentStatus:
      node.displayStatus && !NOT_FROM_A_CARRIER.has(node.displayStatus) ? node.displayStatus : null,
    trackingCompany: tracking?.company ?? null,
    trackingNumber: tracking?.number ?? null,
    trackingUrl: tracking?.url ?? null,
    estimatedDeliveryAt: node.estimatedDeliveryAt,
    deliveredAt: node.deliveredAt,
    createdAt: node.createdAt,
    updatedAt: node.updatedAt,
    origin,
  };
}

export const isSettled = (transactions: { kind: string; status: string }[]) =>
  transactions.some(({ kind, status }) => kind === "refund" && status === "success");

function refundNodeRow(node: z.infer<typeof refundNode>, { orderId, origin }: Place): RefundRow {
  const { amount, currencyCode } = node.totalRefundedSet.shopMoney;
  return {
    id: node.id,
    orderId,
    at: node.processedAt,
    amount,
    currency: currencyCode,
    settled: isSettled(node.transactions?.nodes ?? []),
    updatedAt: node.updatedAt,
    origin,
  };
}

/** A customer of the bulk result. */
export const customerNodeSchema = z.object({
  id: part.gidOf("Customer"),
  createdAt: part.time,
  updatedAt: part.time,
  firstName: maybe,
  lastName: maybe,
  note: maybe,
  state: part.lower,
  locale: maybe,
  tags: z.array(z.string().transform(storableText)).default([]),
  numberOfOrders: z.coerce.number().int(),
  amountSpent: z.object({ amount: part.amount, currencyCode: part.currency }),
  lastOrder: z.object({ id: part.gidOf("Order") }).nullish(),
  defaultEmailAddress: z.object({ emailAddress: maybe }).nullish(),
  defaultPhoneNumber: z.object({ phoneNumber: maybe }).nullish(),
  defaultAddress: maybeAddress,
});

export function customerNodeRow(node: z.infer<typeof customerNodeSchema>, readAt: string): CustomerRow {
  return {
    id: node.id,
    updatedAt: node.updatedAt,
    origin: answered(readAt),
    createdAt: node.createdAt,
    locale: node.locale,
    state: node.state,
    tags: node.tags,
    currency: node.amountSpent.currencyCode,
    ordersCount: node.numberOfOrders,
    amountSpent: node.amountSpent.amount,
    lastOrderId: node.lastOrder?.id ?? null,
    // No time of its own: true when it was asked for, which is not before the customer last changed. Not `readAt`: that is our
    // clock, and one that runs ahead would shut out the summaries that webhooks bring.
    summaryAt: node.updatedAt,
    person: {
      firstName: node.firstName,
      lastName: node.lastName,
      email: node.defaultEmailAddress?.emailAddress ?? null,
      phone: node.defaultPhoneNumber?.phoneNumber ?? null,
      note: node.note,
      address: node.defaultAddress,
    },
  };
}
