import type { GoEmotion } from "./reading.ts";

/** The groups of GoEmotions' paper (Demszky et al. 2020, arXiv 2005.00547), after Ekman's six, and neutral. */
export const ekmanGroups = {
  anger: ["anger", "annoyance", "disapproval"],
  disgust: ["disgust"],
  fear: ["fear", "nervousness"],
  joy: [
    ...["joy", "amusement", "approval", "excitement", "gratitude", "love", "optimism", "relief", "pride"],
    ...["admiration", "desire", "caring"],
  ],
  sadness: ["sadness", "disappointment", "embarrassment", "grief", "remorse"],
  surprise: ["surprise", "realization", "confusion", "curiosity"],
  neutral: ["neutral"],
} as Record<Ekman, readonly GoEmotion[]>;
export type Ekman = "anger" | "disgust" | "fear" | "joy" | "sadness" | "surprise" | "neutral";

/** The paper's positive and negative labels are just these groups; surprise, realization, confusion and curiosity are neither. */
export const polarities = {
  positive: ["joy"],
  negative: ["anger", "disgust", "fear", "sadness"],
  neutral: ["neutral"],
} as const satisfies Record<string, readonly Ekman[]>;

/** The English models learn the 28 labels, their groups, and BRIGHTER's five (English posts are not labelled for disgust) side by side. */
export const ekmanLabels: readonly string[] = Object.keys(ekmanGroups).map((name) => `group:${name}`);
export const sixLabels: readonly string[] = ["anger", "fear", "joy", "sadness", "surprise"].map(
  (name) => `six:${name}`,
);
