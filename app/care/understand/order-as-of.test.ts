import { expect, it } from "vitest";
import { orderSchema } from "#app/mirror/order.ts";
import { orderAsOf } from "./order-as-of.ts";

const order = orderSchema.parse({
  id: "1",
  name: "#1001",
  placedAt: "2026-11-01T00:00:00Z",
  cancelledAt: "2026-11-12T00:00:00Z",
  refunds: [
    { id: "r1", at: "2026-11-05T00:00:00Z" },
    { id: "r2", at: "2026-11-12T00:00:00Z" },
  ],
  fulfillments: [
    {
      id: "f1",
      deliveredAt: "2026-11-10T00:00:00Z",
      events: [
        { status: "in_transit", at: "2026-11-03T00:00:00Z" },
        { status: "delivered", at: "2026-11-10T00:00:00Z" },
      ],
    },
  ],
});

it("leaves out what came later", () => {
  const then = orderAsOf(order, new Date("2026-11-06T00:00:00Z"));
  expect(then).toMatchObject({
    cancelledAt: null,
    refunds: [{ id: "r1" }],
    fulfillments: [{ deliveredAt: null, events: [{ status: "in_transit" }] }],
  });
  expect(orderAsOf(order, new Date("2026-11-13T00:00:00Z"))).toEqual(order);
});
