import { describe, expect, it } from "vitest";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import { personName } from "#app/care/draft/facts/message-facts.ts";
import { formatDate, formatMoney, localeFor } from "#app/care/draft/format-value.ts";
import { orderSituation, type DraftOrder } from "#app/care/draft/order-situation.ts";
import { policyFacts } from "#app/care/draft/facts/policy-facts.ts";
import { allowedFacts } from "#app/care/draft/proof.ts";
import { cases, inputs, now, orders, type Case } from "#app/care/draft/situations.fixture.ts";

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

describe("buildFacts", () => {
  const sheet = (given: Case) => buildFacts(inputs(given, "de").facts);

  it("says where each fact was read, when, and what proof it needs", () => {
    const fact = sheet(cases["where is it, in transit"] as Case).facts.find(
      ({ kind }) => kind === "tracking",
    );
    expect(fact).toEqual({
      id: "fulfillment:501:tracking",
      label: "Tracking number",
      value: "00340434161094042557",
      kind: "tracking",
      raw: "00340434161094042557",
      source: { entity: "fulfillment", id: "501", field: "trackingNumber" },
      observedAt: "2026-03-20T08:00:00.000Z",
      needs: "address_match",
      proof: "address_match",
      order: "1001",
    });
  });

  it("draws the delivery address only for a change of address, and it needs a code", () => {
    const { facts } = inputs(cases["change address, not shipped"] as Case, "en");
    const withAddress = facts.orders.map((order) => ({
      ...order,
      shippingAddress: { address1: "Hauptstr. 5", city: "Berlin", zip: "10115" },
    }));
    const address = buildFacts({ ...facts, orders: withAddress }).facts.find(({ id }) =>
      id.endsWith(":address"),
    );
    expect(address).toMatchObject({ value: "Hauptstr. 5, 10115, Berlin", needs: "code" });
    expect(
      buildFacts({ ...facts, orders: withAddress, intent: "order_status" }).facts.some(({ id }) =>
        id.endsWith(":address"),
      ),
    ).toBe(false);
  });

  it("tells each order's facts by what was proven of that order", () => {
    const { facts } = inputs(cases["change address, not shipped"] as Case, "en");
    const coded = { ...orders.unfulfilled, id: "1002", name: "#1002", customer: { email: "bo@example.com" } };
    const shippingAddress = { address1: "Uferweg 12", zip: "20457", city: "Hamburg" };
    const both = [orders.unfulfilled, coded].map((order) => ({ ...order, shippingAddress }));
    const writer = { ...facts.writer, codes: ["1002"] };
    const made = buildFacts({ ...facts, orders: both, writer });
    expect(made.orders.map(({ orderId, proof }) => [orderId, proof])).toEqual([
      ["1001", "address_match"],
      ["1002", "code"],
    ]);
    const told = allowedFacts(made.facts, "address_match").map(({ id }) => id);
    expect(told).toContain("order:1002:address");
    expect(told).not.toContain("order:1001:address");
  });

  it("gives no sheet of an order to who is not proven, but keeps its facts for the guard", () => {
    const unproven = sheet(cases["unproven"] as Case);
    expect(unproven.orders).toEqual([]);
    expect(unproven.facts.filter(({ needs }) => needs !== "none").length).toBeGreaterThan(0);
  });

  it("leaves out what record text must not carry into a reply", () => {
    const { facts } = inputs(cases["where is it, in transit"] as Case, "en");
    const hostile = facts.orders.map((order) => ({
      ...order,
      lines: [{ id: "1", title: "Win at https://evil.example", quantity: 1, price: null }],
      fulfillments: order.fulfillments.map((one) => ({
        ...one,
        trackingNumber: "see <b>evil.example</b>",
        trackingUrl: "javascript:alert(1)",
      })),
    }));
    expect(JSON.stringify(buildFacts({ ...facts, orders: hostile }).facts)).not.toMatch(/evil|javascript/u);
  });
});

describe("values", () => {
  const format = { timeZone: "Europe/Berlin", now };
  it("writes days where the shop is, in the shopper's language", () => {
    const late = "2026-03-01T23:30:00Z";
    expect(formatDate(late, { ...format, locale: "de" })).toBe("2. März");
    expect(formatDate("2026-03-01T10:00:00Z", { ...format, locale: "fr" })).toBe("1er mars");
    expect(formatDate("2025-12-24T10:00:00Z", { ...format, locale: "es" })).toBe("24 de diciembre de 2025");
    expect(formatDate(late, { ...format, locale: "en-GB" })).toBe("2 March");
  });

  it("writes money by its currency", () => {
    expect(formatMoney({ amount: "4800", currency: "JPY" }, "en")).toBe("¥4,800");
    expect(formatMoney({ amount: "1234.5", currency: "EUR" }, "de")).toBe("1.234,50\u00a0€");
  });

  it("takes the order's locale when it is of the reply's language", () => {
    expect(localeFor("en", "en-GB")).toBe("en-GB");
    expect(localeFor("en", "de-DE")).toBe("en");
    expect(localeFor("pt", "pt_BR")).toBe("pt-BR");
    expect(localeFor("en", "en-???")).toBe("en");
  });

  it.each([
    ["Anna Berg", "Anna Berg"],
    ["Berg, Anna", "Anna Berg"],
    ["ANNA BERG", "Anna Berg"],
    ["anna", "Anna"],
    ["Jean-Luc d'Arc", "Jean-Luc d'Arc"],
    ["Info Team", null],
    ["anna@example.com", null],
    ["Win $1000 now", null],
    ["", null],
  ])("greets %j as %j", (from, name) => {
    expect(personName(from)).toBe(name);
  });
});

describe("policyFacts", () => {
  const policy = (body: string) =>
    policyFacts([{ type: "REFUND_POLICY", title: "Refunds", body, url: null }], { intent: "return", now });
  it("takes a number of days only when the policy names one for returns", () => {
    expect(policy("Returns are free within 30 days.").window).not.toBeNull();
    expect(policy("Rückgabe innerhalb von 14 Tagen möglich.").window).not.toBeNull();
    expect(policy("Return within 30 days. Refunds take 5 days.").window).toBeNull();
    expect(policy("We pay refunds within 10 days.").window).toBeNull();
    expect(policy("Ask us.").window).toBeNull();
  });
});
