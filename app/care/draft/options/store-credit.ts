import { impossible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

export const storeCredit: OptionRule = {
  id: "store_credit",
  label: "Give store credit",
  commits: true,
  serves: ["refund"],
  feasible: () => impossible("No rule of the shop says when store credit is given"),
};
