import { randomUUID } from "node:crypto";
import { emotionExpiry } from "#app/care/understand/emotion-kept.ts";
import { careEmotions, goEmotions, readingSchema, type Reading } from "#app/care/understand/reading.ts";
import { voicesAgree } from "#app/care/understand/voices-agree.ts";
import { sealJson, type ShopKeys } from "#app/shop/seal.ts";
import { systemPrisma } from "#app/system-db.server.ts";

/** A stored reading: a worried question about where an order is, unless told otherwise. */
export async function makeReading(
  keys: ShopKeys,
  place: { conversationId: string; messageId: string },
  given: Partial<Reading> = {},
): Promise<Reading> {
  const worry = { label: "worry" as const, intensity: 0.5, confidence: 0.8 };
  const zeroes = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, 0]));
  const reading = readingSchema.parse({
    language: "en",
    intent: "order_status",
    intentConfidence: 0.9,
    intents: ["order_status"],
    urgency: 1,
    emotion: {
      ...worry,
      distribution: zeroes(careEmotions),
      goemotions: zeroes(goEmotions),
      readings: { words: worry, model: null, record: worry },
    },
    unsure: false,
    why: "The words and the record agree.",
    orderRefs: [],
    orderIds: [],
    claims: [],
    riskFlags: [],
    cause: { about: "delivery", blamed: "nobody", quote: "" },
    identity: "address_match",
    ...given,
  });
  const id = randomUUID();
  const { at } = await systemPrisma.message.findUniqueOrThrow({ where: { id: place.messageId } });
  await systemPrisma.reading.create({
    data: {
      id,
      ...place,
      shopId: keys.shopId,
      thread: [id],
      unsure: reading.unsure,
      agreed: voicesAgree(reading.emotion.readings),
      emotion: reading.emotion.label,
      about: reading.cause.about,
      expiresAt: emotionExpiry(at),
      sealed: sealJson(keys, `readings.sealed:${id}`, reading),
    },
  });
  return reading;
}
