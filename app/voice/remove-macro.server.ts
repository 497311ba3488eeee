import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { writeArticlePassages } from "#app/voice/write-article-passages.server.ts";

type RemoveMacro = { shopId: string; id: string; at: Date };

/** Takes a macro out: nobody chooses it and no draft cites it from now on. Rules that name it say so. */
export async function removeMacro(
  tx: Tx,
  { shopId, id, at }: RemoveMacro,
): Promise<{ outcome: "removed" | "not_found" }> {
  const { count } = await tx.macro.updateMany({
    where: { shopId, id, removedAt: null },
    data: { removedAt: at },
  });
  if (count === 0) return { outcome: "not_found" };
  const texts = await tx.article.findMany({ where: { shopId, macroId: id, retiredAt: null } });
  for (const { id: articleId, language, title } of texts)
    await writeArticlePassages(tx, shopId, { kind: "macro", id: articleId, language, title, body: "" });
  await tx.article.updateMany({ where: { shopId, macroId: id, retiredAt: null }, data: { retiredAt: at } });
  if (texts.length > 0) await emit(tx, "knowledge-changed", { data: { shopId } });
  return { outcome: "removed" };
}
