import type { DeskEvent } from "#app/desk/live/desk-event.ts";

/** One open screen. */
export type DeskListener = {
  hear: (event: DeskEvent) => void;
  /** There will be no more. */
  end: () => void;
};

export type Hub = {
  /** `full`: nobody more can listen now; a screen polls instead. */
  join: (
    shopId: string,
    listener: DeskListener,
  ) => { outcome: "joined"; leave: () => void } | { outcome: "full" };
  tell: (shopId: string, event: DeskEvent) => void;
  hasListeners: (shopId: string) => boolean;
  size: () => number;
  /** Everybody is told to come again, which is elsewhere or later. */
  endAll: () => void;
};

/** Who listens, by shop, up to so many of the process and of one shop. */
export function makeHub(most: { all: number; shop: number }): Hub {
  const shops = new Map<string, Set<DeskListener>>();
  let size = 0;
  return {
    join(shopId, listener) {
      const listeners = shops.get(shopId) ?? new Set();
      if (size >= most.all || listeners.size >= most.shop) return { outcome: "full" };
      listeners.add(listener);
      shops.set(shopId, listeners);
      size += 1;
      const leave = () => {
        if (!listeners.delete(listener)) return;
        size -= 1;
        if (listeners.size === 0) shops.delete(shopId);
      };
      return { outcome: "joined", leave };
    },
    tell(shopId, event) {
      // Who is too slow leaves while this goes round.
      for (const listener of [...(shops.get(shopId) ?? [])]) listener.hear(event);
    },
    hasListeners: (shopId) => shops.has(shopId),
    size: () => size,
    endAll() {
      for (const listeners of [...shops.values()]) for (const listener of [...listeners]) listener.end();
    },
  };
}
