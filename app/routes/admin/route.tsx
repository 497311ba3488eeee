import { NavMenu } from "@shopify/app-bridge-react";
import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Link, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { FocusTitle } from "#app/components/focus-title.tsx";
import { GoKeys } from "#app/components/go-keys.tsx";
import { useWords } from "#app/components/words.tsx";
import { WriterProvider } from "#app/components/writer.tsx";
import { PolarisProvider } from "#app/components/polaris-provider.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { requireStaff } from "#app/staff.server.ts";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { shop, staff } = await requireStaff(request);
  return { writer: `${shop.id}:${staff.id}` };
};

/** Each screen's own loader proves who asks; this one does so for the first document. */
export const shouldRevalidate = () => false;

/** The frame of every screen: navigation in Shopify's own menu, Polaris, and one place for what goes wrong. */
export default function Admin() {
  const say = useWords();
  const { writer } = useLoaderData<typeof loader>();
  return (
    // Around Polaris, whose menus are drawn at its end: they are part of the page.
    <main>
      <PolarisProvider>
        <NavMenu>
          <Link to="/" rel="home">
            {say("nav.home")}
          </Link>
          <Link to="/inbox">{say("nav.inbox")}</Link>
          <Link to="/issues">{say("nav.issues")}</Link>
          <Link to="/insights">{say("insights.title")}</Link>
          <Link to="/settings">{say("nav.settings")}</Link>
        </NavMenu>
        <GoKeys />
        <WriterProvider writer={writer}>
          <Outlet />
        </WriterProvider>
        <FocusTitle />
      </PolarisProvider>
    </main>
  );
}

/** Shopify's library answers some documents with a page of its own (to fetch a session token): that page is the answer. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && typeof error.data === "string" && error.data.includes("<script")) {
    return <div dangerouslySetInnerHTML={{ __html: error.data }} />;
  }
  return (
    <PolarisProvider>
      <main>
        <ScreenError error={error} />
      </main>
    </PolarisProvider>
  );
}

export const headers: HeadersFunction = (given) => boundary.headers(given);
