import type { IssueKind, IssueRule } from "#app/care/detect/issue.ts";
import { badAddress } from "#app/care/detect/issues/bad-address.ts";
import { cancelledUnsaid } from "#app/care/detect/issues/cancelled-unsaid.ts";
import { carrierException } from "#app/care/detect/issues/carrier-exception.ts";
import { deliveredOddly } from "#app/care/detect/issues/delivered-oddly.ts";
import { deliveryFailed } from "#app/care/detect/issues/delivery-failed.ts";
import { neededByAtRisk } from "#app/care/detect/issues/needed-by-at-risk.ts";
import { notPickedUp } from "#app/care/detect/issues/not-picked-up.ts";
import { partlyShipped } from "#app/care/detect/issues/partly-shipped.ts";
import { pastEstimate } from "#app/care/detect/issues/past-estimate.ts";
import { paymentPending } from "#app/care/detect/issues/payment-pending.ts";
import { placedTwice } from "#app/care/detect/issues/placed-twice.ts";
import { preorderSlipped } from "#app/care/detect/issues/preorder-slipped.ts";
import { refundNotExecuted } from "#app/care/detect/issues/refund-not-executed.ts";
import { returnUnsettled } from "#app/care/detect/issues/return-unsettled.ts";
import { stalled } from "#app/care/detect/issues/stalled.ts";
import { unfulfilled } from "#app/care/detect/issues/unfulfilled.ts";

/** Every kind of issue and the rule that finds it, in the order of issue.ts. */
export const issueRules: Record<IssueKind, IssueRule> = {
  unfulfilled,
  preorder_slipped: preorderSlipped,
  not_picked_up: notPickedUp,
  stalled,
  past_estimate: pastEstimate,
  delivery_failed: deliveryFailed,
  carrier_exception: carrierException,
  delivered_oddly: deliveredOddly,
  partly_shipped: partlyShipped,
  cancelled_unsaid: cancelledUnsaid,
  refund_not_executed: refundNotExecuted,
  payment_pending: paymentPending,
  bad_address: badAddress,
  placed_twice: placedTwice,
  needed_by_at_risk: neededByAtRisk,
  return_unsettled: returnUnsettled,
};
