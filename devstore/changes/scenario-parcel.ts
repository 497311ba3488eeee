import type { Fulfillment, Order, ShopState } from "../state/model.ts";
import { seconds } from "../time.ts";
import { RefusedChange, type Doing } from "./change.ts";
import { addCarrierEvent, deleteCarrierEvent, shipOrder } from "./ship-order.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The order's latest parcel that is still under way; ships the order when nothing has left yet. */
export function parcelUnderWay(doing: Doing, shop: ShopState, order: Order): Fulfillment {
  const open = order.fulfillments.findLast((one) => one.status === "success" && one.deliveredAt === null);
  if (open) return open;
  if (
    order.fulfillments.length > 0 &&
    order.fulfillments.every((one) => one.deliveredAt !== null) &&
    !canShip(order)
  ) {
    throw new RefusedChange("every parcel of this order is already delivered");
  }
  return shipOrder(doing, shop, { order });
}

function canShip(order: Order): boolean {
  return order.fulfillmentOrders.some((one) => one.lines.some((line) => line.remainingQuantity > 0));
}

export type Stall = { order: Order; days: number };

/**
 * The parcel has not moved for `days`: younger reports are taken back, the last one lies in the past, the promised day too. A younger
 * order becomes as old as its parcel needs, and every step tells its webhooks.
 */
export function stallParcel(doing: Doing, shop: ShopState, { order, days }: Stall): Fulfillment {
  const fulfillment = parcelUnderWay(doing, shop, order);
  const still = doing.now().getTime() - days * DAY;
  const promised = fulfillment.estimatedDeliveryAt
    ? new Date(fulfillment.estimatedDeliveryAt).getTime()
    : Infinity;
  for (const event of fulfillment.events.filter((one) => new Date(one.happenedAt).getTime() > still)) {
    deleteCarrierEvent(doing, shop, { order, eventId: event.id });
  }
  order.createdAt = earlier(order.createdAt, still - 2 * DAY);
  order.processedAt = earlier(order.processedAt, still - 2 * DAY);
  fulfillment.createdAt = earlier(fulfillment.createdAt, still - DAY);
  addCarrierEvent(doing, shop, {
    order,
    fulfillment,
    status: "in_transit",
    happenedAt: seconds(new Date(still)),
    place: { city: "Hamburg", country: "DE" },
    estimatedDeliveryAt: seconds(new Date(Math.min(promised, still + 2 * DAY))),
  });
  return fulfillment;
}

function earlier(held: string, latest: number): string {
  return new Date(held).getTime() > latest ? seconds(new Date(latest)) : held;
}
