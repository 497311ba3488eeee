import { careEmotions, intents } from "#app/care/understand/reading.ts";
import { searchTokens, type ShopKeys } from "#app/shop/seal.ts";

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = [
  "ka",
  "lo",
  "mi",
  "ter",
  "ran",
  "se",
  "pol",
  "du",
  "ven",
  "bri",
  "tos",
  "hal",
  "ne",
  "gor",
];
const WORDS = 30_000;

/** Words of one to four syllables; the number in front of the common ones keeps no two alike. */
function wordOf(rank: number): string {
  let left = rank;
  let word = "";
  do {
    word += SYLLABLES[left % SYLLABLES.length] ?? "";
    left = Math.floor(left / SYLLABLES.length);
  } while (left > 0);
  return word;
}

/** A rank by Zipf's law: the first word is in most texts, the last one in hardly any. */
export const zipfRank = (chance: number) => Math.floor((WORDS + 2.7) ** chance * 2.7 ** (1 - chance) - 2.7);
export const wordAt = (rank: number) => wordOf(Math.min(WORDS - 1, Math.max(0, rank)));

/** The tokens of a word, made once. */
export function tokenMaker(keys: ShopKeys): (word: string) => string[] {
  const made = new Map<string, string[]>();
  return (word) => {
    const known = made.get(word) ?? searchTokens(keys, word);
    if (made.size < 2 * WORDS) made.set(word, known);
    return known;
  };
}

/** Percent of conversations, in the order of `careEmotions`: anger first, neutral last. */
const EMOTIONS = [8, 14, 9, 14, 8, 2, 0.1, 0.4, 5, 3, 1.5, 35];
const INTENTS = [30, 14, 9, 9, 7, 4, 4, 4, 3, 6, 3, 2, 1, 3, 1];

export const emotionAt = (chance: number) => picked(careEmotions, { weights: EMOTIONS, chance });
export const intentAt = (chance: number) => picked(intents, { weights: INTENTS, chance });

function picked<T extends string>(
  names: readonly T[],
  { weights, chance }: { weights: number[]; chance: number },
): T {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (left -= weight) < 0);
  const name = names[Math.max(0, at)];
  if (!name) throw new Error("There is nothing to pick from");
  return name;
}

/** Most are closed; of the newest tenth half are not. `age` is 0 for the newest conversation and 1 for the oldest. */
export function statusAt(age: number, chance: number): string {
  if (chance < 0.03) return "spam";
  const live = age < 0.1 ? 0.5 : 0.03;
  if (chance < 0.03 + live * 0.5) return "open";
  if (chance < 0.03 + live * 0.9) return "waiting";
  return chance < 0.03 + live ? "snoozed" : "closed";
}
