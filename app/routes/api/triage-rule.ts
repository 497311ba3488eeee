import { z } from "zod";
import { removeRule } from "#app/care/triage/remove-rule.server.ts";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { saveRule } from "#app/care/triage/save-rule.server.ts";
import { json, noContent, notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedRule } from "#app/routes/api/refused-rule.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** `version`: the one that was changed; where somebody else changed it meanwhile, the answer is 409. */
const body = ruleInputSchema.extend({ version: z.number().int().min(1).optional() });

export const action = resource({
  PUT: async ({ request, inShop, shop, staff, now, id }) => {
    requireArea({ staff }, "triage");
    const { version, ...rule } = await readJson(request, body);
    const given = { shopId: shop.id, id, version, rule, by: staff.id, at: now() };
    const saved = await inShop((tx) => saveRule(tx, given));
    return saved.outcome === "saved" ? json(saved.rule) : refusedRule(saved);
  },
  DELETE: async ({ inShop, shop, staff, now, id }) => {
    requireArea({ staff }, "triage");
    const given = { shopId: shop.id, id, by: staff.id, at: now() };
    const { outcome } = await inShop((tx) => removeRule(tx, given));
    return outcome === "removed" ? noContent() : notFound("rule");
  },
});
export const loader = action;
