import { draftContentSchema } from "#app/care/draft/draft.ts";
import { aroundText, type AroundText } from "#app/care/review/around-text.ts";
import { composeReply } from "#app/care/review/compose-reply.server.ts";
import { honestLine } from "#app/care/review/honest-line.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { stopLine } from "#app/care/review/stop-line.server.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** The mail that a draft would be if this person approved it, as it is or with their `text`. Null when there is none, or nobody can be written to. */
export async function previewMail(
  tx: Tx,
  keys: ShopKeys,
  given: { draftId: string; name: string; text?: string | undefined },
): Promise<AroundText | null> {
  const row = await tx.draft.findFirst({ where: { shopId: keys.shopId, id: given.draftId } });
  if (!row) return null;
  const sealed = { context: `drafts.sealed:${row.id}` as const, bytes: row.sealed };
  const draft = { row, content: openJson(keys, sealed, draftContentSchema) };
  return aroundDraft(tx, keys, { draft, name: given.name, text: given.text });
}

/** `name`: who would have checked it. `text`: what they made of it. `signature`: in the place of the voice's that is saved. */
type Given = {
  draft: LockedDraft;
  name: string;
  text?: string | undefined;
  signature?: string | undefined;
};

/** What would stand around a draft's text. Null when nobody can be written to. */
export async function aroundDraft(
  tx: Tx,
  keys: ShopKeys,
  { draft, name, signature, text = draft.content.text }: Given,
): Promise<AroundText | null> {
  const { conversationId, messageId } = draft.row;
  const composed = await composeReply(tx, keys, {
    ...{ conversationId, messageId, text, signature },
    makerLine: honestLine(draft, { text, name }),
    ...(await stopLine(tx, keys, draft)),
  });
  if (composed.outcome === "no_address") return null;
  return aroundText(composed.mail);
}
