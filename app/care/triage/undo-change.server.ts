import { randomUUID } from "node:crypto";
import type { ConversationEvent } from "@prisma/client";
import { z } from "zod";
import type { Triaged } from "#app/care/triage/change-of.ts";
import { holdConversations, writeTriaged } from "#app/care/triage/triaged-rows.server.ts";
import { withdrawPromises } from "#app/care/triage/withdraw-promises.server.ts";
import { undoOf, type Kept, type Undone } from "#app/care/triage/undo-of.ts";
import { logEvents } from "#app/conversation/log-event.server.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";

/** What was not put back, of which conversation. */
export type NotUndone = { id: string; kind: string; why: Kept["why"] | "gone" | "undone_before" };

export type ChangeUndone =
  | { outcome: "not_found" }
  /** `changeId`: by which the undoing itself is undone. */
  | { outcome: "undone"; changeId: string; ids: string[]; kept: NotUndone[] };

/** Takes a change back in every conversation where it is still as the change left it, and says what it had to leave. */
export async function undoChange(
  tx: Tx,
  { changeId, by, at }: { changeId: string; by: string; at: Date },
): Promise<ChangeUndone> {
  const named = await tx.conversationEvent.findMany({
    where: { changeId },
    distinct: ["conversationId"],
    select: { conversationId: true, shopId: true },
  });
  const [first] = named;
  if (!first) return { outcome: "not_found" };
  const { shopId } = first;
  const ids = named.map(({ conversationId }) => conversationId);
  await lockAgainstRedaction(sqlOf(tx), shopId);
  const held = new Map((await holdConversations(tx, ids)).map(({ id, state }) => [id, state]));
  // Once they are held: what came meanwhile is among it.
  const events = await eventsOf(tx, { shopId, ids });
  const members = await membersOf(tx, shopId);
  const withdrawn = await withdrawPromises(tx, { shopId, changeId });
  const kept: NotUndone[] = [];
  const undone: { id: string; made: Undone }[] = [];
  for (const id of ids) {
    const made = undoIn(held.get(id), { events: events.get(id) ?? [], changeId, members });
    const left = made.kept.filter(({ kind }) => kind !== "handed_over" || !withdrawn.has(id));
    kept.push(...left.map((one) => ({ id, ...one })));
    if (made.undone) undone.push({ id, made: made.undone });
  }
  await writeTriaged(
    tx,
    undone.map(({ id, made }) => ({ id, state: made.after })),
  );
  const undoId = randomUUID();
  await logEvents(
    tx,
    undone.flatMap(({ id: conversationId, made }) =>
      made.done.map(({ kind, data }) => ({
        ...{ shopId, conversationId, kind, by, at, changeId: undoId },
        data: { ...data, undoes: changeId },
      })),
    ),
  );
  return { outcome: "undone", changeId: undoId, ids: undone.map(({ id }) => id), kept };
}

type Undoing = { events: ConversationEvent[]; changeId: string; members: ReadonlySet<string> };

function undoIn(
  now: Triaged | undefined,
  { events, changeId, members }: Undoing,
): { undone: Undone | null; kept: Omit<NotUndone, "id">[] } {
  const change = events.filter((one) => one.changeId === changeId);
  const since = events.slice(events.findLastIndex((one) => one.changeId === changeId) + 1);
  const leave = (why: NotUndone["why"]) => ({
    undone: null,
    kept: change.map(({ kind }) => ({ kind, why })),
  });
  if (!now) return leave("gone");
  if (since.some(({ data }) => undoneBy(data) === changeId)) return leave("undone_before");
  const made = undoOf(now, { change, since, members });
  return { undone: made.done.length > 0 ? made : null, kept: made.kept };
}

const undoesSchema = z.object({ undoes: z.string() });
const undoneBy = (data: unknown): string | null => undoesSchema.safeParse(data).data?.undoes ?? null;

/** Of each conversation what was done to it, in order. */
async function eventsOf(
  tx: Tx,
  { shopId, ids }: { shopId: string; ids: string[] },
): Promise<Map<string, ConversationEvent[]>> {
  const rows = await tx.conversationEvent.findMany({
    where: { shopId, conversationId: { in: ids } },
    orderBy: { seq: "asc" },
  });
  return Map.groupBy(rows, ({ conversationId }) => conversationId);
}

async function membersOf(tx: Tx, shopId: string): Promise<Set<string>> {
  const rows = await tx.staffMember.findMany({ where: { shopId, removedAt: null }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
