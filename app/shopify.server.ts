import "@shopify/shopify-app-remix/adapters/node";
import { readFileSync } from "node:fs";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import { parse } from "smol-toml";
import { z } from "zod";
import { pointLibraryAtOrigin } from "#app/adapters/devstore-fetch.server.ts";
import { sessionStorage } from "#app/adapters/session-storage.server.ts";
import { identifyStaff } from "#app/adapters/staff-identity.server.ts";
import { env } from "#app/env.server.ts";
import { seconds } from "#app/lib/duration.ts";
import { logger, scrub } from "#app/lib/logger.server.ts";
import { installShop } from "#app/shop/install-shop.server.ts";
import type { StaffIdentity } from "#app/shop/staff-member.ts";

pointLibraryAtOrigin();

/** Scopes are declared once, in shopify.app.toml. */
const toml = z
  .object({ access_scopes: z.object({ scopes: z.string() }) })
  .parse(parse(readFileSync(new URL("../shopify.app.toml", import.meta.url), "utf8")));

const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET[0] ?? "",
  apiVersion: ApiVersion.October26,
  scopes: toml.access_scopes.scopes.split(","),
  appUrl: env.SHOPIFY_APP_URL,
  authPathPrefix: "/auth",
  sessionStorage,
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  // The library's messages can quote a whole token.
  logger: {
    level: LogSeverity.Warning,
    log: async (severity, message) => {
      logger[severity === LogSeverity.Error ? "error" : "warn"]({ library: "shopify" }, scrub(message));
    },
  },
  hooks: {
    // Runs after every token exchange, so it is quick and may run often.
    afterAuth: async ({ session }) => {
      await installShop({ domain: session.shop, scopes: (session.scope ?? "").split(",").filter(Boolean) });
    },
  },
});

type AdminContext = Awaited<ReturnType<typeof shopify.authenticate.admin>>;
const recent = new Map<string, Promise<AdminContext>>();

/**
 * Proves that a staff member of the shop asks. Nested loaders of one navigation carry the same session token: they share one
 * answer, so that a first visit exchanges one token and not one per loader. Throws the library's Response (bounce, 401, 410).
 */
export async function authenticateAdmin(request: Request): Promise<AdminContext> {
  const token = request.headers.get("authorization") ?? new URL(request.url).searchParams.get("id_token");
  if (!token) return shopify.authenticate.admin(request);
  const pending = recent.get(token);
  if (pending) {
    // A failure is answered to each loader afresh: a Response's body can be read only once.
    return pending.catch(() => shopify.authenticate.admin(request));
  }
  const answer = shopify.authenticate.admin(request);
  recent.set(token, answer);
  setTimeout(() => recent.delete(token), seconds(5)).unref();
  return answer;
}

/** Who it is that asks, as Shopify knows them; null when it does not say. A page waits for the answer: ask of somebody new alone. */
export async function askWhoAsks(
  request: Request,
  who: { shop: string; staffId: string },
): Promise<StaffIdentity | null> {
  const bearer = /^Bearer +(\S+)$/iu.exec(request.headers.get("authorization") ?? "")?.[1];
  const sessionToken = bearer ?? new URL(request.url).searchParams.get("id_token");
  return sessionToken ? identifyStaff({ ...who, sessionToken }) : null;
}

/** CSP frame-ancestors for the shop's admin, and for the dev store when there is one. */
export function addDocumentHeaders(request: Request, headers: Headers): void {
  shopify.addDocumentResponseHeaders(request, headers);
  // The library announces App Bridge at Shopify's CDN; the stand-in is elsewhere.
  if (env.APP_BRIDGE_URL) headers.delete("Link");
  const policy = headers.get("Content-Security-Policy");
  if (policy && env.DEVSTORE_ORIGIN) {
    headers.set(
      "Content-Security-Policy",
      policy.replace("frame-ancestors", `frame-ancestors ${env.DEVSTORE_ORIGIN}`),
    );
  }
}
