import { z } from "zod";
import { mergeConversations } from "#app/care/review/merge/merge-conversations.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  fromId: z.string().regex(/^[\w-]{1,64}$/u, "Name a conversation."),
  otherContact: z.boolean().optional(),
});
const WHY = {
  same: "A conversation cannot be put into itself.",
  side: "A side conversation belongs to its shopper's.",
  unsent: "Nothing of it has left yet.",
};

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    if (given.otherContact) requireArea({ staff }, "triage");
    const merged = await mergeConversations(
      { inShop, now },
      { ...given, shopId: shop.id, intoId: id, staff },
    );
    switch (merged.outcome) {
      case "merged":
        return json({ mergeId: merged.mergeId, conversationId: id });
      case "contacts_differ":
        return problem(409, {
          ...{ code: "contacts_differ", field: "otherContact" },
          message: "They are with different addresses. Say that this is meant.",
        });
      case "refused":
        return problem(422, { code: merged.why, message: WHY[merged.why], field: "fromId" });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
