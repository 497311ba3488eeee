import type { Prisma } from "@prisma/client";
import type { EventKind } from "#app/conversation/event-kind.ts";
import type { Tx } from "#app/db.server.ts";
import { timedId } from "#app/lib/timed-id.ts";

/**
 * `by`: the id of a member of staff, `rule:<id>`, `shopper` or `attune`. `data`: ids, codes and times, never words: nothing in it is
 * sealed. `changeId`: what was done at once, to one conversation or to many, and is undone at once.
 */
export type ConversationEvent = {
  shopId: string;
  conversationId: string;
  kind: EventKind;
  by: string;
  at: Date;
  data: Prisma.InputJsonObject;
  changeId?: string | undefined;
};

/** Writes down what was done to a conversation. Hold the conversation, so that its events stand in the order in which they came. */
export async function logEvent(tx: Tx, event: ConversationEvent): Promise<void> {
  await logEvents(tx, [event]);
}

/** Several at once, in their order. */
export async function logEvents(tx: Tx, events: readonly ConversationEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.conversationEvent.createMany({
    data: events.map((event) => ({ ...event, id: timedId(event.at.getTime()) })),
  });
}
