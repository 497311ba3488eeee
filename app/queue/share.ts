/**
 * How many of all workers' slots one shop may fill: three quarters, so that a burst of slow jobs never holds the last slot.
 * With one or two slots there is nothing to share.
 */
export function slotsPerShop(slots: number): number {
  return slots < 3 ? slots : slots - Math.max(1, Math.floor(slots / 4));
}
