import type { Life } from "../life.ts";
import type { Problem } from "../problems.ts";

/** One way an order can go. */
export type Story = {
  name: string;
  /** Of a thousand orders, so many stories. */
  share: number;
  planted?: Problem;
  /** Needs what the shop's people write to shoppers to be known: left out where it is not. */
  spoken?: boolean;
  /** Two orders of one shopper. */
  pair?: boolean;
  /** Only to these countries; anywhere without it. */
  among?: readonly string[];
  /** `again`: another order of the same shopper for the same goods. */
  play: (life: Life, again: (placedAt: number) => Life) => void;
};
