import { json, notFound } from "#app/routes/api/answer.ts";
import { readJson } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { articleSchema } from "#app/voice/article.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";

export const action = resource({
  PUT: async ({ request, inShop, now, shop, staff, id }) => {
    requireArea({ staff }, "knowledge");
    const article = await readJson(request, articleSchema.strict());
    const given = { id, staffId: staff.id, article, now: now() };
    const saved = await inShop((tx) => saveArticle(tx, shop.id, given));
    return saved.outcome === "saved" ? json({ id }) : notFound("article");
  },
});
export const loader = action;
