import { z } from "zod";
import { json, noContent, notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedMacro } from "#app/routes/api/refused-macro.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { macroInputSchema } from "#app/voice/macro.ts";
import { readMacro } from "#app/voice/read-macro.server.ts";
import { removeMacro } from "#app/voice/remove-macro.server.ts";
import { saveMacro } from "#app/voice/save-macro.server.ts";

/** `version`: the one that was changed; where somebody else changed it meanwhile, the answer is 409. */
const body = macroInputSchema.extend({ version: z.number().int().min(1).optional() });

export const action = resource({
  GET: async ({ inShop, shop, id }) => {
    const macro = await inShop((tx) => readMacro(tx, shop.id, id));
    return macro ? json(macro) : notFound("macro");
  },
  PUT: async ({ request, inShop, shop, staff, now, id }) => {
    requireArea({ staff }, "knowledge");
    const { version, ...macro } = await readJson(request, body);
    const given = { shopId: shop.id, id, version, macro, by: staff.id, at: now() };
    const saved = await inShop((tx) => saveMacro(tx, given));
    return saved.outcome === "saved" ? json(saved.macro) : refusedMacro(saved);
  },
  DELETE: async ({ inShop, shop, staff, now, id }) => {
    requireArea({ staff }, "knowledge");
    const { outcome } = await inShop((tx) => removeMacro(tx, { shopId: shop.id, id, at: now() }));
    return outcome === "removed" ? noContent() : notFound("macro");
  },
});
export const loader = action;
