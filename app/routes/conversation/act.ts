import type { ActionFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/staff.server.ts";
import { actOnConversation } from "./act-on-conversation.server.ts";

/** role: conversations */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  const body: unknown = await request.json().catch(() => null);
  const acted = await actOnConversation(session, params["conversationId"] ?? "", body);
  return Response.json(acted, { headers: { "Cache-Control": "no-store" } });
};
