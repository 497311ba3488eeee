/** mulberry32: a small generator with a seed, so that training twice gives the same bytes. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/** Normally distributed around 0 with deviation 1 (the sum of twelve: Irwin and Hall). */
export function normal(random: () => number): number {
  let sum = 0;
  for (let draw = 0; draw < 12; draw++) sum += random();
  return sum - 6;
}
