import type { LoaderFunctionArgs } from "@remix-run/node";
import { showActivity } from "#app/desk/show-activity.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** What was done about a conversation, the newest first, in pages. JSON: asked for once somebody unfolds it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys, staff } = await requireStaff(request);
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const asked = { conversationId: params["conversationId"] ?? "", staff, cursor };
  const shown = await inShop((tx) => showActivity(tx, keys, asked));
  if (shown.outcome === "not_found") throw new Response("Not found", { status: 404 });
  if (shown.outcome === "bad_cursor") throw new Response("Bad request", { status: 400 });
  return Response.json(
    { items: shown.items, nextCursor: shown.nextCursor },
    { headers: { "Cache-Control": "no-store" } },
  );
};
