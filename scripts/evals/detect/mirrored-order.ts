import type { MirroredOrder } from "#app/mirror/order.ts";
import type { Step } from "#devstore/history/step.ts";
import { webhookAmount } from "#devstore/money.ts";
import type { Address, Fulfillment, Order, ShopState } from "#devstore/state/model.ts";
import { locationName } from "#devstore/state/locations.ts";
import { fulfillmentStatus, orderTotals } from "#devstore/state/order-totals.ts";

type Parcel = MirroredOrder["fulfillments"][number];
type Known = { shop: ShopState; order: Order; before: MirroredOrder | null; step: Step };

/**
 * The order as the mirror has it after a step of its life: what the webhooks of the step carry and what the app reads because of
 * them. Made from the store's record, since ten thousand orders' webhooks take minutes to parse; that it comes to the same is
 * held by tests/integration/history-mirrored.test.ts. What did not change is the object it was.
 */
export function mirroredOrder({ shop, order, before, step }: Known): MirroredOrder {
  const { total } = orderTotals(order);
  const customer = shop.customers.find(({ id }) => id === order.customerId);
  const money = (minor: number) => ({
    amount: webhookAmount(minor, order.currency),
    currency: order.currency,
  });
  return {
    id: order.id,
    gid: `gid://shopify/Order/${order.id}`,
    name: order.name,
    placedAt: iso(order.processedAt),
    paidAt: paidAt(order),
    updatedAt: iso(order.updatedAt),
    cancelledAt: maybe(order.cancelledAt),
    cancelReason: order.cancelledAt ? (order.cancelReason?.toLowerCase() ?? null) : null,
    closedAt: maybe(order.closedAt),
    editedAt: edits(step) ? iso(order.updatedAt) : (before?.editedAt ?? null),
    financialStatus: order.financialStatus.toLowerCase(),
    fulfillmentStatus: fulfillmentStatus(order) ?? "unfulfilled",
    total: money(total),
    currency: order.currency,
    tags: order.tags,
    lines:
      sameLines(order, before) ??
      order.lines.map((line) => ({
        id: line.id,
        title: line.title,
        variantTitle: line.variantTitle,
        sku: line.sku,
        quantity: line.quantity,
        currentQuantity: line.currentQuantity,
        price: money(line.price),
      })),
    customer:
      before?.customer ??
      (customer
        ? { id: customer.id, name: `${customer.firstName} ${customer.lastName}`, email: order.email }
        : null),
    test: false,
    locale: order.locale,
    shippingAddress:
      before && step.do !== "address" ? before.shippingAddress : addressOf(order.shippingAddress),
    note: order.note,
    attributes: order.attributes,
    statusPageUrl: `https://${shop.domain}/${shop.id}/orders/${order.token}/authenticate?key=${order.token.slice(0, 12)}`,
    refunds: refundsOf({ shop, order, before, step }),
    fulfillments: parcelsOf({ shop, order, before, step }),
    fulfillmentOrders: reads(step) ? fulfillmentOrdersOf(shop, order) : (before?.fulfillmentOrders ?? []),
    returns: order.returns.map(({ id, name, status, closedAt }) => ({
      id,
      name,
      status: status.toLowerCase(),
      closedAt: maybe(closedAt),
    })),
    disputes: [],
  };
}

/** The last payment, which its own webhook tells. */
function paidAt({ transactions }: Order): string | null {
  const paid = transactions.filter(({ kind, status }) => kind === "sale" && status === "success");
  return maybe(paid.at(-1)?.createdAt ?? null);
}

/** Of goods that were taken back without money a webhook tells the worth, and Shopify, when it is asked, that nothing was paid. */
function refundsOf({ order, before, step }: Known): MirroredOrder["refunds"] {
  return order.refunds.map((refund) => {
    const paid = order.transactions.find(({ id }) => id === refund.transactionId);
    const worth = refund.lines.reduce((sum, { subtotal }) => sum + subtotal, 0);
    const held = before?.refunds.find(({ id }) => id === refund.id)?.amount;
    const told = { amount: webhookAmount(worth, order.currency), currency: order.currency };
    const total = { amount: webhookAmount(refund.total, order.currency), currency: order.currency };
    const amount = paid || reads(step) ? total : (held ?? told);
    return { id: refund.id, at: iso(refund.createdAt), amount, settled: paid?.status === "success" };
  });
}

const iso = (time: string): string => new Date(time).toISOString();
const maybe = (time: string | null): string | null => time && iso(time);
const edits = (step: Step) => step.do === "add" || step.do === "remove";

/** Of these topics the app reads the whole order: none of them says it. */
const reads = (step: Step) =>
  edits(step) || ["hold", "release", "schedule", "prepare", "return", "cancel", "unscan"].includes(step.do);

function sameLines(order: Order, before: MirroredOrder | null): MirroredOrder["lines"] | null {
  const held = before?.lines;
  const same =
    held?.length === order.lines.length &&
    order.lines.every((line, index) => line.currentQuantity === held[index]?.currentQuantity);
  return same ? held : null;
}

function addressOf(address: Address | null): MirroredOrder["shippingAddress"] {
  if (!address) return null;
  const said = (text: string | null) => text || null;
  return {
    name: `${address.firstName} ${address.lastName}`,
    company: said(address.company),
    address1: said(address.address1),
    address2: said(address.address2),
    city: said(address.city),
    province: said(address.province),
    zip: said(address.zip),
    country: said(address.country),
    countryCode: said(address.countryCode),
    phone: said(address.phone),
  };
}

function fulfillmentOrdersOf(shop: ShopState, order: Order): MirroredOrder["fulfillmentOrders"] {
  return order.fulfillmentOrders.map((one) => ({
    id: one.id,
    status: one.status.toLowerCase(),
    requestStatus: one.requestStatus.toLowerCase(),
    fulfillAt: iso(one.fulfillAt),
    holds: one.holds.map(({ reason, reasonNotes }) => ({ reason: reason.toLowerCase(), notes: reasonNotes })),
    location: locationName(shop, one.locationId),
  }));
}

const parcelsOf = ({ shop, order, before, step }: Known): Parcel[] =>
  order.fulfillments.map((parcel, index) =>
    parcelOf(parcel, {
      before: before?.fulfillments[index],
      location: reads(step) ? leftFrom(shop, order, parcel) : null,
    }),
  );

function leftFrom(shop: ShopState, order: Order, { fulfillmentOrderIds }: Fulfillment): string | null {
  const taken = order.fulfillmentOrders.find(({ id }) => fulfillmentOrderIds?.includes(id));
  return taken ? locationName(shop, taken.locationId) : null;
}

/** A parcel's own update time changes with every event. */
const versions = new WeakMap<Parcel, string>();

function parcelOf(
  parcel: Fulfillment,
  known: { before: Parcel | undefined; location: string | null },
): Parcel {
  const { before } = known;
  const location = known.location ?? before?.location ?? null;
  const version = `${parcel.updatedAt}/${parcel.events.length}/${location}`;
  if (before && versions.get(before) === version) return before;
  const events = parcel.events.toSorted(
    (one, other) =>
      Date.parse(one.happenedAt) - Date.parse(other.happenedAt) || Number(one.id) - Number(other.id),
  );
  const made: Parcel = {
    id: parcel.id,
    status: parcel.status,
    shipmentStatus: parcel.shipmentStatus ?? events.at(-1)?.status ?? null,
    trackingCompany: parcel.trackingCompany,
    trackingNumber: parcel.trackingNumber,
    trackingUrl: parcel.trackingUrl,
    createdAt: iso(parcel.createdAt),
    location,
    estimatedDeliveryAt: maybe(
      events.findLast(({ estimatedDeliveryAt }) => estimatedDeliveryAt)?.estimatedDeliveryAt ?? null,
    ),
    deliveredAt: maybe(events.findLast(({ status }) => status === "delivered")?.happenedAt ?? null),
    events: events.map(({ status, happenedAt, city, country, message, estimatedDeliveryAt }) => ({
      status,
      at: iso(happenedAt),
      city: city || null,
      country: country || null,
      message,
      estimatedDeliveryAt: maybe(estimatedDeliveryAt),
    })),
  };
  versions.set(made, version);
  return made;
}
