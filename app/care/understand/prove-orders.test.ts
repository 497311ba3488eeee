import { describe, expect, it } from "vitest";
import { findOrderReferences } from "./find-order-references.ts";
import { belongsTo, levelFor, proveOrders, proves, type Writer } from "./prove-orders.ts";

const EVA = "eva@shopper.example";
const order = {
  id: "1",
  customer: { id: "77", email: EVA },
  shippingAddress: { zip: "SW1A 1AA" },
};
const guest = { id: "2", customer: { id: null, email: EVA } };
const writer = (given: Partial<Writer> = {}): Writer => ({
  proof: "address_match",
  email: "Eva@Shopper.example ",
  customerId: null,
  ...given,
});
const stranger = (given: Partial<Writer> = {}) => writer({ email: "mallory@attacker.example", ...given });

describe("levelFor", () => {
  it.each([
    ["an address that matches", order, writer(), "address_match"],
    ["an authenticated address that matches", order, writer({ proof: "verified_mail" }), "verified_mail"],
    ["an address whose authentication failed", order, writer({ proof: "none" }), "none"],
    ["somebody else's authenticated address", order, stranger({ proof: "verified_mail" }), "none"],
    ["nobody's address", { id: "3", customer: { id: null, email: "" } }, writer({ email: "" }), "none"],
    ["an order without a person", { id: "3", customer: null }, writer({ proof: "verified_mail" }), "none"],
    ["the account's own order", order, writer({ proof: "signed_in", customerId: "77" }), "signed_in"],
    [
      "the account's order under another address",
      order,
      stranger({ proof: "signed_in", customerId: "77" }),
      "signed_in",
    ],
    [
      "a guest's order of the account's address",
      guest,
      writer({ proof: "signed_in", customerId: "77" }),
      "address_match",
    ],
    [
      "another account's order of one address",
      order,
      writer({ proof: "signed_in", customerId: "78" }),
      "address_match",
    ],
    ["another account's order", order, stranger({ proof: "signed_in", customerId: "78" }), "none"],
    ["a customer that no sign-in proves", order, stranger({ proof: "none", customerId: "77" }), "none"],
    ["the code of this order", order, stranger({ proof: "none", codes: ["1"] }), "code"],
    ["the code of another order", order, stranger({ proof: "none", codes: ["2"] }), "none"],
    ["the code of another order of one address", guest, writer({ proof: "none", codes: ["1"] }), "none"],
    [
      "a code and a sign-in",
      order,
      writer({ proof: "signed_in", customerId: "77", codes: ["1"] }),
      "signed_in",
    ],
    ["an address that a code came back from", order, stranger({ tied: ["1"] }), "address_match"],
    ["one that is verified", order, stranger({ proof: "verified_mail", tied: ["1"] }), "address_match"],
    ["one whose authentication failed", order, stranger({ proof: "none", tied: ["1"] }), "none"],
    ["one that another order's code came back from", order, stranger({ tied: ["2"] }), "none"],
    ["a code, and no other proof of the word", order, writer({ proof: "code" }), "address_match"],
  ])("by %s", (...[, one, who, level]) => {
    expect(levelFor(one, who)).toBe(level);
  });
});

describe("proveOrders", () => {
  const prove = (text: string, who: Writer) =>
    proveOrders([order], {
      writer: who,
      text,
      refs: findOrderReferences(text).map((ref) => ({
        ...ref,
        orderId: ref.kind === "order_name" ? "1" : null,
      })),
    })[0];

  it.each([
    ["Where is order #1001?", ["order_number"]],
    [`Where is order #1001? I ordered with ${EVA}.`, ["order_number", "order_email"]],
    ["Where is order #1001, to SW1A 1AA?", ["order_number", "postcode"]],
    ["Where is order #1001, to sw1a1aa?", ["order_number", "postcode"]],
    [`Where is order #1001, ${EVA}, SW1A 1AA?`, ["order_number", "order_email", "postcode"]],
    ["Where is order #1001, SW1A 1AAB?", ["order_number"]],
    ["Where is my parcel?", []],
  ])("takes what a stranger can know for no proof: %s", (text, by) => {
    expect(prove(text, stranger({ proof: "verified_mail" }))).toEqual({ orderId: "1", level: "none", by });
  });

  it("ties a mail to the order it names, where the address is the order's", () => {
    expect(prove("Where is order #1001?", writer({ proof: "verified_mail" }))).toEqual({
      orderId: "1",
      level: "verified_mail",
      by: ["address", "order_number"],
    });
    expect(prove("Where is order #1001?", writer({ proof: "none" }))).toMatchObject({ level: "none" });
  });
});

it("belongs to nobody who only names it", () => {
  expect(belongsTo(order, stranger())).toBe(false);
  expect(belongsTo(order, writer({ proof: "none" }))).toBe(true);
  expect(belongsTo(order, stranger({ codes: ["1"] }))).toBe(true);
});

it("orders the levels", () => {
  expect(proves("signed_in", "code")).toBe(true);
  expect(proves("verified_mail", "address_match")).toBe(true);
  expect(proves("verified_mail", "code")).toBe(false);
  expect(proves("none", "address_match")).toBe(false);
});
