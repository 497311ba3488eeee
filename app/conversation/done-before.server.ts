import type { EventKind } from "#app/conversation/event-kind.ts";
import type { Tx } from "#app/db.server.ts";

/**
 * What was written down of what was asked for before by the same `changeId`: whoever asks makes it, and asks again when no answer came. Null:
 * it was not done. Hold the conversation first: the one that was asked before may still be under way.
 */
export const doneBefore = async (
  tx: Tx,
  given: { conversationId: string; changeId: string; kind: EventKind },
): Promise<{ data: unknown } | null> =>
  tx.conversationEvent.findFirst({ where: given, select: { data: true } });
