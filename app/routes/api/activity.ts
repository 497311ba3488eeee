import { z } from "zod";
import { showActivity } from "#app/desk/show-activity.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { BadInput, readQuery } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const query = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

/** Notes and what was done, in one list. */
export const loader = resource({
  GET: async ({ request, inShop, keys, staff, id }) => {
    const page = readQuery(request, query);
    const shown = await inShop((tx) => showActivity(tx, keys, { ...page, conversationId: id, staff }));
    if (shown.outcome === "bad_cursor")
      throw new BadInput("The cursor is not one of ours.", { field: "cursor" });
    if (shown.outcome === "not_found") return notFound("conversation");
    return json({ items: shown.items, nextCursor: shown.nextCursor });
  },
});
export const action = loader;
