import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import type { ShopState } from "../state/model.ts";
import { keepLanguage, languageOf } from "./admin/admin-language.ts";
import { adminDocument } from "./admin/admin-document.ts";
import { appPage } from "./admin/app-page.ts";
import { customerBody, customersBody, homeBody, orderBody, ordersBody } from "./admin/shop-pages.ts";
import { html, type Html } from "./html.ts";

/** `/store/{handle}`: the admin of each shop, with the app in a frame, and what the frame's App Bridge asks for. */
export function adminPages(context: DevstoreContext): Router {
  const router = express.Router();
  const { apiKey } = context.options;

  router.use("/store/:handle", (request, response, next) => {
    if (context.store.shopByHandle(request.params.handle)) return next();
    response.status(404).type("text").send("There is no such shop.");
  });
  const shopOf = (request: Request): ShopState => {
    const shop = context.store.shopByHandle(String(request.params.handle));
    if (!shop) throw new Error("the shop went away during the request");
    return shop;
  };

  appRoutes(router, { context, shopOf });

  const show = (
    section: "home" | "orders" | "customers",
    find: (shop: ShopState, id: string) => [string, Html] | null,
  ) =>
    function answer(request: Request, response: Response): void {
      const shop = shopOf(request);
      const found = find(shop, String(request.params.id ?? ""));
      const [title, body] = found ?? [
        "Not found",
        html`<div class="page"><h1>This page does not exist</h1></div>`,
      ];
      response.status(found ? 200 : 404).send(adminDocument({ shop, apiKey, section, title, body }));
    };
  router.get(
    "/store/:handle",
    show("home", (shop) => ["Home", homeBody(shop)]),
  );
  router.get(
    "/store/:handle/orders",
    show("orders", (shop) => ["Orders", ordersBody(shop)]),
  );
  router.get(
    "/store/:handle/orders/:id",
    show("orders", (shop, id) => {
      const order = shop.orders.find((one) => one.id === id);
      return order ? [order.name, orderBody(shop, order)] : null;
    }),
  );
  router.get(
    "/store/:handle/customers",
    show("customers", (shop) => ["Customers", customersBody(shop)]),
  );
  router.get(
    "/store/:handle/customers/:id",
    show("customers", (shop, id) => {
      const customer = shop.customers.find((one) => one.id === id);
      return customer ? [`${customer.firstName} ${customer.lastName}`, customerBody(shop, customer)] : null;
    }),
  );
  router.use(
    "/store/:handle",
    show("home", () => null),
  );
  return router;
}

/** Who is signed in to the admin: the shop's owner, or whom the cookie `staff` names by a number. */
const userOf = (request: Request): string | undefined =>
  /(?:^|;\s*)staff=(\d{1,20})(?:;|$)/u.exec(request.get("cookie") ?? "")?.[1];

type AppRoutes = { context: DevstoreContext; shopOf: (request: Request) => ShopState };

function appRoutes(router: Router, { context, shopOf }: AppRoutes): void {
  const { apiKey } = context.options;
  const base = "/store/:handle/app-bridge";

  router.get([`/store/:handle/apps/${apiKey}`, `/store/:handle/apps/${apiKey}/*`], (request, response) => {
    const url = new URL(request.originalUrl, "http://localhost");
    const path = url.pathname.split(`/apps/${apiKey}`)[1] || "/";
    const asked = url.searchParams.get("locale");
    if (asked) keepLanguage(response, asked);
    const locale = asked ?? languageOf(request);
    response
      .set("Cache-Control", "no-store")
      .send(appPage(context, shopOf(request), { path: path + url.search, locale, user: userOf(request) }));
  });

  router.get(`${base}/id-token`, (request, response) => {
    response
      .set("Cache-Control", "no-store")
      .json({ value: context.sessionToken({ shop: shopOf(request).domain, user: userOf(request) }) });
  });
  router.get(`${base}/frame-url`, (request, response) => {
    const { path = "/" } = z.object({ path: z.string().optional() }).parse(request.query);
    const safe = path.startsWith("/") && !path.startsWith("//") ? path : "/";
    response.set("Cache-Control", "no-store").json({
      value: context.embeddedUrl({
        ...{ shop: shopOf(request).domain, path: safe, locale: languageOf(request), user: userOf(request) },
      }),
    });
  });
  router.get(`${base}/user`, (_request, response) => {
    response.json({ value: { accountAccess: "Full access" } });
  });
  router.get(`${base}/scopes`, (request, response) => {
    response.json({
      value: { granted: shopOf(request).grantedScopes, required: context.manifest.scopes, optional: [] },
    });
  });
  // The storefront page always runs the embed, so it is always on.
  router.get(`${base}/extensions`, (_request, response) => {
    response.json({
      value: [
        {
          handle: "attune-contact",
          type: "theme_app_extension",
          activations: [
            {
              target: "body",
              handle: "contact-form",
              name: "Contact form",
              status: "active",
              activations: [{ target: "body", themeId: "gid://shopify/OnlineStoreTheme/1" }],
            },
          ],
        },
      ],
    });
  });
}
