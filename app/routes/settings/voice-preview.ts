import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { previewVoice } from "#app/care/review/preview-voice.server.ts";
import { requireRole, requireStaff } from "#app/staff.server.ts";
import { voiceFieldsSchema } from "./voice-fields.ts";

const asked = z.object({ draftId: z.string().min(1).max(64), fields: voiceFieldsSchema });

/** A waiting draft in the voice on the screen, saved or not. JSON: the form asks by itself while it is changed. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const session = await requireStaff(request);
  requireRole(session, "knowledge");
  const { inShop, shop, keys } = session;
  const given = asked.safeParse(await request.json().catch(() => null));
  if (!given.success) return Response.json({ outcome: "wrong" }, { status: 422 });
  const { draftId, fields } = given.data;
  const { staffName, ...voice } = fields;
  const name = staffName || voice.teamName || shop.name;
  const preview = await inShop((tx) => previewVoice(tx, keys, { draftId, voice, name }));
  return Response.json(preview, { headers: { "Cache-Control": "no-store" } });
};
