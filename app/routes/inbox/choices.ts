import type { LoaderFunctionArgs } from "@remix-run/node";
import { readChoices } from "#app/desk/inbox/read-choices.server.ts";
import { requireStaff } from "#app/staff.server.ts";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { inShop, keys } = await requireStaff(request);
  const choices = await inShop((tx) => readChoices(tx, keys));
  return Response.json(choices, { headers: { "Cache-Control": "no-store" } });
};
