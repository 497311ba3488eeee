import { z } from "zod";
import { decideLesson } from "#app/care/learn/decide-lesson.server.ts";
import { noContent, notFound, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  decision: z.enum(["approve", "decline", "take_back"]),
  text: z.string().max(4_000).optional(),
  title: z.string().max(120).optional(),
});

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    requireArea({ staff }, "knowledge");
    const given = await readJson(request, body);
    const decided = await decideLesson({ inShop, now }, { shopId: shop.id, id, staff, ...given });
    switch (decided.outcome) {
      case "decided":
        return noContent();
      case "not_found":
        return notFound("lesson");
      case "not_possible":
        return problem(409, { code: "not_possible", message: decided.message });
      case "refused":
        return problem(422, { code: "refused", message: decided.message, field: decided.field });
    }
  },
});
export const loader = action;
