import type { LoaderFunctionArgs } from "@remix-run/node";
import { parseRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { showDeadLetter } from "#app/ingest/dead-letters/settle-dead-letters.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

/** What arrived with one item, for the person who asks to see it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "privacy");
  const { inShop, staff } = session;
  const ref = parseRef(params["ref"] ?? "");
  const opened = ref ? await showDeadLetter(inShop, ref, staff.id) : ({ outcome: "gone" } as const);
  return Response.json(opened, { headers: { "Cache-Control": "private, no-store" } });
};
