import { z } from "zod";
import type { KeptAnswer } from "#app/care/understand/model-heard.ts";
import { modelAnswerSchema } from "#app/care/understand/model-prompt.ts";
import type { Tx } from "#app/db.server.ts";
import type { Spent } from "#app/care/understand/model-budget.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

const keptSchema: z.ZodType<KeptAnswer> = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("answered"), value: modelAnswerSchema }),
  z.object({ outcome: z.enum(["refused", "invalid"]) }),
]);

const contextOf = (messageId: string) => `model_readings.sealed:${messageId}` as const;

/** What the model said of this message when it was asked the same; null when it was not asked, or asked in other words. */
export async function findKeptAnswer(
  tx: Tx,
  keys: ShopKeys,
  asked: { messageId: string; digest: string },
): Promise<KeptAnswer | null> {
  const { messageId, digest } = asked;
  const row = await tx.modelReading.findUnique({
    where: { messageId },
    select: { digest: true, sealed: true },
  });
  if (row?.digest !== digest) return null;
  return openJson(keys, { context: contextOf(messageId), bytes: row.sealed }, keptSchema);
}

/** Keeps what the model said, in place of what it said to other words. The message is there: the caller holds it. */
export async function keepAnswer(
  tx: Tx,
  keys: ShopKeys,
  given: { messageId: string; conversationId: string; digest: string; answer: KeptAnswer; usage: Spent },
): Promise<void> {
  const { messageId, conversationId, digest, answer, usage } = given;
  const { tokensIn, tokensOut } = usage;
  const kept = { digest, tokensIn, tokensOut, sealed: sealJson(keys, contextOf(messageId), answer) };
  await tx.modelReading.upsert({
    where: { messageId },
    create: { messageId, shopId: keys.shopId, conversationId, ...kept },
    update: { ...kept, createdAt: new Date() },
  });
}
