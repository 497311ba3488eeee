import { describe, expect, it } from "vitest";
import { openAlert } from "#app/care/triage/open-alert.server.ts";
import { action as acknowledge } from "#app/routes/api/acknowledge.ts";
import { action as settings } from "#app/routes/api/settings.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { levelShop } from "#tests/factories/level-shop.ts";
import { callApi } from "#tests/factories/session-token.ts";
import { makeShop } from "#tests/factories/shop.ts";

const putFor = (shop: string) => (serviceLevels: object) =>
  callApi(settings, { shop, method: "PUT", body: { serviceLevels } });
const levelsOf = (answer: { body: Record<string, unknown> }) => answer.body["serviceLevels"];
const fieldOf = (answer: { body: Record<string, unknown> }) =>
  (answer.body["error"] as { field?: string }).field;
const FREE = { sunday: [], monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [] };

describe("settings of service levels", () => {
  it("are shown whole, with what a shop that set none has", async () => {
    const { shop } = await makeShop();
    const answer = await callApi(settings, { shop: shop.domain, method: "GET" });
    expect(levelsOf(answer)).toMatchObject({
      ...{ on: true, holidays: [], exceptions: [], warn: { by: "share", share: 0.25 } },
      hours: { monday: [{ from: "09:00", to: "17:00" }], sunday: [] },
      targets: { urgent: { first: 60, next: 60, resolve: 480 }, low: { first: 960 } },
      ...{ receipt: { on: false }, csat: { on: false, scale: 5 } },
      alerts: { on: false, address: "", webhookUrl: "", repeatMinutes: 15, most: 3 },
    });
  });

  it("change in the parts that are named, and keep the others", async () => {
    const { shop } = await makeShop();
    const put = putFor(shop.domain);
    await put({
      targets: { urgent: { first: 30 } },
      receipt: { on: true },
      hours: { saturday: [{ from: "10:00", to: "14:00" }] },
    });
    const answer = await put({
      holidays: [{ date: "2026-12-25", name: "Christmas", yearly: true }],
      targets: { urgent: { resolve: null } },
      alerts: { on: true, address: "robin@fernweh.example" },
    });
    expect(answer.status).toBe(200);
    expect(levelsOf(answer)).toMatchObject({
      targets: { urgent: { first: 30, next: 60, resolve: null }, normal: { first: 480 } },
      hours: { monday: [{ from: "09:00", to: "17:00" }], saturday: [{ from: "10:00", to: "14:00" }] },
      holidays: [{ date: "2026-12-25", name: "Christmas", yearly: true }],
      receipt: { on: true, afterMinutes: 5 },
      alerts: { on: true, address: "robin@fernweh.example", webhookUrl: "" },
    });
    expect(await systemPrisma.job.count({ where: { shopId: shop.id, name: "recomputeLevels" } })).toBe(2);
  });

  it.each<[object, string]>([
    [{ hours: { monday: [{ from: "9", to: "17:00" }] } }, "serviceLevels.hours.monday.0.from"],
    [{ hours: { someday: [] } }, "serviceLevels.hours.someday"],
    [{ hours: FREE }, "serviceLevels.hours"],
    [{ holidays: [{ date: "2026-02-30", name: "No day" }] }, "serviceLevels.holidays.0.date"],
    [{ holidays: [{ date: "2026-12-25", name: " " }] }, "serviceLevels.holidays.0.name"],
    [{ targets: { normal: { first: 0 } } }, "serviceLevels.targets.normal.first"],
    [{ exceptions: [{ targets: {} }] }, "serviceLevels.exceptions"],
    [{ warn: { share: 2 } }, "serviceLevels.warn.share"],
    [{ receipt: { afterMinutes: 500 } }, "serviceLevels.receipt.afterMinutes"],
    [{ csat: { scale: 3 } }, "serviceLevels.csat.scale"],
    [{ alerts: { on: true } }, "serviceLevels.alerts.address"],
    [{ alerts: { address: "robin" } }, "serviceLevels.alerts.address"],
    [{ alerts: { webhookUrl: "http://hooks.example.com/" } }, "serviceLevels.alerts.webhookUrl"],
    [{ alerts: { webhookUrl: "https://127.0.0.1/" } }, "serviceLevels.alerts.webhookUrl"],
    [{ alerts: { webhookUrl: "https://metadata.google.internal/" } }, "serviceLevels.alerts.webhookUrl"],
    [{ alerts: { repeatMinutes: 1 } }, "serviceLevels.alerts.repeatMinutes"],
  ])("%j is refused, and nothing of it is kept", async (change, field) => {
    const { shop } = await makeShop();
    const before = await callApi(settings, { shop: shop.domain, method: "GET" });
    const answer = await callApi(settings, {
      ...{ shop: shop.domain, method: "PUT" },
      body: { answerWithinHours: 5, serviceLevels: change },
    });
    expect(answer.status).toBe(400);
    expect(fieldOf(answer)).toBe(field);
    expect((await callApi(settings, { shop: shop.domain, method: "GET" })).body).toEqual(before.body);
  });
});

describe("acknowledging what was told at once", () => {
  it("ends it, names who, and knows no other shop's", async () => {
    const shop = await levelShop();
    const { conversationId } = await shop.asked();
    await shop.inShop((tx) =>
      openAlert(tx, {
        ...{ shopId: shop.shop.id, key: "urgent:m1", reason: "urgent", conversationId },
        at: shop.clock.now,
      }),
    );
    const post = (domain: string, id: string) =>
      callApi(acknowledge, { shop: domain, method: "POST", params: { id }, body: {} });
    expect(await post(shop.shop.domain, conversationId)).toMatchObject({
      status: 200,
      body: { acknowledged: 1 },
    });
    expect(await post(shop.shop.domain, conversationId)).toMatchObject({ body: { acknowledged: 0 } });
    expect(await systemPrisma.alert.findFirst({ where: { conversationId } })).toMatchObject({
      ...{ state: "acknowledged", lookAt: null },
      acknowledgedBy: expect.stringMatching(/^\d+$/u),
    });
    const { shop: other } = await makeShop();
    expect((await post(other.domain, conversationId)).status).toBe(404);
  });
});
