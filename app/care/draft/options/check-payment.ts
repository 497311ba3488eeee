import { onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

export const checkPayment: OptionRule = {
  id: "check_payment",
  label: "Go through the payments of the order",
  commits: true,
  serves: ["payment"],
  feasible: onOrder(({ ids }) => possible(ids.name)),
};
