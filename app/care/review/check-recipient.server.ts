import type { Check } from "#app/care/draft/draft.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";
import { isSuppressed } from "#app/conversation/suppressions.server.ts";
import type { Tx } from "#app/db.server.ts";

/**
 * Whether somebody may be written to who did not write: to an address that takes no mail nothing is sent, and to who asked not to be
 * written to only with a reason. Nothing of any other draft, whose shopper wrote or was decided on.
 */
export async function checkRecipient(tx: Tx, { row, content }: LockedDraft): Promise<Check[]> {
  if (!content.message) return [];
  const { contactIndex } = await tx.conversation.findUniqueOrThrow({
    where: { id: row.conversationId },
    select: { contactIndex: true },
  });
  if (!contactIndex) return [];
  if (await isSuppressed(tx, contactIndex, "all"))
    return [
      {
        ...{ rule: "suppressed", outcome: "block", overrulable: false },
        why: "The address takes no mail: it bounced, or its owner complained",
      },
    ];
  return (await isSuppressed(tx, contactIndex, "outreach"))
    ? [{ rule: "opted_out", outcome: "block", why: "They asked not to be written to unasked" }]
    : [];
}
