import type { LoaderFunctionArgs } from "@remix-run/node";
import { authenticateAdmin } from "#app/shopify.server.ts";

/** The library's own pages: the bounce page that fetches a session token, and the way out of the frame. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  await authenticateAdmin(request);
  return null;
};
