import type { OptionRule } from "#app/care/draft/options/option-rule.ts";
import { untilItLeaves } from "#app/care/draft/options/until-it-leaves.ts";

export const changeAddress: OptionRule = {
  id: "change_address",
  label: "Change the delivery address",
  commits: true,
  serves: ["change_address"],
  feasible: untilItLeaves,
};
