import { z } from "zod";
import { noContent, notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { retireArticle } from "#app/voice/retire-article.server.ts";

export const action = resource({
  POST: async ({ request, inShop, now, shop, staff, id }) => {
    requireArea({ staff }, "knowledge");
    await readJson(request, z.strictObject({}));
    const retired = await inShop((tx) => retireArticle(tx, shop.id, { id, now: now() }));
    return retired === "retired" ? noContent() : notFound("article");
  },
});
export const loader = action;
