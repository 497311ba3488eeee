import { showConversation } from "#app/desk/show-conversation.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const loader = resource({
  GET: async ({ inShop, keys, now, id }) => {
    const conversation = await showConversation({ inShop, keys, now }, id);
    return conversation ? json(conversation) : notFound("conversation");
  },
});
export const action = loader;
