import type { Draft } from "@prisma/client";
import { draftContentSchema, type DraftContent } from "#app/care/draft/draft.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

export type LockedDraft = { row: Draft; content: DraftContent };

/**
 * The draft with its conversation and itself locked until the transaction ends, so that two people's decisions (or one
 * person's two clicks) come one after the other. The conversation is locked first, everywhere. Null when there is none.
 */
export async function lockDraft(
  tx: Tx,
  keys: ShopKeys,
  input: { conversationId: string; draftId: string },
): Promise<LockedDraft | null> {
  await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${input.conversationId} FOR UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM drafts WHERE id = ${input.draftId} FOR UPDATE`;
  const row = await tx.draft.findFirst({
    where: { id: input.draftId, conversationId: input.conversationId },
  });
  if (!row) return null;
  const content = openJson(
    keys,
    { context: `drafts.sealed:${row.id}`, bytes: row.sealed },
    draftContentSchema,
  );
  return { row, content };
}
