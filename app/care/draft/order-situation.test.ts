import { describe, expect, it } from "vitest";
import { orderSituation, type DraftOrder } from "#app/care/draft/order-situation.ts";
import { now, orders } from "#app/care/draft/situations.fixture.ts";

describe("orderSituation", () => {
  it.each([
    ["unfulfilled", "unfulfilled"],
    ["onHold", "on_hold"],
    ["shipped", "shipped"],
    ["labelMade", "label_made"],
    ["inTransit", "in_transit"],
    ["overdue", "overdue"],
    ["stalled", "stalled"],
    ["outForDelivery", "out_for_delivery"],
    ["pickup", "ready_for_pickup"],
    ["failedAttempt", "failed_attempt"],
    ["delivered", "delivered"],
    ["cancelled", "cancelled"],
    ["twoParcels", "in_transit"],
  ] as const)("%s is %s", (name, shipping) => {
    expect(orderSituation(orders[name], now).shipping).toBe(shipping);
  });

  it("reads statuses in either case, and leaves failed shipments out", () => {
    const order: DraftOrder = {
      ...orders.delivered,
      fulfillments: [
        { ...(orders.delivered.fulfillments[0] as DraftOrder["fulfillments"][number]), status: "CANCELLED" },
      ],
    };
    expect(orderSituation(order, now).shipping).toBe("unfulfilled");
    expect(orderSituation(orders.returnOpen, now).openReturn).toEqual({ id: "41", status: "open" });
    expect(
      orderSituation({ ...orders.dispute, disputes: [{ id: "51", status: "WON" }] }, now).openDispute,
    ).toBeNull();
  });
});
