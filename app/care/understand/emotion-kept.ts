import { days } from "#app/lib/duration.ts";
import { bounded } from "./bounded.ts";
import { careEmotions, goEmotions, type Reading } from "./reading.ts";
import { stripCourtesy } from "./strip-courtesy.ts";
import { urgency } from "./urgency.ts";

/**
 * How long a message's emotion is kept, from when the message came. A feeling is about a moment: after that it is neither shown
 * nor filtered by nor given to a draft, and it is taken out of the rows (privacy/expire-emotions.server.ts).
 */
const EMOTION_KEPT = days(90);

/** When the emotion of a message that came then expires. */
export const emotionExpiry = (messageAt: Date): Date => new Date(messageAt.getTime() + EMOTION_KEPT);

/** The reading as it is once its emotion has expired: neutral without any opinion behind it. The rest stays. */
export function withoutEmotion<R extends Reading>(reading: R): R {
  return {
    ...reading,
    emotion: {
      ...reading.emotion,
      label: "neutral",
      intensity: 0,
      confidence: 0,
      distribution: zeroes(careEmotions),
      goemotions: zeroes(goEmotions),
      readings: { words: null, model: null, record: null },
    },
    unsure: false,
    why: "",
    // It names feelings, too.
    ...(reading.because ? { because: undefined } : {}),
  };
}

/**
 * What of a reading outlasts its emotion: it is no more urgent than its words, its intent and its risks make it, without the
 * feeling in it or in the message before. `text` is the message's own.
 */
export function outlasting<R extends Reading>(reading: R, text: string): R {
  const rest = withoutEmotion(reading);
  const { sentences } = stripCourtesy(bounded(text), rest.language);
  const own = urgency({ sentences, ...rest });
  return own < rest.urgency ? { ...rest, urgency: own } : rest;
}

const zeroes = <K extends string>(names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
