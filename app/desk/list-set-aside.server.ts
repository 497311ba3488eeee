import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { readCursor, writeCursor } from "#app/desk/cursor.ts";
import { refOf, type DeadKind } from "#app/ingest/dead-letters/dead-letter.ts";
import {
  listDeadLetters,
  type DeadLetterPage,
  type PageStart,
} from "#app/ingest/dead-letters/list-dead-letters.server.ts";

/** One thing that was set aside, as a screen shows it. `what`: a webhook's topic, a message's channel or a job's name. */
export type SetAside = {
  ref: string;
  kind: DeadKind;
  what: string;
  at: string;
  reason: string;
  attempts: number | null;
};

export type SetAsidePage =
  { outcome: "listed"; items: SetAside[]; nextCursor: string | null } | { outcome: "bad-cursor" };

const PAGE = 50;
/** More than this is "many": nobody counts on. */
export const MOST_COUNTED = 100;

/** A page of what was set aside in the shop, the newest first. */
export async function listSetAside(inShop: InShop, cursor: string | null): Promise<SetAsidePage> {
  const start = cursor === null ? null : readCursor(cursor);
  if (cursor !== null && !start) return { outcome: "bad-cursor" };
  // A cursor's id has no colon.
  const after = start && { at: start.at, ref: start.id.replace("_", ":") };
  const { items, next } = await inShop((tx) => listOf(tx, { after, limit: PAGE }));
  return {
    outcome: "listed",
    items: items.map((one) => ({
      ref: refOf(one),
      kind: one.kind,
      what: one.what,
      at: one.at.toISOString(),
      reason: one.reason,
      attempts: one.attempts,
    })),
    nextCursor: next && writeCursor({ at: next.at, id: next.ref.replace(":", "_") }),
  };
}

/** How many were set aside, counted to a hundred. */
export async function countSetAside(inShop: InShop): Promise<number> {
  const { items } = await inShop((tx) => listOf(tx, { limit: MOST_COUNTED }));
  return items.length;
}

async function listOf(tx: Tx, page: { after?: PageStart | null; limit: number }): Promise<DeadLetterPage> {
  const shop = await tx.shop.findFirstOrThrow({ select: { id: true } });
  return listDeadLetters(sqlOf(tx), { ...page, shopId: shop.id });
}
