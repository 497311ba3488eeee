import { sqlOf, type Tx } from "#app/db.server.ts";
import { writePassages } from "#app/mirror/write-passages.server.ts";
import type { ArticleInput } from "#app/voice/article.ts";

/**
 * Makes a text's passages those of its words now, none where it is out of use. An answer's are cited as such; one whose kind was changed leaves
 * none of the other kind. Answers whether any changed.
 */
export async function writeArticlePassages(
  tx: Tx,
  shopId: string,
  { id, kind, language, title, body }: ArticleInput & { id: string },
): Promise<boolean> {
  const cited = kind === "answer" ? "answer" : "article";
  let changed = false;
  for (const source of ["article", "answer"] as const) {
    const words = { kind: source, id, language, title, body: source === cited ? body : "" };
    if (await writePassages(sqlOf(tx), shopId, words)) changed = true;
  }
  return changed;
}
