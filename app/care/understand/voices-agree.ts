import type { Reading } from "./reading.ts";
import { kin } from "./recognise-emotion.ts";

/** Whether all voices that spoke name one feeling or its kin; null when fewer than two spoke. */
export function voicesAgree({ words, model, record }: Reading["emotion"]["readings"]): boolean | null {
  const labels = [words, model, record].flatMap((voice) => voice?.label ?? []);
  if (labels.length < 2) return null;
  return labels.every((one) =>
    labels.every((other) => one === other || kin[one].includes(other) || kin[other].includes(one)),
  );
}
