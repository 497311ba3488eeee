import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readPeriod } from "#app/desk/insights/period.ts";
import { showInsights } from "#app/desk/insights/show-insights.server.ts";
import { hours, days } from "#app/lib/duration.ts";
import { loader } from "#app/routes/api/insights.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { insightsShop, type Told } from "#tests/factories/insights-shop.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-23T12:00:00Z"); // a Monday
const at = (day: string, hour = 10) => new Date(`2026-11-${day}T${String(hour).padStart(2, "0")}:00:00Z`);

async function look(
  place: Awaited<ReturnType<typeof insightsShop>>,
  asked: { channel?: string; language?: string } = {},
) {
  const read = readPeriod({ days: 7 }, { now: NOW, timeZone: "UTC" });
  if (read.outcome === "wrong") throw new Error(read.why);
  const given = { channel: "", language: "", ...asked };
  return place.inShop((tx) => showInsights(tx, place.keys, { period: read.period, now: NOW, ...given }));
}

/** Twelve of one kind, an hour apart within the day, so that shares and medians are shown. */
const dozen = (told: (index: number) => Told) => Array.from({ length: 12 }, (_, index) => told(index));

describe("insights of a small shop", () => {
  it("are what one counts by hand", async () => {
    const place = await insightsShop();
    // Monday to Sunday before: Tuesday the 17th to Monday the 23rd is looked at, the 10th to the 16th is before.
    for (const told of dozen((index) => ({
      wroteAt: at("18", 9),
      answeredAfter: hours(index + 1),
      closedAfter: hours(48),
      felt: index < 8 ? ["anger", "gratitude"] : ["worry", "frustration"],
      intent: index < 9 ? "delivery_problem" : "return",
      about: "delivery",
      order: { product: "Trail bottle", carrier: index < 6 ? "DHL" : "dhl " },
      draft: index < 6 ? "as_drafted" : index < 9 ? "lightly_edited" : index < 11 ? "rewritten" : "declined",
      promise: index < 9 ? "kept" : index < 11 ? "late" : "broken",
      rating: index < 10 ? 5 : 1,
    })))
      await place.tell(told);
    await place.tell({ wroteAt: at("19"), channel: "storefront", language: "de-AT" });
    await place.tell({ wroteAt: at("12") });
    // What is nobody's question is not counted.
    await place.tell({ wroteAt: at("19"), status: "spam" });
    await place.tell({ wroteAt: at("19"), intent: "spam_or_auto" });
    await place.tell({ wroteAt: at("09") });
    await place.tell({ wroteAt: at("24") });

    const { now, before, ...all } = await look(place);
    expect(all).toMatchObject({
      days: 7,
      clock: "business",
      channels: ["email", "storefront"],
      languages: ["de", "en"],
    });
    expect({ from: now.from, to: now.to, began: now.began, looked: now.looked }).toEqual({
      ...{ from: "2026-11-17", to: "2026-11-23", began: 13, looked: 13 },
    });
    expect(now.byDay.map(({ count }) => count)).toEqual([0, 12, 1, 0, 0, 0, 0]);
    expect(now.byChannel).toEqual([
      { name: "email", count: 12 },
      { name: "storefront", count: 1 },
    ]);
    expect(before).toMatchObject({ began: 1, times: { first: { median: { n: 0, value: null } } } });

    // Answered after 1 to 12 hours, from nine on: eight of them are within the day, the last four after it closed, which count as eight.
    expect(now.times.first.median).toEqual({ n: 12, value: hours(6.5), low: hours(3), high: hours(8) });
    expect(now.times.resolution.median).toMatchObject({ n: 12, value: hours(16) });
    expect(now.times).toMatchObject({ unanswered: 1, open: 1 });

    expect(now.matters.intents).toMatchObject([
      { name: "delivery_problem", share: { k: 9, n: 13 } },
      { name: "return", share: { k: 3 } },
      { name: "order_status", share: { k: 1 } },
    ]);
    expect(now.matters.causes).toMatchObject([{ name: "delivery", share: { k: 12, n: 12 } }]);
    expect(now.matters.products).toMatchObject([
      { name: "Trail bottle", share: { k: 3, n: 12, share: 0.25 } },
    ]);
    expect(now.matters.carriers).toMatchObject([{ share: { k: 9, n: 12, share: 0.75 } }]);
    expect(now.matters.policies).toMatchObject([
      { name: "REFUND_POLICY", share: { k: 3, n: 3 } },
      { name: "SHIPPING_POLICY", share: { k: 9, n: 9 } },
    ]);

    expect(now.moods.repaired).toMatchObject({ k: 8, n: 12 });
    expect(now.readings).toMatchObject({
      unsure: { k: 0, n: 24 },
      agreed: { k: 24, n: 24 },
      corrected: { k: 0, n: 24 },
    });
    expect(now.drafts).toMatchObject({
      ...{
        asDrafted: { k: 6, n: 12, share: 0.5 },
        lightlyEdited: { k: 3 },
        rewritten: { k: 2 },
        declined: { k: 1 },
      },
      changes: [
        { class: "greeting", count: 3 },
        { class: "rewritten", count: 2 },
      ],
      ...{ noReason: 0, otherReason: 1 },
    });
    expect(now.promises).toMatchObject({ kept: { k: 9, n: 12, share: 0.75 }, late: 2, broken: 1, open: 0 });
    expect(now.csat).toMatchObject({
      asked: 12,
      answered: { k: 12 },
      satisfied: { k: 10, n: 12 },
      low: { k: 2 },
    });
  });

  it("are of one channel or language where that is asked", async () => {
    const place = await insightsShop();
    await place.tell({ wroteAt: at("18"), language: "de-AT", channel: "storefront" });
    await place.tell({ wroteAt: at("18"), language: "en" });
    expect((await look(place, { language: "de" })).now).toMatchObject({ began: 1, looked: 1 });
    const { now, languages } = await look(place, { channel: "email" });
    expect(now).toMatchObject({ began: 1, looked: 1, byLanguage: [{ name: "en", count: 1 }] });
    // All of them can still be chosen.
    expect(languages).toEqual(["de", "en"]);
  });

  it("show no emotion that is kept no more, and what a person set right instead of what was read", async () => {
    const place = await insightsShop();
    const { firstMessageId: messageId, id: conversationId } = await place.tell({
      wroteAt: at("18"),
      answeredAfter: hours(1),
      felt: ["worry", "joy"],
    });
    await systemPrisma.readingCorrection.create({
      data: {
        ...{ shopId: place.shop.id, conversationId, messageId, readingId: "r", field: "emotion" },
        ...{ from: "worry", to: "anger", by: "42", at: at("18") },
      },
    });
    const corrected = await look(place);
    expect(corrected.now.moods.moods).toEqual([
      { emotion: "anger", first: 1, last: 0 },
      { emotion: "joy", first: 0, last: 1 },
    ]);
    expect(corrected.now.readings.corrected).toMatchObject({ k: 1, n: 2 });
    await systemPrisma.reading.updateMany({ where: { conversationId }, data: { expiresAt: NOW } });
    const expired = await look(place);
    expect(expired.now.moods).toMatchObject({ moods: [], followed: 0 });
    expect(expired.now.readings.corrected.n).toBe(0);
  });

  it("count a conversation that we began as no first response", async () => {
    const place = await insightsShop();
    const { id } = await place.tell({ wroteAt: at("18"), answeredAfter: hours(1) });
    await systemPrisma.message.create({
      data: {
        ...{
          id: randomUUID(),
          shopId: place.shop.id,
          conversationId: id,
          direction: "out",
          channel: "email",
        },
        ...{ at: at("17"), sealed: Buffer.from("") },
      },
    });
    expect((await look(place)).now.times.first.median.n).toBe(0);
  });

  it("have the ledgers of what models took", async () => {
    const place = await insightsShop();
    const { id: shopId } = place.shop;
    await systemPrisma.modelUsage.createMany({
      data: [
        { shopId, day: at("18", 0), questions: 3, tokensIn: 900n, tokensOut: 60n },
        { shopId, day: at("16", 0), questions: 1, tokensIn: 100n, tokensOut: 10n },
      ],
    });
    await systemPrisma.draftSpending.create({
      data: { shopId, month: at("01", 0), questions: 7, spentMicros: 42_000n },
    });
    const { now, before } = await look(place);
    expect(now.cost).toEqual({
      readings: { questions: 3, tokens: 960 },
      months: [{ month: "2026-11", questions: 7, micros: 42_000 }],
    });
    expect(before.cost.readings).toEqual({ questions: 1, tokens: 110 });
  });

  it("say nothing of another shop's", async () => {
    const [place, other] = [await insightsShop(), await insightsShop()];
    await other.tell({ wroteAt: at("18"), answeredAfter: hours(1), felt: ["worry", "joy"] });
    expect((await look(place)).now).toMatchObject({ began: 0, looked: 0 });
  });

  it("look at an even part of very many", async () => {
    const place = await insightsShop();
    const { id: shopId } = place.shop;
    const { id } = await place.tell({ wroteAt: at("18") });
    await systemPrisma.$executeRaw`
      INSERT INTO conversations (id, shop_id, channel, language, intent, reply_token, sealed, created_at, updated_at)
      SELECT gen_random_uuid()::text, ${shopId}, 'email', 'en', 'return', gen_random_uuid()::text, sealed,
        created_at + i * interval '10 seconds', created_at FROM conversations, generate_series(1, 6000) AS i WHERE id = ${id}`;
    const { now } = await look(place);
    expect(now.began).toBe(6_001);
    expect(Math.abs(now.looked - 2_000)).toBeLessThan(250);
    expect(now.matters.intents[0]).toMatchObject({ name: "return", share: { n: now.looked } });
  });
});

describe("GET /api/insights", () => {
  const get = async (search: string) => {
    const { shop } = await makeShop();
    return callApi(loader, { shop: shop.domain, query: search });
  };

  it("answers with both periods, and names nobody", async () => {
    const { status, body } = await get("?days=7&channel=email&language=de");
    expect(status).toBe(200);
    expect(body).toMatchObject({ days: 7, chosen: { channel: "email", language: "de" }, now: { began: 0 } });
    expect(new Date(String((body["now"] as { to: string }).to)).getTime()).toBeGreaterThan(
      Date.now() - days(2),
    );
  });

  it.each([
    ["?days=0", "days"],
    ["?days=367", "days"],
    ["?from=2026-01-01", "to"],
    ["?from=2026-01-02&to=2026-01-01", "to"],
    ["?from=2024-01-01&to=2026-01-01", "from"],
    ["?channel=fax", "channel"],
    ["?language=Deutsch", "language"],
    ["?staff=42", "staff"],
  ])("refuses %s and names the field", async (search, field) => {
    const { status, body } = await get(search);
    expect(status).toBe(400);
    expect(body["error"]).toMatchObject({ code: "bad_input", field });
  });
});
