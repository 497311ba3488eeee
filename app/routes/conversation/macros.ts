import type { LoaderFunctionArgs } from "@remix-run/node";
import { fillMacros } from "#app/desk/fill-macros.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** Every macro as this conversation's records fill it, for the editor of a draft. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const conversationId = params["conversationId"] ?? "";
  const macros = await inShop((tx) => fillMacros(tx, keys, { conversationId, now: new Date() }));
  const headers = { "Cache-Control": "no-store" };
  return Response.json({ macros: macros ?? [] }, { status: macros ? 200 : 404, headers });
};
