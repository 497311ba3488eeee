import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { DraftUsage } from "#app/care/draft/draft.ts";
import { draftAnswerSchema } from "#app/care/draft/model/answer.ts";
import { sqlOf, type Tx } from "#app/db.server.ts";
import { days } from "#app/lib/duration.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

const keptSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("answered"), value: draftAnswerSchema }),
  z.object({ outcome: z.literal("refused") }),
  z.object({ outcome: z.literal("invalid"), reason: z.string() }),
]);
/** Whatever was paid for, a refusal and an answer that was none included. */
export type KeptDraftAnswer = z.infer<typeof keptSchema>;

type Asked = { messageId: string; digest: string };

/** What the model answered when it was asked the same of this message; null when it was not. */
export async function findDraftAnswer(
  tx: Tx,
  keys: ShopKeys,
  { messageId, digest }: Asked,
): Promise<{ answer: KeptDraftAnswer; usage: DraftUsage } | null> {
  const row = await tx.draftAnswer.findUnique({ where: { messageId_digest: { messageId, digest } } });
  if (!row) return null;
  const { id, sealed, tokensIn, tokensOut, tokensCached, costMicros } = row;
  return {
    answer: openJson(keys, { context: `draft_answers.sealed:${id}`, bytes: sealed }, keptSchema),
    usage: { tokensIn, tokensOut, tokensCached, costMicros: Number(costMicros) },
  };
}

/** Keeps what the model answered. Two that asked the same at once keep the first. The message is there: the caller's lock holds it. */
export async function keepDraftAnswer(
  tx: Tx,
  keys: ShopKeys,
  given: Asked & { conversationId: string; answer: KeptDraftAnswer; usage: DraftUsage; now: Date },
): Promise<void> {
  const { messageId, digest, conversationId, answer, usage, now } = given;
  const id = randomUUID();
  await tx.draftAnswer.createMany({
    data: [
      {
        ...{ id, shopId: keys.shopId, conversationId, messageId, digest, ...usage, createdAt: now },
        sealed: sealJson(keys, `draft_answers.sealed:${id}`, answer),
      },
    ],
    skipDuplicates: true,
  });
}

/** How often a model was asked for this conversation's shopper in a day, in whatever conversation. */
export async function countAnswersToday(
  tx: Tx,
  shopId: string,
  given: { conversationId: string; now: Date },
): Promise<number> {
  const since = new Date(given.now.getTime() - days(1));
  const [row] = await sqlOf(tx)<{ count: number }>(
    `SELECT count(*)::int AS count
     FROM conversations AS own
     JOIN conversations AS theirs ON theirs.shop_id = $1 AND theirs.contact_index = own.contact_index
     JOIN draft_answers AS answers ON answers.shop_id = $1 AND answers.conversation_id = theirs.id AND answers.created_at > $3
     WHERE own.id = $2`,
    [shopId, given.conversationId, since],
  );
  return row?.count ?? 0;
}
