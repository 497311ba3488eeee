import { describe, expect, it } from "vitest";
import { days } from "#app/lib/duration.ts";
import type { OrderRef } from "./reading.ts";
import { isSameMatter, ordersAbout, soleMatter, type Waiting } from "./same-matter.ts";

type Read = Waiting["reading"];
const AT = new Date("2026-11-21T12:00:00Z");

type Evidence = Read["proofs"][number]["by"][number];
const proof = (orderId: string, ...by: Evidence[]): Read["proofs"][number] => ({
  orderId,
  level: "none",
  by,
});
const OWN = ["1", "2"].map((id) => proof(id, "address"));

/** A question where a parcel is, about one order because its writer has no other. */
const read = (given: Partial<Read> = {}): Read => ({
  ...{ intent: "order_status", identity: "address_match", orderIds: ["1"] },
  ...{ orderRefs: [], orderNamed: false, proofs: OWN },
  ...given,
});
const ref = (orderId: string | null, kind: OrderRef["kind"] = "order_name", value = "#1001"): OrderRef => ({
  ...{ kind, value, start: 0, end: 5, orderId },
});
const naming = (...ids: string[]): Partial<Read> => ({
  orderIds: ids,
  orderNamed: true,
  orderRefs: ids.map((id) => ref(id)),
});
const message = (given: Partial<Read> = {}, more: Partial<Waiting> = {}): Waiting => ({
  ...{ at: AT, account: null, reading: read(given) },
  ...more,
});
const joins = (one: Waiting, waiting: Waiting[], customerIds: (string | null)[] = []) =>
  isSameMatter(one, { waiting, customerIds });

describe("the orders a message is about beyond doubt", () => {
  it.each<[string, Partial<Read>, string[]]>([
    ["the one it names", naming("1"), ["1"]],
    [
      "the one its subject names",
      { orderNamed: true, proofs: [proof("1", "address", "order_number")] },
      ["1"],
    ],
    ["the only one it can mean", {}, ["1"]],
    ["none, of several it may mean", { orderIds: ["1", "2"] }, []],
    ["both that it names", naming("1", "2"), ["1", "2"]],
    ["none, where it names one that is not known", { orderRefs: [ref(null)], orderNamed: true }, []],
    ["none, where its subject names one that is not known", { orderNamed: true }, []],
    ["none, where it asks about something for sale", { intent: "product_question" }, []],
    ["none, where it asks about an account", { intent: "account" }, []],
    ["the one it names, whatever it asks", { ...naming("1"), intent: "account" }, ["1"]],
  ])("are %s", (_, given, orders) => {
    expect(ordersAbout(read(given))).toEqual(orders);
  });
});

describe("the one matter of a message", () => {
  it("is its writer's order, or none where there are several", () => {
    expect(soleMatter(read())).toBe("order 1");
    expect(soleMatter(read({ orderIds: [] }))).toBeNull();
    expect(soleMatter(read(naming("1", "2")))).toBeNull();
    expect(soleMatter(read({ orderRefs: [ref("2", "email")] }))).toBe("order 1");
  });

  it("is not one order where another number stands beside it; a parcel's number is no other", () => {
    const beside = (one: OrderRef) => ({ ...naming("1"), orderRefs: [ref("1"), one] });
    expect(soleMatter(read(beside(ref(null, "order_name", "#9999"))))).toBeNull();
    expect(soleMatter(read(beside(ref(null, "tracking_number", "RR123456785DE"))))).toBe("order 1");
  });

  it("is the same number of a stranger's, whether or not somebody has such an order", () => {
    const asked = (kind: OrderRef["kind"], value: string, exists: boolean): Read =>
      exists
        ? read({
            orderIds: ["9"],
            orderRefs: [ref("9", kind, value)],
            orderNamed: true,
            proofs: [proof("9", "order_number", "postcode", "order_email")],
          })
        : read({ orderIds: [], orderRefs: [ref(null, kind, value)], orderNamed: true });
    for (const exists of [true, false]) {
      expect(soleMatter(asked("order_name", "#5001", exists))).toBe("number 5001");
      expect(soleMatter(asked("tracking_number", "RR123456785DE", exists))).toBe("number rr123456785de");
    }
    // Beside a number of their own that no word announces.
    const beside = { orderRefs: [ref("9", "order_name", "#5001")], orderNamed: true };
    const known = [...OWN, proof("9", "order_number")];
    expect(soleMatter(read({ ...beside, orderIds: ["9", "1"], proofs: known }))).toBe("number 5001");
    expect(soleMatter(read({ orderRefs: [ref(null, "order_name", "#5001")], orderNamed: true }))).toBe(
      "number 5001",
    );
    // Only its subject names it: the number itself is not in the reading.
    const inSubject = { orderIds: ["9"], orderNamed: true, proofs: [proof("9", "order_number")] };
    expect(soleMatter(read(inSubject))).toBeNull();
    expect(soleMatter(read({ ...inSubject, orderIds: [], proofs: [] }))).toBeNull();
    expect(soleMatter(read({ ...inSubject, orderIds: ["9", "1"], proofs: known }))).toBeNull();
    expect(soleMatter(read({ orderNamed: true }))).toBeNull();
  });
});

describe("a message that came by itself belongs to what waits", () => {
  it("where all of it is about one order, named or the only one", () => {
    expect(joins(message(), [message(naming("1"))])).toBe(true);
    expect(joins(message(naming("1")), [message(), message(naming("1"))])).toBe(true);
  });

  it("not where anything of it is about another order, or nothing waits", () => {
    expect(joins(message(naming("1")), [message(naming("2"))])).toBe(false);
    expect(joins(message(naming("1")), [message(), message(naming("2"))])).toBe(false);
    expect(joins(message(naming("1")), [message(naming("1", "2"))])).toBe(false);
    expect(joins(message({ orderIds: [] }), [message({ orderIds: [] })])).toBe(false);
    expect(joins(message(naming("1")), [])).toBe(false);
  });

  it("within two weeks of its newest message, before or after", () => {
    const later = (count: number) => message({}, { at: new Date(AT.getTime() + days(count)) });
    expect(joins(message(), [later(-30), later(-14)])).toBe(true);
    expect(joins(message(), [later(14)])).toBe(true);
    expect(joins(message(), [later(-14.1)])).toBe(false);
    expect(joins(message(), [later(14.1)])).toBe(false);
  });

  it("noise is nothing that waits, and joins nothing", () => {
    const noise = message({ intent: "spam_or_auto" });
    expect(joins(noise, [message()])).toBe(false);
    expect(joins(message(), [noise])).toBe(false);
    expect(joins(message(), [message(), message({ intent: "spam_or_auto", orderIds: [] })])).toBe(true);
  });

  it.each<[Read["identity"], Read["identity"], boolean]>([
    ["none", "none", true],
    ["address_match", "verified_mail", true],
    ["signed_in", "code", true],
    ["none", "address_match", false],
    ["none", "verified_mail", false],
    ["verified_mail", "signed_in", false],
    ["address_match", "code", false],
  ])("only where both are proven alike: %s and %s", (one, other, together) => {
    const [first, second] = [message({ identity: one }), message({ identity: other })];
    expect(joins(first, [second])).toBe(together);
    expect(joins(second, [first])).toBe(together);
    expect(joins(first, [first, second])).toBe(together);
  });

  it("never where two accounts wrote, or one wrote to another's conversation", () => {
    const by = (account: string | null) => message({ identity: "signed_in" }, { account });
    expect(joins(by("7"), [by("7")], ["7", null])).toBe(true);
    expect(joins(by("7"), [by("8")])).toBe(false);
    expect(joins(by("7"), [by("7")], ["7", "8"])).toBe(false);
    expect(joins(message(), [message()], ["7", "8"])).toBe(true);
  });
});
