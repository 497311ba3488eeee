import { describe, expect, it } from "vitest";
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

describe("somebody else's order", () => {
  const mine = new Set(["1", "3"]);
  const among = (text: string, known: string[] = []) =>
    matchOrders({ text, refs: findOrderReferences(text), orders, known, own: mine }).orderIds;

  it("is meant by its number or its parcel's, and by nothing else", () => {
    expect(among("order #EN-1002")).toEqual(["2"]);
    expect(among("1Z5R89390357567127 has not moved")).toEqual(["2"]);
    expect(among("just 1002")).toEqual(["3", "1"]);
    expect(among("Where is my parcel?")).toEqual(["3", "1"]);
  });

  it("leaves no trace in what is meant next: the same as a number that does not exist", () => {
    expect(among("Any news?", ["2"])).toEqual(["3", "1"]);
  });

  it("takes the place of none of the writer's own", () => {
    const theirs = { ...order("4", "#1003"), placedAt: "2026-11-09T00:00:00Z" };
    const text = "order #1003";
    const meant = (all: Order[]) =>
      matchOrders({ text, refs: findOrderReferences(text), orders: all, own: mine }).orderIds;
    expect(meant([...orders, theirs])).toEqual(meant(orders));
    expect(meant(orders)).toEqual(["3"]);
  });
});
