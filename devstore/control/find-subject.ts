import { RefusedChange } from "../changes/change.ts";
import { gid, parseGid } from "../ids.ts";
import type { Customer, Order, ShopState } from "../state/model.ts";
import { fulfillmentStatus, orderTotals } from "../state/order-totals.ts";
import { webhookAmount } from "../money.ts";

/** By id, gid, name (`#1037`) or number (`1037`). */
export function findOrder(shop: ShopState, wanted: string): Order {
  const { id } = parseGid(decodeURIComponent(wanted));
  const name = id.startsWith("#") ? id : `#${id}`;
  const order = shop.orders.find((one) => one.id === id) ?? shop.orders.find((one) => one.name === name);
  if (!order) throw new RefusedChange(`there is no order ${wanted}`, "id");
  return order;
}

/** By id, gid or e-mail address. */
export function findCustomer(shop: ShopState, wanted: string): Customer {
  const { id } = parseGid(decodeURIComponent(wanted));
  const customer = shop.customers.find(
    (one) => one.id === id || one.email?.toLowerCase() === id.toLowerCase(),
  );
  if (!customer) throw new RefusedChange(`there is no customer ${wanted}`, "id");
  return customer;
}

/** What the panel, the demo script and tests need to know of an order. */
export function orderSummary(shop: ShopState, order: Order) {
  const customer = shop.customers.find((one) => one.id === order.customerId);
  return {
    id: order.id,
    gid: gid("Order", order.id),
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    financialStatus: order.financialStatus,
    fulfillmentStatus: fulfillmentStatus(order),
    total: webhookAmount(orderTotals(order).total, order.currency),
    currency: order.currency,
    locale: order.locale,
    email: order.email,
    customer: customer ? customerSummary(customer) : null,
    lines: order.lines.map((line) => ({
      id: line.id,
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      currentQuantity: line.currentQuantity,
    })),
    fulfillments: order.fulfillments.map((one) => ({
      id: one.id,
      status: one.status,
      shipmentStatus: one.shipmentStatus,
      trackingCompany: one.trackingCompany,
      trackingNumber: one.trackingNumber,
      estimatedDeliveryAt: one.estimatedDeliveryAt,
      deliveredAt: one.deliveredAt,
      events: one.events.map(({ id, status, happenedAt, city }) => ({ id, status, happenedAt, city })),
    })),
    refunds: order.refunds.map((one) => ({ id: one.id, amount: webhookAmount(one.total, order.currency) })),
    returns: order.returns.map(({ id, name, status }) => ({ id, name, status })),
    disputes: shop.disputes
      .filter((one) => one.orderId === order.id)
      .map(({ id, status }) => ({ id, status })),
  };
}

export function customerSummary(customer: Customer) {
  return {
    id: customer.id,
    gid: gid("Customer", customer.id),
    name: `${customer.firstName} ${customer.lastName}`,
    firstName: customer.firstName,
    lastName: customer.lastName,
    email: customer.email,
    phone: customer.phone,
    locale: customer.locale,
    country: customer.addresses[0]?.countryCode ?? null,
  };
}
