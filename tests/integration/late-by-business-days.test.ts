import { describe, expect, it } from "vitest";
import { findIssues } from "#app/care/detect/find-issues.ts";
import { lookAtOpenIssues } from "#app/care/detect/look-at-open-issues.server.ts";
import type { Ports } from "#app/ports.ts";
import { saveSettings, type SettingsChange } from "#app/shop/save-settings.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { orderRowsOf } from "#tests/factories/order.ts";

const DAY = [{ from: "09:00", to: "17:00" }];
const EASTER = ["2026-04-03", "2026-04-06"].map((date) => ({ date, name: "Easter", yearly: false }));
const at = (day: string) => new Date(`2026-04-${day}T09:00:00.000Z`);

/** A shop in Hamburg of which an order was placed on the Wednesday before Easter: three business days are over on Wednesday, or Monday. */
async function place(change?: SettingsChange) {
  const shop = await lookedShop(at("01"), findIssues);
  const { shopId, inShop, clock } = shop;
  await systemPrisma.shop.update({ where: { id: shopId }, data: { timezone: "Europe/Berlin" } });
  const save = (given: SettingsChange) => inShop((tx) => saveSettings(tx, shopId, given));
  if (change) await save(change);
  const placedAt = at("01").toISOString();
  await shop.mirrored(orderRowsOf({ placedAt, updatedAt: placedAt, fulfillments: [] }));
  return {
    ...shop,
    save,
    /** What is open on a morning, after every look that was due until then. */
    openOn: async (day: string) => {
      clock.now = at(day);
      await shop.sweep();
      return (await shop.issues()).filter(({ status }) => status === "open").map(({ kind }) => kind);
    },
    lookAtOpen: () => lookAtOpenIssues({ now: () => clock.now } as Ports, makeRun(shopId), { shopId }),
    waiting: () => systemPrisma.job.count({ where: { shopId, name: "lookAtOpenIssues" } }),
  };
}

describe("an order", () => {
  it("is not late by a public holiday that the shop named", async () => {
    const [named, silent] = [await place({ serviceLevels: { holidays: EASTER } }), await place()];
    expect(await silent.openOn("07")).toEqual(["unfulfilled"]);
    expect(await named.openOn("07")).toEqual([]);
    expect(await named.openOn("08")).toEqual([]);
    expect(await named.openOn("09")).toEqual(["unfulfilled"]);
  });

  it("is not late by a day on which the shop never works", async () => {
    const shop = await place({ serviceLevels: { hours: { monday: [], saturday: DAY } } });
    // Thursday, Friday, Saturday.
    expect(await shop.openOn("04")).toEqual([]);
    expect(await shop.openOn("05")).toEqual(["unfulfilled"]);
    const week = await place({ serviceLevels: { hours: { saturday: DAY, sunday: DAY } } });
    // Somebody answers at the weekend; parcels leave on weekdays.
    expect(await week.openOn("06")).toEqual([]);
    expect(await week.openOn("07")).toEqual(["unfulfilled"]);
  });

  it("that was late is not once the holiday is named", async () => {
    const shop = await place();
    expect(await shop.openOn("07")).toEqual(["unfulfilled"]);
    await shop.save({ serviceLevels: { holidays: EASTER } });
    expect(await shop.waiting()).toBe(1);
    expect(await shop.lookAtOpen()).toBe("asked for a look at 1 orders");
    expect(await shop.openOn("07")).toEqual([]);
    expect(await shop.issues()).toMatchObject([{ status: "resolved", resolvedBy: "settings" }]);
    expect(await shop.openOn("09")).toEqual(["unfulfilled"]);
  });
});

describe("settings that say nothing of the days", () => {
  it("have no order looked at", async () => {
    const shop = await place();
    await shop.save({ serviceLevels: { hours: { monday: [{ from: "10:00", to: "16:00" }] } } });
    await shop.save({ serviceLevels: { on: false }, promises: { perishableTags: ["ice"] } });
    expect(await shop.waiting()).toBe(0);
    await shop.save({ promises: { handlingDays: 2 } });
    expect(await shop.waiting()).toBe(1);
  });
});
