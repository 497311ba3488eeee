import { saveRule } from "#app/care/triage/save-rule.server.ts";
import { ruleInputSchema } from "#app/care/triage/rule.ts";
import { listRules } from "#app/desk/list-rules.server.ts";
import { json } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { refusedRule } from "#app/routes/api/refused-rule.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

export const action = resource({
  GET: async ({ inShop, shop, now }) =>
    json({ items: await inShop((tx) => listRules(tx, shop.id, now())), nextCursor: null }),
  POST: async ({ request, inShop, shop, staff, now }) => {
    requireArea({ staff }, "triage");
    const rule = await readJson(request, ruleInputSchema);
    const saved = await inShop((tx) => saveRule(tx, { shopId: shop.id, rule, by: staff.id, at: now() }));
    return saved.outcome === "saved" ? json(saved.rule, 201) : refusedRule(saved);
  },
});
export const loader = action;
