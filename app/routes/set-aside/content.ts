import type { LoaderFunctionArgs } from "@remix-run/node";
import { sqlOf } from "#app/db.server.ts";
import { parseRef } from "#app/ingest/dead-letters/dead-letter.ts";
import { openDeadLetter } from "#app/ingest/dead-letters/open-dead-letter.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** What arrived with one item, for the person who asks to see it. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const { inShop, staff } = await requireStaff(request);
  const ref = parseRef(params["ref"] ?? "");
  const opened = ref
    ? await inShop((tx) => openDeadLetter(sqlOf(tx), ref, staff.id))
    : ({ outcome: "gone" } as const);
  return Response.json(opened, { headers: { "Cache-Control": "private, no-store" } });
};
