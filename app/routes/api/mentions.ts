import { z } from "zod";
import { seeMentions } from "#app/conversation/see-mentions.server.ts";
import { mentionsOf } from "#app/desk/mentions-of.server.ts";
import { json, noContent } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { resource } from "#app/routes/api/resource.server.ts";

const seen = z.strictObject({
  conversationId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/u, "Name a conversation by its id."),
});

/** The notes that name who calls; POST says that those of one conversation were read. */
export const action = resource({
  GET: async ({ inShop, keys, staff, now }) =>
    json({ items: await inShop((tx) => mentionsOf(tx, keys, { staffId: staff.id, now: now() })) }),
  POST: async ({ request, inShop, shop, staff }) => {
    const { conversationId } = await readJson(request, seen);
    await inShop((tx) => seeMentions(tx, { shopId: shop.id, conversationId, staffId: staff.id }));
    return noContent();
  },
});
export const loader = action;
