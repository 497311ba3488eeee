import { once } from "node:events";
import { createServer } from "node:http";
import { afterAll, expect, it } from "vitest";
import { openDoor } from "#app/doors.server.ts";
import { stopBeingReady } from "#app/health.server.ts";
import { doorPool } from "#app/system-db.server.ts";

const server = createServer((request, response) => {
  if (!openDoor(request, response)) response.writeHead(418).end();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await doorPool.end();
});

it("a process that drains is alive and not ready", async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  const url = `http://127.0.0.1:${address.port}`;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  stopBeingReady();
  const draining = await fetch(`${url}/readyz`);
  expect([draining.status, await draining.json()]).toEqual([
    503,
    { status: "not ready", reason: "stopping" },
  ]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
