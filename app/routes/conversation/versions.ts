import type { LoaderFunctionArgs } from "@remix-run/node";
import { showVersions } from "#app/desk/show-versions.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** The versions of a conversation's draft with their differences, asked for when somebody opens them. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const versions = await inShop((tx) => showVersions(tx, keys, params["conversationId"] ?? ""));
  if (!versions) throw new Response("Not found", { status: 404 });
  return Response.json({ versions }, { headers: { "Cache-Control": "no-store" } });
};
