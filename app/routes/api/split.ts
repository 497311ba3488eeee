import { z } from "zod";
import { splitConversation } from "#app/care/review/merge/split-conversation.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  messageIds: z
    .array(z.string().regex(/^[\w-]{1,64}$/u, "Name messages."))
    .min(1, "Name messages.")
    .max(200),
});
const WHY = {
  none: "None of these messages is in the conversation.",
  all: "At least one message stays.",
  side: "A side conversation cannot be split.",
};

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const { messageIds } = await readJson(request, body);
    const given = { shopId: shop.id, conversationId: id, messageIds, staff };
    const split = await splitConversation({ inShop, now }, given);
    switch (split.outcome) {
      case "split":
        return json({ conversationId: split.conversationId }, 201);
      case "refused":
        return problem(422, { code: split.why, message: WHY[split.why], field: "messageIds" });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
