import type { Draft as DraftRow } from "@prisma/client";
import { draftContentSchema, type DraftContent, type DraftUsage } from "#app/care/draft/draft.ts";
import { layOut } from "#app/care/draft/lay-out.ts";
import { wordChanges, type WordChange } from "#app/desk/word-changes.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** One version of a conversation's draft. */
export type ShownVersion = {
  id: string;
  version: number;
  /** waiting | stale | sent | declined | superseded */
  status: string;
  language: string;
  maker: string;
  /** What the reviewer asked for. */
  hint: string | null;
  createdAt: string;
  /** What the model took; null where none was asked. */
  usage: DraftUsage | null;
  /** Against the version before it; null where there is none that answers the same message in the same language. */
  changes: WordChange[] | null;
  /** Who changed its text before it was sent, and how. */
  edit: { by: string; changes: WordChange[] } | null;
};

const MOST_VERSIONS = 20;

/** The newest versions of a conversation's draft, newest first, each with what changed. Null when there is no such conversation. */
export async function showVersions(
  tx: Tx,
  keys: ShopKeys,
  conversationId: string,
): Promise<ShownVersion[] | null> {
  const where = { shopId: keys.shopId, conversationId };
  const rows = await tx.draft.findMany({ where, orderBy: { version: "desc" }, take: MOST_VERSIONS + 1 });
  if (rows.length === 0 && (await tx.conversation.count({ where: { id: conversationId } })) === 0)
    return null;
  const opened = rows.map((row) => ({ row, content: contentOf(keys, row) }));
  return opened.slice(0, MOST_VERSIONS).map((one, at) => shownVersion(one, opened[at + 1]));
}

type Opened = { row: DraftRow; content: DraftContent };

function contentOf(keys: ShopKeys, { id, sealed }: DraftRow): DraftContent {
  return openJson(keys, { context: `drafts.sealed:${id}`, bytes: sealed }, draftContentSchema);
}

function shownVersion({ row, content }: Opened, before: Opened | undefined): ShownVersion {
  const { id, version, status, language, maker, editedBy, createdAt } = row;
  const comparable = before?.row.messageId === row.messageId && before.row.language === language;
  const text = draftedText({ row, content });
  return {
    ...{ id, version, status, language, maker },
    hint: content.hint ?? null,
    createdAt: createdAt.toISOString(),
    usage: content.usage ?? null,
    changes: comparable ? wordChanges(draftedText(before), text, language) : null,
    edit: editedBy ? { by: editedBy, changes: wordChanges(text, content.text, language) } : null,
  };
}

/** The text as it was drafted: one that a person edited is kept as it was sent, and its sentences as they were. */
const draftedText = ({ row, content }: Opened): string =>
  row.editedBy ? layOut(content.sentences, row.language) : content.text;
