import { describe, expect, it } from "vitest";
import { lookSoon } from "#app/care/detect/look-soon.server.ts";
import type { FindIssues } from "#app/care/detect/settle-issues.ts";
import { sweepOrdersBy } from "#app/care/detect/sweep-orders.server.ts";
import { forShopSql } from "#app/db.server.ts";
import { days, hours, seconds } from "#app/lib/duration.ts";
import { fireWatches, startFiring } from "#app/queue/fire-watches.server.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { patience } from "#tests/factories/job.ts";
import { lookedShop, testRules } from "#tests/factories/looked-shop.ts";
import { orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const WATCHED = { table: "order_watches", event: "orders-to-look-at" } as const;
const START = new Date("2026-11-13T09:00:00.000Z");
const later = (at: Date, by: number) => new Date(at.getTime() + by);

/** So many orders of which carriers spoke an hour ago. */
async function manyOnTheirWay(shop: Awaited<ReturnType<typeof lookedShop>>, count: number) {
  const happenedAt = later(shop.clock.now, -hours(1)).toISOString();
  const all = Array.from({ length: count }, (_, n) =>
    orderRowsOf({
      person: { email: `shopper${n}@example.com` },
      fulfillments: [{ createdAt: happenedAt, events: [{ happenedAt }] }],
    }),
  );
  await shop.mirrored({
    orders: all.flatMap(({ orders }) => orders),
    fulfillments: all.flatMap(({ fulfillments }) => fulfillments),
    events: all.flatMap(({ events }) => events),
  });
  return all;
}

async function watch(shopId: string, at: Date, count = 1) {
  await systemPool.query(
    `INSERT INTO order_watches (shop_id, order_id, look_at) SELECT $1, 'watched' || n, $2 FROM generate_series(1, $3::int) AS n
     ON CONFLICT (shop_id, order_id) DO UPDATE SET look_at = excluded.look_at`,
    [shopId, at, count],
  );
}
const sweeps = (shopIds: string[]) =>
  systemPrisma.job.findMany({
    where: { shopId: { in: shopIds }, name: "sweepOrders" },
    orderBy: { id: "asc" },
  });

describe("a sweep", () => {
  it("looks at what is due and at nothing else, however much there is", async () => {
    const shop = await lookedShop(START);
    const all = await manyOnTheirWay(shop, 600);
    expect(await shop.sweep()).toBe("looked at 0 orders: opened 0, resolved 0");
    const [first] = all;
    shop.clock.now = later(START, days(1));
    const happenedAt = shop.clock.now.toISOString();
    const moved =
      first?.events.map((one) => ({ ...one, id: "moved", happenedAt, updatedAt: happenedAt })) ?? [];
    await shop.mirrored({ events: moved });
    shop.clock.now = later(START, days(3));
    expect(await shop.sweep()).toBe("looked at 599 orders: opened 599, resolved 0");
    expect((await shop.watches()).map(({ orderId }) => orderId)).toEqual([first?.orders[0]?.id]);
    expect(await shop.sweep()).toBe("looked at 0 orders: opened 0, resolved 0");
  });

  it("goes on in another job when its share of time is over", async () => {
    const shop = await lookedShop(START);
    await manyOnTheirWay(shop, 260);
    shop.clock.now = later(START, days(3));
    expect(await shop.sweep(0)).toBe("looked at 250 orders: opened 250, resolved 0");
    expect(await sweeps([shop.shopId])).toMatchObject([
      { event: "orders-to-look-at", data: { shopId: shop.shopId } },
    ]);
    expect(await shop.sweep()).toBe("looked at 10 orders: opened 10, resolved 0");
  });

  it("puts off an order that cannot be looked at, and looks at the others", async () => {
    const shop = await lookedShop(START);
    const [bad, unwritable, good] = await manyOnTheirWay(shop, 3);
    const idOf = (one: typeof bad) => one?.orders[0]?.id ?? "";
    await systemPrisma.order.updateMany({
      where: { id: idOf(bad) },
      data: { sealed: Buffer.from("no seal") },
    });
    shop.clock.now = later(START, days(3));
    const find: FindIssues = (seen) => {
      const looked = testRules(seen);
      // PostgreSQL's text has no such character: one of the batch cannot be written.
      if (seen.order.id !== idOf(unwritable)) return looked;
      return { ...looked, found: looked.found.map((one) => ({ ...one, subject: "\0" })) };
    };
    const go = () => sweepOrdersBy(find)(shop.ports, makeRun(shop.shopId), { shopId: shop.shopId });
    expect(await go()).toBe("looked at 3 orders: opened 1, resolved 0");
    expect(await shop.issues()).toMatchObject([{ orderId: idOf(good), status: "open" }]);
    const watches = await shop.watches();
    expect(watches.map(({ orderId }) => orderId)).toEqual([idOf(bad), idOf(unwritable)].toSorted());
    for (const { lookAt } of watches) expect(lookAt).toEqual(later(shop.clock.now, hours(6)));
  });

  it("waits while the shop's history is still being fetched, and so do looks at changes", async () => {
    const shop = await lookedShop(START);
    const [one] = await manyOnTheirWay(shop, 1);
    await systemPrisma.backfill.create({ data: { shopId: shop.shopId, state: "running" } });
    shop.clock.now = later(START, days(4));
    await expect(shop.sweep()).rejects.toMatchObject({
      name: "TryAgainAt",
      at: later(shop.clock.now, seconds(60)),
    });
    expect(await shop.detect(one?.orders[0]?.id ?? "")).toEqual(["the shop's history is not all here yet"]);
    expect(await shop.issues()).toEqual([]);
  });
});

describe("an order that something else says more of than its record", () => {
  it("is looked at soon, when it is watched or something is open", async () => {
    const shop = await lookedShop(START);
    const [one, two] = await manyOnTheirWay(shop, 3);
    const ids = [one, two].map((rows) => rows?.orders[0]?.id ?? "");
    const soon = later(START, seconds(1));
    await forShopSql(shop.shopId)((sql) =>
      lookSoon(sql, shop.shopId, { orderIds: [...ids, "unknown"], at: soon }),
    );
    const due = (await shop.watches()).filter(({ lookAt }) => lookAt <= soon).map(({ orderId }) => orderId);
    expect(due).toEqual(ids.toSorted());
  });
});

describe("what fires sweeps", () => {
  it("fires once for each shop with something due, however many fire", async () => {
    const shops = await Promise.all(Array.from({ length: 6 }, async () => (await makeShop()).shop.id));
    const [none = "", gone = "", ...due] = shops;
    await watch(none, later(START, 1));
    for (const id of [gone, ...due]) await watch(id, START, 3);
    await systemPrisma.shop.update({ where: { id: gone }, data: { uninstalledAt: START } });
    await Promise.all(Array.from({ length: 5 }, () => fireWatches(WATCHED, START)));
    const jobs = await sweeps(shops);
    expect(jobs.map(({ shopId }) => shopId).toSorted()).toEqual(due.toSorted());
    for (const { shopId, data, event } of jobs)
      expect({ data, event }).toEqual({ data: { shopId }, event: WATCHED.event });
    expect(await fireWatches(WATCHED, START)).toBe(0);
  });

  it("fires once also where one begins to look while another ends", async () => {
    const { shop } = await makeShop();
    await watch(shop.id, START);
    for (let round = 0; round < 40; round += 1) {
      await systemPool.query("DELETE FROM jobs WHERE shop_id = $1", [shop.id]);
      await Promise.all(Array.from({ length: 6 }, () => fireWatches(WATCHED, START)));
      expect(await sweeps([shop.id])).toHaveLength(1);
    }
  });

  it("fires again once the job is done, not while it waits or runs", async () => {
    const { shop } = await makeShop();
    await watch(shop.id, START);
    for (const state of ["waiting", "queued", "running"]) {
      await systemPool.query("DELETE FROM jobs WHERE shop_id = $1", [shop.id]);
      await systemPool.query(
        `INSERT INTO jobs (shop_id, event, name, data, state, run_at) VALUES ($1, $2, 'sweepOrders', '{}', $3, now() + interval '1 day')`,
        [shop.id, WATCHED.event, state],
      );
      await fireWatches(WATCHED, START);
      expect(await sweeps([shop.id])).toHaveLength(1);
    }
    const become = (state: string, doneAgo: string) =>
      systemPool.query("UPDATE jobs SET state = $2, done_at = now() - $3::interval WHERE shop_id = $1", [
        ...[shop.id, state, doneAgo],
      ]);
    await become("quarantined", "5 minutes");
    await fireWatches(WATCHED, START);
    expect(await sweeps([shop.id])).toHaveLength(1);
    await become("quarantined", "2 hours");
    await fireWatches(WATCHED, START);
    expect(await sweeps([shop.id])).toHaveLength(2);
    await become("done", "1 second");
    await fireWatches(WATCHED, START);
    expect(await sweeps([shop.id])).toHaveLength(3);
  });

  it("goes by the clock it is given, until stopped", async () => {
    const { shop } = await makeShop();
    const clock = { now: START };
    await watch(shop.id, later(START, hours(1)));
    const firing = startFiring(WATCHED, { now: () => clock.now, every: 10 });
    await fireWatches(WATCHED, clock.now);
    expect(await sweeps([shop.id])).toEqual([]);
    clock.now = later(START, hours(2));
    await expect.poll(async () => (await sweeps([shop.id])).length, patience).toBe(1);
    await firing.stop();
  });

  it("finds the shops by indexes, not by reading what is watched", async () => {
    const { shop } = await makeShop();
    await watch(shop.id, START, 30_000);
    await systemPool.query("ANALYZE order_watches");
    const { rows } = await systemPool.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT shops.id FROM shops CROSS JOIN LATERAL (
         SELECT 1 FROM order_watches WHERE shop_id = shops.id AND look_at <= $1 LIMIT 1) AS first
       WHERE EXISTS (SELECT FROM order_watches WHERE look_at <= $1)`,
      [later(START, -1)],
    );
    expect(rows.map((line) => line["QUERY PLAN"]).join("\n")).not.toMatch(/Seq Scan on order_watches/u);
  });
});
