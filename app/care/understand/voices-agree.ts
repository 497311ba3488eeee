import type { CareEmotion, Reading } from "./reading.ts";
import { kin } from "./recognise-emotion.ts";

/**
 * Whether the voices that spoke agree; null when fewer than two did. The two that read the text must name one feeling or its
 * kin; the record, which knows only what happened, must point the same way as they do.
 */
export function voicesAgree({ words, model, record }: Reading["emotion"]["readings"]): boolean | null {
  const text = [words, model].flatMap((voice) => voice?.label ?? []);
  if (text.length + (record ? 1 : 0) < 2) return null;
  const [one, other = one] = text;
  if (!one || !other) return null;
  const alike = one === other || kin[one].includes(other) || kin[other].includes(one);
  return alike && (!record || text.every((label) => sideOf(label) === sideOf(record.label)));
}

const pleased: readonly CareEmotion[] = ["gratitude", "joy"];
const calm: readonly CareEmotion[] = ["neutral", "surprise"];

const sideOf = (label: CareEmotion) =>
  pleased.includes(label) ? "pleased" : calm.includes(label) ? "calm" : "troubled";
