/**
 * How many of all workers' slots one shop may fill: three quarters, so that a burst of slow jobs never holds the last slot.
 * With one or two slots there is nothing to share.
 */
export function slotsPerShop(slots: number): number {
  return slots < 3 ? slots : slots - Math.max(1, Math.floor(slots / 4));
}

/**
 * How many batches of one name one shop may have on their way. Two: one runs while the next already waits in the queue, so
 * that nobody idles. More would take the others' slots, and batches of one shop write the same rows, so that they would
 * mostly wait for each other; what arrives meanwhile makes the next batch larger instead.
 */
export const BATCHES_PER_SHOP = 2;

/** How many jobs of a name may travel together, by name; a name that is not listed travels alone. */
export type Together = Readonly<Record<string, number>>;
