import { emotionExpiry } from "#app/care/understand/emotion-kept.ts";
import type { Reading } from "#app/care/understand/reading.ts";
import { voicesAgree } from "#app/care/understand/voices-agree.ts";
import type { Tx } from "#app/db.server.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";

/** `first`: of a conversation's first message; `follow_up`: of a later one; `better_information`: of one that was read before. */
export type MadeFor = "first" | "follow_up" | "better_information";

export type NewReading = {
  id: string;
  message: { id: string; conversationId: string; at: Date; automatic: boolean };
  version: number;
  madeFor: MadeFor;
  madeAt: Date;
  thread: string[];
  reading: Reading;
};

/** Keeps a version of a message's reading. Versions are added, never changed: a version that is there already is an error. */
export async function keepReading(
  tx: Tx,
  keys: ShopKeys,
  { message, reading, ...row }: NewReading,
): Promise<void> {
  await tx.reading.create({
    data: {
      ...row,
      messageId: message.id,
      shopId: keys.shopId,
      conversationId: message.conversationId,
      unsure: reading.unsure,
      agreed: voicesAgree(reading.emotion.readings),
      // Who has come too late for the time that emotions are kept has none here either.
      emotion: emotionExpiry(message.at) > row.madeAt ? reading.emotion.label : null,
      about: reading.cause.about,
      expiresAt: emotionExpiry(message.at),
      sealed: sealJson(keys, `readings.sealed:${row.id}`, reading),
    },
  });
}
