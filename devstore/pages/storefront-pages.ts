import { join } from "node:path";
import express, { type Request, type Response, type Router } from "express";
import { z } from "zod";
import type { DevstoreContext } from "../context.ts";
import type { Customer, ShopState } from "../state/model.ts";
import { asyncRoute } from "./async-route.ts";
import { forwardToApp } from "./storefront/app-proxy.ts";
import { renderEmbeds } from "./storefront/render-embeds.ts";
import { isKnownLocale, localeFor, storefrontDocument } from "./storefront/storefront-document.ts";

type Session = { shop: ShopState; customer: Customer | undefined; locale: string };

const COOKIE = "storefront";
const cookieSchema = z.object({
  shop: z.string().default(""),
  customer: z.string().default(""),
  locale: z.string().default(""),
});

/** `/storefront`: the online store with the app's theme extension, its sign-in, and the App Proxy behind it. */
export function storefrontPages(context: DevstoreContext): Router {
  const router = express.Router();
  const extensions = join(import.meta.dirname, "../../extensions");

  router.get(
    "/storefront",
    asyncRoute(async (request, response) => {
      const { shop: wanted } = z.object({ shop: z.string().optional() }).parse(request.query);
      if (wanted && context.store.shop(wanted)) {
        setSession(response, { shop: wanted, customer: "", locale: "" });
        response.redirect("/storefront");
        return;
      }
      response
        .set("Cache-Control", "no-store")
        .send(await storefront(context, extensions, sessionOf(context, request)));
    }),
  );

  router.post("/storefront/session", express.urlencoded({ extended: false }), (request, response) => {
    const form = z
      .object({ customer: z.string().default(""), locale: z.string().default("") })
      .parse(request.body ?? {});
    const before = sessionOf(context, request);
    const customer = before.shop.customers.find(({ id }) => id === form.customer);
    // Signing in as somebody else brings their language, unless one was chosen at the same time.
    const changed = form.customer !== (before.customer?.id ?? "");
    const locale = changed && form.locale === before.locale ? localeFor(customer) : form.locale;
    setSession(response, { shop: before.shop.domain, customer: customer?.id ?? "", locale });
    response.redirect(303, "/storefront");
  });

  router.get("/storefront/extensions/:handle/:file", (request, response) => {
    const { handle, file } = request.params;
    response.sendFile(join(handle, "assets", file), { root: extensions }, (error) => {
      if (error && !response.headersSent) response.status(404).end();
    });
  });

  const { prefix, subpath } = context.manifest.proxy;
  const paths = ["", "/storefront"].map((root) => `${root}/${prefix}/${subpath}`);
  router.use(
    paths,
    express.raw({ type: () => true, limit: "2mb" }),
    asyncRoute(async (request, response) => {
      const { shop, customer } = sessionOf(context, request);
      try {
        await forwardToApp(context, { shop, customerId: customer?.id ?? "" }, { request, response });
      } catch {
        // Shopify answers a shopper with its own page when the app cannot be reached.
        if (!response.headersSent) response.status(502).type("text").send("The app could not be reached.");
      }
    }),
  );
  return router;
}

async function storefront(context: DevstoreContext, extensions: string, session: Session): Promise<string> {
  const { shop, customer, locale } = session;
  // Uninstalling an app takes its blocks out of the theme.
  const embeds = shop.installed
    ? await renderEmbeds(extensions, {
        locale,
        shop: { name: shop.name, permanent_domain: shop.domain },
        customer: customer ? liquidCustomer(customer) : null,
      })
    : [];
  return storefrontDocument({ ...session, embeds });
}

function sessionOf(context: DevstoreContext, request: Request): Session {
  const kept = readCookie(request);
  const shop = context.store.shop(kept.shop) ?? context.store.defaultShop();
  const customer = shop.customers.find(({ id }) => id === kept.customer);
  return { shop, customer, locale: isKnownLocale(kept.locale) ? kept.locale : localeFor(customer) };
}

function readCookie(request: Request): z.infer<typeof cookieSchema> {
  const pair = (request.get("cookie") ?? "").split(/;\s*/).find((one) => one.startsWith(`${COOKIE}=`));
  const values = new URLSearchParams(decodeURIComponent(pair?.slice(COOKIE.length + 1) ?? ""));
  return cookieSchema.parse(Object.fromEntries(values));
}

function setSession(response: Response, session: z.infer<typeof cookieSchema>): void {
  response.cookie(COOKIE, new URLSearchParams(session).toString(), { httpOnly: true, sameSite: "lax" });
}

function liquidCustomer(customer: Customer): { id: string; name: string; first_name: string; email: string } {
  return {
    id: customer.id,
    name: `${customer.firstName} ${customer.lastName}`.trim(),
    first_name: customer.firstName,
    email: customer.email ?? "",
  };
}
