import { undoSend } from "#app/care/review/undo-send.server.ts";
import { notFound, json, problem } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const action = resource({
  POST: async ({ inShop, now, shop, staff, id }) => {
    const undone = await undoSend({ inShop, now }, { shopId: shop.id, deliveryId: id, staff });
    switch (undone.outcome) {
      case "undone":
        return json({ id, status: "cancelled", draftId: undone.draftId, text: undone.text });
      case "too_late":
        return problem(409, {
          code: "too_late",
          message: `The delivery is ${undone.status}: it cannot be taken back.`,
        });
      case "not_found":
        return notFound("delivery");
    }
  },
});
export const loader = action;
