import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

export const putRight: OptionRule = {
  id: "put_right",
  label: "Decide how to put it right under the shop's policy",
  commits: true,
  serves: ["wrong_or_damaged_item"],
  feasible: onOrder(({ shipping, partial, ids }, { claims }) => {
    if (shipping === "unfulfilled" || shipping === "on_hold" || shipping === "cancelled")
      return impossible("Nothing of the order was sent", ids.status);
    if (partial && claims.includes("missing_item"))
      return impossible("What is missing has not been shipped yet", ids.status);
    return possible(ids.name);
  }),
};
