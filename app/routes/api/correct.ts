import { z } from "zod";
import { correctReading } from "#app/care/understand/correct-reading.server.ts";
import { careEmotionSchema, intentSchema } from "#app/care/understand/reading.ts";
import { showReading } from "#app/desk/show-reading.server.ts";
import { json, notFound, problem } from "#app/routes/api/answer.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const body = z.strictObject({
  emotion: careEmotionSchema.nullable().optional(),
  intent: intentSchema.nullable().optional(),
  messageId: z
    .string()
    .regex(/^[\w-]{1,64}$/u, "Name a message.")
    .optional(),
});

export const action = resource({
  POST: async ({ request, inShop, keys, now, shop, staff, id }) => {
    const given = await readJson(request, body);
    if (given.emotion === undefined && given.intent === undefined)
      throw new BadInput("Name the right emotion or intent, or null to take a correction back.", {
        field: "emotion",
      });
    const corrected = await correctReading(
      { inShop, now },
      { shopId: shop.id, conversationId: id, staff, ...given },
    );
    switch (corrected.outcome) {
      case "corrected":
      case "unchanged":
        return json(
          await inShop((tx) => showReading(tx, keys, { messageId: corrected.messageId, now: now() })),
        );
      case "expired":
        return problem(409, { code: "expired", message: "This message's emotion is no longer kept." });
      case "not_found":
        return notFound(given.messageId ? "message" : "conversation with a reading");
    }
  },
});
export const loader = action;
