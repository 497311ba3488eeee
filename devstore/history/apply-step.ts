import { cancelOrder } from "../changes/cancel-order.ts";
import { createCustomer } from "../changes/change-customer.ts";
import { changeFulfillmentOrder } from "../changes/change-fulfillment-order.ts";
import type { Doing } from "../changes/change.ts";
import { editOrder, updateOrder } from "../changes/edit-order.ts";
import { expirePayment, payOrder } from "../changes/pay-order.ts";
import { placeOrder } from "../changes/place-order.ts";
import { refundOrder } from "../changes/refund-order.ts";
import { returnOrder } from "../changes/return-order.ts";
import { settleRefund } from "../changes/settle-refund.ts";
import { addCarrierEvent, deleteCarrierEvent, shipOrder } from "../changes/ship-order.ts";
import { shippingPrices } from "../seed/products.ts";
import type { Address, Customer, Fulfillment, Order, ShopState } from "../state/model.ts";
import { orderTotals } from "../state/order-totals.ts";
import { seconds } from "../time.ts";
import type { OrderPlan, Placing, Scan, Step } from "./step.ts";

/** What of a history has happened in a shop so far. */
export type Played = {
  shop: ShopState;
  doing: Doing;
  /** By plan. */
  orders: Map<string, Order>;
  /** By shopper. */
  customers: Map<string, Customer>;
};

/** Does what a step says, at its time, by the change that does it in this store. Answers the order as it is now. */
export function applyStep(played: Played, plan: OrderPlan, step: Step): Order {
  const now = () => new Date(step.at);
  const acting = { ...played, doing: { ...played.doing, now } };
  if (step.do === "place") return place(acting, plan);
  const order = played.orders.get(plan.key);
  if (!order) throw new Error(`order ${plan.key} was not placed yet`);
  act(acting, order, step);
  return order;
}

function place(played: Played, { key, shopper, placing }: OrderPlan): Order {
  const { shop, doing } = played;
  const known = played.customers.get(shopper.key);
  const customer = known ?? createCustomer(doing, shop, shopper.fields);
  played.customers.set(shopper.key, customer);
  const order = placeOrder(doing, shop, {
    customer,
    lines: placing.lines.map(({ variant, quantity }) => ({ variantId: variantOf(shop, variant), quantity })),
    currency: placing.currency,
    shippingPrice: placing.goesTo === null ? 0 : (shippingPrices[placing.currency] ?? 0),
    note: placing.note,
    attributes: placing.attributes,
    tags: placing.tags,
    ...(placing.unpaid && { unpaid: placing.unpaid }),
    ...(placing.goesTo !== undefined && { shippingAddress: destination(customer, placing) }),
  });
  played.orders.set(key, order);
  return order;
}

function variantOf(shop: ShopState, [product, variant]: [number, number]): string {
  const found = shop.products[product]?.variants[variant];
  if (!found) throw new Error(`the shop has no product ${product} with variant ${variant}`);
  return found.id;
}

function destination(customer: Customer, { goesTo }: Placing): Address | null {
  const home = customer.addresses[0];
  if (!home) throw new Error("the shopper has no address");
  return goesTo ? { ...home, ...goesTo } : null;
}

function act({ shop, doing }: Played, order: Order, step: Exclude<Step, { do: "place" }>): void {
  switch (step.do) {
    case "pay":
      return payOrder(doing, shop, order);
    case "expire":
      return expirePayment(doing, shop, order);
    case "ship":
      return ship(doing, shop, { order, step });
    case "scan":
      return report(doing, shop, { order, ...step });
    case "unscan":
      return deleteCarrierEvent(doing, shop, { order });
    case "hold":
      return void changeFulfillmentOrder(doing, shop, {
        order,
        action: "hold",
        reason: step.reason,
        ...(step.notes && { reasonNotes: step.notes }),
      });
    case "release":
      return void changeFulfillmentOrder(doing, shop, { order, action: "release" });
    case "schedule":
      return void changeFulfillmentOrder(doing, shop, {
        order,
        action: "reschedule",
        fulfillAt: seconds(new Date(step.fulfillAt)),
      });
    case "prepare":
      changeFulfillmentOrder(doing, shop, { order, action: "progress" });
      return void changeFulfillmentOrder(doing, shop, { order, action: "prepare-pickup" });
    case "address":
      return updateOrder(doing, shop, { order, fields: { shippingAddress: step.address } });
    case "return":
      return void returnOrder(doing, shop, { order, action: step.action });
    case "remove":
      return editOrder(doing, shop, { order, remove: [removal(order, step.line)] });
    case "add":
      return editOrder(doing, shop, {
        order,
        add: [{ variantId: variantOf(shop, step.variant), quantity: 1 }],
      });
    case "cancel":
    case "refund":
    case "repay":
    case "settle":
    case "restock":
      return moveMoney(doing, shop, { order, step });
  }
}

type MoneyStep = Extract<Step, { do: "cancel" | "refund" | "repay" | "restock" | "settle" }>;

function moveMoney(doing: Doing, shop: ShopState, { order, step }: { order: Order; step: MoneyStep }): void {
  switch (step.do) {
    case "cancel":
      return cancelOrder(doing, shop, {
        order,
        reason: step.reason,
        refund: step.money === "now",
        restock: step.money === "unpaid",
      });
    case "settle":
      return settleRefund(doing, shop, order);
    case "repay":
      return void refundOrder(doing, shop, { order, adjustment: overpaid(order) });
    case "restock":
      return void refundOrder(doing, shop, {
        order,
        lines: [{ ...removal(order, step.line), restockType: "return" }],
        money: "never",
      });
    case "refund": {
      const { lines, money } = step;
      const wanted = lines ?? order.lines.map((_, index) => index);
      const shipping = lines ? 0 : order.shippingPrice;
      return void refundOrder(doing, shop, {
        order,
        lines: wanted.map((line) => removal(order, line)),
        shipping,
        money,
      });
    }
  }
}

/** All that is left of a line. */
function removal(order: Order, index: number): { lineId: string; quantity: number } {
  const line = order.lines[index];
  if (!line) throw new Error(`order ${order.name} has no line ${index}`);
  return { lineId: line.id, quantity: line.currentQuantity };
}

function overpaid(order: Order): number {
  const { received, refunded, currentTotal } = orderTotals(order);
  return received - refunded - (order.cancelledAt ? 0 : currentTotal);
}

type Shipping = { order: Order; step: Extract<Step, { do: "ship" }> };

function ship(doing: Doing, shop: ShopState, { order, step }: Shipping): void {
  const lines = step.lines?.flatMap((line) => order.lines[line]?.id ?? []);
  shipOrder(doing, shop, {
    order,
    ...(lines && { lines }),
    ...(step.carrier ? { carrier: step.carrier } : { untracked: true }),
  });
}

type Reporting = { order: Order; parcel: number; scan: Scan };

function report(doing: Doing, shop: ShopState, { order, parcel, scan }: Reporting): void {
  const fulfillment: Fulfillment | undefined = order.fulfillments[parcel];
  if (!fulfillment) throw new Error(`order ${order.name} has no parcel ${parcel}`);
  addCarrierEvent(doing, shop, {
    order,
    fulfillment,
    status: scan.status,
    happenedAt: seconds(new Date(scan.happenedAt)),
    place: { city: scan.city, country: scan.country },
    ...(scan.message !== undefined && { message: scan.message }),
    ...(scan.estimate !== undefined && { estimatedDeliveryAt: seconds(new Date(scan.estimate)) }),
  });
}
