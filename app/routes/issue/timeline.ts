import type { LoaderFunctionArgs } from "@remix-run/node";
import { showTimeline } from "#app/desk/show-timeline.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** Everything of the shopper that an issue is about, asked for when somebody opens it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const asked = { issueId: params["issueId"] ?? "", of: "shopper" as const };
  const items = await showTimeline({ inShop, keys, now: () => new Date() }, asked);
  if (!items) throw new Response("Not found", { status: 404 });
  return Response.json({ items }, { headers: { "Cache-Control": "no-store" } });
};
