import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveScreens } from "#app/serve-screens.server.ts";

// A build as small as Remix accepts: one route, which answers, frames itself, or throws.
const BUILD = `
const loader = ({ request }) => {
  const { pathname } = new URL(request.url);
  if (pathname === "/framed") return new Response("framed", { headers: { "Content-Security-Policy": "frame-ancestors https://admin.shopify.com" } });
  if (pathname === "/origin") return new Response(request.url);
  if (pathname === "/broken") throw new TypeError("secret of the loader");
  return new Response("x".repeat(5000), { headers: { "Content-Type": "text/plain" } });
};
export const entry = { module: { default: () => { throw new Error("secret of the renderer"); }, handleError: () => {} } };
export const routes = { root: { id: "root", path: "*", module: { loader } } };
export const assets = { version: "1", url: "/m.js", entry: { module: "/e.js", imports: [] }, routes: { root: { id: "root", path: "*", hasLoader: true, module: "/r.js", imports: [] } } };
export const publicPath = "/", assetsBuildDirectory = "build/client", isSpaMode = false, basename = "/";
export const future = { v3_singleFetch: true };
`;

const home = mkdtempSync(path.join(tmpdir(), "attune-screens-"));
let server: Server;
let url = "";

beforeAll(async () => {
  mkdirSync(path.join(home, "server"), { recursive: true });
  mkdirSync(path.join(home, "client", "assets"), { recursive: true });
  writeFileSync(path.join(home, "server", "index.js"), BUILD);
  writeFileSync(path.join(home, "server", "package.json"), '{"type":"module"}');
  writeFileSync(path.join(home, "client", "assets", "home-a1b2c3.js"), "export {};");
  writeFileSync(path.join(home, "client", "robots.txt"), "User-agent: *");
  server = createServer(await serveScreens(pathToFileURL(`${home}/`)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true, force: true });
});

describe("the screens' server", () => {
  it("lets nobody frame an answer that does not say who may, and leaves alone what does", async () => {
    const plain = await fetch(`${url}/`);
    expect(Object.fromEntries(plain.headers)).toMatchObject({
      "content-security-policy": "frame-ancestors 'none'",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(plain.headers.has("x-powered-by")).toBe(false);
    const framed = await fetch(`${url}/framed`);
    expect(framed.headers.get("content-security-policy")).toBe("frame-ancestors https://admin.shopify.com");
  });

  it("compresses", async () => {
    expect((await fetch(`${url}/`)).headers.get("content-encoding")).toMatch(/gzip|br/);
  });

  it("lets hashed files be kept for a year, other files for an hour, and a missing one is 404", async () => {
    expect((await fetch(`${url}/assets/home-a1b2c3.js`)).headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await fetch(`${url}/robots.txt`)).headers.get("cache-control")).toBe("public, max-age=3600");
    const missing = await fetch(`${url}/assets/home-old.js`);
    expect([missing.status, await missing.text()]).toEqual([404, "Not found"]);
  });

  it("believes the proxy in front of it about the protocol", async () => {
    const response = await fetch(`${url}/origin`, { headers: { "X-Forwarded-Proto": "https" } });
    expect(await response.text()).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/origin$/);
  });

  it("tells nobody what went wrong inside", async () => {
    const response = await fetch(`${url}/broken`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });
});
