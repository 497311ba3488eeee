import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Devstore } from "#devstore/start.ts";
import { connectShop, startShopify } from "#tests/factories/connected-shop.ts";

// The app reads its environment when it is first imported: nothing of it is imported before the dev store listens.
let store: Devstore;
beforeAll(async () => {
  store = await startShopify();
});
afterAll(() => store.close());

const SHOP_NAME = {
  document: "#graphql\n query Name { shop { name } }",
  data: z.object({ shop: z.object({ name: z.string() }) }),
};

async function connected() {
  const made = await connectShop(store);
  const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
  const { sessionStorage } = await import("#app/adapters/session-storage.server.ts");
  const waits: number[] = [];
  let now = 0;
  const shopAdmin = makeShopAdmin({
    wait: async (delay) => {
      waits.push(delay);
      now += delay;
    },
    random: () => 0.5,
    clock: () => now,
  });
  const session = async () => {
    const found = await sessionStorage.loadSession(`offline_${made.domain}`);
    if (!found) throw new Error("There is no session");
    return found;
  };
  const ask = () => shopAdmin({ shopId: made.shopId, ...SHOP_NAME });
  return { ...made, ask, session, sessionStorage, waits };
}

/** Counts calls of the real fetch by path, and lets a test answer instead. */
function watchFetch(answer?: (path: string) => Response | undefined) {
  const paths: string[] = [];
  const real = globalThis.fetch;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    paths.push(pathname);
    return answer?.(pathname) ?? real(input, init);
  });
  return {
    renewals: () => paths.filter((path) => path.endsWith("/oauth/access_token")).length,
    calls: () => paths.length,
  };
}

describe("the Admin API, against the dev store", () => {
  it("answers what Shopify says", async () => {
    const { ask } = await connected();
    expect(await ask()).toEqual({
      outcome: "answered",
      data: { shop: { name: store.context.store.defaultShop().name } },
    });
  });

  it("renews a token that is about to end once, for all who ask at the same time", async () => {
    const { ask, session, sessionStorage } = await connected();
    const old = await session();
    old.expires = new Date(Date.now() + 1_000);
    await sessionStorage.storeSession(old);
    const watch = watchFetch();
    const answers = await Promise.all(Array.from({ length: 6 }, ask));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["answered"]));
    expect(watch.renewals()).toBe(1);
    const renewed = await session();
    expect(renewed.accessToken).not.toBe(old.accessToken);
    expect(renewed.refreshToken).not.toBe(old.refreshToken);
    expect(renewed.expires?.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
  });

  it("renews a token that Shopify refuses, and says uninstalled when that is refused, too", async () => {
    const { ask, session, sessionStorage } = await connected();
    const refused = await session();
    refused.accessToken = "shpat_revoked";
    await sessionStorage.storeSession(refused);
    expect(await ask()).toMatchObject({ outcome: "answered" });

    const dead = await session();
    dead.accessToken = "shpat_revoked";
    dead.refreshToken = "shprt_revoked";
    await sessionStorage.storeSession(dead);
    expect(await ask()).toEqual({ outcome: "uninstalled" });
  });

  it("calls nobody for a shop that is uninstalled or without a token", async () => {
    const { ask, shopId, domain } = await connected();
    const { uninstallShop } = await import("#app/shop/uninstall-shop.server.ts");
    await uninstallShop(domain, new Date());
    const watch = watchFetch();
    expect(await ask()).toEqual({ outcome: "uninstalled" });
    expect(watch.calls()).toBe(0);
    const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
    expect(await makeShopAdmin()({ shopId: `${shopId}-other`, ...SHOP_NAME })).toEqual({
      outcome: "uninstalled",
    });
  });

  it("waits politely while throttled, and leaves a long wait to the caller", async () => {
    const { ask, waits } = await connected();
    const throttled = (available: number) => ({
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: {
        cost: {
          requestedQueryCost: 1_000,
          throttleStatus: { maximumAvailable: 1_000, currentlyAvailable: available, restoreRate: 100 },
        },
      },
    });
    const answers = [throttled(800), throttled(700), throttled(0)];
    watchFetch((path) => (path.endsWith("/graphql.json") ? Response.json(answers.shift()) : undefined));
    expect(await ask()).toEqual({ outcome: "throttled", retryAfter: 10_500 });
    // Each with half a second of its own, so that processes do not come back together.
    expect(waits).toEqual([2_500, 3_500]);
  });

  it("asks again when Shopify fails, and gives up after a few times", async () => {
    const { ask, waits } = await connected();
    watchFetch((path) => (path.endsWith("/graphql.json") ? new Response("", { status: 503 }) : undefined));
    expect(await ask()).toEqual({ outcome: "unavailable", reason: "HTTP 503" });
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  it("does not repeat a mutation whose answer was lost", async () => {
    const { shopId } = await connected();
    const { makeShopAdmin } = await import("#app/adapters/shop-admin.server.ts");
    const watch = watchFetch((path) =>
      path.endsWith("/graphql.json") ? new Response("", { status: 502 }) : undefined,
    );
    const answer = await makeShopAdmin({ wait: async () => {} })({
      shopId,
      document:
        '#graphql\n mutation Cancel { bulkOperationCancel(id: "gid://shopify/BulkOperation/1") { userErrors { message } } }',
      data: z.unknown(),
    });
    expect(answer).toEqual({ outcome: "unavailable", reason: "HTTP 502" });
    expect(watch.calls()).toBe(1);
  });
});

describe("bulk results", () => {
  it("are read from Shopify's storage only", async () => {
    const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
    const read = (url: string) => readBulkResult(url);
    await expect(read("https://attacker.example/result.jsonl")).rejects.toThrow("storage hosts");
    await expect(read("http://169.254.169.254/latest")).rejects.toThrow("storage hosts");
    await expect(read("http://storage.googleapis.com/x")).rejects.toThrow("storage hosts");
    await expect(read(`${store.url}/bulk/none/none.jsonl`)).resolves.toEqual({ outcome: "gone" });
  });

  it("split lines wherever the chunks end, and keep letters whole", async () => {
    const { readBulkResult } = await import("#app/adapters/read-bulk-result.server.ts");
    const bytes = new TextEncoder().encode('{"a":"é"}\n{"b":"日本"}\n\n{"c":1}');
    watchFetch(
      () =>
        new Response(
          new ReadableStream({
            start: (controller) => {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
    );
    const found = await readBulkResult("https://storage.googleapis.com/bulk.jsonl");
    if (found.outcome !== "found") throw new Error("The result is gone");
    const lines: string[] = [];
    for await (const stretch of found.stretches) lines.push(...stretch.lines);
    expect(lines).toEqual(['{"a":"é"}', '{"b":"日本"}', '{"c":1}']);
  });
});
