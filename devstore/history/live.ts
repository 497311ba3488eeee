import { RefusedChange } from "../changes/change.ts";
import type { DevstoreContext } from "../context.ts";
import type { ShopState } from "../state/model.ts";
import { applyStep, type Played } from "./apply-step.ts";
import { happeningsOf, type Happening } from "./play-history.ts";
import { planHistory, type HistoryInput } from "./plan-history.ts";
import type { OrderPlan } from "./step.ts";

/** A history that a shop is living through. It is forgotten when the dev store stops; what happened stays. */
export type LiveHistory = {
  plans: readonly OrderPlan[];
  /** The order a plan has become, once it is placed. */
  orderIdOf: (plan: OrderPlan) => string | null;
  /** When the next thing happens; null when all is over. */
  next: () => Date | null;
  /**
   * Moves the shop's clock to `until` and does on the way all that is due, each thing at its time, so that its webhooks leave as
   * they would. Answers how many things happened.
   */
  liveUntil: (until: Date) => number;
};

export function startHistory(
  context: Pick<DevstoreContext, "store" | "webhooks" | "now" | "clock">,
  shop: ShopState,
  input: HistoryInput,
): LiveHistory {
  const plans = planHistory(input);
  const waiting = happeningsOf(plans);
  const played: Played = { shop, doing: context, orders: new Map(), customers: new Map() };
  let done = 0;
  const next = (): Happening | undefined => waiting[done];
  return {
    plans,
    orderIdOf: ({ key }) => played.orders.get(key)?.id ?? null,
    next: () => {
      const coming = next();
      return coming ? new Date(coming.at) : null;
    },
    liveUntil: (until) => {
      if (until < context.now()) throw new RefusedChange("the shop's clock is past that", "until");
      const before = done;
      for (let coming = next(); coming && coming.at <= until.getTime(); coming = next()) {
        context.clock.moveTo(new Date(coming.at));
        applyStep(played, coming.plan, coming.step);
        done += 1;
      }
      context.clock.moveTo(until);
      return done - before;
    },
  };
}
