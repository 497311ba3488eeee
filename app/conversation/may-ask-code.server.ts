import { CODES_A_DAY, CODES_COUNTED_FOR } from "#app/conversation/proof-code.ts";
import type { Tx } from "#app/db.server.ts";

/** Whether a conversation may be asked for one more code today. Counts what was asked for, whether or not a code was sent. */
export async function mayAskCode(
  tx: Tx,
  { conversationId, now }: { conversationId: string; now: Date },
): Promise<boolean> {
  const since = new Date(now.getTime() - CODES_COUNTED_FOR);
  const asked = await tx.proofCode.count({ where: { conversationId, createdAt: { gt: since } } });
  return asked < CODES_A_DAY;
}
