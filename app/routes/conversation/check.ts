import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { checkEdit } from "#app/care/review/check-edit.server.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";

const body = z.strictObject({ draftId: z.string().min(1).max(64), text: z.string().max(50_000) });

/** What the guard says of the text a person is writing. JSON: the editor asks by itself, without loading the screen again. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, shop } = await requireStaff(request);
  try {
    const given = await readJson(request, body);
    const conversationId = params["conversationId"] ?? "";
    const checked = await checkEdit(
      { inShop, now: () => new Date() },
      { shopId: shop.id, conversationId, ...given },
    );
    // What passed is no news to somebody who is writing.
    const open =
      checked.outcome === "checked"
        ? { ...checked, checks: checked.checks.filter(({ outcome }) => outcome !== "pass") }
        : checked;
    return Response.json(open, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return Response.json({ outcome: "refused", message: error.message }, { status: error.status });
  }
};
