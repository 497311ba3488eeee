import type { Prisma } from "@prisma/client";
import { readCursor, writeCursor, type Cursor } from "#app/desk/cursor.ts";
import { notSent } from "#app/desk/not-sent.server.ts";
import { summarise, type ListedRow } from "#app/desk/summarise.server.ts";
import type { ConversationStatus, ConversationSummary } from "#app/desk/shapes.ts";
import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";
import { toKeep } from "#app/desk/to-keep.server.ts";
import type { KeepingMatter } from "#app/desk/keeping-matters.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import { queryTokens, type ShopKeys } from "#app/shop/seal.ts";

export type ConversationQuery = {
  status?: ConversationStatus | undefined;
  emotion?: CareEmotion | undefined;
  intent?: Intent | undefined;
  unsure?: boolean | undefined;
  /** Words, each of which must be found whole or as the beginning of a word. */
  q?: string | undefined;
  /** Only those of which a draft waits for a person. */
  draft?: "waiting" | undefined;
  /** Only those that have a delivery in this state; `failed` is whatever did not leave. */
  delivery?: "uncertain" | "failed" | undefined;
  /** Only those in which something is to be kept or put right. */
  keeping?: KeepingMatter | undefined;
  cursor?: string | undefined;
  limit: number;
};

export type Listed =
  { outcome: "listed"; items: ConversationSummary[]; nextCursor: string | null } | { outcome: "bad_cursor" };

/** More words narrow a search no further, and each costs an index look-up. */
const MOST_WORDS = 12;
/** More replies than this that did not leave have one cause, which is mended before they are listed. */
const MOST_UNSENT = 1_000;

/** A page of conversations, the last changed first. Pages by keyset, so that a long list costs what a short one does. */
export async function listConversations(
  { inShop, keys, now }: { inShop: InShop; keys: ShopKeys; now: Now },
  query: ConversationQuery,
): Promise<Listed> {
  const after = query.cursor === undefined ? null : readCursor(query.cursor);
  if (query.cursor !== undefined && !after) return { outcome: "bad_cursor" };
  return inShop(async (tx) => {
    const ids = query.delivery
      ? await withDelivery(tx, query.delivery)
      : query.keeping
        ? await toKeep(tx, query.keeping, { now: now(), most: MOST_UNSENT })
        : null;
    const rows = query.q
      ? await searched(tx, keys, { ...query, q: query.q, ids, after })
      : await newest(tx, keys, { ...query, ids, after });
    const page = rows.slice(0, query.limit);
    const felt = await withoutExpired(tx, page, { shopId: keys.shopId, now: now() });
    const items = await summarise(tx, keys, felt.filter(stillFits(query)));
    return { outcome: "listed", items, nextCursor: rows.length > page.length ? cursorAfter(page) : null };
  });
}

/** Whether a row that was found by its emotion still says so. */
const stillFits =
  ({ emotion, unsure }: ConversationQuery) =>
  (row: ListedRow): boolean =>
    (emotion === undefined || row.emotion === emotion) && (unsure === undefined || row.unsure === unsure);

type Paged = ConversationQuery & { ids: string[] | null; after: Cursor | null };

/** One row more than the page, to know whether there is a next one. */
function newest(tx: Tx, keys: ShopKeys, given: Paged): Promise<ListedRow[]> {
  const { status, emotion, intent, unsure, draft, ids, after, limit } = given;
  const conditions: Prisma.ConversationWhereInput[] = [];
  if (ids) conditions.push({ id: { in: ids } });
  if (after) {
    // The first bound is the index range; the second one breaks the tie of rows changed in the same millisecond.
    conditions.push({ updatedAt: { lte: after.at } });
    conditions.push({ OR: [{ updatedAt: { lt: after.at } }, { id: { lt: after.id } }] });
  }
  return tx.conversation.findMany({
    where: {
      ...{ shopId: keys.shopId, unsent: false },
      ...(status ? { status } : {}),
      ...(emotion ? { emotion } : {}),
      ...(intent ? { intent } : {}),
      ...(unsure === undefined ? {} : { unsure }),
      ...(draft ? { toReview: true } : {}),
      AND: conditions,
    },
    omit: { searchTokens: true },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
}

/** The same by words, through the database's own function: row-level security keeps the index of words from anybody else. */
async function searched(tx: Tx, keys: ShopKeys, given: Paged & { q: string }): Promise<ListedRow[]> {
  const { status, emotion, intent, unsure, draft, ids, after, limit } = given;
  const words = queryTokens(keys, given.q)
    .slice(0, MOST_WORDS)
    .map(({ word, prefix }) => (prefix ? [word, prefix] : [word]));
  // Nothing in it is a word: nothing contains it.
  if (words.length === 0) return [];
  const narrowed = {
    ...{ status, emotion, intent, unsure },
    ...(draft ? { to_review: true } : {}),
    ...(ids ? { ids } : {}),
  };
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM find_conversations(
      ${JSON.stringify(words)}::jsonb, ${JSON.stringify(narrowed)}::jsonb,
      ${after?.at ?? null}::timestamptz, ${after?.id ?? null}, ${limit + 1}::int)`;
  const rows = await tx.conversation.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    omit: { searchTokens: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

function cursorAfter(page: ListedRow[]): string | null {
  const last = page.at(-1);
  return last ? writeCursor({ at: last.updatedAt, id: last.id }) : null;
}

/** The conversations with a delivery in the wanted state. */
async function withDelivery(tx: Tx, status: "uncertain" | "failed"): Promise<string[]> {
  if (status === "failed") return notSent(tx, MOST_UNSENT);
  const rows = await tx.delivery.findMany({
    where: { status },
    orderBy: { at: "desc" },
    take: MOST_UNSENT,
    select: { conversationId: true },
  });
  return rows.flatMap(({ conversationId }) => conversationId ?? []);
}
