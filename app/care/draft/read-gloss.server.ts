import { composedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** What each sentence of a draft says in a language its reviewer reads; null where there is no translation of it. */
export type ShownGloss = { language: string; sentences: (string | null)[] };

/** In the reviewer's language, else in English. Null when there is no such draft. */
export async function readGloss(
  tx: Tx,
  keys: ShopKeys,
  given: { conversationId: string; draftId: string; language: string },
): Promise<ShownGloss | null> {
  const { conversationId, draftId } = given;
  const row = await tx.draft.findFirst({ where: { id: draftId, conversationId, shopId: keys.shopId } });
  if (!row) return null;
  const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
  const { sentences, gloss } = openJson(keys, sealed, draftContentSchema);
  const language = composedLanguage(given.language);
  const known = gloss?.[language];
  return { language, sentences: sentences.map((_, at) => known?.[at] ?? null) };
}
