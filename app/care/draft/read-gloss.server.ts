import { composedLanguage } from "#app/care/draft/catalogue/catalogue.ts";
import { draftContentSchema } from "#app/care/draft/draft.ts";
import { shownGloss, type ShownGloss } from "#app/care/draft/gloss.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

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
  return shownGloss(openJson(keys, sealed, draftContentSchema), composedLanguage(given.language));
}
