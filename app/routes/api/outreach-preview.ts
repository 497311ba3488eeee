import { z } from "zod";
import { previewOutreach } from "#app/care/decide/preview.server.ts";
import { issueKinds } from "#app/care/detect/issue.ts";
import { json } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { outreachChangeSchema } from "#app/shop/outreach-settings.ts";

const body = z.strictObject({ outreach: outreachChangeSchema(issueKinds).default({}) });

/** What settings that nobody has saved yet would have made of the last month. */
export const action = resource({
  POST: async ({ request, inShop, shop, staff, now }) => {
    requireArea({ staff }, "outreach");
    const { outreach } = await readJson(request, body);
    return json(await inShop((tx) => previewOutreach(tx, { shopId: shop.id, change: outreach, now: now() })));
  },
});
export const loader = action;
