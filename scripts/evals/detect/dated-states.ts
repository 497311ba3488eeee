import type { MirroredOrder } from "#app/mirror/order.ts";
import { playHistory } from "#devstore/history/play-history.ts";
import { planHistory } from "#devstore/history/plan-history.ts";
import type { OrderPlan } from "#devstore/history/step.ts";
import { demoShop, openShop } from "#devstore/seed/seed-shop.ts";
import { mirroredOrder } from "./mirrored-order.ts";

/** One order of a history: how the mirror had it, from when on, oldest first. */
export type DatedOrder = {
  plan: OrderPlan;
  id: string;
  states: { at: number; order: MirroredOrder }[];
};

/** The day on which the backtest's half year begins: over Easter and the four holidays after it. */
const BEGINS = new Date("2026-03-01T23:00:00Z");
export const HISTORY_DAYS = 180;
/** All of it, and all that is followed of it, lies in this one. */
export const YEAR = BEGINS.getUTCFullYear();

/** A shop's half year as the mirror saw it, by what the dev store does with it. */
export function datedOrders({ orders, seed }: { orders: number; seed: number }): DatedOrder[] {
  const plans = planHistory({ orders, seed, days: HISTORY_DAYS, from: BEGINS, spoken: true });
  const shop = openShop({ ...demoShop, seed, now: BEGINS });
  const dated = new Map<string, DatedOrder>();
  for (const { at, plan, step, order } of playHistory(shop, plans)) {
    const known = dated.get(plan.key) ?? { plan, id: order.id, states: [] };
    dated.set(plan.key, known);
    const before = known.states.at(-1)?.order ?? null;
    known.states.push({ at, order: mirroredOrder({ shop, order, step, before }) });
  }
  return [...dated.values()];
}

/** The order as the mirror had it then; null before it was placed. */
export function stateAt({ states }: DatedOrder, at: number): MirroredOrder | null {
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((states[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return states[low - 1]?.order ?? null;
}
