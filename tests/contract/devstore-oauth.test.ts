import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Devstore } from "#devstore/start.ts";
import { mintSessionToken } from "#devstore/oauth/session-token.ts";
import {
  admin,
  apiKey,
  apiSecret,
  call,
  exchange,
  refresh,
  shop,
  startTestStore,
} from "./devstore-harness.ts";

let store: Devstore;
let clock = new Date("2026-11-20T10:00:00Z");
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1000);
};

beforeAll(async () => {
  store = await startTestStore("http://127.0.0.1:9", { now: () => clock });
});
afterAll(() => store.close());

const alive = async (token: unknown) =>
  (await admin(store, { token: String(token), query: "{ shop { id } }" })).status;

describe("token exchange", () => {
  it("is refused while the app is not installed", async () => {
    const answer = await exchange(store);
    expect(answer).toMatchObject({ status: 400, json: { error: "app_not_installed" } });
  });

  it("gives an expiring offline token with its refresh token", async () => {
    await call(store, "/control/grant", {});
    const { status, json } = await exchange(store);
    expect(status).toBe(200);
    expect(json).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(json["access_token"]).toMatch(/^shpat_/);
    expect(json["refresh_token"]).toMatch(/^shprt_/);
    expect(await alive(json["access_token"])).toBe(200);
    later(3601);
    expect(await alive(json["access_token"])).toBe(401);
  });

  it("gives an online token with the member of staff", async () => {
    const { json } = await exchange(store, {
      requested_token_type: "urn:shopify:params:oauth:token-type:online-access-token",
    });
    expect(json).toMatchObject({ associated_user: { id: 91_827_364_501, account_owner: true } });
  });

  const minted = (changes: object) =>
    mintSessionToken({ apiKey, apiSecret, shop, user: "1", now: clock, ...changes });
  it.each([
    ["another secret", () => minted({ apiSecret: "other" })],
    ["another audience", () => minted({ apiKey: "other" })],
    ["another shop", () => minted({ shop: "other.myshopify.com" })],
    ["an expired token", () => minted({ now: new Date(clock.getTime() - 120_000) })],
    ["no token at all", () => "nonsense"],
  ])("refuses %s", async (_name, token) => {
    const answer = await exchange(store, { subject_token: token() });
    expect(answer).toMatchObject({ status: 400, json: { error: "invalid_subject_token" } });
  });

  it("refuses a wrong client secret", async () => {
    expect((await exchange(store, { client_secret: "wrong" })).status).toBe(400);
  });
});

describe("refresh", () => {
  it("rotates, and takes the old refresh token again until the new access token is used", async () => {
    const first = (await exchange(store)).json;
    const second = (await refresh(store, first["refresh_token"])).json;
    const retried = await refresh(store, first["refresh_token"]);
    expect(second["refresh_token"]).not.toBe(first["refresh_token"]);
    expect(retried.status).toBe(200);
    expect(await alive(second["access_token"])).toBe(401);
    expect(await alive(retried.json["access_token"])).toBe(200);
    const tooLate = await refresh(store, first["refresh_token"]);
    expect(tooLate).toMatchObject({ status: 400, json: { error: "invalid_grant" } });
  });

  it("is refused after an uninstall, and every token is dead", async () => {
    const { json } = await exchange(store);
    await call(store, "/control/uninstall", {});
    expect((await refresh(store, json["refresh_token"])).status).toBe(400);
    const answer = await admin(store, { token: String(json["access_token"]), query: "{ shop { id } }" });
    expect(answer.status).toBe(401);
    expect(answer.errors).toBe(
      "[API] Invalid API key or access token (unrecognized login or wrong password)",
    );
  });
});

describe("the admin opening the app", () => {
  it("installs it and signs the address", async () => {
    const url = new URL(store.context.embeddedUrl({ shop, path: "/app?x=1" }));
    expect(store.context.store.shop(shop)?.installed).toBe(true);
    const given = Object.fromEntries(url.searchParams);
    expect(given).toMatchObject({ shop, embedded: "1", x: "1" });
    expect(Buffer.from(given["host"] ?? "", "base64").toString()).toBe("admin.shopify.com/store/attune-demo");
    expect(given["hmac"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("says the merchant's language, English unless it is another", () => {
    const localeOf = (locale?: string) =>
      new URL(store.context.embeddedUrl({ shop, locale })).searchParams.get("locale");
    expect([localeOf(), localeOf("pt-BR")]).toEqual(["en", "pt-BR"]);
  });
});
