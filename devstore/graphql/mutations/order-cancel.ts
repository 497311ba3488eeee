import { cancelOrder } from "../../changes/cancel-order.ts";
import { RefusedChange } from "../../changes/change.ts";
import { gid, newId, parseGid } from "../../ids.ts";
import type { Order } from "../../state/model.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { userErrors, type View } from "../views/view.ts";

type Arguments = {
  orderId: string;
  reason: NonNullable<Order["cancelReason"]>;
  refund?: boolean | null;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null } | null;
  staffNote?: string | null;
};

/** `orderCancel`. At Shopify a job does it; here it is done when the answer leaves, and the job says so. */
export function orderCancel(request: RequestContext, given: Record<string, unknown>): View {
  const args = given as Arguments;
  const order = visibleOrders(request).find((one) => one.id === parseGid(args.orderId).id);
  if (!order) return failed("Order does not exist", { field: ["orderId"], code: "NOT_FOUND" });
  try {
    const refund = args.refundMethod?.originalPaymentMethodsRefund ?? args.refund ?? false;
    cancelOrder(request.devstore, request.shop, { order, reason: args.reason, refund, note: args.staffNote });
  } catch (error) {
    if (error instanceof RefusedChange) return failed(error.message, { field: ["orderId"], code: "INVALID" });
    throw error;
  }
  return {
    __typename: "OrderCancelPayload",
    job: { __typename: "Job", id: gid("Job", newId(request.shop)), done: true },
    userErrors: [],
    orderCancelUserErrors: [],
  };
}

function failed(message: string, told: { field: string[]; code: string }): View {
  return {
    __typename: "OrderCancelPayload",
    job: null,
    userErrors: userErrors([{ field: told.field, message }]),
    orderCancelUserErrors: userErrors([{ message, ...told }], "OrderCancelUserError"),
  };
}
