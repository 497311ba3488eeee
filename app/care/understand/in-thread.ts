import { days } from "#app/lib/duration.ts";
import type { CareEmotion, Reading, Urgency } from "./reading.ts";

/** What stands of an earlier message of the same conversation. */
export type Earlier = { at: Date; reading: Pick<Reading, "emotion" | "unsure" | "urgency"> };

/** A message this much later is a matter of its own, however angry the one before was. */
const SAME_MOOD = days(14);
/** "Still nothing" after an angry message is to be answered today. */
const AFTER_ANGER: Urgency = 2;
const upset: readonly CareEmotion[] = ["anger", "frustration", "disappointment", "worry", "sadness", "grief"];
export const pleased: readonly CareEmotion[] = ["gratitude", "joy"];

/**
 * The reading of a message within its conversation: one that follows an upset message is at least as urgent as that was. Its
 * own label stays what its own words and the record say.
 */
export function inThread(
  reading: Reading,
  { at, earlier }: { at: Date; earlier: readonly Earlier[] },
): Reading {
  const last = earlier.findLast(({ reading: one }) => !one.unsure && one.emotion.label !== "neutral");
  if (!last || at.getTime() - last.at.getTime() > SAME_MOOD) return reading;
  const { emotion, urgency } = last.reading;
  if (!upset.includes(emotion.label) || isContent(reading)) return reading;
  const floor = emotion.label === "anger" && urgency < AFTER_ANGER ? AFTER_ANGER : urgency;
  if (floor <= reading.urgency) return reading;
  return {
    ...reading,
    urgency: floor,
    why: `${reading.why}; more urgent because an earlier message showed ${emotion.label}`,
    ...(reading.because ? { because: { ...reading.because, after: emotion.label } } : {}),
  };
}

const isContent = ({ intent, emotion, unsure }: Reading): boolean =>
  intent === "spam_or_auto" || intent === "praise" || (pleased.includes(emotion.label) && !unsure);
