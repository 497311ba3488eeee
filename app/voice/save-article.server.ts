import { randomUUID } from "node:crypto";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { writePassages } from "#app/mirror/write-passages.server.ts";
import type { ArticleInput } from "#app/voice/article.ts";

/** A shop writes some dozens; what has so many is no knowledge that a person looks after. */
const MOST_ARTICLES = 500;

export type SavedArticle =
  { outcome: "saved"; id: string } | { outcome: "not_found" } | { outcome: "too_many" };

/** Writes a new article, or changes one, which brings a retired one back. Waiting drafts that cite it are looked at again. */
export async function saveArticle(
  tx: Tx,
  shopId: string,
  {
    id: known,
    staffId,
    article,
    now,
  }: { id?: string | undefined; staffId: string; article: ArticleInput; now: Date },
): Promise<SavedArticle> {
  const { kind, language, title, body } = article;
  const written = { kind, language, title, body, writtenBy: staffId, updatedAt: now };
  const id = known ?? randomUUID();
  if (known === undefined) {
    if ((await tx.article.count({ where: { shopId } })) >= MOST_ARTICLES) return { outcome: "too_many" };
    await tx.article.create({ data: { id, shopId, ...written, createdAt: now } });
  } else {
    const { count } = await tx.article.updateMany({
      where: { shopId, id },
      data: { ...written, retiredAt: null },
    });
    if (count === 0) return { outcome: "not_found" };
  }
  const changed = await writePassages(sqlOf(tx), shopId, { kind: "article", id, language, title, body });
  if (changed) await emit(tx, "knowledge-changed", { data: { shopId } });
  return { outcome: "saved", id };
}
