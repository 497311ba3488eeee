import type { Conversation } from "@prisma/client";
import { logOpened } from "#app/conversation/log-opened.server.ts";
import { mergedTokens } from "#app/conversation/merged-tokens.ts";
import type { Tx } from "#app/db.server.ts";

/** What a conversation learns from a message that came into it. */
export type Coming = {
  at: Date;
  contactIndex: string | null;
  customerId: string | null;
  orderIds: string[];
  tokens: string[];
  /** The form that they are in, where it may be an older one. */
  wordsForm?: number;
  /** Sealed for the conversation: how the message begins. Without it, whoever needs it reads the message. */
  sealedPreview?: Uint8Array<ArrayBuffer>;
  /** What kind of automatic mail it is; null when a person wrote it. */
  automatic: string | null;
};

const settled = new Set(["closed", "spam"]);

/**
 * A message came into a conversation: it is open, and what waited as an answer turns stale. The message itself is the caller's. Hold the
 * conversation, and read it then: what is written follows from what stood there.
 */
export async function goOn(tx: Tx, thread: Conversation, coming: Coming): Promise<void> {
  const { at, customerId, orderIds, tokens, automatic, sealedPreview = null } = coming;
  const isSide = thread.parentId !== null;
  // Whoever a side conversation is with is no shopper there.
  const sameContact = thread.contactIndex === coming.contactIndex && !isSide;
  // A bounce says that an answer did not arrive, a complaint that it was unwanted: a person should look.
  const wakesNobody = automatic === "auto_reply" || automatic === "list";
  const reopens = thread.status !== "spam" && !wakesNobody;
  await tx.conversation.update({
    where: { id: thread.id },
    data: {
      ...(reopens ? { status: "open" } : {}),
      // Who answers it has got it, whatever is known of our mail.
      unsent: isSide,
      ...(sameContact && !thread.customerId && customerId ? { customerId } : {}),
      ...(sameContact && thread.orderIds.length === 0 ? { orderIds } : {}),
      searchTokens: mergedTokens(thread.searchTokens, tokens),
      wordsForm: Math.min(thread.wordsForm, coming.wordsForm ?? thread.wordsForm),
      // What was closed without an answer is nothing that they wait for.
      ...(automatic ? {} : { waitingSince: settled.has(thread.status) ? at : (thread.waitingSince ?? at) }),
      // One that came late does not say how the newest begins.
      ...(at >= thread.updatedAt ? { sealedPreview } : {}),
      updatedAt: at > thread.updatedAt ? at : thread.updatedAt,
    },
  });
  if (reopens) await logOpened(tx, thread, { by: "shopper", why: "message", at });
  // An answer to what they wrote before is not what they wait for now.
  if (!automatic)
    await tx.draft.updateMany({
      where: { conversationId: thread.id, status: "waiting" },
      data: { status: "stale" },
    });
}
