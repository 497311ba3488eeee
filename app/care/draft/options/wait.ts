import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** Nothing to do but wait, where the carrier names a day that has not passed, or has the parcel out for delivery. */
export const wait: OptionRule = {
  id: "wait",
  label: "Wait for the day the carrier expects",
  commits: false,
  serves: ["order_status", "delivery_problem"],
  feasible: onOrder(({ shipping, ids }) => {
    if (shipping === "out_for_delivery") return possible(ids.lastStatus);
    if (shipping !== "in_transit" && shipping !== "shipped" && shipping !== "label_made")
      return impossible("No parcel is on its way on time", ids.lastStatus ?? ids.status);
    return ids.eta
      ? possible(ids.lastStatus ?? ids.status, ids.eta)
      : impossible("The carrier has named no day", ids.lastStatus ?? ids.status);
  }),
};
