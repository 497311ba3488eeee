import { describe, expect, it } from "vitest";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import { neededFacts } from "#app/care/draft/facts/needed-facts.ts";
import { formatRelative } from "#app/care/draft/format-relative.ts";
import { checkText, isBlocked } from "#app/care/draft/guard.ts";
import { allowedFacts } from "#app/care/draft/proof.ts";
import { cases, inputs, now, orders, type Case } from "#app/care/draft/situations.fixture.ts";

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

  it.each([
    ["Yamato (EN)", "Yamato"],
    ["Sagawa (JA)", "Sagawa"],
    ["Correios de Portugal (CTT)", "Correios de Portugal"],
  ])("names the carrier %j as %j, without what Shopify's list adds", (company, carrier) => {
    const { facts } = inputs(cases["where is it, in transit"] as Case, "ja");
    const named = facts.orders.map((order) => ({
      ...order,
      fulfillments: order.fulfillments.map((parcel) => ({ ...parcel, trackingCompany: company })),
    }));
    const fact = buildFacts({ ...facts, orders: named }).facts.find(({ id }) => id.endsWith(":carrier"));
    expect(fact?.value).toBe(carrier);
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
    const { facts, withheld } = neededFacts(unproven.facts, { intent: "order_status", proof: "none" });
    expect(facts.filter(({ needs }) => needs !== "none")).toEqual([]);
    expect(withheld.map(({ id }) => id)).toContain("order:1001:name");
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

describe("relative times", () => {
  it("count whole days where the shop is, and say which day they are true on", () => {
    const { facts } = buildFacts({
      ...inputs({ order: "inTransit", intent: "order_status" }, "de").facts,
      // Still the 20th in Berlin, where the scan of the 19th was yesterday.
      now: new Date("2026-03-20T22:59:00Z"),
    });
    const of = (key: string) => facts.find(({ id }) => id.endsWith(`:${key}`));
    expect(of("lastAgo")).toMatchObject({ value: "gestern", kind: "number", raw: "1", on: "2026-03-20" });
    expect(of("etaIn")).toMatchObject({ value: "morgen", raw: "1" });
    expect(of("placedAgo")).toMatchObject({ value: "vor 11 Tagen", raw: "11" });
    expect([formatRelative(-5, "en"), formatRelative(-5, "ja")]).toEqual(["5 days ago", "5 日前"]);
  });
});

describe("knowledge on the sheet", () => {
  const passage = {
    id: "policy:SHIPPING_POLICY:0123456789ab",
    sourceKind: "policy",
    sourceId: "SHIPPING_POLICY",
    title: "Shipping policy",
    heading: "Costs",
    body: "Standard shipping costs 4.90 EUR.",
    mirroredAt: now,
    clear: true,
  };

  it("is a fact in the shop's own words, with its source, that a sentence can cite", () => {
    const { facts } = inputs({ order: "none", intent: "product_question", proof: "none" }, "en");
    const sheet = buildFacts({ ...facts, knowledge: [passage] });
    expect(sheet.knowledgeFacts).toEqual([{ id: passage.id, clear: true, quote: null }]);
    expect(sheet.facts.find(({ id }) => id === passage.id)).toMatchObject({
      label: "Shipping policy: Costs",
      value: passage.body,
      source: { entity: "policy", id: "SHIPPING_POLICY", field: "body" },
      observedAt: now.toISOString(),
      needs: "none",
    });
    const quote = {
      text: passage.body,
      kind: "policy" as const,
      cites: [passage.id],
      stage: "answer" as const,
    };
    const check = (text: string) =>
      isBlocked(checkText({ facts: sheet.facts, sentences: [{ ...quote, text }], text, proof: "none" }));
    expect(check(passage.body)).toBe(false);
    expect(check("Standard shipping costs 5.90 EUR.")).toBe(true);
  });

  it("is left out where nothing is asked", () => {
    const { facts } = inputs({ order: "none", intent: "praise" }, "en");
    expect(buildFacts({ ...facts, knowledge: [passage] }).knowledgeFacts).toEqual([]);
  });
});
