import type { Conversation } from "@prisma/client";
import { logEvent } from "#app/conversation/log-event.server.ts";
import { mergedTokens } from "#app/conversation/merged-tokens.ts";
import type { Tx } from "#app/db.server.ts";

/** What a conversation learns from a message that came into it. */
export type Coming = {
  at: Date;
  contactIndex: string | null;
  customerId: string | null;
  orderIds: string[];
  tokens: string[];
  /** What kind of automatic mail it is; null when a person wrote it. */
  automatic: string | null;
};

/** A message came into a conversation: it is open, and what waited as an answer turns stale. The message itself is the caller's. */
export async function goOn(tx: Tx, thread: Conversation, coming: Coming): Promise<void> {
  const { at, customerId, orderIds, tokens, automatic } = coming;
  const sameContact = thread.contactIndex === coming.contactIndex;
  // A bounce says that an answer did not arrive, a complaint that it was unwanted: a person should look.
  const wakesNobody = automatic === "auto_reply" || automatic === "list";
  const reopens = thread.status !== "spam" && !wakesNobody;
  await tx.conversation.update({
    where: { id: thread.id },
    data: {
      ...(reopens ? { status: "open" } : {}),
      // Who answers it has got it, whatever is known of our mail.
      unsent: false,
      ...(sameContact && !thread.customerId && customerId ? { customerId } : {}),
      ...(sameContact && thread.orderIds.length === 0 ? { orderIds } : {}),
      searchTokens: mergedTokens(thread.searchTokens, tokens),
      updatedAt: at > thread.updatedAt ? at : thread.updatedAt,
    },
  });
  if (reopens) await logOpened(tx, thread, at);
  // An answer to what they wrote before is not what they wait for now.
  if (!automatic)
    await tx.draft.updateMany({
      where: { conversationId: thread.id, status: "waiting" },
      data: { status: "stale" },
    });
}

/** That what waited for the shopper is open again goes without saying; that somebody closed it, or put it off, does not. */
async function logOpened(
  tx: Tx,
  { id, shopId, status, snoozedUntil }: Conversation,
  at: Date,
): Promise<void> {
  if (status !== "snoozed" && status !== "closed") return;
  const fromUntil = snoozedUntil ? { fromUntil: snoozedUntil.toISOString() } : {};
  await logEvent(tx, {
    ...{ shopId, conversationId: id, by: "shopper", at },
    kind: status === "snoozed" ? "woke" : "reopened",
    data: { from: status, to: "open", ...fromUntil, why: "message" },
  });
}
