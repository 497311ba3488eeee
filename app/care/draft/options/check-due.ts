import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

/** What is due is worked out by a person from record and policy; it never follows from how somebody writes. */
export const checkDue: OptionRule = {
  id: "check_due",
  label: "Work out what is due under the shop's policy",
  commits: true,
  serves: ["refund"],
  feasible: onOrder(({ refund, ids }) =>
    refund ? impossible("A refund was made already", ids.refundState) : possible(ids.name),
  ),
};
