import { draftContentSchema, draftStatuses, type Draft } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";
import { z } from "zod";

/** The draft a conversation shows: the newest that waits, went stale or was sent; null when there is none. */
export async function readDraft(tx: Tx, keys: ShopKeys, conversationId: string): Promise<Draft | null> {
  const row = await tx.draft.findFirst({
    where: { conversationId, status: { in: ["waiting", "stale", "sent"] } },
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const {
    withheld: _withheld,
    gloss: _gloss,
    ownGloss: _ownGloss,
    restsOn: _restsOn,
    ...content
  } = openJson(keys, { context: `drafts.sealed:${row.id}`, bytes: row.sealed }, draftContentSchema);
  return {
    ...content,
    id: row.id,
    conversationId: row.conversationId,
    messageId: row.messageId,
    version: row.version,
    language: row.language,
    status: z.enum(draftStatuses).parse(row.status),
    maker: row.maker,
    editedBy: row.editedBy,
    factOrderIds: row.factOrderIds,
    createdAt: row.createdAt.toISOString(),
  };
}
