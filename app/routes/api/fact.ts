import { removeStaffFact } from "#app/care/review/change-staff-facts.server.ts";
import { noContent, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const action = resource({
  DELETE: async ({ inShop, shop, id, part }) => {
    const removed = await removeStaffFact({ inShop }, { shopId: shop.id, conversationId: id, factId: part });
    return removed.outcome === "removed" ? noContent() : notFound("fact");
  },
});
export const loader = action;
