import { bounded } from "./bounded.ts";
import { pleased } from "./in-thread.ts";
import type { CareEmotion, EmotionReading, Intent, Reading, Urgency } from "./reading.ts";
import { stripCourtesy } from "./strip-courtesy.ts";
import { urgency } from "./urgency.ts";

/** What a person set right: `from` is what the reading said, `by` a Shopify user id. */
export type Correction<Label extends string> = { from: Label; to: Label; by: string; at: Date };

/** The corrections of a message that stand. They are the message's: a later reading of it is set right by them, too. */
export type Corrections = { emotion: Correction<CareEmotion> | null; intent: Correction<Intent> | null };

export const noCorrections: Corrections = { emotion: null, intent: null };

/** How strong a feeling is that a person saw and the readings did not. Anger and grief are not to wait. */
const SEEN = 0.5;
const SEEN_STRONG = 0.8;

/** The reading as a person set it right. `text` is the message's own; the urgency is judged by it anew. */
export function corrected(
  reading: Reading,
  { corrections, text }: { corrections: Corrections; text: string },
): Reading {
  const { emotion, intent } = corrections;
  if (!emotion && !intent) return reading;
  const set: Reading = {
    ...reading,
    ...(emotion
      ? { emotion: { ...reading.emotion, ...feltAs(reading.emotion, emotion.to) }, unsure: false }
      : {}),
    ...(intent
      ? {
          intent: intent.to,
          intentConfidence: 1,
          intents: [intent.to, ...reading.intents.filter((one) => one !== intent.to)],
        }
      : {}),
  };
  return { ...set, urgency: urgencyOf(reading, { set, text }) };
}

/** What a reading says of the emotion once a person named it: certain, and at least as strong as what one sees is. */
export function feltAs(emotion: EmotionReading, label: CareEmotion): EmotionReading {
  const seen = label === "anger" || label === "grief" ? SEEN_STRONG : SEEN;
  return { label, confidence: 1, intensity: label === "neutral" ? 0 : Math.max(emotion.intensity, seen) };
}

/** What the conversation around the message added stays, unless the shopper turns out to be content. */
function urgencyOf(reading: Reading, { set, text }: { set: Reading; text: string }): Urgency {
  const { sentences } = stripCourtesy(bounded(text), reading.language);
  const judged = (one: Reading) => urgency({ sentences, ...one });
  const added = reading.urgency > judged(reading) && !pleased.includes(set.emotion.label);
  const own = judged(set);
  return added && reading.urgency > own ? reading.urgency : own;
}
