import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDataExport } from "#app/privacy/read-data-requests.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";

/** The file of a data request, to be saved and handed to the shopper by the merchant. */
export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "privacy");
  const { inShop, keys } = session;
  const file = await inShop((tx) => readDataExport(tx, keys, params["id"] ?? ""));
  if (!file) throw new Response("Not found", { status: 404 });
  return new Response(new Uint8Array(file), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": 'attachment; filename="data-request.json"',
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, no-store",
    },
  });
};
