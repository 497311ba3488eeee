import type { Corrections } from "#app/care/understand/correction.ts";
import { messageText } from "#app/care/understand/message-content.server.ts";
import type { CareEmotion, Intent } from "#app/care/understand/reading.ts";
import { effective, standingReadings, type Standing } from "#app/care/understand/standing-readings.server.ts";
import { updateConversation } from "#app/care/understand/update-conversation.server.ts";
import { messageToAnswer } from "#app/conversation/message-to-answer.server.ts";
import { sqlOf, type InShop, type Tx } from "#app/db.server.ts";
import { emit } from "#app/emit.server.ts";
import { lockAgainstRedaction } from "#app/mirror/redaction-marks.server.ts";
import type { Now } from "#app/ports.ts";
import { shopKeys } from "#app/shop/keys.server.ts";

export type CorrectReadingInput = {
  shopId: string;
  conversationId: string;
  /** The newest message that a person wrote, when absent. */
  messageId?: string | undefined;
  /** The right label; null takes a correction back; absent leaves the field alone. */
  emotion?: CareEmotion | null | undefined;
  intent?: Intent | null | undefined;
  staff: { id: string };
};

/** What stands of the emotion after it: as a person set it right, as they confirmed a guess, or as it was read. */
export type EmotionStands = "corrected" | "confirmed" | "as_read";

export type CorrectedReading =
  | { outcome: "corrected"; messageId: string; emotion: EmotionStands }
  | { outcome: "unchanged"; messageId: string; emotion: EmotionStands } // it says so already: a second click
  | { outcome: "expired" } // the emotion is kept no more
  | { outcome: "not_found" }; // no such conversation or message in this shop, or it was not read yet

/**
 * A person sets a reading right, or takes that back. It takes effect at once: the conversation shows and is found by the new
 * label, and the reply is drafted anew from it. The readings themselves stay as they were made, and no other shop's change.
 */
export async function correctReading(
  { inShop, now }: { inShop: InShop; now: Now },
  input: CorrectReadingInput,
): Promise<CorrectedReading> {
  const keys = await shopKeys(input.shopId);
  return inShop(async (tx): Promise<CorrectedReading> => {
    await lockAgainstRedaction(sqlOf(tx), input.shopId);
    await tx.$executeRaw`SELECT 1 FROM conversations WHERE id = ${input.conversationId} FOR UPDATE`;
    const newest = await messageToAnswer(tx, input.conversationId);
    const messageId = input.messageId ?? newest;
    if (messageId === null) return { outcome: "not_found" };
    const at = now();
    const read = () =>
      standingReadings(tx, keys, { messageIds: [messageId], now: at }).then((found) => found.get(messageId));
    const standing = await read();
    if (!standing || !(await isOf(tx, { ...input, messageId }))) return { outcome: "not_found" };
    if (standing.expired && input.emotion !== undefined) return { outcome: "expired" };
    const changes = changesOf(standing, input);
    const emotion = emotionStands(standing, input);
    if (changes.length === 0) return { outcome: "unchanged", messageId, emotion };
    for (const change of changes) await keep(tx, { ...input, standing, change, at });
    const after = await read();
    if (after && messageId === newest) {
      const reading = await effective(after, () => messageText(tx, keys, messageId));
      await updateConversation(tx, input.conversationId, { reading, expired: after.expired });
      const data = { shopId: input.shopId, messageId };
      await emit(tx, "reading-changed", { data });
      await emit(tx, "message-understood", { data });
    }
    return { outcome: "corrected", messageId, emotion };
  });
}

function emotionStands({ reading, corrections }: Standing, { emotion }: CorrectReadingInput): EmotionStands {
  const { label } = reading.emotion;
  const to =
    emotion === undefined
      ? (corrections.emotion?.to ?? null)
      : wantedOf({ from: label, sure: !reading.unsure, to: emotion });
  if (to === null) return "as_read";
  return to === label ? "confirmed" : "corrected";
}

async function isOf(tx: Tx, { messageId, conversationId }: { messageId: string; conversationId: string }) {
  return (await tx.message.count({ where: { id: messageId, conversationId } })) > 0;
}

/** `to` is null when what a person set right before is only taken back. */
type Change = { field: keyof Corrections; from: string; to: string | null };

function changesOf({ reading, corrections }: Standing, input: CorrectReadingInput): Change[] {
  const said = {
    emotion: { from: reading.emotion.label, sure: !reading.unsure, to: input.emotion },
    intent: { from: reading.intent, sure: true, to: input.intent },
  };
  return (["emotion", "intent"] as const).flatMap((field): Change[] => {
    const { from, sure, to } = said[field];
    if (to === undefined) return [];
    const wanted = wantedOf({ from, sure, to });
    return wanted === (corrections[field]?.to ?? null) ? [] : [{ field, from, to: wanted }];
  });
}

/** What the reading says for sure needs no correction; what it only guesses may be confirmed. */
const wantedOf = <To extends string | null>({ from, sure, to }: { from: string; sure: boolean; to: To }) =>
  to === from && sure ? null : to;

type Keeping = CorrectReadingInput & { standing: Standing; change: Change; at: Date };

async function keep(tx: Tx, { shopId, conversationId, staff, standing, change, at }: Keeping): Promise<void> {
  const { messageId, id: readingId } = standing;
  const { field, from, to } = change;
  await tx.readingCorrection.updateMany({
    where: { messageId, field, endedAt: null },
    data: { endedAt: at, endedBy: staff.id },
  });
  if (to === null) return;
  await tx.readingCorrection.create({
    data: { shopId, conversationId, messageId, readingId, field, from, to, by: staff.id, at },
  });
}
