import { differenceOf } from "#app/care/learn/always-valid.ts";

/** What is known of a shop before anybody is held out. */
export type Volume = {
  /** Shoppers whom a comparison could be made with, in a month. */
  perMonth: number;
  /** The share of shoppers who write within 14 days of such an issue, 0 to 1. */
  baseline: number;
};

export type Power = {
  /** In six months, shoppers written to and held out. */
  written: number;
  heldOut: number;
  /** The smallest drop in the share who write that would show, in four of five comparisons; null: none would. */
  smallest: number | null;
  /** Whether it would show if half of those who write did not have to any more. */
  answers: boolean;
};

const MONTHS = 6;
/** Of those who write. Who would have to see less than that to know whether it helps waits for years. */
const HALF = 0.5;
/** Of a normal deviate, what four of five exceed. */
const FOUR_OF_FIVE = 0.8416;
const STEP = 0.005;

/** Whether a shop's own volume can answer within six months if this share of its shoppers is held out. Pure; the interval is the one shown. */
export function powerOf({ perMonth, baseline }: Volume, share: number): Power {
  const heldOut = Math.floor(perMonth * MONTHS * share);
  const written = Math.floor(perMonth * MONTHS * (1 - share));
  let smallest: number | null = null;
  for (let drop = STEP; drop <= baseline && smallest === null; drop += STEP)
    if (shows({ written, heldOut, baseline, drop })) smallest = Math.round(drop * 1_000) / 1_000;
  return { written, heldOut, smallest, answers: smallest !== null && smallest <= baseline * HALF };
}

/** Whether a drop would show although chance took as much of it as it takes in four of five comparisons at the most. */
function shows(given: { written: number; heldOut: number; baseline: number; drop: number }): boolean {
  const { written, heldOut, baseline, drop } = given;
  if (written === 0 || heldOut === 0) return false;
  const lowered = baseline - drop;
  const spread = Math.sqrt((lowered * (1 - lowered)) / written + (baseline * (1 - baseline)) / heldOut);
  const seen = Math.min(baseline, lowered + FOUR_OF_FIVE * spread);
  const { high } = differenceOf(
    { n: written, k: Math.round(seen * written) },
    { n: heldOut, k: Math.round(baseline * heldOut) },
  );
  return high < 0;
}
