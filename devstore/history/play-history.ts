import type { Order, ShopState } from "../state/model.ts";
import { applyStep, type Played } from "./apply-step.ts";
import type { OrderPlan, Step } from "./step.ts";

/** One step of one order, as it comes up in the whole shop. */
export type Happening = { at: number; plan: OrderPlan; step: Step };

/** What happens in the shop, oldest first. */
export function happeningsOf(plans: readonly OrderPlan[]): Happening[] {
  return plans
    .flatMap((plan) => plan.steps.map((step, index) => ({ at: step.at, plan, step, index })))
    .toSorted((one, other) => one.at - other.at || one.index - other.index)
    .map(({ at, plan, step }) => ({ at, plan, step }));
}

/**
 * Plays a history into a shop that has the app not installed, step by step, and hands out each order as it is after each of its
 * steps. The order is the shop's own record, which goes on changing.
 */
export function* playHistory(
  shop: ShopState,
  plans: readonly OrderPlan[],
): Generator<Happening & { order: Order }> {
  const played = startPlaying(shop);
  for (const happening of happeningsOf(plans))
    yield { ...happening, order: applyStep(played, happening.plan, happening.step) };
}

function startPlaying(shop: ShopState): Played {
  const doing = { store: silentStore, webhooks: { emit: () => undefined }, now: () => new Date(0) };
  return { shop, doing, orders: new Map(), customers: new Map() };
}

const silentStore = { changed: () => undefined };
