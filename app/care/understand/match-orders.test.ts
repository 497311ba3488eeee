import { expect, it } from "vitest";
import { orderSchema, type Order } from "#app/mirror/order.ts";
import { findOrderReferences } from "./find-order-references.ts";
import { matchOrders } from "./match-orders.ts";

const order = (id: string, name: string, more: object = {}): Order =>
  orderSchema.parse({ id, name, placedAt: `2026-11-0${id}T00:00:00Z`, ...more });
const orders = [
  order("1", "#EN-1001", { lines: [{ id: "l1", title: "Walnut desk lamp", quantity: 1 }] }),
  order("2", "#EN-1002", { fulfillments: [{ id: "f", trackingNumber: "1Z5R89390357567127" }] }),
  order("3", "#EN-1003"),
];
const match = (text: string, known?: string[]) =>
  matchOrders({ text, refs: findOrderReferences(text), orders, ...(known ? { known } : {}) });

it.each([
  ["order #EN-1001", ["1"]],
  ["order 1002, without the shop's prefix", ["2"]],
  ["1Z5R89390357567127 has not moved", ["2"]],
  ["the walnut lamp flickers", ["1"]],
  ["just 1003", ["3"]],
])("%s", (text, ids) => {
  expect(match(text).orderIds).toEqual(ids);
});

it("offers the newest when nothing is named", () => {
  expect(match("Where is my parcel?").orderIds).toEqual(["3", "2", "1"]);
});

it("stays with what the conversation was about", () => {
  expect(match("Any news?", ["1"]).orderIds).toEqual(["1"]);
});

it("does not answer for another order when an unknown one is named", () => {
  expect(match("Where is order #9999?").orderIds).toEqual([]);
});

it("tells each reference which order it names", () => {
  expect(match("order 1001 or order 9999").orderRefs.map(({ orderId }) => orderId)).toEqual(["1", null]);
});
