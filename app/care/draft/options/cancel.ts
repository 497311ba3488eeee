import type { OptionRule } from "#app/care/draft/options/option-rule.ts";
import { untilItLeaves } from "#app/care/draft/options/until-it-leaves.ts";

export const cancel: OptionRule = {
  id: "cancel",
  label: "Cancel the order",
  commits: true,
  serves: ["cancel", "change_order", "return"],
  feasible: untilItLeaves,
};
