import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { checkEdit, type EditChecked } from "#app/care/review/check-edit.server.ts";
import { plainText } from "#app/care/review/compose-mail.ts";
import type { AroundText } from "#app/care/review/around-text.ts";
import { previewMail } from "#app/care/review/preview-mail.server.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { requireStaff } from "#app/staff.server.ts";

const body = z.strictObject({
  draftId: z.string().min(1).max(64),
  text: z.string().max(50_000),
  around: z.boolean().default(false),
});

/** What is answered; `around` where it was asked for. */
export type Said = EditChecked & { around?: AroundText | null };

/** What the guard says of the text a person is writing, and where it is asked for what stands around it in the mail. JSON: the editor asks by itself, without loading the screen again. */
export const action = async ({ request, params }: ActionFunctionArgs) => {
  const { inShop, keys, shop, staff } = await requireStaff(request);
  try {
    const { around, ...given } = await readJson(request, body);
    const conversationId = params["conversationId"] ?? "";
    const checked = await checkEdit(
      { inShop, now: () => new Date() },
      { shopId: shop.id, conversationId, ...given },
    );
    // What passed is no news to somebody who is writing.
    if (checked.outcome !== "checked") return answer(checked);
    const checks = checked.checks.filter(({ outcome }) => outcome !== "pass");
    const asked = { draftId: given.draftId, name: staff.name, text: plainText(given.text) };
    const mail = around ? { around: await inShop((tx) => previewMail(tx, keys, asked)) } : {};
    return answer({ ...checked, checks, ...mail });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return Response.json({ outcome: "refused", message: error.message }, { status: error.status });
  }
};

const answer = (said: Said) => Response.json(said, { headers: { "Cache-Control": "no-store" } });
