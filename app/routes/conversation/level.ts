import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { acknowledgeAlerts } from "#app/care/triage/acknowledge-alerts.server.ts";
import { showLevel } from "#app/desk/show-level.server.ts";
import { requireStaff } from "#app/staff.server.ts";

const HEADERS = { "Cache-Control": "no-store" };

/** The clocks of a conversation as they stand now. JSON: its card asks by itself. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const conversationId = params["conversationId"] ?? "";
  const level = await inShop((tx) => showLevel(tx, keys, { conversationId, now: new Date() }));
  return Response.json({ level }, { status: level ? 200 : 404, headers: HEADERS });
};

/** Somebody looks at it: what was told of it at once is not told again. A page that was only fetched ahead does not post. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, shop, staff } = await requireStaff(request);
  const conversationId = params["conversationId"] ?? "";
  const given = { shopId: shop.id, conversationId, by: staff.id, at: new Date() };
  const done = await inShop((tx) => acknowledgeAlerts(tx, given));
  return Response.json(done, { status: done.outcome === "not_found" ? 404 : 200, headers: HEADERS });
};
