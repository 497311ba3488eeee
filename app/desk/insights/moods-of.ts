import type { Case, Felt } from "./case.ts";
import { shareOf, type Share } from "./share.ts";

/** What a reply may mend. Grief is not: a shop can only not add to it. */
const TROUBLED: ReadonlySet<string> = new Set([
  "anger",
  "frustration",
  "disappointment",
  "worry",
  "confusion",
  "sadness",
  "embarrassment",
]);
const CALM: ReadonlySet<string> = new Set(["gratitude", "joy", "surprise", "neutral"]);

export type Mood = { emotion: string; first: number; last: number };

export type Moods = {
  /** Of the shopper's first and of their newest message, in conversations in which they wrote again after a reply. */
  moods: Mood[];
  /** Conversations in which both are sure. */
  followed: number;
  /** Of those that began troubled: how many ended calm. */
  repaired: Share;
  /** Of those that began calm: how many ended troubled. */
  soured: Share;
  /** Began troubled, and the shopper wrote no more after our reply, or nobody can tell how they felt. */
  unknown: number;
};

/**
 * Repaired: the first message is surely troubled (anger, frustration, disappointment, worry, confusion, sadness, embarrassment), and the newest
 * that came after a reply of ours is surely not. Who wrote no more says neither, and is not counted as content.
 */
export function moodsOf(cases: readonly Case[]): Moods {
  const followed = cases.flatMap(({ first, last }) => {
    const [from, to] = [sureOf(first), sureOf(last)];
    return from !== null && to !== null ? [{ from, to }] : [];
  });
  const troubled = followed.filter(({ from }) => TROUBLED.has(from));
  const calm = followed.filter(({ from }) => CALM.has(from));
  const emotions = new Set(followed.flatMap(({ from, to }) => [from, to]));
  return {
    moods: [...emotions]
      .map((emotion) => ({
        emotion,
        first: followed.filter(({ from }) => from === emotion).length,
        last: followed.filter(({ to }) => to === emotion).length,
      }))
      .toSorted((one, other) => other.first - one.first || (one.emotion < other.emotion ? -1 : 1)),
    followed: followed.length,
    repaired: shareOf(troubled.filter(({ to }) => CALM.has(to)).length, troubled.length),
    soured: shareOf(calm.filter(({ to }) => TROUBLED.has(to)).length, calm.length),
    unknown: cases.filter((one) => isTroubled(one) && sureOf(one.last) === null).length,
  };
}

export function isTroubled({ first }: Pick<Case, "first">): boolean {
  const emotion = sureOf(first);
  return emotion !== null && TROUBLED.has(emotion);
}

const sureOf = (felt: Felt | null): string | null => (felt && !felt.unsure ? felt.emotion : null);
