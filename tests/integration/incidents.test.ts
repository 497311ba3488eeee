import { describe, expect, it } from "vitest";
import { keepIncidents } from "#app/care/detect/keep-incidents.server.ts";
import { findIssues } from "#app/care/detect/find-issues.ts";
import type { Traits } from "#app/care/detect/issue.ts";
import { days, hours } from "#app/lib/duration.ts";
import type { Ports } from "#app/ports.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { makeIssue } from "#tests/factories/issue.ts";
import { lookedShop } from "#tests/factories/looked-shop.ts";
import { orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const NOW = new Date("2026-11-20T09:00:00.000Z");
const later = (by: number) => new Date(NOW.getTime() + by);
const leipzig: Traits = { carrier: "DHL", country: "DE", hub: "Leipzig" };

const LINE = {
  ...{ id: "1", title: "Trail bottle", variantTitle: null, quantity: 1, currentQuantity: 1, price: "9.90" },
};
/** What is left of an order lies in the one stock, as Shopify answers. */
const stockOf = (orderId: string, n: number) => ({
  ...{ id: `fo${orderId}${n}`, orderId, status: "open", requestStatus: "unsubmitted", fulfillAt: null },
  ...{ holds: [], location: "Warehouse Hamburg", updatedAt: "2026-11-13T09:00:00.000Z" },
  origin: { by: "admin" as const, at: "2026-11-20T09:00:00.000Z" },
});

async function aShop() {
  const { shop, keys } = await makeShop();
  const shopId = shop.id;
  let orders = 0;
  const issues = (count: number, given: Partial<Parameters<typeof makeIssue>[1]> = {}) =>
    Promise.all(
      Array.from({ length: count }, () =>
        makeIssue(keys, {
          orderId: `o${(orders += 1)}`,
          openedAt: later(-hours(5)),
          traits: leipzig,
          ...given,
        }),
      ),
    );
  const keep = (at = NOW) => keepIncidents({ now: () => at } as Ports, makeRun(shopId), { shopId });
  const incidents = () => systemPrisma.incident.findMany({ where: { shopId }, orderBy: { openedAt: "asc" } });
  const members = async (incidentId: string | undefined) =>
    (await systemPrisma.orderIssue.findMany({ where: { shopId, incidentId: incidentId ?? "" } }))
      .map(({ id }) => id)
      .toSorted();
  const resolve = (ids: string[], at: Date) =>
    systemPrisma.orderIssue.updateMany({
      where: { id: { in: ids } },
      data: { status: "resolved", resolvedBy: "records", resolvedAt: at },
    });
  return { shopId, issues, keep, incidents, members, resolve };
}
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();

describe("an incident", () => {
  it("opens, is joined and left, and ends", async () => {
    const shop = await aShop();
    const first = await shop.issues(6);
    await shop.issues(2, { traits: { carrier: "UPS", country: "DE" } });
    expect(await shop.keep()).toBe("1 open incidents: 1 new, 0 over");
    const [incident] = await shop.incidents();
    expect(incident).toMatchObject({
      kind: "stalled",
      cause: "hub",
      causeKey: "dhl|leipzig",
      state: "open",
      openedAt: NOW,
    });
    expect(await shop.members(incident?.id)).toEqual(ids(first));

    expect(await shop.keep(later(hours(1)))).toBe("1 open incidents: 0 new, 0 over");
    expect((await shop.incidents())[0]?.changedAt).toEqual(NOW);

    const more = await shop.issues(2, { openedAt: later(hours(2)) });
    await shop.keep(later(hours(3)));
    expect(await shop.members(incident?.id)).toEqual(ids([...first, ...more]));
    expect((await shop.incidents())[0]?.changedAt).toEqual(later(hours(3)));

    await shop.resolve(
      first.map(({ id }) => id),
      later(hours(4)),
    );
    expect(await shop.keep(later(hours(5)))).toBe("1 open incidents: 0 new, 0 over");
    expect((await shop.incidents())[0]).toMatchObject({ state: "open", changedAt: later(hours(5)) });
    const [left, gone] = more;
    await shop.resolve([gone?.id ?? ""], later(hours(6)));
    expect(await shop.keep(later(hours(7)))).toBe("0 open incidents: 0 new, 1 over");
    expect((await shop.incidents())[0]).toMatchObject({ state: "closed", closedAt: later(hours(7)) });
    expect(await systemPrisma.orderIssue.findUnique({ where: { id: left?.id ?? "" } })).toMatchObject({
      incidentId: null,
    });
  });

  it("is not what a cause brings as a rule, unless more is sold now", async () => {
    const shop = await aShop();
    // 18 in 72 hours, week after week.
    for (let week = 1; week <= 8; week += 1) await shop.issues(42, { openedAt: later(-days(7 * week)) });
    await systemPrisma.orderIssue.updateMany({
      where: { shopId: shop.shopId },
      data: { status: "resolved" },
    });
    const usual = await shop.issues(25);
    expect(await shop.keep()).toBe("0 open incidents: 0 new, 0 over");
    await shop.issues(15);
    // Four times as many orders bring four times as many issues.
    await systemPool.query(
      `INSERT INTO orders (shop_id, id, gid, name, name_key, placed_at, updated_at, currency, total, lines, tags, sealed)
       SELECT $1, 'o' || n, '', '', '', at, at, 'EUR', 1, '[]', '{}', '' FROM generate_series(1, 480) AS n
       CROSS JOIN LATERAL (SELECT CASE WHEN n <= 240 THEN $2::timestamptz - interval '1 hour' * n ELSE $2 - interval '15 days' - interval '4 hours' * n END AS at) AS placed`,
      [shop.shopId, NOW],
    );
    expect(await shop.keep()).toBe("0 open incidents: 0 new, 0 over");
    await systemPool.query("DELETE FROM orders WHERE shop_id = $1", [shop.shopId]);
    expect(await shop.keep()).toBe("1 open incidents: 1 new, 0 over");
    expect(usual).toHaveLength(25);
  });

  it("is looked for once for what opens together, and not when nothing did", async () => {
    const shop = await lookedShop();
    const rows = Array.from({ length: 6 }, (_, n) =>
      orderRowsOf({
        person: { email: `shopper${n}@example.com` },
        fulfillments: [
          {
            createdAt: "2026-11-14T09:00:00.000Z",
            events: [{ happenedAt: "2026-11-16T09:00:00.000Z", city: "Leipzig" }],
          },
        ],
      }),
    );
    for (const one of rows) await shop.mirrored(one);
    const where = { shopId: shop.shopId, name: "keepIncidents" };
    const jobs = await systemPrisma.job.findMany({ where });
    expect(jobs).toMatchObject([{ event: "issues-moved", data: { shopId: shop.shopId } }]);
    await systemPrisma.job.deleteMany({ where });
    await shop.detect(rows[0]?.orders[0]?.id ?? "");
    expect(await systemPrisma.job.count({ where })).toBe(0);
    await keepIncidents(shop.ports, makeRun(shop.shopId), { shopId: shop.shopId });
    expect(await systemPrisma.incident.findMany({ where: { shopId: shop.shopId } })).toMatchObject([
      { cause: "hub", causeKey: "dhl|leipzig", kind: "stalled" },
    ]);
  });

  it("is found of a stock once it is known what the orders lie in, which is asked once", async () => {
    const shop = await lookedShop(new Date("2026-11-20T09:00:00.000Z"), findIssues);
    const rows = Array.from({ length: 7 }, (_, n) =>
      orderRowsOf({
        placedAt: "2026-11-13T09:00:00.000Z",
        lines: [{ ...LINE, sku: `SKU-${n}` }],
        person: { email: `shopper${n}@example.com`, customerName: `Shopper ${n}` },
      }),
    );
    for (const one of rows) await shop.mirrored(one);
    const asked = () => systemPrisma.job.findMany({ where: { shopId: shop.shopId, event: "stock-unclear" } });
    const keep = () => keepIncidents(shop.ports, makeRun(shop.shopId), { shopId: shop.shopId });
    expect((await asked()).map(({ name, data }) => [name, (data as { orderId: string }).orderId])).toEqual(
      rows.map(({ orders }) => ["readOrder", orders[0]?.id]),
    );
    await keep();
    expect(await systemPrisma.incident.count({ where: { shopId: shop.shopId } })).toBe(0);

    // What the reads bring. That nothing opened or ended, and still something is to be grouped.
    const waiting = { shopId: shop.shopId, name: "keepIncidents" };
    await systemPrisma.job.deleteMany({ where: waiting });
    for (const [n, { orders }] of rows.entries())
      await shop.mirrored({ fulfillmentOrders: [stockOf(orders[0]?.id ?? "", n)] });
    expect(await systemPrisma.job.count({ where: waiting })).toBe(1);
    expect(await asked()).toHaveLength(7);
    await keep();
    expect(await systemPrisma.incident.findMany({ where: { shopId: shop.shopId } })).toMatchObject([
      { cause: "location", causeKey: "Warehouse Hamburg", kind: "unfulfilled" },
    ]);
    expect(
      await systemPrisma.orderIssue.count({ where: { incidentId: { not: null }, shopId: shop.shopId } }),
    ).toBe(7);
  });

  it("is found once by two that look at the same moment", async () => {
    const shop = await aShop();
    await shop.issues(6);
    await Promise.all([shop.keep(), shop.keep(), shop.keep()]);
    expect(await shop.incidents()).toHaveLength(1);
  });
});
