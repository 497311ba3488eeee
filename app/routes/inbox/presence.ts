import type { ActionFunctionArgs } from "@remix-run/node";
import { notePresence } from "#app/conversation/note-presence.server.ts";
import { whoIsIn } from "#app/desk/live/who-is-in.server.ts";
import { requireStaff } from "#app/staff.server.ts";

const DOINGS = ["looking", "typing", "left"] as const;

/** Somebody has a conversation open, is writing in it, or left it; answers who is in it. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, keys, shop, staff } = await requireStaff(request);
  const conversationId = params["conversationId"] ?? "";
  const form = await request.formData();
  const doing = DOINGS.find((one) => one === form.get("doing"));
  if (!doing) throw new Response("Bad request", { status: 400 });
  const at = new Date();
  const noted = await inShop((tx) =>
    notePresence(tx, shop.id, { conversationId, staffId: staff.id, doing, at }),
  );
  if (noted.outcome === "not_found") throw new Response("Not found", { status: 404 });
  const found = await inShop((tx) => whoIsIn(tx, keys, { conversationIds: [conversationId], now: at }));
  const answer = { me: staff.id, people: found.get(conversationId) ?? [] };
  return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
};
