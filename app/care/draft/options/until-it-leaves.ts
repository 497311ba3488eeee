import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** What can be stopped or changed: an order that has not left, and that nobody is packing yet. */
export const untilItLeaves: OptionRule["feasible"] = onOrder(({ shipping, beingPacked, ids }) => {
  if (shipping === "cancelled") return impossible("The order was cancelled", ids.name, ids.cancelledAt);
  if (shipping === "delivered")
    return impossible("The order was delivered", ids.name, ids.lastStatus ?? ids.status);
  if (shipping !== "unfulfilled" && shipping !== "on_hold")
    return impossible("The order has left", ids.name, ids.lastStatus ?? ids.status);
  return beingPacked
    ? impossible("Whoever ships it has taken the order on: ask them first", ids.name, ids.warehouse)
    : possible(ids.status, ids.name);
});
