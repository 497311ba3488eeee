import type { HeadersFunction } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { AdminFrame } from "#app/components/admin-frame.tsx";
import { ScreenError } from "#app/components/screen-error.tsx";
import { titled } from "#app/components/words.tsx";

/**
 * Any address that is none of ours, for whoever asks: it shows nothing of a shop. Without this route, and without a screen of its own, the
 * router would log the whole address, and the session token that Shopify puts into an embedded page's query with it.
 */
export const loader = () => notFound();
export const action = () => notFound();

export const meta = titled((say) => say("error.notFound.title"));

export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers();

/** Never shown: each answer is a refusal. */
export default function NotFound() {
  return null;
}

/** Who followed an old link is in the admin all the same, and finds home and the inbox from here. */
export function ErrorBoundary() {
  return (
    <AdminFrame>
      <ScreenError error={useRouteError()} />
    </AdminFrame>
  );
}

function notFound(): never {
  throw new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });
}
