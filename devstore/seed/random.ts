/** A small seeded generator (mulberry32): the same seed gives the same shop on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next: () => number;
  integer: (from: number, to: number) => number;
  pick: <T>(values: readonly T[]) => T;
  digits: (count: number) => string;
};

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    pick: (values) => {
      const value = values[integer(0, values.length - 1)];
      if (value === undefined) throw new Error("nothing to pick from");
      return value;
    },
    digits: (count) => Array.from({ length: count }, () => integer(0, 9)).join(""),
  };
}
