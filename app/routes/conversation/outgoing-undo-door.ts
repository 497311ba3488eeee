import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { undoSend } from "#app/care/review/undo-send.server.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";

const body = z.strictObject({ deliveryId: z.string().min(1).max(64) });

/** Takes a mail back that has not left. JSON: it must not wait for anything else on the screen. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { inShop, shop, staff } = await requireStaff(request);
  const { deliveryId } = await readJson(request, body);
  const undone = await undoSend({ inShop, now: () => new Date() }, { shopId: shop.id, deliveryId, staff });
  return Response.json(undone, { headers: { "Cache-Control": "no-store" } });
};
