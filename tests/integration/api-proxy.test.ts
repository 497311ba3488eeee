import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { action as contact } from "#app/routes/proxy/contact.ts";
import { systemPrisma } from "#app/system-db.server.ts";
import { makeShop } from "#tests/factories/shop.ts";

const form = {
  nonce: "0123456789abcdef",
  name: "Ada Berg",
  email: "ada@shopper.example.test",
  message: "Where is my parcel?",
};

function signedQuery(shop: string, given: { customer?: string; at?: number } = {}) {
  const params = {
    shop,
    logged_in_customer_id: given.customer ?? "",
    path_prefix: "/apps/attune",
    timestamp: String(given.at ?? Math.floor(Date.now() / 1000)),
  };
  const message = Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join("");
  return new URLSearchParams({
    ...params,
    signature: createHmac("sha256", "test-api-secret").update(message).digest("hex"),
  });
}

async function post(
  query: URLSearchParams | string,
  body: unknown = form,
  headers: Record<string, string> = {},
) {
  const request = new Request(`https://app.example.test/proxy/contact?${query.toString()}`, {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await contact({ request });
  return {
    status: response.status,
    body: (await response.json()) as Record<string, { field?: string; code?: string }>,
  };
}

describe("POST /proxy/contact", () => {
  it("records the message once, however often the signed request is replayed", async () => {
    const { shop } = await makeShop();
    const query = signedQuery(shop.domain);
    const first = await post(query);
    expect(first.status).toBe(202);
    const replayed = await post(query);
    expect(replayed).toEqual(first);
    // The body is not signed: a changed one under the same nonce is still the same message.
    expect(await post(query, { ...form, message: "changed" })).toEqual(first);
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it("refuses what Shopify did not sign, what is old, and a repeated parameter", async () => {
    const [{ shop }, victim] = [await makeShop(), await makeShop()];
    const signed = signedQuery(shop.domain);
    const old = signedQuery(shop.domain, { at: Math.floor(Date.now() / 1000) - 100 });
    const doubled = `shop=${victim.shop.domain}&${signed.toString()}`;
    const customer = `${signed.toString()}&logged_in_customer_id=1`;
    for (const query of [
      "",
      `shop=${shop.domain}`,
      old,
      doubled,
      customer,
      signedQuery("unknown-shop.myshopify.com"),
    ]) {
      expect((await post(query)).status).toBe(401);
    }
    await systemPrisma.shop.update({ where: { id: shop.id }, data: { uninstalledAt: new Date() } });
    expect((await post(signedQuery(shop.domain))).status).toBe(401);
    expect(
      await systemPrisma.inboundMessage.count({ where: { shopId: { in: [shop.id, victim.shop.id] } } }),
    ).toBe(0);
  });

  it.each([
    [{ ...form, email: "ada@example.com, evil@example.com" }, "email"],
    [{ ...form, email: "ada@example.com>\r\nRCPT TO:<evil@example.com" }, "email"],
    [{ ...form, message: "" }, "message"],
    [{ ...form, nonce: "x" }, "nonce"],
    [{}, "nonce"],
    ["{", "body"],
    ["[]", "body"],
  ])("answers 400 for %j and names the field", async (body, field) => {
    const { shop } = await makeShop();
    const answer = await post(signedQuery(shop.domain), body);
    expect([answer.status, answer.body["error"]?.field]).toEqual([400, field]);
  });

  it("answers 413 to what is too large instead of cutting the sender off", async () => {
    const { shop } = await makeShop();
    const server = createServer((incoming, outgoing) => {
      const request = new Request(`https://app.example.test${incoming.url ?? ""}`, {
        method: "POST",
        body: Readable.toWeb(incoming) as ReadableStream,
        duplex: "half",
      } as RequestInit);
      void contact({ request }).then(async (response) =>
        outgoing.writeHead(response.status).end(await response.text()),
      );
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/proxy/contact?${signedQuery(shop.domain).toString()}`;
      for (const kilobytes of [300, 3_000, 20_000]) {
        const body = JSON.stringify({ ...form, message: "x".repeat(kilobytes * 1024) });
        const response = await fetch(url, { method: "POST", body });
        expect(response.status).toBe(413);
        expect(await response.json()).toMatchObject({ error: { code: "too_large", field: "body" } });
      }
    } finally {
      server.close();
    }
    expect(await systemPrisma.inboundMessage.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it("takes only digits for the customer who is signed in", async () => {
    const { shop } = await makeShop();
    expect((await post(signedQuery(shop.domain, { customer: "1 OR 1" }))).status).toBe(401);
    expect((await post(signedQuery(shop.domain, { customer: "1path_prefix=x" }))).status).toBe(401);
    expect((await post(signedQuery(shop.domain, { customer: "7012345678901" }))).status).toBe(202);
  });

  it("slows a visitor who posts without end", async () => {
    const { shop } = await makeShop();
    const statuses = [];
    for (let index = 0; index < 25; index += 1) {
      const nonce = `nonce-${String(index).padStart(16, "0")}`;
      const answer = await post(
        signedQuery(shop.domain),
        { ...form, nonce },
        { "x-forwarded-for": "203.0.113.9" },
      );
      statuses.push(answer.status);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 202));
    expect(statuses.at(-1)).toBe(429);
  });
});
