import { z } from "zod";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { isBlank } from "#app/care/review/compose-mail.ts";
import { json } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedApproval } from "#app/routes/api/refused-approval.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  draftId: z.string().regex(/^[\w-]{1,64}$/u, "Name a draft."),
  text: z
    .string()
    .max(50_000, "Use at most 50,000 characters.")
    .refine((text) => !isBlank(text), "Write a reply.")
    .optional(),
  overrule: z.strictObject({ reason: z.string().trim().min(1, "Say why.").max(500) }).optional(),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    const approved = await approveDraft(
      { inShop, now },
      { shopId: shop.id, conversationId: id, staff, ...given },
    );
    return approved.outcome === "approved"
      ? json({ deliveryId: approved.deliveryId }, 202)
      : refusedApproval(approved, "draft");
  },
});
export const loader = action;
