import type { Order } from "#app/mirror/order.ts";

/**
 * The order as it stood at a moment, as far as its dated events tell: what came later was not felt yet by who wrote then. What
 * bears no date (the financial status, the items) stays as it is known now.
 */
export function orderAsOf<O extends Order>(order: O, at: Date): O {
  const happened = (time: string | null | undefined) => !time || Date.parse(time) <= at.getTime();
  return {
    ...order,
    cancelledAt: happened(order.cancelledAt) ? order.cancelledAt : null,
    refunds: order.refunds.filter((refund) => happened(refund.at)),
    fulfillments: order.fulfillments.map((fulfillment) => ({
      ...fulfillment,
      deliveredAt: happened(fulfillment.deliveredAt) ? fulfillment.deliveredAt : null,
      events: fulfillment.events.filter((event) => happened(event.at)),
    })),
  };
}
