import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { beginMessage } from "#app/care/draft/message/begin-message.server.ts";
import { showMessage } from "#app/desk/show-message.server.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";

const body = z.strictObject({
  conversationId: z.string().min(1).max(64).nullable(),
  to: z.strictObject({ name: z.string().trim().max(200), address: z.string().trim().max(320) }),
  orderId: z.string().min(1).max(64).nullable(),
  subject: z.string().trim().max(300),
  language: z.enum(composedLanguages),
  from: z.enum(["order", "hand"]),
});

/** A message is begun, or begun anew with other facts: its draft comes back. JSON: what is typed stays on the screen. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { inShop, keys, shop } = await requireStaff(request);
  const given = await readJson(request, body);
  const begun = await beginMessage({ inShop, now: () => new Date() }, { shopId: shop.id, ...given });
  const headers = { "Cache-Control": "no-store" };
  if (begun.outcome !== "begun") return Response.json(begun, { headers });
  const message = await inShop((tx) => showMessage(tx, keys, begun.conversationId));
  return Response.json({ ...begun, message }, { headers });
};
