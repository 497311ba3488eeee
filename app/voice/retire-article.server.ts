import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { keepMacroOf } from "#app/voice/keep-macro-of.server.ts";
import { writeArticlePassages } from "#app/voice/write-article-passages.server.ts";

/** Takes an article out of use: no draft cites it from now on, and waiting ones that do are looked at again. It can be saved anew. */
export async function retireArticle(
  tx: Tx,
  shopId: string,
  { id, now }: { id: string; now: Date },
): Promise<"retired" | "not_found"> {
  const article = await tx.article.findFirst({ where: { shopId, id } });
  if (!article) return "not_found";
  if (article.retiredAt) return "retired";
  await tx.article.update({ where: { id }, data: { retiredAt: now } });
  await keepMacroOf(tx, { shopId, articleId: id, by: article.writtenBy, at: now });
  const { language, title } = article;
  await writeArticlePassages(tx, shopId, { kind: "article", id, language, title, body: "" });
  await emit(tx, "knowledge-changed", { data: { shopId } });
  return "retired";
}
