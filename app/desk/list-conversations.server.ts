import { conversationsOfIncident } from "#app/desk/conversations-of-incident.server.ts";
import { askedOf, several, type Asked } from "#app/desk/inbox/asked.ts";
import { atRisk } from "#app/desk/inbox/at-risk.server.ts";
import type { ConversationFilters, ConversationQuery } from "#app/desk/inbox/conversation-query.ts";
import { readRankCursor, writeRankCursor, type RankCursor } from "#app/desk/inbox/rank-cursor.ts";
import type { ListedConversation } from "#app/desk/inbox/listed-conversation.ts";
import { summariseListed } from "#app/desk/inbox/summarise-listed.server.ts";
import { conversationStatuses } from "#app/desk/shapes.ts";
import { maybeSent, notSent } from "#app/desk/not-sent.server.ts";
import type { ListedRow } from "#app/desk/summarise.server.ts";
import { toKeep } from "#app/desk/to-keep.server.ts";
import { withoutExpired } from "#app/desk/without-expired.server.ts";
import type { InShop, Tx } from "#app/db.server.ts";
import type { Now } from "#app/ports.ts";
import type { ShopKeys } from "#app/shop/seal.ts";

export type { ConversationQuery } from "#app/desk/inbox/conversation-query.ts";

export type ConversationPage =
  { outcome: "listed"; items: ListedConversation[]; nextCursor: string | null } | { outcome: "bad_cursor" };

/** More replies than this that did not leave have one cause, which is mended before they are listed. */
const MOST_NAMED = 1_000;

/** A page of conversations. Pages by keyset, so that a long list costs what a short one does. */
export function listConversations(
  { inShop, ...place }: { inShop: InShop; keys: ShopKeys; now: Now },
  query: ConversationQuery,
): Promise<ConversationPage> {
  return inShop((tx) => readPage(tx, place, query));
}

/** The same in a transaction that reads more. */
export async function readPage(
  tx: Tx,
  { keys, now }: { keys: ShopKeys; now: Now },
  query: ConversationQuery,
): Promise<ConversationPage> {
  const after = query.cursor === undefined ? null : readRankCursor(query.cursor);
  if (query.cursor !== undefined && !after) return { outcome: "bad_cursor" };
  const asked = askedOf(keys, query, await named(tx, query, { shopId: keys.shopId, now: now() }));
  const found = asked ? await find(tx, asked, { ...query, after }) : [];
  const page = found.slice(0, query.limit);
  const rows = await rowsOf(tx, page);
  const felt = (await withoutExpired(tx, rows, { shopId: keys.shopId, now: now() })).filter(stillFits(query));
  const items = await summariseListed(tx, keys, { rows: felt, now: now() });
  const last = page.at(-1);
  const nextCursor = last && found.length > page.length ? writeRankCursor(last) : null;
  return { outcome: "listed", items, nextCursor };
}

/** Those that a filter names one by one, since they are few whatever the shop's size; null when none does. */
async function named(
  tx: Tx,
  filters: ConversationFilters,
  { shopId, now }: { shopId: string; now: Date },
): Promise<string[] | null> {
  const { delivery, keeping } = filters;
  const sets = [
    ...(delivery ? [await withDelivery(tx, delivery)] : []),
    ...(keeping ? [await toKeep(tx, keeping, { now, most: MOST_NAMED })] : []),
    ...(filters.incident ? [await aboutIncident(tx, filters.incident, shopId)] : []),
    ...(filters.atRisk ? [await atRisk(tx, { now, most: MOST_NAMED })] : []),
  ];
  const [first, ...others] = sets;
  return first?.filter((id) => others.every((other) => other.includes(id))) ?? null;
}

const aboutIncident = (tx: Tx, incidentId: string, shopId: string): Promise<string[]> =>
  conversationsOfIncident(tx, { shopId, incidentId, statuses: conversationStatuses, most: MOST_NAMED });

type Finding = { sort?: ConversationQuery["sort"]; after: RankCursor | null; limit: number };

/** One row more than the page, to know whether there is a next one. By the database's own function, within the wall between shops. */
async function find(tx: Tx, asked: Asked, { sort = "newest", after, limit }: Finding): Promise<RankCursor[]> {
  const rows = await tx.$queryRaw<{ id: string; rank: bigint }[]>`
    SELECT id, rank FROM list_conversations(
      ${JSON.stringify(asked)}::jsonb, ${sort}, ${after?.rank ?? null}::bigint, ${after?.id ?? null}, ${limit + 1}::int)`;
  return rows.map(({ id, rank }) => ({ id, rank: Number(rank) }));
}

type RankedRow = ListedRow & { rank: number };

/** In the order they were found. */
async function rowsOf(tx: Tx, page: RankCursor[]): Promise<RankedRow[]> {
  const rows = await tx.conversation.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    omit: { searchTokens: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return page.flatMap(({ id, rank }) => {
    const row = byId.get(id);
    return row ? [{ ...row, rank }] : [];
  });
}

/** Whether a row that was found by its emotion still says so. */
const stillFits =
  ({ emotion, unsure }: ConversationFilters) =>
  (row: ListedRow): boolean =>
    (emotion === undefined || several(emotion).some((one) => one === row.emotion)) &&
    (unsure === undefined || row.unsure === unsure);

/** The conversations with a delivery in the wanted state. */
const withDelivery = (tx: Tx, status: "uncertain" | "failed"): Promise<string[]> =>
  status === "failed" ? notSent(tx, MOST_NAMED) : maybeSent(tx, MOST_NAMED);
