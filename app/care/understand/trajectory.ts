import type { CareEmotion } from "./reading.ts";

/** How one message of a conversation was read. `at`: when it came, ISO 8601; `intensity` 0 to 1. */
export type ThreadPoint = {
  messageId: string;
  at: string;
  label: CareEmotion;
  intensity: number;
  unsure: boolean;
};

export type Direction = "rising" | "easing" | "steady" | "mixed";

/** Less than this is no change: two readings of one mood differ as much. */
const TELLING = 0.1;
const calm: readonly CareEmotion[] = ["gratitude", "joy", "surprise", "neutral"];

/**
 * Where trouble in a conversation is going, over its messages from the oldest to the newest. What nobody is sure of says
 * nothing; fewer than two sure messages are steady.
 */
export function trajectory(
  points: readonly Pick<ThreadPoint, "label" | "intensity" | "unsure">[],
): Direction {
  const heat = points
    .filter(({ unsure }) => !unsure)
    .map(({ label, intensity }) => (calm.includes(label) ? 0 : intensity));
  const steps = heat.slice(1).map((one, at) => one - (heat[at] ?? one));
  const rises = steps.some((step) => step >= TELLING);
  const falls = steps.some((step) => step <= -TELLING);
  if (rises && falls) return "mixed";
  if (rises) return "rising";
  return falls ? "easing" : "steady";
}
