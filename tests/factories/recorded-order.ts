import { recordReading } from "#app/care/understand/record-reading.ts";
import type { History, RecordedOrder } from "#app/care/understand/record-events.ts";
import { orderSchema } from "#app/mirror/order.ts";

/** Orders as a record shows them, and what a reading of the record alone makes of them. */
export const NOW = new Date("2026-11-21T12:00:00Z");

/** An order that was placed three days ago, and what else is given. */
const recordedOrder = (given: object): RecordedOrder => ({
  ...orderSchema.parse({ id: "1", name: "#1", placedAt: "2026-11-18T12:00:00Z", ...given }),
  ...given,
});

export const readRecord = (given: object, history: History = {}) =>
  recordReading(recordedOrder(given), { now: NOW, history });

/** Of an order whose one parcel has left. */
export const parcel = (given: object) => ({
  fulfillmentStatus: "fulfilled",
  fulfillments: [{ id: "f", events: [], ...given }],
});

export const event = (status: string, at: string, more: object = {}) => ({ status, at, ...more });

/** Of an order whose parcel moves and was to arrive on that day. */
export const late = (from: string) =>
  parcel({ estimatedDeliveryAt: from, events: [event("in_transit", "2026-11-20T00:00:00Z")] });

export const brokenPromise: History = { promises: [{ id: "p", state: "broken", dueAt: null }] };
