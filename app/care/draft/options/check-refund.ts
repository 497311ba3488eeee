import { impossible, onOrder, possible, type OptionRule } from "#app/care/draft/options/option-rule.ts";

export const checkRefund: OptionRule = {
  id: "check_refund",
  label: "Check the pending refund with the payment provider",
  commits: true,
  serves: ["refund", "cancel", "return"],
  feasible: onOrder(({ refund, ids }) => {
    if (!refund) return impossible("No refund was made", ids.name);
    return refund.state === "pending"
      ? possible(ids.refundState)
      : impossible("The refund went through", ids.refundState);
  }),
};
