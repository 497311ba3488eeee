import { unmergeConversations } from "#app/care/review/merge/unmerge-conversations.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const action = resource({
  POST: async ({ inShop, now, shop, staff, id }) => {
    const undone = await unmergeConversations({ inShop, now }, { shopId: shop.id, mergeId: id, staff });
    switch (undone.outcome) {
      case "unmerged":
        return json({ conversationId: undone.conversationId });
      case "too_late":
        return problem(409, { code: "too_late", message: "It was undone, or merged on: undo that first." });
      case "answered_together":
        return problem(409, {
          code: "answered_together",
          message: "One reply answers messages of both conversations: they stay together.",
        });
      case "not_found":
        return notFound("merge");
    }
  },
});
export const loader = action;
