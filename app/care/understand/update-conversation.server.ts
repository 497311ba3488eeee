import type { Reading } from "#app/care/understand/reading.ts";
import type { Tx } from "#app/db.server.ts";

/** A conversation says what its newest message says; how urgent it is follows from that (care/triage). `expired`: the message is so old that its emotion is kept no more. */
export async function updateConversation(
  tx: Tx,
  id: string,
  { reading, expired }: { reading: Reading; expired: boolean },
): Promise<void> {
  await tx.conversation.update({
    where: { id },
    data: {
      language: reading.language,
      intent: reading.intent,
      emotion: expired ? null : reading.emotion.label,
      unsure: reading.unsure && !expired,
      ...(reading.orderIds.length > 0 ? { orderIds: reading.orderIds } : {}),
    },
  });
}
