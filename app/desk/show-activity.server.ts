import { z } from "zod";
import type { ConversationEvent, Note } from "@prisma/client";
import { mayChange } from "#app/conversation/change-note.server.ts";
import { joinedInto } from "#app/conversation/joined-into.server.ts";
import { noteContentSchema } from "#app/conversation/note.ts";
import type { Tx } from "#app/db.server.ts";
import { readCursor, writeCursor, type Cursor } from "#app/desk/cursor.ts";
import { namesOfStaff } from "#app/shop/list-staff.server.ts";
import type { Role } from "#app/shop/roles.ts";
import { openJson, type ShopKeys } from "#app/shop/seal.ts";

/** A person of the team; who left it is still called by their name. `name` is null of rules, of the shopper and of Attune itself. */
export type Actor = { id: string; name: string | null };

export type ShownNote = {
  type: "note";
  id: string;
  at: string;
  by: Actor;
  text: string;
  mentions: Actor[];
  editedAt: string | null;
  /** Whether whoever looks may write it anew or take it away. */
  mayChange: boolean;
};

/** `kind` and `data` as conversation/log-event.server.ts says; `people`: how those are called whom `data` names by `from` and `to`. */
export type ShownEvent = {
  type: "event";
  id: string;
  at: string;
  by: Actor;
  kind: string;
  data: Record<string, unknown>;
  people: Record<string, string>;
  changeId: string | null;
};

export type Activity = ShownNote | ShownEvent;

export type ActivityShown =
  | { outcome: "shown"; items: Activity[]; nextCursor: string | null }
  | { outcome: "bad_cursor" }
  | { outcome: "not_found" };

export type AskActivity = {
  conversationId: string;
  /** Who looks. */
  staff: { id: string; role: Role };
  /** Notes alone, without what was done. */
  only?: "notes" | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
};

const PAGE = 50;

/** What the team did about a conversation and wrote to itself, the newest first, in pages. */
export async function showActivity(tx: Tx, keys: ShopKeys, asked: AskActivity): Promise<ActivityShown> {
  const { limit = PAGE, only } = asked;
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  if (after === null) return { outcome: "bad_cursor" };
  const conversationId = await placeOf(tx, keys.shopId, asked.conversationId);
  if (!conversationId) return { outcome: "not_found" };
  const page = { shopId: keys.shopId, conversationId, after, take: limit + 1 };
  const notes = await notesOf(tx, page);
  const events = only === "notes" ? [] : await eventsOf(tx, page);
  const rows = [
    ...notes.map((note) => ({ at: note.at, id: note.id, note, event: null })),
    ...events.map((event) => ({ at: event.at, id: event.id, note: null, event })),
  ].toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1));
  const shown = rows.slice(0, limit);
  const names = await namesOfStaff(tx, keys, shown.flatMap(idsIn));
  const last = shown.at(-1);
  return {
    outcome: "shown",
    items: shown.map(({ note, event }) =>
      note ? shownNote(keys, note, { names, staff: asked.staff }) : shownEvent(event, names),
    ),
    nextCursor: last && rows.length > limit ? writeCursor(last) : null,
  };
}

type Row = { at: Date; id: string } & (
  { note: Note; event: null } | { note: null; event: ConversationEvent }
);
type Page = { shopId: string; conversationId: string; after: Cursor | undefined; take: number };
type Names = ReadonlyMap<string, string>;

/** The conversation itself, or the one that took it in. */
async function placeOf(tx: Tx, shopId: string, id: string): Promise<string | null> {
  const found = await tx.conversation.findFirst({ where: { id, shopId }, select: { id: true } });
  return found?.id ?? joinedInto(tx, id);
}

const before = (after: Cursor | undefined) =>
  after ? [{ OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }] : [];

const NEWEST_FIRST = [{ at: "desc" }, { id: "desc" }] as const;

function notesOf(tx: Tx, { shopId, conversationId, after, take }: Page) {
  const where = { shopId, conversationId, AND: before(after) };
  return tx.note.findMany({ where, orderBy: [...NEWEST_FIRST], take });
}

function eventsOf(tx: Tx, { shopId, conversationId, after, take }: Page) {
  // A note says itself that it was written.
  const besides = { OR: [{ kind: { not: "noted" } }, { data: { path: ["removed"], equals: true } }] };
  const where = { shopId, conversationId, AND: [...before(after), besides] };
  return tx.conversationEvent.findMany({ where, orderBy: [...NEWEST_FIRST], take });
}

const named = z.object({ from: z.string().nullish(), to: z.string().nullish() });

/** Whom an event is about, besides who did it. */
function peopleIn({ kind, data }: ConversationEvent): string[] {
  if (!["assigned", "escalated", "handed_over"].includes(kind)) return [];
  const { from, to } = named.safeParse(data).data ?? {};
  return [from, to].flatMap((id) => id ?? []);
}

const idsIn = ({ note, event }: Row): string[] =>
  note ? [note.writtenBy, ...note.mentions] : [event.by, ...peopleIn(event)];

const actor = (id: string, names: Names): Actor => ({ id, name: names.get(id) ?? null });

function shownNote(
  keys: ShopKeys,
  note: Note,
  { names, staff }: { names: Names; staff: AskActivity["staff"] },
): ShownNote {
  const { id, at, writtenBy, mentions, editedAt, sealed } = note;
  const { text } = openJson(keys, { context: `notes.sealed:${id}`, bytes: sealed }, noteContentSchema);
  return {
    ...{ type: "note", id, text },
    at: at.toISOString(),
    by: actor(writtenBy, names),
    mentions: mentions.map((one) => actor(one, names)),
    editedAt: editedAt?.toISOString() ?? null,
    mayChange: mayChange(note, staff),
  };
}

const dataSchema = z.record(z.string(), z.unknown());

function shownEvent(event: ConversationEvent, names: Names): ShownEvent {
  const { id, at, by, kind, data, changeId } = event;
  const people = peopleIn(event).flatMap((one) => (names.has(one) ? [[one, names.get(one)]] : []));
  return {
    ...{ type: "event", id, kind, changeId },
    at: at.toISOString(),
    by: actor(by, names),
    data: dataSchema.safeParse(data).data ?? {},
    people: Object.fromEntries(people),
  };
}
