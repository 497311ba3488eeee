import { RefusedChange } from "../../changes/change.ts";
import { refundOrder } from "../../changes/refund-order.ts";
import { parseGid } from "../../ids.ts";
import { minorUnits } from "../../money.ts";
import type { Order, Refund } from "../../state/model.ts";
import { orderTotals, sum } from "../../state/order-totals.ts";
import { visibleOrders, type RequestContext } from "../request-context.ts";
import { orderView } from "../views/order-view.ts";
import { refundView } from "../views/refund-view.ts";
import { userErrors, type View } from "../views/view.ts";

type Input = {
  orderId: string;
  note?: string | null;
  refundLineItems?: { lineItemId: string; quantity: number; restockType?: string | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { amount: string; kind: string }[] | null;
};

/** `refundCreate`: lines, shipping, and whatever the transactions give back beyond them. */
export function refundCreate(request: RequestContext, args: Record<string, unknown>): View {
  const input = args["input"] as Input;
  const order = visibleOrders(request).find((one) => one.id === parseGid(input.orderId).id);
  if (!order) return failed("Order does not exist", ["orderId"]);
  try {
    const refund = refundOrder(request.devstore, request.shop, {
      order,
      ...amountsOf(order, input),
      note: input.note ?? null,
    });
    return payload(request, order, refund);
  } catch (error) {
    if (error instanceof RefusedChange) return failed(error.message, null);
    throw error;
  }
}

/** The answer of a refund made before under the same key. */
refundCreate.replay = (request: RequestContext, kept: unknown): View => {
  for (const order of request.shop.orders) {
    const refund = order.refunds.find((one) => one.id === kept);
    if (refund) return payload(request, order, refund);
  }
  return failed("The previous attempt failed", null);
};

function amountsOf(order: Order, input: Input) {
  const lines = (input.refundLineItems ?? []).map((line) => ({
    lineId: parseGid(line.lineItemId).id,
    quantity: line.quantity,
    restockType: (line.restockType?.toLowerCase() ?? "no_restock") as "no_restock" | "return" | "cancel",
  }));
  const shipping = input.shipping?.fullRefund
    ? order.shippingPrice
    : input.shipping?.amount
      ? minorUnits(input.shipping.amount, order.currency)
      : 0;
  const asked = sum((input.transactions ?? []).map((one) => minorUnits(one.amount, order.currency)));
  const gross = orderTotals(order).lines;
  const ofLines = sum(
    lines.map((line) => {
      const price = (order.lines.find((one) => one.id === line.lineId)?.price ?? 0) * line.quantity;
      return price - (gross === 0 ? 0 : Math.round((order.discount * price) / gross));
    }),
  );
  return { lines, shipping, adjustment: input.transactions ? asked - ofLines - shipping : 0 };
}

function payload(request: RequestContext, order: Order, refund: Refund): View {
  return {
    __typename: "RefundCreatePayload",
    idempotentRef: refund.id,
    refund: () => refundView(request, { order, refund }),
    order: () => orderView(request, order),
    userErrors: [],
  };
}

function failed(message: string, field: string[] | null): View {
  return {
    __typename: "RefundCreatePayload",
    refund: null,
    order: null,
    userErrors: userErrors([{ field, message }]),
  };
}
