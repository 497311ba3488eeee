import type { Draft as DraftRow } from "@prisma/client";
import { z } from "zod";
import { draftContentSchema, draftStatuses, type Draft } from "#app/care/draft/draft.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A draft's row as the screens and the JSON API show it: without what only the guard and the translation read. */
export function openDraft(keys: ShopKeys, row: DraftRow): Draft {
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
