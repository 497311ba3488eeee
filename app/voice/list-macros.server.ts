import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { MOST_MACROS, searchedAs, type Macro } from "#app/voice/macro.ts";
import { withTexts } from "#app/voice/read-macro.server.ts";

export type ListedMacros = { items: Macro[]; nextCursor: string | null };
type Named = { id: string; name: string };
type Asked = {
  /** Words that are all in a macro's name or texts. */
  q?: string | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

/** The shop's macros by their names, page by page. Null when the cursor is none of ours. */
export async function listMacros(
  tx: Tx,
  shopId: string,
  { q = "", cursor, limit = 50 }: Asked = {},
): Promise<ListedMacros | null> {
  const after = cursor === undefined ? null : readCursor(cursor);
  if (cursor !== undefined && !after) return null;
  const named = await nameMacros(tx, shopId, { q });
  const left = after ? named.filter((one) => byName(after, one) < 0) : named;
  const shown = left.slice(0, limit);
  const last = shown.at(-1);
  const rows = await tx.macro.findMany({ where: { shopId, id: { in: shown.map(({ id }) => id) } } });
  return {
    items: await withTexts(tx, shopId, rows.toSorted(byName)),
    nextCursor: left.length > limit && last ? writeCursor(last) : null,
  };
}

/** Every macro by its name, without its texts. */
export async function nameMacros(tx: Tx, shopId: string, { q = "" } = {}): Promise<Named[]> {
  const words = searchedAs(q).split(" ").filter(Boolean);
  const rows = await tx.macro.findMany({
    where: { shopId, removedAt: null, AND: words.map((word) => ({ search: { contains: literal(word) } })) },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
    take: MOST_MACROS,
  });
  return rows.toSorted(byName);
}

/** What was typed is no pattern: the database's own signs for "anything" stand for themselves. */
const literal = (word: string) => word.replaceAll(/[\\%_]/gu, "\\$&");

/** As people sort them, which the database's own order is not: ä beside a, small beside capital. */
const collator = new Intl.Collator("en", { numeric: true });
const byName = (one: Named, other: Named) =>
  collator.compare(one.name, other.name) || (one.id < other.id ? -1 : Number(one.id > other.id));

const cursorSchema = z.object({ name: z.string(), id: z.string() });

const writeCursor = ({ name, id }: Named) => Buffer.from(JSON.stringify({ name, id })).toString("base64url");

function readCursor(text: string): Named | null {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
