import { z } from "zod";
import { readRules } from "#app/care/triage/read-rules.server.ts";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { tryRule } from "#app/desk/try-rule.server.ts";
import { json, notFound } from "#app/routes/api/answer.ts";
import { BadInput, readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** `rule`: as it is to be tried; without it, the saved one is. With both, it is tried in the saved one's place. */
const body = z
  .strictObject({
    rule: ruleInputSchema.optional(),
    ruleId: z.string().max(64).optional(),
    cursor: z.string().max(200).optional(),
  })
  .refine(({ rule, ruleId }) => rule !== undefined || ruleId !== undefined, {
    message: "Give a rule, or the id of a saved one.",
    path: ["rule"],
  });

/** What a rule would have done with the messages of the last seven days. Nothing is written. */
export const action = resource({
  POST: async ({ request, inShop, keys, shop, staff, now }) => {
    requireArea({ staff }, "triage");
    const { rule: given, ruleId, cursor } = await readJson(request, body);
    const saved = (await inShop((tx) => readRules(tx, shop.id))).find(({ id }) => id === ruleId);
    if (ruleId !== undefined && !saved) return notFound("rule");
    const rule = given ?? saved;
    if (!rule) return notFound("rule");
    const tried = await tryRule({ inShop, keys, now }, { rule, ruleId, cursor });
    if (!tried) throw new BadInput("Is not a cursor of this list.", { field: "cursor" });
    return json(tried);
  },
});
export const loader = action;
