import type { LoaderFunctionArgs } from "@remix-run/node";
import { findRecipients } from "#app/desk/find-recipients.server.ts";
import { requireStaff } from "#app/staff.server.ts";

/** Who can be written to. JSON: the field asks by itself while somebody types. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const q = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 320);
  return Response.json(await findRecipients({ inShop, keys }, { q }), {
    headers: { "Cache-Control": "no-store" },
  });
};
