import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { admin, adminOf, call, exchange, put, startTestStore } from "./devstore-harness.ts";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "devstore-"));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const start = () => startTestStore("http://127.0.0.1:9", { dataDir, webhookBackoffMs: [] });

it("keeps orders, tokens, settings and bulk results across a restart", async () => {
  const first = await start();
  const ask = await adminOf(first);
  const token = String((await exchange(first)).json["access_token"]);
  const placed = (await call(first, "/control/orders", { note: "kept" })).json;
  await put(first, "/control/settings", { inboundAddress: "shop@inbound.example" });
  await ask(
    'mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") { bulkOperation { id } } }',
  );
  const operation = () => first.context.store.defaultShop().bulkOperations[0];
  await expect.poll(() => operation()?.status).toBe("COMPLETED");
  await first.close();

  const second = await start();
  const kept = (await call(second, `/control/orders/${String(placed["id"])}`)).json;
  expect(kept["record"]).toMatchObject({ note: "kept", name: placed["name"] });
  expect((await admin(second, { token, query: "{ shop { id } }" })).status).toBe(200);
  expect((await call(second, "/control/settings")).json).toEqual({ inboundAddress: "shop@inbound.example" });
  const file = second.context.store.defaultShop().bulkOperations[0]?.file;
  const result = await fetch(`${second.url}/bulk/attune-demo.myshopify.com/${file}`);
  expect((await result.text()).split("\n").length).toBeGreaterThan(48);
  await second.close();
});

it("writes soon after a change, and never half a file", async () => {
  const store = await start();
  await call(store, "/control/orders", { note: "written by itself" });
  const path = join(dataDir, "store.json");
  await expect.poll(async () => readFile(path, "utf8"), { timeout: 5000 }).toContain("written by itself");
  await store.close();
});

it("says so when the file is of another version", async () => {
  await writeFile(join(dataDir, "store.json"), '{"version":99,"settings":{},"shops":[]}');
  await expect(start()).rejects.toThrow("version 99");
});

it("marks what ran while it stopped as failed", async () => {
  const first = await start();
  const ask = await adminOf(first);
  await ask(
    'mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") { bulkOperation { id } } }',
  );
  await first.context.store.flush();
  const text = await readFile(join(dataDir, "store.json"), "utf8");
  await expect.poll(() => first.context.store.defaultShop().bulkOperations[0]?.status).toBe("COMPLETED");
  await first.close();
  await writeFile(join(dataDir, "store.json"), text);
  const second = await start();
  expect(second.context.store.defaultShop().bulkOperations[0]).toMatchObject({ status: "FAILED" });
  await second.close();
});
