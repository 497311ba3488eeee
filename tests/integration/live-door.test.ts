import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
let store: Devstore;
let server: Server;
beforeAll(async () => {
  store = await startShopify();
});
afterAll(async () => {
  server.close();
  const { closeLive } = await import("#app/desk/live/live.server.ts");
  await closeLive();
  await store.close();
});

it("keeps no place for a screen that went away while it was being proven", async () => {
  const { domain } = await connectShop(store);
  const { liveDoor } = await import("#app/desk/live/live-door.server.ts");
  const { hub } = await import("#app/desk/live/live.server.ts");
  const answered: Promise<void>[] = [];
  server = createServer((request, response) => {
    request.socket.destroy();
    answered.push(once(response, "close").then(() => liveDoor(request, response)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const token = store.context.sessionToken({ shop: domain, user: "10000000001" });
  const headers = { Authorization: `Bearer ${token}` };
  await expect(fetch(`http://127.0.0.1:${port}/live`, { headers })).rejects.toThrow("fetch failed");
  expect(answered).toHaveLength(1);
  await Promise.all(answered);
  expect(hub.size()).toBe(0);
});
