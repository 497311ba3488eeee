import type { LoaderFunctionArgs } from "@remix-run/node";
import { parseRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { showDeadLetter } from "#app/ingest/dead-letters/settle-dead-letters.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** What arrived with one item, for the person who asks to see it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, staff } = await requireStaff(request);
  const ref = parseRef(params["ref"] ?? "");
  const opened = ref ? await showDeadLetter(inShop, ref, staff.id) : ({ outcome: "gone" } as const);
  return Response.json(opened, { headers: { "Cache-Control": "private, no-store" } });
};
