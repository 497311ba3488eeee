import { z } from "zod";
import { json } from "#app/routes/api/answer.ts";
import { BadInput, readJson, readQuery } from "#app/routes/api/input.ts";
import { refusedMacro } from "#app/routes/api/refused-macro.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { listMacros } from "#app/voice/list-macros.server.ts";
import { macroInputSchema } from "#app/voice/macro.ts";
import { saveMacro } from "#app/voice/save-macro.server.ts";

const query = z.strictObject({
  q: z.string().max(200).optional(),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const action = resource({
  GET: async ({ request, inShop, shop }) => {
    const asked = readQuery(request, query);
    const listed = await inShop((tx) => listMacros(tx, shop.id, asked));
    if (!listed) throw new BadInput("Is not a cursor of this list.", { field: "cursor" });
    return json(listed);
  },
  POST: async ({ request, inShop, shop, staff, now }) => {
    requireArea({ staff }, "knowledge");
    const macro = await readJson(request, macroInputSchema);
    const saved = await inShop((tx) => saveMacro(tx, { shopId: shop.id, macro, by: staff.id, at: now() }));
    return saved.outcome === "saved" ? json(saved.macro, 201) : refusedMacro(saved);
  },
});
export const loader = action;
