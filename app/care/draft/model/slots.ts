/** Places for questions that take seconds: gives one back, once. */
export type Free = () => void;

/**
 * Places of one process for drafts that a model writes. A provider that is slow holds some of the worker's slots and never all, and of
 * those one shop holds some and never all: what needs no model goes on meanwhile.
 */
export function makeSlots({ total, perShop }: { total: number; perShop: number }) {
  const taken = new Map<string, number>();
  let all = 0;
  const taking = (shopId: string): Free => {
    all += 1;
    taken.set(shopId, (taken.get(shopId) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      all -= 1;
      const left = (taken.get(shopId) ?? 1) - 1;
      if (left > 0) taken.set(shopId, left);
      else taken.delete(shopId);
    };
  };
  return {
    /** Null when there is none for this shop now. */
    take: (shopId: string): Free | null =>
      all < total && (taken.get(shopId) ?? 0) < perShop ? taking(shopId) : null,
  };
}

/** Of a worker's slots, half at most for drafts by a model, and of those half at most for one shop. */
export function shareOf(slots: number): { total: number; perShop: number } {
  const total = Math.max(1, Math.floor(slots / 2));
  return { total, perShop: Math.max(1, Math.floor(total / 2)) };
}
