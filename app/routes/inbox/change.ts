import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/staff.server.ts";
import { changeInbox } from "./change-inbox.server.ts";

/** role: conversations; the team's views: views. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  const answer = await changeInbox(session, await request.json().catch(() => null));
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
};
