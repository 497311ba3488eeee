import { exactNumber, gid, newId } from "../ids.ts";
import { otherLocation } from "../state/locations.ts";
import type { FulfillmentOrder, Order, ShopState } from "../state/model.ts";
import { seconds } from "../time.ts";
import { fulfillmentOrderPart, holdPart } from "../webhooks/payloads/shop.ts";
import { inZone } from "../time.ts";
import { RefusedChange, startChange, type Change, type Doing } from "./change.ts";

export const fulfillmentOrderActions = [
  "hold",
  "release",
  "move",
  "reschedule",
  "ready",
  "split",
  "merge",
  "cancel",
  "prepare-pickup",
  "prepare-local-delivery",
  "progress",
  "reject",
  "fail",
] as const;
export type FulfillmentOrderAction = (typeof fulfillmentOrderActions)[number];

const DAY = 24 * 60 * 60 * 1000;

export type FulfillmentOrderInput = {
  order: Order;
  action: FulfillmentOrderAction;
  reason?: string | undefined;
  reasonNotes?: string | undefined;
  /** ISO 8601, for `reschedule`. */
  fulfillAt?: string | undefined;
};

/** What happens before a parcel exists: changes the order's latest open fulfillment order and tells `fulfillment_orders/*`. */
export function changeFulfillmentOrder(
  doing: Doing,
  shop: ShopState,
  input: FulfillmentOrderInput,
): FulfillmentOrder {
  const target = input.order.fulfillmentOrders.findLast(
    (one) => one.status !== "CLOSED" && one.status !== "CANCELLED",
  );
  if (!target) throw new RefusedChange("nothing is left to fulfil on this order");
  if (input.action === "split" && target.lines.length < 2)
    throw new RefusedChange("a fulfillment order with one line cannot be split");
  const change = startChange(doing, shop);
  const at = change.at(target.updatedAt > input.order.updatedAt ? target.updatedAt : input.order.updatedAt);
  target.updatedAt = at;
  input.order.updatedAt = at;
  actions[input.action]({ ...input, change, shop, target, at, now: doing.now() });
  change.orderUpdated(input.order);
  return target;
}

type Acting = FulfillmentOrderInput & {
  change: Change;
  shop: ShopState;
  target: FulfillmentOrder;
  at: string;
  now: Date;
};

const actions: Record<FulfillmentOrderAction, (acting: Acting) => void> = {
  hold: ({ change, shop, target, reason, reasonNotes }) => {
    const hold = {
      id: newId(shop),
      reason: reason ?? "INVENTORY_OUT_OF_STOCK",
      reasonNotes: reasonNotes ?? null,
    };
    target.holds.push(hold);
    target.status = "ON_HOLD";
    change.emit("fulfillment_orders/placed_on_hold", {
      fulfillment_order: { ...fulfillmentOrderPart(target), fulfillment_holds: target.holds.map(holdPart) },
      remaining_fulfillment_order: null,
      held_fulfillment_order_line_items: linesPart(target),
      created_fulfillment_hold: holdPart(hold),
    });
  },
  release: ({ change, target }) => {
    target.holds = [];
    target.status = "OPEN";
    change.emit("fulfillment_orders/hold_released", { fulfillment_order: fulfillmentOrderPart(target) });
  },
  move: ({ change, shop, order, target, at }) => {
    const from = target.locationId;
    const moved = copyOf(shop, target, at);
    moved.locationId = otherLocation(shop, from);
    close(target);
    order.fulfillmentOrders.push(moved);
    change.emit("fulfillment_orders/moved", {
      original_fulfillment_order: {
        ...fulfillmentOrderPart(target),
        assigned_location_id: gid("Location", from),
      },
      moved_fulfillment_order: {
        ...fulfillmentOrderPart(moved),
        assigned_location_id: gid("Location", moved.locationId),
      },
      destination_location_id: gid("Location", moved.locationId),
      fulfillment_order_line_items_requested: linesPart(moved),
      source_location: { id: gid("Location", from) },
    });
  },
  reschedule: ({ change, shop, target, fulfillAt, now }) => {
    target.status = "SCHEDULED";
    target.fulfillAt = fulfillAt ?? seconds(new Date(now.getTime() + 3 * DAY));
    change.emit("fulfillment_orders/rescheduled", {
      fulfillment_order: {
        ...fulfillmentOrderPart(target),
        fulfill_at: inZone(target.fulfillAt, shop.timezone),
      },
    });
  },
  ready: ({ change, target, at }) => {
    target.status = "OPEN";
    target.fulfillAt = at;
    change.emit("fulfillment_orders/scheduled_fulfillment_order_ready", {
      fulfillment_order: fulfillmentOrderPart(target),
    });
  },
  split: ({ change, shop, order, target, at }) => {
    const last = target.lines.slice(-1);
    target.lines = target.lines.slice(0, -1);
    const remaining = copyOf(shop, { ...target, lines: last }, at);
    order.fulfillmentOrders.push(remaining);
    change.emit("fulfillment_orders/split", {
      fulfillment_order: fulfillmentOrderPart(target),
      remaining_fulfillment_order: fulfillmentOrderPart(remaining),
      replacement_fulfillment_order: null,
      split_line_items: linesPart(remaining),
    });
  },
  merge: ({ change, order, target }) => {
    const others = order.fulfillmentOrders.filter((one) => one !== target && one.status === "OPEN");
    for (const other of others) {
      target.lines.push(...other.lines.map((line) => ({ ...line })));
      close(other);
    }
    change.emit("fulfillment_orders/merged", {
      merge_intents: [target, ...others].map((one) => ({
        fulfillment_order_id: exactNumber(one.id),
        fulfillment_order_line_items: one.lines.map((line) => ({
          id: exactNumber(line.id),
          quantity: line.totalQuantity,
        })),
      })),
      fulfillment_order_merges: { fulfillment_order: fulfillmentOrderPart(target) },
    });
  },
  cancel: ({ change, shop, order, target, at }) => {
    const replacement = copyOf(shop, target, at);
    close(target);
    target.status = "CANCELLED";
    order.fulfillmentOrders.push(replacement);
    change.emit("fulfillment_orders/cancelled", {
      fulfillment_order: fulfillmentOrderPart(target),
      replacement_fulfillment_order: fulfillmentOrderPart(replacement),
    });
  },
  "prepare-pickup": ({ change, target }) => prepared(change, target, "pickup"),
  "prepare-local-delivery": ({ change, target }) => prepared(change, target, "local_delivery"),
  progress: ({ change, target, reasonNotes }) => {
    const before = target.status.toLowerCase();
    target.status = "IN_PROGRESS";
    change.emit("fulfillment_orders/progress_reported", {
      fulfillment_order: fulfillmentOrderPart(target),
      progress_report: {
        reason_notes: reasonNotes ?? null,
        progress_reported_by_app: null,
        progress_reported_by_user: null,
      },
      initial_status: before,
    });
  },
  reject: ({ change, target, reasonNotes }) =>
    change.emit("fulfillment_orders/fulfillment_request_rejected", {
      fulfillment_order: { ...fulfillmentOrderPart(target), request_status: "rejected" },
      message: reasonNotes ?? "Out of stock",
    }),
  fail: ({ change, target, reasonNotes }) => {
    target.status = "INCOMPLETE";
    change.emit("fulfillment_orders/fulfillment_service_failed_to_complete", {
      fulfillment_order: fulfillmentOrderPart(target),
      message: reasonNotes ?? "Could not be completed",
    });
  },
};

function prepared(change: Change, target: FulfillmentOrder, method: "pickup" | "local_delivery"): void {
  change.emit(`fulfillment_orders/line_items_prepared_for_${method}`, {
    fulfillment_order: {
      ...fulfillmentOrderPart(target),
      preparable: true,
      delivery_method: { method_type: method === "pickup" ? "pickup" : "local" },
    },
  });
}

function close(target: FulfillmentOrder): void {
  target.status = "CLOSED";
  for (const line of target.lines) line.remainingQuantity = 0;
}

function copyOf(shop: ShopState, original: FulfillmentOrder, at: string): FulfillmentOrder {
  return {
    ...original,
    id: newId(shop),
    status: "OPEN",
    holds: [],
    lines: original.lines.map((line) => ({ ...line, id: newId(shop) })),
    createdAt: at,
    updatedAt: at,
  };
}

function linesPart(target: FulfillmentOrder): unknown[] {
  return target.lines.map((line) => ({
    id: gid("FulfillmentOrderLineItem", line.id),
    quantity: line.remainingQuantity,
  }));
}
