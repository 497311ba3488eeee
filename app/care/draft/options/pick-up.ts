import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

export const pickUp: OptionRule = {
  id: "pickup",
  label: "Collect the parcel where it waits",
  commits: false,
  serves: ["order_status", "delivery_problem"],
  feasible: onOrder(({ shipping, ids }) =>
    shipping === "ready_for_pickup"
      ? possible(ids.lastStatus, ids.city)
      : impossible("The carrier has not laid it ready for collection", ids.lastStatus ?? ids.status),
  ),
};
