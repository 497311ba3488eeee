import { describe, expect, it } from "vitest";
import { detectIssues, detectIssuesBy } from "#app/care/detect/detect-issues.server.ts";
import { issueContentSchema } from "#app/care/detect/issue.ts";
import { sweepOrders } from "#app/care/detect/sweep-orders.server.ts";
import { forShopSql } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { writeRows } from "#app/mirror/write-rows.server.ts";
import type { Ports } from "#app/ports.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPool, systemPrisma } from "#app/system-db.server.ts";
import { makeRun } from "#tests/factories/delivery.ts";
import { lookedShop, testRules } from "#tests/factories/looked-shop.ts";
import { makeOrder, orderRowsOf } from "#tests/factories/order.ts";
import { makeShop } from "#tests/factories/shop.ts";

const T = (day: number, hour = 9) =>
  `2026-11-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00.000Z`;

/** An order whose parcel was last heard of on the 12th. */
const onItsWay = (events: object[] = [{ happenedAt: T(12) }]) =>
  orderRowsOf({ fulfillments: [{ createdAt: T(11), events }] });
const eventsOf = (rows: ReturnType<typeof orderRowsOf>, event: object) => {
  const [first] = rows.events;
  if (!first) throw new Error("No event was made");
  const next = { ...first, ...event };
  return {
    events: [{ ...next, updatedAt: next.updatedAt > first.updatedAt ? next.updatedAt : next.happenedAt }],
  };
};
const contentOf = (keys: ShopKeys, { id, sealed }: { id: string; sealed: Uint8Array }) =>
  openJson(keys, { context: `order_issues.sealed:${id}`, bytes: sealed }, issueContentSchema);

describe("an issue", () => {
  it("opens once, is told of once, and resolves when the events say so", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    expect(await shop.mirrored(rows)).toEqual(["opened stalled"]);
    const [opened] = await shop.issues();
    expect(opened).toMatchObject({ kind: "stalled", status: "open", severity: 2, openedAt: shop.clock.now });
    expect(opened?.knownSince).toEqual(new Date(T(15)));
    expect(opened?.traits).toEqual({ carrier: "DHL", hub: "Hamburg", country: "DE" });
    expect(await shop.told()).toEqual([opened?.id]);

    const orderId = rows.orders[0]?.id ?? "";
    expect(await shop.detect(orderId, orderId)).toEqual(["nothing new", "nothing new"]);
    expect(await shop.told()).toEqual([]);

    shop.clock.now = new Date(T(21));
    expect(await shop.mirrored(eventsOf(rows, { id: "e2", happenedAt: T(20, 20) }))).toEqual([
      "resolved stalled",
    ]);
    expect(await shop.issues()).toMatchObject([
      {
        id: opened?.id,
        status: "resolved",
        resolvedBy: "records",
        resolvedAt: shop.clock.now,
        changedAt: shop.clock.now,
      },
    ]);
    expect(await shop.told()).toEqual([opened?.id]);
  });

  it("is another one when the same happens again later", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    await shop.mirrored(eventsOf(rows, { id: "e2", happenedAt: T(20, 8) }));
    shop.clock.now = new Date(T(24));
    expect(await shop.sweep()).toBe("looked at 1 orders: opened 1, resolved 0");
    expect(await shop.issues()).toMatchObject([{ status: "resolved" }, { status: "open" }]);
  });

  it("changes with its evidence and severity, and says so only when they do", async () => {
    let severity: 2 | 3 = 2;
    let word = "first";
    const shop = await lookedShop(undefined, (seen) => {
      const looked = testRules(seen);
      return {
        ...looked,
        found: looked.found.map((one) => ({
          ...one,
          severity,
          evidence: one.evidence.map((fact) => ({
            ...fact,
            value: word,
            observedAt: seen.now.toISOString(),
          })),
        })),
      };
    });
    const rows = onItsWay();
    const orderId = rows.orders[0]?.id ?? "";
    await shop.mirrored(rows);
    await shop.told();
    const [opened] = await shop.issues();

    shop.clock.now = new Date(T(21));
    expect(await shop.detect(orderId)).toEqual(["nothing new"]);
    expect((await shop.issues())[0]?.changedAt).toEqual(opened?.changedAt);
    severity = 3;
    expect(await shop.detect(orderId)).toEqual(["changed stalled"]);
    word = "second";
    expect(await shop.detect(orderId)).toEqual(["changed stalled"]);
    expect(await shop.told()).toEqual([opened?.id, opened?.id]);
    const [changed] = await shop.issues();
    expect(changed).toMatchObject({ severity: 3, openedAt: opened?.openedAt, changedAt: shop.clock.now });
    expect(changed && contentOf(shop.keys, changed).evidence).toMatchObject([{ value: "second" }]);
  });

  it("that a person dismissed stays dismissed", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    await systemPrisma.orderIssue.updateMany({
      where: { shopId: shop.shopId },
      data: { status: "dismissed", resolvedBy: "staff:42" },
    });
    await shop.told();
    expect(await shop.detect(rows.orders[0]?.id ?? "")).toEqual(["nothing new"]);
    await shop.mirrored(eventsOf(rows, { id: "e2", status: "delivered", happenedAt: T(20, 8) }));
    expect(await shop.issues()).toMatchObject([{ status: "dismissed", resolvedBy: "staff:42" }]);
    expect(await shop.told()).toEqual([]);
  });
});

describe("what comes late", () => {
  it("shows that an issue never was", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    expect(await shop.mirrored(eventsOf(rows, { id: "e2", status: "delivered", happenedAt: T(14) }))).toEqual(
      ["resolved stalled"],
    );
    expect(await shop.issues()).toMatchObject([{ status: "resolved", resolvedBy: "never_was" }]);
  });

  it("moves an issue that was so by another record: it is not opened a second time", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    const [opened] = await shop.issues();
    expect(await shop.mirrored(eventsOf(rows, { id: "e2", happenedAt: T(13) }))).toEqual(["changed stalled"]);
    expect(await shop.issues()).toMatchObject([
      { id: opened?.id, status: "open", subject: `fulfillment:${rows.fulfillments[0]?.id}@${T(13)}` },
    ]);
  });

  it("undoes a resolution that rested on a scan which was taken back, and says nothing twice", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    const [opened] = await shop.issues();
    const wrong = { id: "e2", status: "delivered", happenedAt: T(20, 8) };
    expect(await shop.mirrored(eventsOf(rows, wrong))).toEqual(["resolved stalled"]);
    shop.clock.now = new Date(T(21));
    expect(await shop.mirrored(eventsOf(rows, { ...wrong, deletedAt: T(21) }))).toEqual(["reopened stalled"]);
    expect(await shop.issues()).toMatchObject([
      { id: opened?.id, status: "open", openedAt: opened?.openedAt, resolvedAt: null, resolvedBy: null },
    ]);
    expect(await shop.told()).toEqual([opened?.id, opened?.id, opened?.id]);
  });

  it("does not open again what the records ended, however often it is looked at", async () => {
    let on = true;
    const shop = await lookedShop(undefined, (seen) => (on ? testRules(seen) : { found: [], lookAt: null }));
    const rows = onItsWay();
    const orderId = rows.orders[0]?.id ?? "";
    await shop.mirrored(rows);
    on = false;
    expect(await shop.detect(orderId)).toEqual(["resolved stalled"]);
    on = true;
    expect(await shop.detect(orderId)).toEqual(["nothing new"]);
    expect(await shop.issues()).toMatchObject([{ status: "resolved", resolvedBy: "records" }]);
  });
});

describe("what is learned or set later", () => {
  it("does not end an issue: it is judged by what was known when it was found", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    await shop.mirrored(rows);
    await systemPool.query(
      `INSERT INTO carrier_habits (shop_id, carrier, country, parcels, reported, gaps, longest_usual_gap_ms, learned_at)
       VALUES ($1, 'dhl', '', 500, 500, 900, $2, now())`,
      [shop.shopId, days(30)],
    );
    expect(await shop.detect(rows.orders[0]?.id ?? "")).toEqual(["nothing new"]);
    expect(await shop.issues()).toMatchObject([{ status: "open" }]);
    const other = onItsWay();
    expect(await shop.mirrored(other)).toEqual(["nothing new"]);
  });

  it("by the shop itself ends one, and nobody says that it is over", async () => {
    const shop = await lookedShop();
    const rows = orderRowsOf({ placedAt: T(14) });
    expect(await shop.mirrored(rows)).toEqual(["opened unfulfilled"]);
    await systemPrisma.shop.update({
      where: { id: shop.shopId },
      data: { settings: { promises: { handlingDays: 20 } } },
    });
    expect(await shop.detect(rows.orders[0]?.id ?? "")).toEqual(["resolved unfulfilled"]);
    expect(await shop.issues()).toMatchObject([{ status: "resolved", resolvedBy: "settings" }]);
  });
});

describe("a watch", () => {
  it("is moved by what happens, and ends where only an event can say anything new", async () => {
    const shop = await lookedShop(new Date(T(13)));
    const rows = onItsWay();
    await shop.mirrored(rows);
    const orderId = rows.orders[0]?.id;
    expect(await shop.watches()).toEqual([{ shopId: shop.shopId, orderId, lookAt: new Date(T(15)) }]);
    await shop.mirrored(eventsOf(rows, { id: "e2", happenedAt: T(13, 8) }));
    expect(await shop.watches()).toMatchObject([{ lookAt: new Date(T(16, 8)) }]);
    await shop.mirrored(eventsOf(rows, { id: "e3", status: "delivered", happenedAt: T(13, 8) }));
    expect(await shop.watches()).toEqual([]);
  });

  it("is never due again at once, whatever a rule asks", async () => {
    const shop = await lookedShop(undefined, ({ now }) => ({
      found: [],
      lookAt: new Date(now.getTime() - days(1)),
    }));
    await shop.mirrored(onItsWay());
    const [watch] = await shop.watches();
    expect(watch?.lookAt.getTime()).toBeGreaterThan(shop.clock.now.getTime());
  });
});

describe("an order that is deleted", () => {
  it("is not watched, its issues are over, and come back with it when Shopify never deleted it", async () => {
    const shop = await lookedShop();
    const rows = onItsWay();
    const orderId = rows.orders[0]?.id ?? "";
    await shop.mirrored(rows);
    const [opened] = await shop.issues();
    await systemPrisma.order.updateMany({ where: { id: orderId }, data: { deletedAt: new Date() } });
    expect(await shop.detect(orderId)).toEqual(["resolved stalled"]);
    expect(await shop.issues()).toMatchObject([{ status: "resolved", resolvedBy: "deleted" }]);
    expect(await shop.watches()).toEqual([]);
    await systemPrisma.order.updateMany({ where: { id: orderId }, data: { deletedAt: null } });
    expect(await shop.detect(orderId)).toEqual(["reopened stalled"]);
    expect(await shop.issues()).toMatchObject([{ id: opened?.id, status: "open" }]);
  });
});

describe("looks beside each other", () => {
  it("open each issue once and resolve it once", async () => {
    const shop = await lookedShop();
    const all = Array.from({ length: 12 }, () => onItsWay());
    for (const rows of all) await shop.mirrored({ ...rows, events: [] });
    const ids = all.map(({ orders }) => orders[0]?.id ?? "");
    await shop.mirrored({ events: [] });
    await systemPool.query(
      `INSERT INTO order_watches (shop_id, order_id, look_at) SELECT $1, unnest($2::text[]), 'epoch' ON CONFLICT DO NOTHING`,
      [shop.shopId, ids],
    );
    await forShopSql(shop.shopId)((sql) =>
      writeRows(sql, shop.keys, { events: all.flatMap(({ events }) => events) }),
    );
    const looks = [ids, ids.toReversed(), ids.slice(3, 9), ids.slice(0, 5)];
    await Promise.all([...looks.map((some) => shop.detect(...some)), shop.sweep(), shop.detectWaiting()]);
    const opened = await shop.issues();
    expect(opened.map(({ status }) => status)).toEqual(ids.map(() => "open"));
    expect((await shop.told()).toSorted()).toEqual(opened.map(({ id }) => id).toSorted());

    await forShopSql(shop.shopId)((sql) =>
      writeRows(sql, shop.keys, {
        events: all.flatMap(({ events }) =>
          events.map((one) => ({
            ...one,
            id: `${one.id}9`,
            status: "delivered",
            happenedAt: T(19),
            updatedAt: T(19),
          })),
        ),
      }),
    );
    await Promise.all([...looks.map((some) => shop.detect(...some)), shop.sweep(), shop.detectWaiting()]);
    const over = await shop.issues();
    expect(over.map(({ status }) => status)).toEqual(ids.map(() => "resolved"));
    expect((await shop.told()).toSorted()).toEqual(over.map(({ id }) => id).toSorted());
  });
});

describe("an order of which a rule can make nothing", () => {
  it("fails alone, and holds up no other", async () => {
    const shop = await lookedShop();
    const [bad, good] = [onItsWay(), onItsWay()];
    await shop.mirrored({
      orders: [...bad.orders, ...good.orders],
      fulfillments: [...bad.fulfillments, ...good.fulfillments],
    });
    const [badId, goodId] = [bad, good].map(({ orders }) => orders[0]?.id ?? "") as [string, string];
    await systemPrisma.order.updateMany({ where: { id: badId }, data: { sealed: Buffer.from("no seal") } });
    await shop.mirrored({ events: [] });
    await expect(shop.detect(badId, goodId)).rejects.toThrow(`Order ${badId} cannot be looked at`);
    const item = { data: { shopId: shop.shopId, orderId: goodId }, trace: null };
    expect(await detectIssuesBy(testRules)(shop.ports, makeRun(shop.shopId), [item])).toEqual([
      "nothing new",
    ]);
  });
});

describe("the rules of the app", () => {
  it("find what is wrong with an order, and when to look again at one with which nothing is", async () => {
    const { shop, keys } = await makeShop();
    const late = await makeOrder(shop, keys, { placedAt: T(2) });
    const fine = await makeOrder(shop, keys, { placedAt: T(19) });
    const dataOf = ({ order }: typeof late) => ({ shopId: shop.id, orderId: order.id });
    const items = [late, fine].map((one) => ({ data: dataOf(one), trace: null }));
    const ports = { now: () => new Date(T(20)) } as Ports;
    expect(await detectIssues(ports, makeRun(shop.id), items)).toEqual(["opened unfulfilled", "nothing new"]);
    const watches = await systemPrisma.orderWatch.findMany({ where: { shopId: shop.id } });
    const [next] = watches.filter(({ orderId }) => orderId === fine.order.id);
    expect(next?.lookAt.getTime()).toBeGreaterThan(Date.parse(T(20)));
    const later = { now: () => new Date(T(28)) } as Ports;
    expect(await sweepOrders(later, makeRun(shop.id), { shopId: shop.id })).toMatch(/opened 1/u);
  });
});
