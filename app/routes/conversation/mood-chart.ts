import type { CareEmotion } from "#app/care/understand/reading.ts";

/** One message: how it felt. `at`: across the chart, 0 to 1. `height`: 1 the best, -1 the worst; null where nobody is sure. */
export type MoodMark = { at: number; height: number | null };

/** Which way a feeling points. Surprise may be either. */
const VALENCE: Record<CareEmotion, -1 | 0 | 1> = {
  anger: -1,
  frustration: -1,
  disappointment: -1,
  worry: -1,
  confusion: -1,
  sadness: -1,
  grief: -1,
  embarrassment: -1,
  surprise: 0,
  neutral: 0,
  gratitude: 1,
  joy: 1,
};

type Felt = { label: CareEmotion; intensity: number; unsure: boolean };

/** The messages side by side, oldest first, each as far from the middle as its feeling is strong. */
export function moodMarks(points: readonly Felt[]): MoodMark[] {
  return points.map(({ label, intensity, unsure }, nth) => ({
    at: points.length < 2 ? 0.5 : nth / (points.length - 1),
    height: unsure ? null : VALENCE[label] * Math.min(1, Math.max(0, intensity)),
  }));
}

/** Readings of one mood differ by as much. */
const TELLING = 0.25;

/**
 * What is said above the line where trouble neither comes nor goes: better, where it ends higher than it began; steady, where it is level;
 * nothing, where it went up and down.
 */
export function moodWithoutTrouble(points: readonly Felt[]): "brighter" | "steady" | null {
  const heights = moodMarks(points).flatMap(({ height }) => height ?? []);
  const rise = (heights.at(-1) ?? 0) - (heights[0] ?? 0);
  if (rise >= TELLING) return "brighter";
  return heights.length < 2 || Math.max(...heights) - Math.min(...heights) < TELLING ? "steady" : null;
}

/** The line through what is sure; broken where something between is not. */
export function moodLines(marks: readonly MoodMark[]): { at: number; height: number }[][] {
  const lines: { at: number; height: number }[][] = [[]];
  for (const { at, height } of marks) {
    if (height === null) lines.push([]);
    else lines.at(-1)?.push({ at, height });
  }
  return lines.filter(({ length }) => length > 1);
}
