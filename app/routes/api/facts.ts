import { z } from "zod";
import { composedLanguages } from "#app/care/draft/catalogue/catalogue.ts";
import { addStaffFact } from "#app/care/review/change-staff-facts.server.ts";
import { LONGEST_STAFF_FACT } from "#app/conversation/staff-fact.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, "Say what you know.")
    .max(LONGEST_STAFF_FACT, `Use at most ${LONGEST_STAFF_FACT} characters.`),
  orderId: z.string().min(1).max(64).optional(),
  quoteIn: z.enum(composedLanguages).optional(),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    const added = await addStaffFact(
      { inShop, now },
      { shopId: shop.id, conversationId: id, staff, ...given },
    );
    switch (added.outcome) {
      case "added":
        return json({ id: added.id }, 201);
      case "blank":
        throw new BadInput("Say what you know.", { field: "text" });
      case "unknown_order":
        throw new BadInput("The conversation is not about this order.", { field: "orderId" });
      case "too_many":
        return problem(409, { code: "too_many", message: "There are too many facts. Remove some first." });
      case "not_found":
        return notFound("conversation");
    }
  },
});
export const loader = action;
