import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { DraftUsage } from "#app/care/draft/draft.ts";
import type { Translation } from "#app/care/draft/translate/translation.ts";
import type { Tx } from "#app/db.server.ts";
import { openJson, sealJson, type ShopKeys } from "#app/shop/seal.ts";

const keptSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("translated"), paragraphs: z.array(z.string()), cut: z.boolean() }),
  z.object({ outcome: z.literal("refused") }),
]);
/** What asking once more would not change: a translation, and that the model will not make one. */
export type KeptTranslation = z.infer<typeof keptSchema>;

type Asked = { messageId: string; language: string; digest: string };

/** What the model said when it was asked the same of this message; null when it was not. */
export async function findTranslation(tx: Tx, keys: ShopKeys, asked: Asked): Promise<KeptTranslation | null> {
  const row = await tx.translation.findUnique({ where: { messageId_language_digest: asked } });
  return row && opened(keys, row);
}

/** The conversation's messages in a language, by message: of several translations the newest. */
export async function findTranslations(
  tx: Tx,
  keys: ShopKeys,
  asked: { conversationId: string; language: string },
): Promise<Map<string, Translation>> {
  const rows = await tx.translation.findMany({
    where: { shopId: keys.shopId, ...asked },
    select: { id: true, messageId: true, sealed: true },
    orderBy: { createdAt: "asc" },
  });
  const found = new Map<string, Translation>();
  for (const row of rows) {
    const kept = opened(keys, row);
    if (kept.outcome === "translated")
      found.set(row.messageId, { paragraphs: kept.paragraphs, cut: kept.cut });
  }
  return found;
}

/** Keeps what the model said. Two that asked the same at once keep the first. The message is there: the caller holds it. */
export async function keepTranslation(
  tx: Tx,
  keys: ShopKeys,
  given: Asked & { conversationId: string; said: KeptTranslation; usage: DraftUsage; now: Date },
): Promise<void> {
  const { messageId, language, digest, conversationId, said, usage, now } = given;
  const id = randomUUID();
  await tx.translation.createMany({
    data: [
      {
        ...{ id, shopId: keys.shopId, conversationId, messageId, language, digest, ...usage, createdAt: now },
        sealed: sealJson(keys, `translations.sealed:${id}`, said),
      },
    ],
    skipDuplicates: true,
  });
}

const opened = (keys: ShopKeys, { id, sealed }: { id: string; sealed: Uint8Array }): KeptTranslation =>
  openJson(keys, { context: `translations.sealed:${id}`, bytes: sealed }, keptSchema);
