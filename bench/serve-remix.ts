import "@shopify/shopify-app-remix/adapters/node";
import { createRequestHandler } from "@remix-run/express";
import type { ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { Session } from "@shopify/shopify-api";
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import express from "express";
import { announce } from "./announce.ts";
import { bareInsert } from "./bare-insert.ts";

/**
 * The other peer: the route that Shopify's template suggests, a Remix action that calls `authenticate.webhook`, and the same
 * insert. `sessions`: where the library looks the shop up, for every webhook; the template and this app keep them in the
 * database, "memory" is for reference.
 */
export async function serveRemix({ sessions }: { sessions: "database" | "memory" }): Promise<void> {
  const shopify = shopifyApp({
    apiKey: "bench",
    apiSecretKey: process.env["SHOPIFY_API_SECRET"] ?? "",
    apiVersion: ApiVersion.October26,
    scopes: ["read_orders"],
    appUrl: "https://bench.example",
    sessionStorage: sessions === "memory" ? inMemory() : await inDatabase(),
    distribution: AppDistribution.AppStore,
    logger: { level: LogSeverity.Warning },
  });
  const insert = bareInsert({ sealed: true });
  const action = async ({ request }: ActionFunctionArgs) => {
    const { shop, topic, webhookId, payload } = await shopify.authenticate.webhook(request);
    await insert({ shop, topic, webhookId, body: Buffer.from(JSON.stringify(payload)) });
    return new Response(null, { status: 200 });
  };
  const app = express();
  app.disable("x-powered-by");
  const route = createRequestHandler({ build: buildOf(action), mode: "production" });
  app.all("*", (request, response, next) => void route(request, response, next)); // it passes its errors to `next`
  return announce(app);
}

/** What `remix vite:build` makes of one resource route. */
function buildOf(action: (args: ActionFunctionArgs) => Promise<Response>): ServerBuild {
  const manifest = { version: "bench", url: "", entry: { module: "", imports: [] }, routes: {} };
  return {
    mode: "production",
    isSpaMode: false,
    basename: "/",
    publicPath: "/",
    assetsBuildDirectory: "",
    assets: manifest,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      v3_lazyRouteDiscovery: true,
    },
    entry: { module: { default: () => new Response(null, { status: 500 }) } },
    routes: {
      "routes/webhooks": { id: "routes/webhooks", path: "webhooks", module: { action, default: undefined } },
    },
  };
}

const SHOP = "bench-store.myshopify.com";

/** A session that does not expire. */
const sessionOf = (id: string) =>
  new Session({
    id,
    shop: id.replace("offline_", ""),
    state: "",
    isOnline: false,
    scope: "read_orders",
    accessToken: "bench",
  });

/** As this app keeps them. */
async function inDatabase(): Promise<SessionStorage> {
  const { sessionStorage } = await import("#app/adapters/session-storage.server.ts");
  await sessionStorage.storeSession(sessionOf(`offline_${SHOP}`));
  return sessionStorage;
}

/** Any shop has one. */
function inMemory(): SessionStorage {
  const sessions = new Map<string, Session>();
  return {
    loadSession: async (id) => {
      const known = sessions.get(id);
      if (known) return known;
      const session = sessionOf(id);
      sessions.set(id, session);
      return session;
    },
    storeSession: async () => true,
    deleteSession: async () => true,
    deleteSessions: async () => true,
    findSessionsByShop: async () => [],
  };
}
