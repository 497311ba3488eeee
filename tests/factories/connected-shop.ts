import path from "node:path";
import { Session } from "@shopify/shopify-api";
import { vi } from "vitest";
import { z } from "zod";
import type { StartOptions } from "#devstore/options.ts";
import { startDevstore, type Devstore } from "#devstore/start.ts";

const tokenSchema = z.object({
  access_token: z.string(),
  scope: z.string(),
  expires_in: z.number(),
  refresh_token: z.string(),
});

/** A dev store on a free port that the app under test takes for Shopify. Call before anything of the app is imported. */
export async function startShopify(
  appUrl = "http://127.0.0.1:9",
  options: Partial<StartOptions> = {},
): Promise<Devstore> {
  const store = await startDevstore({
    appUrl,
    apiKey: "test-api-key",
    apiSecret: "test-api-secret",
    toml: path.resolve(import.meta.dirname, "../../shopify.app.toml"),
    webhookBackoffMs: [5],
    ...options,
  });
  vi.stubEnv("DEVSTORE_ORIGIN", store.url);
  return store;
}

/** Installs the app on the dev store's shop as opening it does: grant, token exchange, registration. */
export async function connectShop(store: Devstore) {
  const { sessionStorage } = await import("#app/adapters/session-storage.server.ts");
  const { installShop } = await import("#app/shop/install-shop.server.ts");
  const { shopKeys } = await import("#app/shop/keys.server.ts");
  const { domain } = store.context.store.defaultShop();
  const json = { "content-type": "application/json" };
  await fetch(`${store.url}/control/grant`, { method: "POST", headers: json, body: "{}" });
  const response = await fetch(`${store.url}/${domain}/admin/oauth/access_token`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({
      client_id: "test-api-key",
      client_secret: "test-api-secret",
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: store.context.sessionToken({ shop: domain }),
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
    }),
  });
  const token = tokenSchema.parse(await response.json());
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${domain}`,
      shop: domain,
      state: "",
      isOnline: false,
      scope: token.scope,
      accessToken: token.access_token,
      expires: new Date(Date.now() + token.expires_in * 1_000),
      refreshToken: token.refresh_token,
    }),
  );
  const { shopId } = await installShop({ domain, scopes: token.scope.split(",") });
  return { shopId, domain, token, keys: await shopKeys(shopId) };
}
