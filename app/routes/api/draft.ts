import { z } from "zod";
import { makeDraft } from "#app/care/draft/make-draft.server.ts";
import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import { showConversation } from "#app/desk/show-conversation.server.ts";
import { models } from "#app/wiring-models.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({ hint: z.string().trim().max(500, "Use at most 500 characters.").optional() });

export const action = resource({
  POST: async ({ request, inShop, keys, now, shop, id }) => {
    const { hint } = await readJson(request, body);
    const messageId = await inShop((tx) => messageToAnswer(tx, id));
    if (!messageId) return notFound("conversation with a message to answer");
    // A hint, even an empty one, says that a person asks.
    const { draftingModel } = models;
    const made = await makeDraft(
      { inShop, now, draftingModel },
      { shopId: shop.id, messageId, hint: hint ?? "" },
    );
    if (made.outcome === "nothing") {
      return problem(409, {
        code: "no_draft",
        message: `There is nothing to draft: ${made.reason.replaceAll("_", " ")}.`,
      });
    }
    const shown = await showConversation({ inShop, keys, now }, id);
    return json(shown?.draft ?? null, made.outcome === "drafted" ? 201 : 200);
  },
});
export const loader = action;
