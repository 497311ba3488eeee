import { careEmotions, goEmotions, readingSchema, type Reading } from "#app/care/understand/reading.ts";
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
  await systemPrisma.reading.create({
    data: {
      ...place,
      shopId: keys.shopId,
      sealed: sealJson(keys, `readings.sealed:${place.messageId}`, reading),
    },
  });
  return reading;
}
