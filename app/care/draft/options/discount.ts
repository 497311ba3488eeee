import { impossible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** No record of harm is worth a discount until a rule of the shop says so. */
export const discount: OptionRule = {
  id: "discount",
  label: "Give a discount",
  commits: true,
  serves: [],
  feasible: () => impossible("No rule of the shop says when a discount is given"),
};
