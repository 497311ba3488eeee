import { z } from "zod";
import { json, problem } from "#app/routes/api/answer.ts";
import { readJson, readQuery } from "#app/routes/api/input.ts";
import { requireArea } from "#app/routes/api/require-area.ts";
import { resource } from "#app/routes/api/resource.server.ts";
import { articleSchema } from "#app/voice/article.ts";
import { listArticles } from "#app/voice/list-articles.server.ts";
import { saveArticle } from "#app/voice/save-article.server.ts";

const query = z.strictObject({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const action = resource({
  GET: async ({ request, inShop, shop }) => {
    const asked = readQuery(request, query);
    return json(await inShop((tx) => listArticles(tx, shop.id, asked)));
  },
  POST: async ({ request, inShop, now, shop, staff }) => {
    requireArea({ staff }, "knowledge");
    const article = await readJson(request, articleSchema.strict());
    const given = { staffId: staff.id, article, now: now() };
    const saved = await inShop((tx) => saveArticle(tx, shop.id, given));
    if (saved.outcome === "saved") return json({ id: saved.id }, 201);
    return problem(409, { code: "too_many", message: "There are too many articles. Remove some first." });
  },
});
export const loader = action;
