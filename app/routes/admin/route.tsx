import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { AdminFrame } from "#app/components/admin-frame.tsx";
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

/** Around every screen: its frame, who writes in it, and one place for what goes wrong. */
export default function Admin() {
  const { writer } = useLoaderData<typeof loader>();
  return (
    <AdminFrame>
      <WriterProvider writer={writer}>
        <Outlet />
      </WriterProvider>
    </AdminFrame>
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
