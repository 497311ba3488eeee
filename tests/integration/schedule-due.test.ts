import { describe, expect, it } from "vitest";
import { scheduleDue, startScheduling } from "#app/queue/schedule-due.server.ts";
import { systemPool } from "#app/system-db.server.ts";
import { patience } from "#tests/factories/job.ts";
import { makeShop } from "#tests/factories/shop.ts";

const SCHEDULE = { table: "reconciles", event: "reconcile-due" } as const;

async function makeDue(count: number, dueIn = "-1 second") {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) ids.push((await makeShop()).shop.id);
  await systemPool.query(
    `INSERT INTO reconciles (shop_id, next_at, orders_watermark, customers_watermark)
     SELECT id, now() + $2::interval, now(), now() FROM unnest($1::text[]) AS id`,
    [ids, dueIn],
  );
  return ids;
}

const firedOf = async (ids: string[]) => {
  const { rows } = await systemPool.query<{ shop: string; count: string; data: { shopId: string } }>(
    `SELECT shop_id AS shop, count(*), (array_agg(data))[1] AS data FROM jobs
     WHERE name = 'reconcileShop' AND shop_id = ANY($1) GROUP BY shop_id`,
    [ids],
  );
  return rows;
};

describe("the scheduler", () => {
  it("fires each due shop once, however many schedulers there are", async () => {
    const due = await makeDue(30);
    const later = await makeDue(3, "1 minute");
    const fired = await Promise.all(Array.from({ length: 6 }, () => scheduleDue(SCHEDULE, 10)));
    const rest = await Promise.all(Array.from({ length: 4 }, () => scheduleDue(SCHEDULE, 10)));
    expect([...fired, ...rest].reduce((sum, count) => sum + count, 0)).toBe(30);
    const jobs = await firedOf([...due, ...later]);
    expect(jobs.length).toBe(30);
    expect(new Set(jobs.map(({ count }) => count))).toEqual(new Set(["1"]));
    for (const { shop, data } of jobs) expect(data).toEqual({ shopId: shop });
    expect(jobs.some(({ shop }) => later.includes(shop))).toBe(false);
  });

  it("takes a bounded number in a round, the longest due first", async () => {
    const [first] = await makeDue(1, "-1 hour");
    await makeDue(4);
    expect(await scheduleDue(SCHEDULE, 1)).toBe(1);
    expect((await firedOf([first ?? ""])).length).toBe(1);
    expect(await scheduleDue(SCHEDULE, 3)).toBe(3);
    expect(await scheduleDue(SCHEDULE, 3)).toBe(1);
    expect(await scheduleDue(SCHEDULE, 3)).toBe(0);
  });

  it("runs until stopped, also as several processes", async () => {
    const due = await makeDue(12);
    const schedulers = [10, 13, 17].map((every) => startScheduling(SCHEDULE, every));
    await expect.poll(async () => (await firedOf(due)).length, patience).toBe(12);
    await Promise.all(schedulers.map(({ stop }) => stop()));
    expect((await firedOf(due)).every(({ count }) => count === "1")).toBe(true);
    const after = await makeDue(1);
    expect(await firedOf(after)).toEqual([]);
  });

  it("finds what is due by its index", async () => {
    await systemPool.query("SET enable_seqscan = off");
    const { rows } = await systemPool.query<{ "QUERY PLAN": string }>(
      "EXPLAIN SELECT shop_id FROM reconciles WHERE next_at <= now() ORDER BY next_at LIMIT 200 FOR UPDATE SKIP LOCKED",
    );
    expect(rows.map((line) => line["QUERY PLAN"]).join("\n")).toContain("reconciles_next_at_idx");
  });
});
