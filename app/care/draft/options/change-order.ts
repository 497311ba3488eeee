import type { OptionRule } from "#app/care/draft/options/option-rule.ts";
import { untilItLeaves } from "#app/care/draft/options/until-it-leaves.ts";

export const changeOrder: OptionRule = {
  id: "change_order",
  label: "Change the order",
  commits: true,
  serves: ["change_order", "cancel"],
  feasible: untilItLeaves,
};
