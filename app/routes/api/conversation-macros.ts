import { fillMacros } from "#app/desk/fill-macros.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Every macro as this conversation's records fill it. */
export const loader = resource({
  GET: async ({ inShop, keys, now, id }) => {
    const macros = await inShop((tx) => fillMacros(tx, keys, { conversationId: id, now: now() }));
    return macros ? json({ macros }) : notFound("conversation");
  },
});
export const action = loader;
