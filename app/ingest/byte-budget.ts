/** What one reader holds of a budget. */
export type Hold = {
  /** False when the budget does not have so much left: the reader must let go of what it has. */
  add: (bytes: number) => boolean;
  release: () => void;
};

/** Bounds what all readers together keep in memory: one mail may be large, a hundred at once may not all be. */
export function makeByteBudget(limit: number): () => Hold {
  let held = 0;
  return () => {
    let mine = 0;
    return {
      add: (bytes) => {
        if (held + bytes > limit) return false;
        held += bytes;
        mine += bytes;
        return true;
      },
      release: () => {
        held -= mine;
        mine = 0;
      },
    };
  };
}
