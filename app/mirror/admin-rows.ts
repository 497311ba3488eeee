import type { z } from "zod";
import type {
  customerNodeSchema,
  fulfillmentNodeSchema,
  fulfillmentOrderNodeSchema,
  lineNodeSchema,
  OrderNode,
  refundNodeSchema,
  returnNodeSchema,
  stockSchema,
} from "#app/mirror/admin-node.ts";
import {
  addressOf,
  idOf,
  maybeTimeOf,
  maybeWordOf,
  textOf,
  timeOf,
  wordOf,
} from "#app/mirror/admin-parts.ts";
import type { Origin } from "#app/mirror/fold/version.ts";
import { fullName, type OrderPerson } from "#app/mirror/order-person.ts";
import { paidAtOf, type Transaction } from "#app/mirror/paid-at.ts";
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

/**
 * An order and its parts as rows. Returns and disputes carry no version of their own: they were true when the read began,
 * so that is theirs, and a later read wins.
 */
export function orderNodeRows(node: OrderNode, readAt: string): MirrorRows {
  const orderId = idOf(node.id);
  const origin = answered(readAt);
  const { amount, currencyCode } = node.totalPriceSet.shopMoney;
  return {
    orders: [
      {
        id: orderId,
        name: storableText(node.name),
        placedAt: timeOf(node.processedAt),
        paidAt: paidAtOf(node.transactions.map(transactionOf)),
        updatedAt: timeOf(node.updatedAt),
        origin,
        cancelledAt: maybeTimeOf(node.cancelledAt),
        cancelReason: maybeWordOf(node.cancelReason),
        closedAt: maybeTimeOf(node.closedAt),
        financialStatus: maybeWordOf(node.displayFinancialStatus),
        fulfillmentStatus: fulfillmentStatusOf(wordOf(node.displayFulfillmentStatus)),
        currency: currencyCode,
        total: amount,
        lines: (node.lineItems?.nodes ?? []).map((line) => lineNodeRow(line)),
        customerId: node.customer ? idOf(node.customer.id) : null,
        locale: textOf(node.customerLocale),
        tags: node.tags.map(storableText),
        test: node.test,
        person: personOf(node),
      },
    ],
    fulfillments: node.fulfillments.map((one) => fulfillmentNodeRow(one, { orderId, origin })),
    refunds: node.refunds.map((one) => refundNodeRow(one, { orderId, origin })),
    returns: (node.returns?.nodes ?? []).map((one) => returnNodeRow(one, { orderId, readAt })),
    fulfillmentOrders: (node.fulfillmentOrders?.nodes ?? []).map((one) =>
      fulfillmentOrderNodeRow(one, orderId, readAt),
    ),
    disputes: node.disputes.map(({ id, initiatedAs, status }) => ({
      id: idOf(id),
      orderId,
      type: maybeWordOf(initiatedAs),
      status: wordOf(status),
      reason: null,
      amount: null,
      currency: null,
      evidenceDueBy: null,
      detailsAt: null,
      initiatedAt: null,
      updatedAt: readAt,
      origin,
    })),
  };
}

const transactionOf = (node: OrderNode["transactions"][number]): Transaction => ({
  kind: wordOf(node.kind),
  status: wordOf(node.status),
  manual: node.manualPaymentGateway,
  at: timeOf(node.processedAt ?? node.createdAt),
});

function personOf(node: OrderNode): OrderPerson {
  const shippingAddress = addressOf(node.shippingAddress);
  return {
    email: textOf(node.email),
    phone: textOf(node.phone),
    customerName: customerName(node.customer) ?? shippingAddress?.name ?? null,
    note: textOf(node.note),
    attributes: node.customAttributes.map(({ key, value }) => ({
      name: storableText(key),
      value: textOf(value) ?? "",
    })),
    shippingAddress,
    statusPageUrl: textOf(node.statusPageUrl),
  };
}

const customerName = (customer: OrderNode["customer"]) =>
  customer ? fullName({ firstName: textOf(customer.firstName), lastName: textOf(customer.lastName) }) : null;

/** @param readAt null when it is not known: a later answer of the same version is taken for newer then */
const answered = (readAt: string | null): Origin => ({ by: "admin", at: readAt });

export function lineNodeRow(line: z.infer<typeof lineNodeSchema>): LineRow {
  return {
    id: idOf(line.id),
    title: storableText(line.title),
    variantTitle: textOf(line.variantTitle),
    sku: textOf(line.sku),
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
    id: idOf(node.id),
    orderId,
    name: textOf(node.name),
    status: wordOf(node.status),
    closedAt: maybeTimeOf(node.closedAt),
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
    id: idOf(node.id),
    orderId,
    status: wordOf(node.status),
    requestStatus: wordOf(node.requestStatus),
    fulfillAt: maybeTimeOf(node.fulfillAt),
    location: textOf(node.assignedLocation?.name),
    holds: node.fulfillmentHolds.map(({ reason, reasonNotes }) => ({
      reason: wordOf(reason),
      notes: textOf(reasonNotes),
    })),
    updatedAt: timeOf(node.updatedAt),
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
  node: z.infer<typeof fulfillmentNodeSchema>,
  { orderId, origin }: Place,
): FulfillmentRow {
  const [tracking] = node.trackingInfo;
  const shown = maybeWordOf(node.displayStatus);
  return {
    id: idOf(node.id),
    orderId,
    status: wordOf(node.status),
    shipmentStatus: shown && !NOT_FROM_A_CARRIER.has(shown) ? shown : null,
    trackingCompany: textOf(tracking?.company),
    trackingNumber: textOf(tracking?.number),
    trackingUrl: textOf(tracking?.url),
    estimatedDeliveryAt: maybeTimeOf(node.estimatedDeliveryAt),
    deliveredAt: maybeTimeOf(node.deliveredAt),
    createdAt: timeOf(node.createdAt),
    location: stockOf(node.fulfillmentOrders),
    updatedAt: timeOf(node.updatedAt),
    origin,
  };
}

/** The name of the stock that a parcel left from; null where the answer does not say. */
export const stockOf = (node: z.infer<typeof stockSchema> | undefined): string | null =>
  textOf(node?.nodes[0]?.assignedLocation.name);

export const isSettled = (transactions: { kind: string; status: string }[]) =>
  transactions.some(({ kind, status }) => wordOf(kind) === "refund" && wordOf(status) === "success");

function refundNodeRow(node: z.infer<typeof refundNodeSchema>, { orderId, origin }: Place): RefundRow {
  const { amount, currencyCode } = node.totalRefundedSet.shopMoney;
  return {
    id: idOf(node.id),
    orderId,
    at: timeOf(node.processedAt),
    amount,
    currency: currencyCode,
    settled: isSettled(node.transactions?.nodes ?? []),
    updatedAt: timeOf(node.updatedAt),
    origin,
  };
}

export function customerNodeRow(node: z.infer<typeof customerNodeSchema>, readAt: string): CustomerRow {
  const updatedAt = timeOf(node.updatedAt);
  return {
    id: idOf(node.id),
    updatedAt,
    origin: answered(readAt),
    createdAt: timeOf(node.createdAt),
    locale: textOf(node.locale),
    state: wordOf(node.state),
    tags: node.tags.map(storableText),
    currency: node.amountSpent.currencyCode,
    ordersCount: node.numberOfOrders,
    amountSpent: node.amountSpent.amount,
    lastOrderId: node.lastOrder ? idOf(node.lastOrder.id) : null,
    // No time of its own: true when it was asked for, which is not before the customer last changed. Not `readAt`: that is our
    // clock, and one that runs ahead would shut out the summaries that webhooks bring.
    summaryAt: updatedAt,
    emailConsent: maybeWordOf(node.defaultEmailAddress?.marketingState),
    emailConsentAt: maybeTimeOf(node.defaultEmailAddress?.marketingUpdatedAt),
    person: {
      firstName: textOf(node.firstName),
      lastName: textOf(node.lastName),
      email: textOf(node.defaultEmailAddress?.emailAddress),
      phone: textOf(node.defaultPhoneNumber?.phoneNumber),
      note: textOf(node.note),
      address: addressOf(node.defaultAddress),
    },
  };
}
