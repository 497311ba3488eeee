import express, { type Router } from "express";
import { z } from "zod";
import { installApp, redactShop, uninstallApp, updateScopes, updateShop } from "../changes/change-shop.ts";
import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import type { GraphqlKnobs } from "../graphql/graphql-router.ts";
import { signedAppUrl } from "../oauth/embedded-url.ts";
import { seedShop } from "../seed/seed-shop.ts";
import { shopOf } from "./shop-of.ts";
import { openApp } from "./open-app.ts";
import { placeByControl, placeSilently } from "./place-by-control.ts";
import { asyncRoute } from "../pages/async-route.ts";

const shopFields = z
  .object({
    name: z.string(),
    email: z.email(),
    phone: z.string(),
    timezone: z.string(),
    primaryLocale: z.string(),
    owner: z.string(),
    policies: z.record(z.string(), z.string()),
  })
  .partial();

/** Many orders at once: with webhooks a burst, without them something only a backfill or reconcile finds. */
const load = z.object({ count: z.number().int().min(1).max(200_000), webhooks: z.boolean().default(false) });

const fault = z.object({
  kind: z.enum(["status", "malformed", "partial", "reset", "hang"]),
  status: z.number().int().min(200).max(599).optional(),
  retryAfter: z.string().optional(),
  body: z.string().optional(),
  operation: z.string().min(1).optional(),
  times: z.number().int().min(1).optional(),
});

/** Installation, tokens, the shop's own record, and what only tests ask for. */
export function shopControls(context: DevstoreContext, knobs: GraphqlKnobs): Router {
  const router = express.Router();
  installation(router, context);
  router.post("/control/shop/update", (request, response) => {
    const given = Object.entries(shopFields.parse(request.body ?? {})).filter(
      ([, value]) => value !== undefined,
    );
    const shop = shopOf(context, request);
    updateShop(context, shop, Object.fromEntries(given));
    response.json({ domain: shop.domain, name: shop.name, updatedAt: shop.updatedAt });
  });
  router.post("/control/shop/redact", (request, response) => {
    const shop = shopOf(context, request);
    redactShop(context, shop);
    response.json({ domain: shop.domain });
  });
  router.post("/control/shops", (request, response) => {
    const given = z
      .object({ domain: z.string().regex(/^[a-z0-9-]+\.myshopify\.com$/), name: z.string().optional() })
      .parse(request.body);
    response.status(201).json(addShop(context, given));
  });
  router.post("/control/graphql/throttle", (request, response) => {
    knobs.drain(shopOf(context, request).domain);
    response.json({ drained: true });
  });
  router.put("/control/graphql/plan", (request, response) => {
    const { pointsPerSecond } = z
      .object({ pointsPerSecond: z.number().min(1).max(10_000) })
      .parse(request.body);
    knobs.plan(shopOf(context, request).domain, pointsPerSecond);
    response.json({ pointsPerSecond });
  });
  router.put("/control/graphql/fault", (request, response) => {
    const given = fault.nullable().parse(request.body?.fault ?? null);
    knobs.fail(shopOf(context, request).domain, given);
    response.json({ fault: given });
  });
  router.post("/control/load/orders", (request, response) => {
    const shop = shopOf(context, request);
    const { count, webhooks } = load.parse(request.body);
    if (webhooks) for (let index = 0; index < count; index += 1) placeByControl(context, shop, {});
    else placeSilently(context, shop, count);
    response.json({ orders: shop.orders.length });
  });
  // Everything but secrets, for comparing a mirror with the store itself.
  router.get("/control/records", (request, response) => {
    const { tokens: _tokens, idempotent: _idempotent, ...records } = shopOf(context, request);
    response.json(records);
  });
  router.get("/control/state", (_request, response) => void response.json(stateOf(context)));
  return router;
}

function installation(router: Router, context: DevstoreContext): void {
  router.post(
    "/control/install",
    asyncRoute(async (request, response) => {
      const shop = shopOf(context, request);
      const opened = await openApp(context.embeddedUrl({ shop: shop.domain }));
      response.status(opened.status === 200 ? 200 : 502).json({ shop: shop.domain, ...opened });
    }),
  );
  router.post("/control/uninstall", (request, response) => {
    const shop = shopOf(context, request);
    if (!shop.installed) throw new RefusedChange("the app is not installed");
    uninstallApp(context, shop);
    response.json({ shop: shop.domain, installed: shop.installed });
  });
  // Installs without opening the app, for tests that need webhooks and tokens but no web process.
  router.post("/control/grant", (request, response) => {
    const shop = shopOf(context, request);
    installApp(context, shop);
    response.json({ shop: shop.domain, installed: shop.installed, scopes: shop.grantedScopes });
  });
  router.post("/control/scopes-update", (request, response) => {
    const shop = shopOf(context, request);
    updateScopes(context, shop, z.object({ scopes: z.array(z.string()) }).parse(request.body).scopes);
    response.json({ shop: shop.domain, scopes: shop.grantedScopes });
  });
  router.get("/control/session-token", (request, response) => {
    const shop = shopOf(context, request);
    const user = typeof request.query["user"] === "string" ? request.query["user"] : undefined;
    const token = context.sessionToken({ shop: shop.domain, ...(user && { user }) });
    const { appUrl, apiSecret } = context.options;
    response.json({
      token,
      url: signedAppUrl({
        appUrl,
        apiSecret,
        shop: shop.domain,
        handle: shop.handle,
        token,
        now: context.options.now(),
      }),
    });
  });
}

function addShop(context: DevstoreContext, given: { domain: string; name?: string | undefined }) {
  const order = context.store.shops().length;
  const shop = seedShop({
    domain: given.domain,
    name: given.name ?? "Second Supply",
    shopId: String(78_123_450_001 + order),
    firstId: 6_120_334_870_000 + order * 1_000_000_000,
    seed: 4711 + order,
    now: context.now(),
  });
  if (context.store.shop(shop.domain)) throw new RefusedChange("there is already such a shop", "domain");
  context.store.addShop(shop);
  return { domain: shop.domain, name: shop.name, orders: shop.orders.length };
}

function stateOf(context: DevstoreContext) {
  const deliveries = context.webhooks.deliveries();
  const count = (status: string) => deliveries.filter((one) => one.status === status).length;
  return {
    url: context.url(),
    smtpPort: context.mail.port,
    settings: context.store.settings(),
    shops: context.store.shops().map((shop) => ({
      domain: shop.domain,
      name: shop.name,
      installed: shop.installed,
      scopes: shop.grantedScopes,
      customers: shop.customers.length,
      orders: shop.orders.length,
      products: shop.products.length,
      disputes: shop.disputes.length,
      bulkOperations: shop.bulkOperations.map(({ id, status, objectCount }) => ({ id, status, objectCount })),
    })),
    mail: { received: context.mail.messages().length },
    webhooks: {
      held: count("held"),
      pending: count("pending"),
      delivered: count("delivered"),
      failed: count("failed"),
      lost: count("lost"),
    },
  };
}
