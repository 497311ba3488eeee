import { describe, expect, it } from "vitest";
import { composeDraft } from "#app/care/draft/compose-draft.ts";
import { buildFacts } from "#app/care/draft/build-facts.ts";
import { firstNameOf, personName } from "#app/care/draft/facts/person-name.ts";
import { formatDate, formatMoney, localeFor } from "#app/care/draft/format-value.ts";
import { orderSituation, type DraftOrder } from "#app/care/draft/order-situation.ts";
import { policyFacts } from "#app/care/draft/facts/policy-facts.ts";
import { neededFacts } from "#app/care/draft/facts/needed-facts.ts";
import { formatRelative } from "#app/care/draft/format-relative.ts";
import { returnWindow } from "#app/care/draft/facts/return-window.ts";
import { checkText, isBlocked } from "#app/care/draft/guard.ts";
import { policyText } from "#app/mirror/policy-text.ts";
import { seedPolicies } from "#devstore/seed/policies.ts";
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

describe("neededFacts", () => {
  const divided = (intent: Case["intent"], cited: string[] = []) =>
    neededFacts(buildFacts(inputs({ order: "inTransit", intent }, "en").facts).facts, {
      intent,
      proof: "address_match",
      cited,
    });
  const keys = (facts: { id: string }[]) => facts.map(({ id }) => id.slice(id.lastIndexOf(":") + 1));

  it("leaves on the sheet what the question needs", () => {
    const asked = divided("order_status");
    expect(keys(asked.facts)).toEqual(expect.arrayContaining(["name", "tracking", "eta", "lastAgo", "city"]));
    expect(keys(asked.withheld).toSorted()).toEqual(["items", "total"]);
    expect(keys(divided("account").facts)).not.toEqual(expect.arrayContaining(["tracking"]));
    expect(keys(divided("payment").facts)).toContain("total");
  });

  it("keeps what is cited, whatever the table says, and loses nothing", () => {
    const all = divided("order_status");
    const cited = divided("order_status", ["order:1001:total"]);
    expect(keys(cited.facts)).toContain("total");
    expect(cited.facts.length + cited.withheld.length).toBe(all.facts.length + all.withheld.length);
  });

  it("needs each fact that the composer cites, in every case", () => {
    for (const [name, given] of Object.entries(cases)) {
      const { facts, reading } = inputs(given, "en");
      const { content } = composeDraft({
        facts,
        reading: { ...reading, language: "en" },
        text: "",
        voice: "friendly",
        shopDomains: [],
        seesAllOrders: true,
      });
      const cited = new Set(content.sentences.flatMap(({ cites }) => cites));
      const { withheld } = neededFacts([...content.facts, ...(content.withheld ?? [])], {
        intent: given.intent,
        proof: reading.identity,
      });
      expect([name, withheld.filter(({ id }) => cited.has(id)).map(({ id }) => id)]).toEqual([name, []]);
    }
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
    ["ANNA VAN DEN BERG", "Anna van den Berg"],
    ["maria de la cruz", "Maria de la Cruz"],
    ["De Vries", "De Vries"],
    ["SEAN O'BRIEN", "Sean O'Brien"],
    ["PETER WEIß", "Peter Weiß"],
    ["María de los Ángeles Santos y García", "María de los Ángeles Santos y García"],
    ["山田　太郎 様", "山田 太郎"],
    ["さくら", "さくら"],
    ["株式会社ふじ", null],
    ["Anna Berg and Bo Tamm Ek", null],
    ["Info Team", null],
    ["anna@example.com", null],
    ["Win $1000 now", null],
    ["", null],
  ])("greets %j as %j", (from, name) => {
    expect(personName(from)).toBe(name);
  });
});

describe("firstNameOf", () => {
  it.each([
    ["Anna Berg", "Anna"],
    ["Jo Berg", "Jo Berg"],
    ["Dr. Anna Berg", "Dr. Anna Berg"],
    ["van Gogh", "van Gogh"],
    ["山田 太郎", "山田"],
  ])("calls %s %s", (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });
});

describe("returnWindow", () => {
  it("is not confused by the other numbers of a policy", () => {
    const [refunds] = seedPolicies({ domain: "fernweh.example", shopId: "1", at: "", nextId: () => "1" });
    expect(refunds?.body.match(/\d+ (?:business )?days/gu)?.length).toBeGreaterThan(3);
    expect(returnWindow(policyText(refunds?.body ?? ""))).toBe("30");
  });

  it.each([
    ["Return within 30 days. Refunds take 5 days.", "30"],
    ["Within 14 days you can return it for a full refund.", "14"],
    ["Once the return arrives we refund within 10 days.", null],
    ["We pay the money back within 10 days of the return.", null],
    ["Returns are checked within 3 business days.", null],
    ["Sie können die Ware innerhalb von 30 Tagen zurückgeben. Die Erstattung dauert 14 Tage.", "30"],
    ["Puede devolver los artículos en 15 días. El reembolso tarda 5 días.", "15"],
    ["Vous disposez de 14 jours pour un retour. Le remboursement prend 10 jours.", "14"],
    ["Hai 30 giorni per il reso.", "30"],
    ["U kunt binnen 30 dagen retourneren.", "30"],
    ["商品到着後のご連絡ください。返品は30日以内に可能です。", "30"],
    ["Return within 14 days in the EU. Elsewhere you can return within 30 days.", null],
  ])("%s → %s", (text, days) => {
    expect(returnWindow(text)).toBe(days);
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

describe("policyFacts", () => {
  const policy = (body: string) =>
    policyFacts([{ type: "REFUND_POLICY", title: "Refunds", body, url: null }], { intent: "return", now });
  it("takes a number of days only when the policy names one for returns", () => {
    expect(policy("Returns are free within 30 days.").window).not.toBeNull();
    expect(policy("Rückgabe innerhalb von 14 Tagen möglich.").window).not.toBeNull();
    expect(policy("Return within 30 days or 14 days. Refunds take 5 days.").window).toBeNull();
    expect(policy("We pay refunds within 10 days.").window).toBeNull();
    expect(policy("Ask us.").window).toBeNull();
  });
});
