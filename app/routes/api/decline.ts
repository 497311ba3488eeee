import { z } from "zod";
import { declineDraft } from "#app/care/review/decline-draft.server.ts";
import { wellFormed } from "#app/lib/well-formed.ts";
import { noContent, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  draftId: z.string().regex(/^[\w-]{1,64}$/u, "Name a draft."),
  reason: z.string().trim().max(500, "Use at most 500 characters.").transform(wellFormed).optional(),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    const declined = await declineDraft(
      { inShop, now },
      { shopId: shop.id, conversationId: id, staff, ...given },
    );
    switch (declined.outcome) {
      case "declined":
        return noContent();
      case "already_sent":
        return problem(409, { code: "already_sent", message: "This reply was approved already." });
      case "not_found":
        return notFound("draft");
    }
  },
});
export const loader = action;
