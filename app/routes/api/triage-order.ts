import { z } from "zod";
import { orderRules } from "#app/care/triage/order-rules.server.ts";
import { MOST_RULES } from "#app/care/triage/rule.ts";
import { noContent, problem } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";

/** Every rule once, the one that is looked at first before the others. */
const body = z.strictObject({ ids: z.array(z.string().max(64)).max(MOST_RULES) });

export const action = resource({
  PUT: async ({ request, inShop, shop, staff }) => {
    requireArea({ staff }, "triage");
    const { ids } = await readJson(request, body);
    const { outcome } = await inShop((tx) => orderRules(tx, { shopId: shop.id, ids }));
    if (outcome === "ordered") return noContent();
    const message = "These are not the rules that there are. Read them again, and name each once.";
    return problem(409, { code: "changed_since", field: "ids", message });
  },
});
export const loader = action;
