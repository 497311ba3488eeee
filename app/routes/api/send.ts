import { z } from "zod";
import { approveDraft } from "#app/care/review/approve-draft.server.ts";
import { isBlank } from "#app/care/review/compose-mail.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
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
    switch (approved.outcome) {
      case "approved":
        return json({ deliveryId: approved.deliveryId }, 202);
      case "already_sent":
        return problem(
          409,
          { code: "already_sent", message: "This message has its reply already." },
          { body: { deliveryId: approved.deliveryId } },
        );
      case "stale":
        return problem(409, { code: "stale", message: "The draft is no longer current. Ask for a new one." });
      case "blocked":
        return problem(
          422,
          { code: "blocked", message: "A check blocks this reply.", field: "text" },
          { body: { checks: approved.checks } },
        );
      case "no_address":
        return problem(422, { code: "no_address", message: approved.message });
      case "not_found":
        return notFound("draft");
    }
  },
});
export const loader = action;
