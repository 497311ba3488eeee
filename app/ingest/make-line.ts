/** What waits to be written, oldest first. */
export type Line<T> = {
  join: (one: T) => void;
  /** Takes out one that need not wait any longer; nothing when it was taken before. */
  leave: (one: T) => void;
  /** Takes out what goes next in one statement: the oldest, as many as its limits hold, one at least. */
  next: () => T[];
  length: () => number;
};

/** A line whose members go together when they waited together. `rows` and `bytes` bound what goes at once. */
export function makeLine<T extends { bytes: number }>({
  rows,
  bytes,
}: {
  rows: number;
  bytes: number;
}): Line<T> {
  const waiting = new Set<T>(); // iterates in the order of joining
  return {
    join: (one) => void waiting.add(one),
    leave: (one) => void waiting.delete(one),
    next: () => {
      const taken: T[] = [];
      let size = 0;
      for (const one of waiting) {
        if (taken.length > 0 && size + one.bytes > bytes) break;
        taken.push(one);
        size += one.bytes;
        if (taken.length === rows) break;
      }
      for (const one of taken) waiting.delete(one);
      return taken;
    },
    length: () => waiting.size,
  };
}
