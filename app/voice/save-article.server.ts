import { randomUUID } from "node:crypto";
import type { Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import type { ArticleInput } from "#app/voice/article.ts";
import { keepMacroOf } from "#app/voice/keep-macro-of.server.ts";
import { nameMacros } from "#app/voice/list-macros.server.ts";
import { MOST_MACROS } from "#app/voice/macro.ts";
import { writeArticlePassages } from "#app/voice/write-article-passages.server.ts";

/** A shop writes some dozens; what has so many is no knowledge that a person looks after. */
const MOST_ARTICLES = 500;

export type SavedArticle =
  { outcome: "saved"; id: string } | { outcome: "not_found" } | { outcome: "too_many" };

/**
 * Writes a new article, or changes one, which brings a retired one back. Waiting drafts that cite it are looked at again. `newId` is what
 * a new one is called where that is not left to chance.
 */
export async function saveArticle(
  tx: Tx,
  shopId: string,
  {
    id: known,
    newId,
    staffId,
    article,
    now,
  }: {
    id?: string | undefined;
    newId?: string | undefined;
    staffId: string;
    article: ArticleInput;
    now: Date;
  },
): Promise<SavedArticle> {
  const { kind, language, title, body } = article;
  const written = { kind, language, title, body, writtenBy: staffId, updatedAt: now };
  const id = known ?? newId ?? randomUUID();
  if (known === undefined) {
    // Texts of macros are counted with their macros.
    const others = { shopId, OR: [{ macroId: null }, { kind: { not: "macro" } }] };
    if ((await tx.article.count({ where: others })) >= MOST_ARTICLES) return { outcome: "too_many" };
    if (kind === "macro" && (await nameMacros(tx, shopId)).length >= MOST_MACROS)
      return { outcome: "too_many" };
    await tx.article.create({ data: { id, shopId, ...written, createdAt: now } });
  } else {
    const { count } = await tx.article.updateMany({
      where: { shopId, id },
      data: { ...written, retiredAt: null },
    });
    if (count === 0) return { outcome: "not_found" };
  }
  await keepMacroOf(tx, { shopId, articleId: id, by: staffId, at: now });
  const changed = await writeArticlePassages(tx, shopId, { id, kind, language, title, body });
  if (changed) await emit(tx, "knowledge-changed", { data: { shopId } });
  return { outcome: "saved", id };
}
