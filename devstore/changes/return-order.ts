import { newId } from "../ids.ts";
import type { Order, ReturnRequest, ShopState } from "../state/model.ts";
import {
  returnDeclinePayload,
  returnPayload,
  returnProcessPayload,
  returnStatusPayload,
  returnUpdatePayload,
} from "../webhooks/payloads/return.ts";
import { RefusedChange, startChange, type Change, type Doing } from "./change.ts";
import { recordRefund } from "./refund-record.ts";
import { purchasesAfter } from "./refund-webhooks.ts";

export const returnActions = [
  "request",
  "approve",
  "decline",
  "update",
  "process",
  "close",
  "reopen",
  "cancel",
] as const;
export type ReturnAction = (typeof returnActions)[number];
export type ReturnInput = {
  order: Order;
  action: ReturnAction;
  lineId?: string | undefined;
  reason?: string | undefined;
  customerNote?: string | undefined;
};

/** Moves the order's latest return: `returns/<action>`, then `orders/updated`; processing also refunds. */
export function returnOrder(doing: Doing, shop: ShopState, input: ReturnInput): ReturnRequest {
  const { order, action } = input;
  if (action !== "request" && order.returns.length === 0) throw new RefusedChange("the order has no return");
  const shipped = shippedLine(input);
  const change = startChange(doing, shop);
  const at = change.at(order.updatedAt);
  const request = action === "request" ? addRequest(shop, input, { shipped, at }) : order.returns.at(-1);
  if (!request) throw new RefusedChange("the order has no return");
  order.updatedAt = at;
  moves[action]({ change, shop, order, request, at });
  change.orderUpdated(order);
  return request;
}

type Move = { change: Change; shop: ShopState; order: Order; request: ReturnRequest; at: string };

const moves: Record<ReturnAction, (move: Move) => void> = {
  request: ({ change, order, request }) => change.emit("returns/request", returnPayload(order, request)),
  approve: ({ change, order, request }) => {
    request.status = "OPEN";
    change.emit("returns/approve", returnPayload(order, request));
  },
  decline: ({ change, order, request }) => {
    request.status = "DECLINED";
    request.declineReason ??= "RETURN_PERIOD_ENDED";
    change.emit("returns/decline", returnDeclinePayload(order, request));
  },
  update: ({ change, request }) => {
    const line = request.lines[0];
    const removals = line ? [{ lineId: line.id, delta: 1 }] : [];
    if (line) line.quantity -= 1;
    request.lines = request.lines.filter((one) => one.quantity > 0);
    change.emit("returns/update", returnUpdatePayload(request, removals));
  },
  process: ({ change, shop, order, request, at }) => {
    const lines = request.lines.map((line) => ({
      lineId: line.lineId,
      quantity: line.quantity,
      restockType: "return" as const,
    }));
    purchasesAfter(change, shop, {
      order,
      ...recordRefund(shop, order, { lines, note: "Return processed", at }),
    });
    change.emit("returns/process", returnProcessPayload(order, request));
  },
  close: ({ change, order, request, at }) => {
    request.status = "CLOSED";
    request.closedAt = at;
    change.emit("returns/close", returnStatusPayload(order, request));
  },
  reopen: ({ change, order, request }) => {
    request.status = "OPEN";
    request.closedAt = null;
    change.emit("returns/reopen", returnStatusPayload(order, request));
  },
  cancel: ({ change, order, request }) => {
    request.status = "CANCELED";
    change.emit("returns/cancel", returnStatusPayload(order, request));
  },
};

type Shipped = { id: string; lineId: string; quantity: number };

function shippedLine({ order, action, lineId }: ReturnInput): Shipped | undefined {
  if (action !== "request") return undefined;
  const shipped = order.fulfillments
    .flatMap((one) => one.lines)
    .find((one) => !lineId || one.lineId === lineId);
  if (!shipped) throw new RefusedChange("nothing of this order was shipped", "lineId");
  return shipped;
}

function addRequest(
  shop: ShopState,
  input: ReturnInput,
  { shipped, at }: { shipped: Shipped | undefined; at: string },
): ReturnRequest {
  if (!shipped) throw new RefusedChange("nothing of this order was shipped", "lineId");
  const request: ReturnRequest = {
    id: newId(shop),
    name: `${input.order.name}-R${input.order.returns.length + 1}`,
    status: "REQUESTED",
    lines: [
      {
        id: newId(shop),
        lineId: shipped.lineId,
        fulfillmentLineId: shipped.id,
        quantity: shipped.quantity,
        reason: input.reason ?? "UNWANTED",
        customerNote: input.customerNote ?? null,
      },
    ],
    declineReason: null,
    createdAt: at,
    closedAt: null,
  };
  input.order.returns.push(request);
  return request;
}
