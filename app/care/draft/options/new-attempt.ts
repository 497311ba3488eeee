import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** After a failed attempt the carrier's page says whether there is another, or where the parcel is. */
export const newAttempt: OptionRule = {
  id: "new_attempt",
  label: "Point to the carrier's page for a new attempt or the place to collect it",
  commits: false,
  serves: ["order_status", "delivery_problem"],
  feasible: onOrder(({ shipping, ids }) => {
    if (shipping !== "failed_attempt")
      return impossible("No attempt to deliver it has failed", ids.lastStatus ?? ids.status);
    return ids.link
      ? possible(ids.lastStatus, ids.link)
      : impossible("No tracking page is known", ids.lastStatus);
  }),
};
