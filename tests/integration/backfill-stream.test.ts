import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Run } from "#app/job.ts";
import type { Ports } from "#app/ports.ts";
import { bulkResult, idOf } from "#tests/factories/bulk-result.ts";
import { portsWith } from "#tests/fakes/shop-admin.ts";

// The storage of bulk results: a file over HTTP, whole or from a byte on. `breakAfter`: bytes sent before the connection is cut.
const storage: { file: Buffer; status: number; ranges: boolean; breakAfter: number } = {
  file: Buffer.alloc(0),
  status: 200,
  ranges: true,
  breakAfter: Infinity,
};
const asked: (string | undefined)[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.headers.range);
    if (storage.status !== 200) return void response.writeHead(storage.status).end();
    const from = storage.ranges ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0) : 0;
    const body = storage.file.subarray(from);
    const head = {
      "content-length": body.length,
      "content-range": `bytes ${from}-${storage.file.length - 1}/${storage.file.length}`,
    };
    response.writeHead(storage.ranges && request.headers.range ? 206 : 200, head);
    if (body.length <= storage.breakAfter) return void response.end(body);
    response.write(body.subarray(0, storage.breakAfter), () => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  url = `${origin}/result.jsonl`;
  // The app reads its environment when it is first imported: nothing of it is imported before.
  vi.stubEnv("DEVSTORE_ORIGIN", origin);
});
afterAll(() => void server.close());
beforeEach(() => {
  Object.assign(storage, { status: 200, ranges: true, breakAfter: Infinity });
  asked.length = 0;
});

const STARTED = "2026-11-21T09:00:00.000Z";

async function prepare() {
  const { makeShop } = await import("#tests/factories/shop.ts");
  const { makeRun } = await import("#tests/factories/delivery.ts");
  const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
  const { mirrorBulkResult } = await import("#app/mirror/backfill-stream.server.ts");
  const { cursorSchema } = await import("#app/mirror/backfill-cursor.ts");
  const { systemPrisma } = await import("#app/system-db.server.ts");
  const { shop, keys } = await makeShop();
  const bulk = { id: "gid://shopify/BulkOperation/1", startedAt: STARTED, line: 0, objects: 0 };
  await systemPrisma.backfill.create({
    data: { shopId: shop.id, state: "running", stage: "orders", cursor: { stage: "orders", bulk } },
  });
  const row = () => systemPrisma.backfill.findUniqueOrThrow({ where: { shopId: shop.id } });
  const read = async (given: { ports?: Partial<Ports>; run?: Partial<Run> } = {}) =>
    mirrorBulkResult(
      portsWith({ now: () => new Date(), readBulkResult, ...given.ports }),
      { ...makeRun(shop.id), ...given.run },
      { cursor: cursorSchema.parse((await row()).cursor), url, keys },
    );
  return { shop, keys, row, read };
}

async function rowsOf(shopId: string) {
  const { systemPool } = await import("#app/system-db.server.ts");
  const { rows } = await systemPool.query<Record<string, string>>(
    `SELECT (SELECT count(*) FROM orders WHERE shop_id = $1) AS orders,
            (SELECT sum(jsonb_array_length(lines)) FROM orders WHERE shop_id = $1) AS lines,
            (SELECT count(*) FROM fulfillments WHERE shop_id = $1) AS fulfillments,
            (SELECT count(*) FROM refunds WHERE shop_id = $1) AS refunds,
            (SELECT count(*) FROM fulfillment_orders WHERE shop_id = $1) AS "fulfillmentOrders"`,
    [shopId],
  );
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, count]) => [name, Number(count)]));
}

const whole = (orders: number) => ({
  orders,
  lines: orders * 2,
  fulfillments: orders,
  refunds: orders,
  fulfillmentOrders: orders,
});

describe("a bulk result", () => {
  it.each(["near", "after"] as const)(
    "is mirrored whole, children %s their orders, and twice changes nothing",
    async (layout) => {
      const { readOrders } = await import("#app/mirror/read-orders.server.ts");
      const { forShop } = await import("#app/db.server.ts");
      const { systemPrisma } = await import("#app/system-db.server.ts");
      storage.file = bulkResult(1_500, layout);
      const { shop, keys, row, read } = await prepare();
      expect((await read()).outcome).toBe("mirrored");
      expect(await rowsOf(shop.id)).toEqual(whole(1_500));
      expect(await row()).toMatchObject({ done: 1_500 });
      const some = () => forShop(shop.id)((tx) => readOrders(tx, keys, [idOf(1), idOf(777), idOf(1_500)]));
      const first = await some();
      expect(first[1]).toMatchObject({ name: "#777", customer: { email: "shopper777@example.test" } });
      expect(first[1]?.lines.map(({ quantity }) => quantity).toSorted()).toEqual([1, 2]);

      await systemPrisma.backfill.update({
        where: { shopId: shop.id },
        data: {
          cursor: {
            stage: "orders",
            version: 99,
            bulk: { id: "gid://shopify/BulkOperation/1", startedAt: STARTED, line: 0 },
          },
        },
      });
      expect((await read()).outcome).toBe("mirrored");
      expect(await rowsOf(shop.id)).toEqual(whole(1_500));
      expect(await some()).toEqual(first);
      expect(await systemPrisma.job.count({ where: { shopId: shop.id, event: "order-mirrored" } })).toBe(0);
    },
  );

  it.each([true, false])(
    "that breaks off goes on from the cursor (storage with ranges: %s)",
    async (ranges) => {
      const { TryAgainAt } = await import("#app/job.ts");
      storage.file = bulkResult(4_000, "near");
      Object.assign(storage, { ranges, breakAfter: Math.floor(storage.file.length * 0.6) });
      const { shop, row, read } = await prepare();
      await expect(read()).rejects.toThrow(TryAgainAt);
      const reached = (await row()).cursor as { bulk: { line: number; byte: number } };
      expect(reached.bulk.line).toBeGreaterThanOrEqual(4_000);
      expect(reached.bulk.line).toBeLessThan(storage.file.toString().split("\n").length * 0.6);
      expect(storage.file.subarray(0, reached.bulk.byte).toString().split("\n").length - 1).toBe(
        reached.bulk.line,
      );
      expect((await rowsOf(shop.id))["orders"]).toBe((await row()).done);

      storage.breakAfter = Infinity;
      expect((await read()).outcome).toBe("mirrored");
      expect(asked).toEqual([undefined, `bytes=${reached.bulk.byte - 1}-`]);
      expect(await rowsOf(shop.id)).toEqual(whole(4_000));
      expect(await row()).toMatchObject({ done: 4_000 });
    },
  );

  it("that breaks before anything was mirrored counts as a failed attempt", async () => {
    storage.file = bulkResult(1_500, "near");
    storage.breakAfter = 10_000;
    const { shop, read } = await prepare();
    const error = await read().then(String, (thrown: Error) => thrown.name);
    expect(error).not.toBe("TryAgainAt");
    expect((await rowsOf(shop.id))["orders"]).toBe(0);
  });

  it.each([403, 404, 410])("whose address answers %i is gone", async (status) => {
    storage.status = status;
    const { read } = await prepare();
    expect((await read()).outcome).toBe("gone");
  });

  it("is not taken up in the middle of another file", async () => {
    storage.file = bulkResult(4_000, "near");
    storage.breakAfter = Math.floor(storage.file.length * 0.6);
    const { read } = await prepare();
    await expect(read()).rejects.toThrow("broke off");
    Object.assign(storage, {
      file: Buffer.from(storage.file.toString().replaceAll("Mug", "Mugs")),
      breakAfter: Infinity,
    });
    await expect(read()).rejects.toThrow("not the one that was begun");
  });

  it("gives way after its share of time, and loses nothing", async () => {
    const { TryAgainAt } = await import("#app/job.ts");
    storage.file = bulkResult(4_000, "near");
    const { shop, read } = await prepare();
    let clock = Date.now();
    // Each look at the clock is eight seconds later.
    const now = () => new Date((clock += 8_000));
    const outcomes: string[] = [];
    while (outcomes.at(-1) !== "mirrored")
      outcomes.push(
        await read({ ports: { now } }).then(
          ({ outcome }) => outcome,
          (error: unknown) => (error instanceof TryAgainAt ? "gave way" : String(error)),
        ),
      );
    expect(outcomes).toContain("gave way");
    expect(new Set(outcomes)).toEqual(new Set(["gave way", "mirrored"]));
    expect(await rowsOf(shop.id)).toEqual(whole(4_000));
  });

  it("is mirrored all but a record that the database refuses", async () => {
    const { systemPool } = await import("#app/system-db.server.ts");
    storage.file = bulkResult(600, "near");
    const { shop, row, read } = await prepare();
    const rule = "refused_in_this_test";
    await systemPool.query(
      `ALTER TABLE orders ADD CONSTRAINT ${rule} CHECK (shop_id <> '${shop.id}' OR id NOT IN ('${idOf(7)}', '${idOf(500)}'))`,
    );
    try {
      expect((await read()).outcome).toBe("mirrored");
    } finally {
      await systemPool.query(`ALTER TABLE orders DROP CONSTRAINT ${rule}`);
    }
    expect(await rowsOf(shop.id)).toEqual({ ...whole(598), fulfillmentOrders: 600 });
    expect(await row()).toMatchObject({ done: 600 });
  });

  it("stops when the database refuses one record after the other", async () => {
    const { systemPool } = await import("#app/system-db.server.ts");
    storage.file = bulkResult(600, "near");
    const { shop, row, read } = await prepare();
    const rule = "refused_in_this_test";
    await systemPool.query(`ALTER TABLE orders ADD CONSTRAINT ${rule} CHECK (shop_id <> '${shop.id}')`);
    try {
      await expect(read()).rejects.toMatchObject({ code: "23514" });
    } finally {
      await systemPool.query(`ALTER TABLE orders DROP CONSTRAINT ${rule}`);
    }
    expect(await row()).toMatchObject({ done: 0 });
  });

  it("writes nothing under a fence that was lost", async () => {
    const { FenceLost, fencedInShopSql } = await import("#app/queue/fenced-in-shop.server.ts");
    storage.file = bulkResult(600, "near");
    const { shop, row, read } = await prepare();
    const inShopSql = fencedInShopSql({ shopId: shop.id, jobs: [{ id: "999999", fence: 1 }] });
    await expect(read({ run: { inShopSql } })).rejects.toThrow(FenceLost);
    expect(await rowsOf(shop.id)).toMatchObject({ orders: 0, fulfillments: 0 });
    expect(await row()).toMatchObject({ done: 0 });
  });
});

describe("what the mirror knows already", () => {
  it("stays where it is newer, and is completed where it came in parts", async () => {
    const { forShop } = await import("#app/db.server.ts");
    const { readOrders } = await import("#app/mirror/read-orders.server.ts");
    const { writeRows } = await import("#app/mirror/write-rows.server.ts");
    const { forShopSql } = await import("#app/db.server.ts");
    const { makeOrder } = await import("#tests/factories/order.ts");
    storage.file = bulkResult(600, "near");
    const { shop, keys, read } = await prepare();
    await makeOrder({ id: shop.id }, keys, {
      id: idOf(2),
      name: "#2",
      updatedAt: "2026-11-21T09:30:00.000Z",
      financialStatus: "voided",
    });
    // A parcel and its journey that came before their order.
    const updatedAt = "2026-11-20T09:00:00.000Z";
    const empty = {
      status: null,
      shipmentStatus: null,
      trackingCompany: null,
      trackingUrl: null,
      estimatedDeliveryAt: null,
      deliveredAt: null,
      createdAt: null,
    };
    await forShopSql(shop.id)((sql) =>
      writeRows(sql, keys, {
        fulfillments: [{ ...empty, id: idOf(3), orderId: idOf(3), trackingNumber: "NEWER", updatedAt }],
        events: [
          {
            id: "1",
            fulfillmentId: idOf(4),
            orderId: null,
            status: "in_transit",
            message: null,
            city: null,
            country: null,
            happenedAt: updatedAt,
            estimatedDeliveryAt: null,
            updatedAt,
            deletedAt: null,
          },
        ],
      }),
    );
    expect((await read()).outcome).toBe("mirrored");
    const inShop = forShop(shop.id);
    const [newer, third] = await inShop((tx) => readOrders(tx, keys, [idOf(2), idOf(3)]));
    expect(newer).toMatchObject({ financialStatus: "voided" });
    expect(third?.fulfillments).toMatchObject([{ trackingNumber: "NEWER" }]);
    expect(await inShop((tx) => tx.fulfillmentEvent.findFirst({ where: { id: "1" } }))).toMatchObject({
      orderId: idOf(4),
    });
    expect((await rowsOf(shop.id))["orders"]).toBe(600);
  });

  it("does not bring back who was redacted, nor an order that was deleted", async () => {
    const { systemPool, systemPrisma } = await import("#app/system-db.server.ts");
    const { forShop } = await import("#app/db.server.ts");
    const { readOrders } = await import("#app/mirror/read-orders.server.ts");
    storage.file = bulkResult(300, "near");
    const { shop, keys, read } = await prepare();
    await systemPool.query(
      "INSERT INTO redaction_marks (shop_id, entity, entity_key) VALUES ($1, 'order', $2)",
      [shop.id, idOf(5)],
    );
    const { makeOrder } = await import("#tests/factories/order.ts");
    await makeOrder({ id: shop.id }, keys, { id: idOf(6), name: "#6" });
    await systemPrisma.order.updateMany({
      where: { shopId: shop.id, id: idOf(6) },
      data: { deletedAt: new Date(), name: "" },
    });
    expect((await read()).outcome).toBe("mirrored");
    const [redacted] = await forShop(shop.id)((tx) => readOrders(tx, keys, [idOf(5)]));
    expect(redacted?.customer?.email ?? null).toBeNull();
    const where = { shopId: shop.id, orderId: idOf(6) };
    expect(await systemPrisma.fulfillment.count({ where })).toBe(0);
    expect(await systemPrisma.order.findFirst({ where: { shopId: shop.id, id: idOf(6) } })).toMatchObject({
      name: "",
    });
    expect((await rowsOf(shop.id))["orders"]).toBe(300);
  });
});
