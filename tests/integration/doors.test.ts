import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDoor } from "#app/doors.server.ts";
import { doorPool, systemPool } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";
import { makeJob } from "#tests/factories/job.ts";
import { makeWebhook } from "#tests/factories/webhook.ts";

const server = createServer((request, response) => {
  if (!openDoor(request, response)) response.writeHead(418).end();
});
let url = "";

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await doorPool.end();
});

describe("the doors before the framework", () => {
  it("leaves everything else to the screens", async () => {
    expect((await fetch(`${url}/webhooks/orders`)).status).toBe(418);
    expect((await fetch(`${url}/`)).status).toBe(418);
  });

  it("stand in their places", async () => {
    const { shop } = await makeShop();
    expect((await fetch(`${url}/webhooks?x=1`, makeWebhook({ shop: shop.domain }))).status).toBe(200);
    expect((await fetch(`${url}/inbound/email`, { method: "POST", body: "From: a@b.test" })).status).toBe(
      401,
    );
  });

  it("is alive", async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  it("is ready only when every migration of this build was applied", async () => {
    const applied = "finished_at = now() WHERE migration_name = '20261121000002_hot_paths'";
    await systemPool.query(`UPDATE _prisma_migrations SET ${applied.replace("now()", "NULL")}`);
    const early = await fetch(`${url}/readyz`);
    expect([early.status, await early.json()]).toEqual([503, { status: "not ready", reason: "migrations" }]);
    await systemPool.query(`UPDATE _prisma_migrations SET ${applied}`);
    // The release after this one has migrated already: that does not make this one unready.
    await systemPool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
       VALUES ('next', '', '29991231000000_of_the_next_release', now())`,
    );
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: "ready" }]);
  });

  it("counts what the door did and what waits, and names nobody", async () => {
    const { shop } = await makeShop();
    await fetch(`${url}/webhooks`, makeWebhook({ shop: shop.domain }));
    await fetch(`${url}/webhooks`, makeWebhook({ shop: shop.domain, secret: "wrong" }));
    await makeJob(shop.id);
    const text = await (await fetch(`${url}/metrics`)).text();
    expect(text).toMatch(/attune_webhook_door_total\{outcome="recorded"\} [1-9]/);
    expect(text).toMatch(/attune_webhook_door_total\{outcome="unproven"\} 1/);
    expect(text).toMatch(/attune_webhook_door_seconds_count [1-9]/);
    expect(text).toMatch(/attune_jobs\{state="waiting"\} [1-9]/);
    expect(text).toMatch(/attune_outbox_age_seconds \d/);
    expect(text).toMatch(/attune_nodejs_eventloop_lag_seconds /);
    expect(text).toMatch(/attune_process_resident_memory_bytes \d/);
    expect(text).toMatch(/attune_database_answers 1/);
    expect(text).toMatch(/attune_mirror_lag_seconds [0-9.]+/);
    expect(text).toMatch(/attune_pool_connections\{pool="door",state="most"\} 8/);
    expect(text).toMatch(/attune_database_connections\{state="open"\} [1-9]/);
    expect(text).toMatch(/attune_quarantined\{what="webhook"\} \d/);
    expect(text).not.toContain(shop.domain);
    expect(text).not.toContain(shop.id);
  });

  it("says what it knows of itself while the database does not answer", async () => {
    const { shop } = await makeShop();
    const blocker = await systemPool.connect();
    await blocker.query("BEGIN");
    await blocker.query("LOCK TABLE backfills IN ACCESS EXCLUSIVE MODE");
    // What was read a moment ago is still said: wait until it is read anew.
    const read = async () => (await fetch(`${url}/metrics`)).text();
    await expect.poll(read, { timeout: 15_000, interval: 200 }).toMatch(/attune_database_answers 0/);
    const begun = Date.now();
    const text = await read();
    expect(Date.now() - begun).toBeLessThan(3_000);
    expect(text).toMatch(/attune_webhook_door_seconds_count/);
    expect(text).not.toMatch(/attune_jobs\{/);
    await blocker.query("ROLLBACK");
    blocker.release();
    await expect.poll(read, { timeout: 15_000, interval: 200 }).toMatch(/attune_database_answers 1/);
    expect(await read()).not.toContain(shop.id);
  });
});
