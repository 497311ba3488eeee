import type { LoaderFunctionArgs } from "@remix-run/node";
import { readExport } from "#app/privacy/read-exports.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

/** The copy of everything the shop has here, to be saved by its owner. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "privacy");
  const { inShop, keys, staff } = session;
  const zip = await readExport({ inShop, keys }, { id: params["id"] ?? "", by: staff.id, now: new Date() });
  if (!zip) throw new Response("Not found", { status: 404 });
  return new Response(zip, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": 'attachment; filename="attune-export.zip"',
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
};
