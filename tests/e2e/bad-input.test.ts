import { createHmac, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { client, demo } from "./desk.ts";

type Refusal = { error: { code: string; message: string; field?: string } };

/** Against the built app as it runs: what is right in a module may be wrong in the bundle. */
describe("the JSON API, given bad input", () => {
  it.each([
    ["conversations?limit=0", "limit"],
    ["conversations?limit=abc", "limit"],
    ["conversations?cursor=nonsense", "cursor"],
    ["conversations?status=gone", "status"],
    ["conversations?emotion=bored", "emotion"],
  ])("answers 400 to %s and names the field", async (path, field) => {
    const answer = await client.api(path);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Refusal).error.field).toBe(field);
  });

  it.each([
    ["PUT", "settings", "{", "body"],
    ["PUT", "settings", JSON.stringify({ modelAccepted: "yes" }), "modelAccepted"],
    ["POST", `deliveries/${randomUUID()}/resolve`, JSON.stringify({ as: "gone" }), "as"],
    ["POST", `conversations/${randomUUID()}/send`, JSON.stringify({}), "draftId"],
  ] as const)("answers 400 to %s %s", async (...[method, path, body, field]) => {
    const answer = await client.api(path, { method, body });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Refusal).error.field).toBe(field);
  });

  it("answers 404 to what is not there and 401 to who is not staff", async () => {
    expect((await client.api(`conversations/${randomUUID()}`)).status).toBe(404);
    expect((await client.api("nothing/here")).status).toBe(404);
    expect((await fetch(`${demo.appUrl}/api/conversations`)).status).toBe(401);
  });

  it("answers the preflight of an extension", async () => {
    const answer = await fetch(`${demo.appUrl}/api/conversations`, { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-headers")?.toLowerCase()).toContain("authorization");
  });
});

describe("a screen that there is none of", () => {
  it.each(["GET", "POST"])(
    "answers 404 to %s in the language asked for, to anybody, and is kept nowhere",
    async (method) => {
      const answer = await fetch(`${demo.appUrl}/reports/2019?locale=ja&id_token=secret`, { method });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const page = await answer.text();
      expect(page).toContain('<html lang="ja">');
      expect(page).toContain("見つかりません");
      expect(page).not.toContain("secret");
    },
  );
});

describe("the webhook door of the running app", () => {
  const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${demo.appUrl}/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-shopify-topic": "orders/updated",
        "x-shopify-shop-domain": demo.shop,
        "x-shopify-webhook-id": randomUUID(),
        "x-shopify-hmac-sha256": createHmac("sha256", demo.apiSecret).update(body).digest("base64"),
        ...headers,
      },
      body: typeof body === "string" ? body : Buffer.from(body),
    });

  it("takes what is signed, whatever it is, and refuses what is not", async () => {
    expect((await post("{}", { "x-shopify-hmac-sha256": "bad" })).status).toBe(401);
    expect((await post("not json")).status).toBe(200);
    expect((await post("{}", { "x-shopify-topic": "nobody/knows" })).status).toBe(200);
    expect((await post("{}", { "x-shopify-shop-domain": "stranger.myshopify.com" })).status).toBe(200);
  });
});
