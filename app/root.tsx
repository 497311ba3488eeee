import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLoaderData } from "@remix-run/react";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import appStyles from "#app/components/app.css?url";
import { StayPut } from "#app/components/stay-put.tsx";
import { catalogueFiles } from "#app/components/catalogue-files.ts";
import { WordsProvider } from "#app/components/words.tsx";
import { env } from "#app/env.server.ts";
import { formatTag, tagOf } from "#app/words/locale.ts";

const INTER = "https://cdn.shopify.com/static/fonts/inter/v4/styles.css";
const APP_BRIDGE = "https://cdn.shopify.com/shopifycloud/app-bridge.js";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: polarisStyles },
  { rel: "stylesheet", href: appStyles },
];

/** The same for as long as the document lives. */
export const shouldRevalidate = () => false;

export const loader = ({ request }: LoaderFunctionArgs) => ({
  apiKey: env.SHOPIFY_API_KEY,
  appBridge: env.APP_BRIDGE_URL ?? APP_BRIDGE,
  /** The language of the words that are served, which is English for who reads one that there is no catalogue of. */
  tag: formatTag(tagOf(request)),
});

export default function Root() {
  const { apiKey, appBridge, tag } = useLoaderData<typeof loader>();
  const { words, polaris } = catalogueFiles(tag);
  return (
    <html lang={tag}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        {/* First in the head of every document: App Bridge must run before anything that fetches. */}
        <meta name="shopify-api-key" content={apiKey} />
        <script src={appBridge} />
        {/* The admin's own typeface, from where the admin around this frame has it already. */}
        {appBridge === APP_BRIDGE ? <link rel="stylesheet" href={INTER} /> : null}
        {/* What the page wakes up with. */}
        <link rel="preload" as="fetch" crossOrigin="anonymous" href={words} />
        <link rel="preload" as="fetch" crossOrigin="anonymous" href={polaris} />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsProvider tag={tag}>
          <Outlet />
        </WordsProvider>
        <StayPut>
          <ScrollRestoration />
        </StayPut>
        <Scripts />
      </body>
    </html>
  );
}
