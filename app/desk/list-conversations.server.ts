import type { Conversation, Prisma } from "@prisma/client";
import { readCursor, writeCursor } from "#app/desk/cursor.ts";
import { summarise } from "#app/desk/summarise.server.ts";
import type { ConversationStatus, ConversationSummary } from "#app/desk/shapes.ts";
import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import { queryTokens, type ShopKeys } from "#app/shop/seal.ts";

export type ConversationQuery = {
  status?: ConversationStatus | undefined;
  emotion?: CareEmotion | undefined;
  intent?: Intent | undefined;
  unsure?: boolean | undefined;
  /** Words, each of which must be found whole or as the beginning of a word. */
  q?: string | undefined;
  /** Only those that have a draft in this state, or a delivery in this state. */
  draft?: "waiting" | undefined;
  delivery?: "uncertain" | "failed" | undefined;
  cursor?: string | undefined;
  limit: number;
};

export type Listed =
  { outcome: "listed"; items: ConversationSummary[]; nextCursor: string | null } | { outcome: "bad_cursor" };

/** More words narrow a search no further, and each costs an index look-up. */
const MOST_WORDS = 12;
/** More open matters than this are worked off before they are listed. */
const MOST_MARKED = 2_000;

/** A page of conversations, the last changed first. Pages by keyset, so that a long list costs what a short one does. */
export async function listConversations(
  { inShop, keys }: { inShop: InShop; keys: ShopKeys },
  query: ConversationQuery,
): Promise<Listed> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  if (query.cursor !== undefined && !after) return { outcome: "bad_cursor" };
  return inShop(async (tx) => {
    const conditions: Prisma.ConversationWhereInput[] = [
      ...fieldConditions(query),
      ...wordConditions(keys, query.q),
      ...(await markConditions(tx, query)),
    ];
    if (after) {
      // The first bound is the index range; the second one breaks the tie of rows changed in the same millisecond.
      conditions.push({ updatedAt: { lte: after.at } });
      conditions.push({ OR: [{ updatedAt: { lt: after.at } }, { id: { lt: after.id } }] });
    }
    const rows = await tx.conversation.findMany({
      where: { shopId: keys.shopId, AND: conditions },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: query.limit + 1,
    });
    const page = rows.slice(0, query.limit);
    const items = await summarise(tx, keys, page);
    return { outcome: "listed", items, nextCursor: rows.length > page.length ? cursorAfter(page) : null };
  });
}

function cursorAfter(page: Conversation[]): string | null {
  const last = page.at(-1);
  return last ? writeCursor({ at: last.updatedAt, id: last.id }) : null;
}

function fieldConditions({
  status,
  emotion,
  intent,
  unsure,
}: ConversationQuery): Prisma.ConversationWhereInput[] {
  return [
    ...(status ? [{ status }] : []),
    ...(emotion ? [{ emotion }] : []),
    ...(intent ? [{ intent }] : []),
    ...(unsure === undefined ? [] : [{ unsure }]),
  ];
}

function wordConditions(keys: ShopKeys, q: string | undefined): Prisma.ConversationWhereInput[] {
  if (!q) return [];
  const words = queryTokens(keys, q).slice(0, MOST_WORDS);
  // Nothing in it is a word: nothing contains it.
  if (words.length === 0) return [{ id: { in: [] } }];
  return words.map(({ word, prefix }) => ({ searchTokens: { hasSome: prefix ? [word, prefix] : [word] } }));
}

async function markConditions(
  tx: Tx,
  { draft, delivery }: ConversationQuery,
): Promise<Prisma.ConversationWhereInput[]> {
  const conditions: Prisma.ConversationWhereInput[] = [];
  if (draft) {
    const marked = await tx.draft.findMany({
      where: { status: draft },
      orderBy: { createdAt: "desc" },
      take: MOST_MARKED,
      select: { conversationId: true },
    });
    conditions.push({ id: { in: marked.map(({ conversationId }) => conversationId) } });
  }
  if (delivery) {
    const marked = await tx.delivery.findMany({
      where: { status: delivery },
      orderBy: { at: "desc" },
      take: MOST_MARKED,
      select: { conversationId: true },
    });
    conditions.push({ id: { in: marked.flatMap(({ conversationId }) => conversationId ?? []) } });
  }
  return conditions;
}
