import { describe, expect, it } from "vitest";
import { learnHabits } from "#app/care/detect/learn-habits.server.ts";
import { readPractice } from "#app/care/detect/read-practice.server.ts";
import { forShop, forShopSql, sqlOf } from "#app/db.server.ts";
import { days, hours } from "#app/lib/duration.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { scheduleDue } from "#app/queue/schedule-due.server.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-20T09:00:00.000Z");

type Sent = {
  carrier: string;
  country?: string | null;
  /** Hours from the one word of the carrier to the next; the last one is the delivery. */
  gaps?: number[];
  /** Hours from the order to the parcel. */
  handled?: number;
  /** Hours from the order to its money. */
  paid?: number;
  delivered?: boolean;
  agoDays?: number;
};

/** One order with one parcel. */
function sent(given: Sent) {
  const { carrier, country = "DE", gaps = [], handled = 24, paid, delivered = true, agoDays = 30 } = given;
  const placed = NOW.getTime() - days(agoDays);
  const iso = (at: number) => new Date(at).toISOString();
  const createdAt = placed + hours(handled);
  const times = gaps.reduce(
    (all, gap) => [...all, (all.at(-1) ?? createdAt) + hours(gap)],
    [createdAt + hours(1)],
  );
  const events =
    gaps.length === 0
      ? []
      : times.map((at, nth) => ({
          status: delivered && nth === times.length - 1 ? "delivered" : "in_transit",
          country: nth === 0 ? "NL" : country,
          happenedAt: iso(at),
        }));
  return orderRowsOf({
    placedAt: iso(placed),
    paidAt: paid === undefined ? null : iso(placed + hours(paid)),
    fulfillments: [{ trackingCompany: carrier, createdAt: iso(createdAt), shipmentStatus: null, events }],
  });
}

async function aShop(all: ReturnType<typeof orderRowsOf>[]) {
  const { shop, keys } = await makeShop();
  await forShop(shop.id)((tx) =>
    writeRows(sqlOf(tx), keys, {
      orders: all.flatMap(({ orders }) => orders),
      fulfillments: all.flatMap(({ fulfillments }) => fulfillments),
      events: all.flatMap(({ events }) => events),
    }),
  );
  const learn = (at = NOW) => learnHabits({ now: () => at } as Ports, makeRun(shop.id), { shopId: shop.id });
  const habits = () =>
    systemPrisma.carrierHabit.findMany({
      where: { shopId: shop.id },
      orderBy: [{ carrier: "asc" }, { country: "asc" }],
    });
  const practice = async () => {
    const read = await forShopSql(shop.id)((sql) => readPractice(sql, shop.id));
    if (read.outcome !== "known") throw new Error(read.outcome);
    return read;
  };
  return { shopId: shop.id, learn, habits, practice };
}

const many = (count: number, one: (n: number) => Sent) =>
  Array.from({ length: count }, (_, n) => sent(one(n)));

describe("learning habits", () => {
  it("learns each carrier's usual gap and transit by country, and everywhere, from what was delivered", async () => {
    const shop = await aShop([
      ...many(30, () => ({ carrier: "DHL ", gaps: [10, 20] })),
      ...many(12, () => ({ carrier: "dhl", country: "Austria", gaps: [10, 60] })),
      ...many(5, () => ({ carrier: "DHL", country: "FR", gaps: [10, 90], delivered: false })),
      ...many(3, () => ({ carrier: "Kiala", gaps: [5] })),
    ]);
    expect(await shop.learn()).toBe("learned the habits of 2 carriers, put up 50 orders to be looked at");
    expect(await shop.habits()).toMatchObject([
      { carrier: "dhl", country: "", parcels: 47, reported: 47, gaps: 84, usualTransitMs: BigInt(hours(71)) },
      { carrier: "dhl", country: "AT", parcels: 12, reported: 12, gaps: 24, usualTransitMs: null },
      {
        carrier: "dhl",
        country: "DE",
        parcels: 30,
        gaps: 60,
        longestUsualGapMs: BigInt(hours(20)),
        usualTransitMs: BigInt(hours(31)),
      },
      { carrier: "dhl", country: "FR", parcels: 5, gaps: 0, longestUsualGapMs: null, usualTransitMs: null },
      { carrier: "kiala", country: "", parcels: 3, gaps: 3, longestUsualGapMs: null },
      { carrier: "kiala", country: "DE" },
    ]);

    const { habitOf } = await shop.practice();
    expect(habitOf("DHL", "de")).toEqual({
      ...{ parcels: 47, coverage: 1, longestUsualGap: hours(20), usualTransit: hours(31) },
    });
    // Too few parcels went there: as everywhere.
    expect(habitOf("DHL", "FR")).toMatchObject({
      parcels: 47,
      longestUsualGap: hours(60),
      usualTransit: hours(71),
    });
    expect(habitOf("DHL", "AT")).toMatchObject({
      parcels: 47,
      longestUsualGap: hours(60),
      usualTransit: hours(71),
    });
    expect(habitOf("DHL", null)).toMatchObject({ parcels: 47 });
    expect(habitOf("Nobody", "DE")).toBeNull();
    expect(habitOf(null, "DE")).toBeNull();
  });

  it("tells a carrier that never reports from one that has had no time to", async () => {
    const shop = await aShop([
      ...many(20, (n) => ({ carrier: "Courier", gaps: n < 2 ? [5] : [] })),
      ...many(8, () => ({ carrier: "Courier", agoDays: 2 })),
    ]);
    await shop.learn();
    expect((await shop.practice()).habitOf("courier", null)).toMatchObject({ parcels: 20, coverage: 0.1 });
  });

  it("learns how long orders take to leave, from twenty on, and of the last half year", async () => {
    const old = { carrier: "DHL", handled: 900, agoDays: 200 };
    const few = await aShop([...many(19, () => ({ carrier: "DHL" })), ...many(30, () => old)]);
    await few.learn();
    expect((await few.practice()).shop.usualHandling).toBeNull();
    const enough = await aShop([
      ...many(19, () => ({ carrier: "DHL" })),
      sent({ carrier: "DHL", handled: 24 }),
      ...many(30, () => old),
    ]);
    await enough.learn();
    expect((await enough.practice()).shop.usualHandling).toBe(hours(24));
  });

  it("does not count the time for which an order waited for its money, nor what left without", async () => {
    const waited = await aShop([
      ...many(15, () => ({ carrier: "DHL", handled: 96, paid: 72 })),
      ...many(15, () => ({ carrier: "DHL", handled: 24, paid: 500 })),
    ]);
    await waited.learn();
    expect((await waited.practice()).shop.usualHandling).toBe(hours(24));
  });

  it("puts every order up to be looked at once after each backfill, and is due again a day later", async () => {
    const shop = await aShop(many(3, () => ({ carrier: "DHL" })));
    const { shopId } = shop;
    await systemPrisma.backfill.create({ data: { shopId, state: "done", finishedAt: NOW } });
    await expect(shop.practice()).rejects.toThrow("not_yet");
    expect(await shop.learn()).toMatch(/put up 3 orders/u);
    await shop.practice();
    const watches = () => systemPrisma.orderWatch.findMany({ where: { shopId } });
    expect((await watches()).map(({ lookAt }) => lookAt)).toEqual([NOW, NOW, NOW]);
    expect(await systemPrisma.detection.findUnique({ where: { shopId } })).toMatchObject({
      nextAt: new Date(NOW.getTime() + days(1)),
      seededAt: NOW,
    });
    await systemPrisma.orderWatch.deleteMany({ where: { shopId } });
    expect(await shop.learn(new Date(NOW.getTime() + days(1)))).toMatch(/put up 0 orders/u);
    await systemPrisma.backfill.update({
      where: { shopId },
      data: { finishedAt: new Date(NOW.getTime() + days(2)) },
    });
    expect(await shop.learn(new Date(NOW.getTime() + days(3)))).toMatch(/put up 3 orders/u);
    expect(await watches()).toHaveLength(3);
  });

  it("does nothing in a shop without the app or whose history is still being fetched", async () => {
    const shop = await aShop(many(1, () => ({ carrier: "DHL" })));
    const { shopId } = shop;
    await systemPrisma.backfill.create({ data: { shopId, state: "running" } });
    await systemPrisma.detection.create({ data: { shopId } });
    expect(await shop.learn()).toBe("the backfill is not done");
    await systemPrisma.shop.update({ where: { id: shopId }, data: { uninstalledAt: NOW } });
    await systemPrisma.detection.update({ where: { shopId }, data: { nextAt: new Date(0) } });
    expect(await shop.learn()).toBe("the app is uninstalled");
    const { nextAt } = await systemPrisma.detection.findUniqueOrThrow({ where: { shopId } });
    expect(nextAt.getUTCFullYear()).toBe(9999);
  });
});

describe("a shop's habits", () => {
  it("are learned when they are due", async () => {
    const shop = await aShop([]);
    await systemPrisma.detection.create({ data: { shopId: shop.shopId } });
    await scheduleDue({ table: "detections", event: "detection-due" });
    const where = { shopId: shop.shopId, event: "detection-due" };
    expect(await systemPrisma.job.findMany({ where })).toMatchObject([{ name: "learnHabits" }]);
  });

  it("forget a carrier that it no longer uses", async () => {
    const shop = await aShop(many(1, () => ({ carrier: "DHL" })));
    await shop.learn();
    expect(await shop.habits()).toHaveLength(1);
    await shop.learn(new Date(NOW.getTime() + days(300)));
    expect(await shop.habits()).toEqual([]);
  });
});
