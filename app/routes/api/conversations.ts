import { z } from "zod";
import { careEmotionSchema, intentSchema } from "#app/care/understand/reading.ts";
import { listConversations } from "#app/desk/list-conversations.server.ts";
import { conversationStatuses } from "#app/desk/shapes.ts";
import { json } from "#app/routes/api/answer.ts";
import { BadInput, readQuery } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.object({
  status: z.enum(conversationStatuses).optional(),
  emotion: careEmotionSchema.optional(),
  intent: intentSchema.optional(),
  q: z.string().max(200, "Use at most 200 characters.").optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

export const loader = resource({
  GET: async ({ request, inShop, keys, now }) => {
    const listed = await listConversations({ inShop, keys, now }, readQuery(request, query));
    if (listed.outcome === "bad_cursor")
      throw new BadInput("The cursor is not one of ours.", { field: "cursor" });
    return json({ items: listed.items, nextCursor: listed.nextCursor });
  },
});
export const action = loader;
