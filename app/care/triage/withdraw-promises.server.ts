import { z } from "zod";
import type { Tx } from "#app/db.server.ts";

const handedOver = z.object({ promiseId: z.string(), moved: z.literal(false) });

/**
 * Takes back what a change promised when it handed conversations over, where no reply has told it. Answers of which conversations. One
 * that was there before and got another time stays: somebody had promised it. Hold the conversations.
 */
export async function withdrawPromises(
  tx: Tx,
  { shopId, changeId }: { shopId: string; changeId: string },
): Promise<Set<string>> {
  const events = await tx.conversationEvent.findMany({ where: { shopId, changeId, kind: "handed_over" } });
  const withdrawn = new Set<string>();
  for (const { conversationId, data } of events) {
    const parsed = handedOver.safeParse(data);
    if (!parsed.success) continue;
    const { count } = await tx.promise.deleteMany({
      where: { id: parsed.data.promiseId, shopId, conversationId, state: "open", deliveryId: null },
    });
    if (count > 0) withdrawn.add(conversationId);
  }
  return withdrawn;
}
