import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from "@remix-run/react";
import type { LinksFunction } from "@remix-run/node";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { env } from "#app/env.server.ts";

const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export const loader = () => ({ apiKey: env.SHOPIFY_API_KEY, appBridge: env.APP_BRIDGE_URL ?? APP_BRIDGE });

export default function Root() {
  const { apiKey, appBridge } = useLoaderData<typeof loader>();
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {/* First in the head of every document: App Bridge must run before anything that fetches. */}
        <meta name="shopify-api-key" content={apiKey} />
        <script src={appBridge} />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}
