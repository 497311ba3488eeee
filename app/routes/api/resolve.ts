import { z } from "zod";
import { settleDelivery } from "#app/care/review/settle-delivery.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({ as: z.enum(["sent", "resend"]) });

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    const settled = await settleDelivery(
      { inShop, now },
      { shopId: shop.id, deliveryId: id, staff, ...given },
    );
    switch (settled.outcome) {
      case "settled":
        return json({ id, status: settled.status });
      case "not_uncertain":
        return problem(409, {
          code: "not_uncertain",
          message: `The delivery is ${settled.status}: there is nothing to settle.`,
        });
      case "not_found":
        return notFound("delivery");
    }
  },
});
export const loader = action;
