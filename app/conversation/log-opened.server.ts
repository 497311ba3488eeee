import type { Conversation } from "@prisma/client";
import { logEvent } from "#app/conversation/log-event.server.ts";
import type { Tx } from "#app/db.server.ts";

type Opened = Pick<Conversation, "id" | "shopId" | "status" | "snoozedUntil">;

/**
 * That what waited for the shopper is open again goes without saying; that somebody closed it, or put it off, does not. The conversation as
 * it stood before. Hold it.
 */
export async function logOpened(
  tx: Tx,
  { id, shopId, status, snoozedUntil }: Opened,
  { by, why, at }: { by: "shopper" | "attune"; why: "message" | "aside"; at: Date },
): Promise<void> {
  if (status !== "snoozed" && status !== "closed") return;
  const fromUntil = snoozedUntil ? { fromUntil: snoozedUntil.toISOString() } : {};
  await logEvent(tx, {
    ...{ shopId, conversationId: id, by, at },
    kind: status === "snoozed" ? "woke" : "reopened",
    data: { from: status, to: "open", ...fromUntil, why },
  });
}
