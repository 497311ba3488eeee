import type { ActionFunctionArgs } from "@remix-run/node";
import { previewOutreach } from "#app/care/decide/preview.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { readFields } from "./fields.ts";

/** What the settings on the screen, saved or not, would have come to last month. JSON: the form asks by itself while it is changed. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "outreach");
  const { inShop, shop } = session;
  const read = readFields(await request.json().catch(() => null));
  if (read.outcome === "refused") return Response.json(read, { status: 422 });
  const preview = await inShop((tx) =>
    previewOutreach(tx, { shopId: shop.id, change: read.outreach, now: new Date() }),
  );
  return Response.json(preview, { headers: { "Cache-Control": "no-store" } });
};
