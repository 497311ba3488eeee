import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forShop, sqlOf } from "#app/db.server.ts";
import { parseBody } from "#app/mirror/parse-body.ts";
import {
  eventRow,
  fulfillmentEventPayloadSchema,
  fulfillmentPayloadSchema,
  fulfillmentRow,
} from "#app/mirror/payloads/fulfillment.ts";
import { orderPayloadSchema, orderRows } from "#app/mirror/payloads/order.ts";
import { refundPayloadSchema, refundRow } from "#app/mirror/payloads/refund.ts";
import { readOrders } from "#app/mirror/read-orders.server.ts";
import type { MirrorRows, SaidRows } from "#app/mirror/rows.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { exampleBody } from "#tests/fixtures/webhooks/examples.ts";

const ID = "820982911946154508";
const body = (topic: string) =>
  parseBody(exampleBody(topic, "fernweh.myshopify.com")) as Record<string, unknown>;
const at = (hour: number) => `2026-11-10T${String(hour).padStart(2, "0")}:00:00Z`;

const order = (hour: number, changes: Record<string, unknown>): MirrorRows =>
  orderRows(orderPayloadSchema.parse({ ...body("orders/updated"), updated_at: at(hour), ...changes }));
const parcel = (hour: number, changes: Record<string, unknown>) => ({
  ...body("fulfillments/update"),
  order_id: ID,
  updated_at: at(hour),
  ...changes,
});
const parcelRows = (hour: number, changes: Record<string, unknown>): MirrorRows => ({
  fulfillments: [fulfillmentRow(fulfillmentPayloadSchema.parse(parcel(hour, changes)))],
});
const event = (
  id: number,
  hour: number,
  { deleted, ...changes }: { status: string; city?: string; deleted?: true },
): MirrorRows => ({
  events: [
    eventRow(
      fulfillmentEventPayloadSchema.parse({
        ...body("fulfillment_events/create"),
        id,
        admin_graphql_api_id: `gid://shopify/FulfillmentEvent/${id}`,
        happened_at: at(hour),
        updated_at: at(hour),
        ...changes,
      }),
      deleted ? "2026-11-11T00:00:00.000Z" : null,
    ),
  ],
});
const refund = body("refunds/create");

/** placed → edited → shipped → in transit → (a wrong scan, taken back) → delivered → refunded → cancelled */
const HISTORY: SaidRows[] = [
  order(1, { financial_status: "pending", line_items: [] }),
  order(2, { financial_status: "paid" }),
  { payments: [{ orderId: ID, paidAt: "2026-11-10T02:00:00.000Z" }] },
  { payments: [{ orderId: ID, paidAt: "2026-11-10T01:30:00.000Z" }] },
  order(3, {
    financial_status: "paid",
    fulfillment_status: "fulfilled",
    fulfillments: [parcel(3, { shipment_status: null })],
  }),
  parcelRows(4, { shipment_status: "in_transit" }),
  event(1, 4, { status: "in_transit" }),
  event(2, 5, { status: "failure" }),
  event(2, 5, { status: "failure", deleted: true }),
  parcelRows(6, { shipment_status: "delivered", tracking_number: "NEW-1" }),
  event(3, 6, { status: "delivered", city: "Kentucky" }),
  { refunds: [refundRow(refundPayloadSchema.parse(refund), "USD")] },
  order(8, {
    financial_status: "refunded",
    refunds: [refund],
    cancelled_at: at(8),
    cancel_reason: "customer",
  }),
];

describe("the mirror", () => {
  it("comes to the same rows from any order of arrival, with any of it twice", async () => {
    const expected = await mirror(HISTORY.map((_one, index) => index));
    expect(expected[0]).toMatchObject({
      financialStatus: "refunded",
      paidAt: "2026-11-10T02:00:00.000Z",
      cancelReason: "customer",
      fulfillments: [
        {
          shipmentStatus: "delivered",
          trackingNumber: "NEW-1",
          events: [{ status: "in_transit" }, { status: "delivered" }],
        },
      ],
    });
    const arrivals = fc
      .tuple(
        fc.shuffledSubarray(
          HISTORY.map((_one, index) => index),
          { minLength: HISTORY.length },
        ),
        fc.array(fc.nat(HISTORY.length - 1), { maxLength: 6 }),
        fc.nat(),
      )
      .map(([order_, twice, where]) => [
        ...order_.slice(0, where % HISTORY.length),
        ...twice,
        ...order_.slice(where % HISTORY.length),
      ]);
    await fc.assert(
      fc.asyncProperty(arrivals, async (arrival) => {
        expect(await mirror(arrival)).toEqual(expected);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }, 60_000);
});

async function mirror(arrival: number[]) {
  const { shop, keys } = await makeShop();
  const inShop = forShop(shop.id);
  // Of a payment that comes before its order nothing is kept: it is told again when the order was read.
  const early: SaidRows[] = [];
  for (const index of arrival) {
    const rows = HISTORY[index] ?? {};
    const { unplaced } = await inShop((tx) => writeRows(sqlOf(tx), keys, rows));
    if (unplaced.length > 0) early.push(rows);
  }
  for (const rows of early) await inShop((tx) => writeRows(sqlOf(tx), keys, rows));
  return inShop((tx) => readOrders(tx, keys, [ID]));
}
