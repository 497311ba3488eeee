import { seededRandom, type Random } from "../seed/random.ts";

/** A generator of its own for each thing, so that one more order changes no other. */
export function randomFor(seed: number, index: number): Random {
  return seededRandom(Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35));
}

export const between = (random: Random, from: number, to: number): number =>
  from + random.next() * (to - from);

export const happens = (random: Random, share: number): boolean => random.next() < share;

/** Around `median`, to the right further than to the left, as waiting times are; `spread` is the logarithm's deviation. */
export function around(random: Random, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(spread * normal);
}

/** One of several, the heavier the likelier. */
export function weighted<T>(random: Random, choices: readonly (readonly [weight: number, value: T])[]): T {
  const total = choices.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.next() * total;
  for (const [weight, value] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  const last = choices.at(-1);
  if (!last) throw new Error("nothing to choose from");
  return last[1];
}

export function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const mixed = [...values];
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    const other = random.integer(0, index);
    const held = mixed[index] as T;
    mixed[index] = mixed[other] as T;
    mixed[other] = held;
  }
  return mixed;
}
