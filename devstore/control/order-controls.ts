import express, { type Request, type Router } from "express";
import { z } from "zod";
import { cancelOrder } from "../changes/cancel-order.ts";
import { changeFulfillmentOrder, fulfillmentOrderActions } from "../changes/change-fulfillment-order.ts";
import { RefusedChange } from "../changes/change.ts";
import { disputeOrder } from "../changes/dispute-order.ts";
import { deleteOrder, editOrder, updateOrder } from "../changes/edit-order.ts";
import { refundOrder } from "../changes/refund-order.ts";
import { returnActions, returnOrder } from "../changes/return-order.ts";
import { parcelUnderWay, stallParcel } from "../changes/scenario-parcel.ts";
import { addCarrierEvent, changeTracking, deleteCarrierEvent, shipOrder } from "../changes/ship-order.ts";
import type { DevstoreContext } from "../context.ts";
import { minorUnits } from "../money.ts";
import { carriers, type CarrierKey } from "../seed/carriers.ts";
import type { Order, ShopState } from "../state/model.ts";
import { shopOf } from "./shop-of.ts";
import { findOrder, orderSummary } from "./find-subject.ts";
import { placeByControl } from "./place-by-control.ts";

type Input = { context: DevstoreContext; shop: ShopState; order: Order; body: unknown };

const text = z.string().min(1);
const quantity = z.number().int().min(1);
const carrierKey = z.enum(Object.keys(carriers) as [CarrierKey, ...CarrierKey[]]);
const eventStatus = z.enum([
  "label_purchased",
  "label_printed",
  "ready_for_pickup",
  "confirmed",
  "in_transit",
  "delayed",
  "out_for_delivery",
  "attempted_delivery",
  "delivered",
  "failure",
  "carrier_picked_up",
]);

/** What can be made to happen to an order, by the last part of the address. */
const actions: Record<string, (input: Input) => void> = {
  ship: ({ context, shop, order, body }) => {
    const schema = z.object({
      carrier: carrierKey.optional(),
      trackingNumber: text.optional(),
      lines: z.array(text).optional(),
      estimatedDeliveryAt: z.iso.datetime().optional(),
    });
    shipOrder(context, shop, { order, ...schema.parse(body) });
  },
  event: (input) => {
    const schema = z.object({
      status: eventStatus,
      message: z.string().nullish(),
      happenedAt: z.iso.datetime().optional(),
      estimatedDeliveryAt: z.iso.datetime().optional(),
      city: text.optional(),
      country: text.optional(),
    });
    const { city, country, ...event } = schema.parse(input.body);
    report(input, {
      ...event,
      place: city || country ? { city: city ?? null, country: country ?? null } : undefined,
    });
  },
  "delete-event": ({ context, shop, order, body }) =>
    deleteCarrierEvent(context, shop, { order, ...z.object({ eventId: text.optional() }).parse(body) }),
  tracking: ({ context, shop, order, body }) => {
    const schema = z.object({ company: text.optional(), number: text.optional(), url: z.url().optional() });
    changeTracking(context, shop, {
      order,
      fulfillment: parcelUnderWay(context, shop, order),
      ...schema.parse(body),
    });
  },
  stall: ({ context, shop, order, body }) =>
    void stallParcel(context, shop, {
      order,
      days: z.object({ days: quantity.default(8) }).parse(body).days,
    }),
  "fail-delivery": (input) => {
    const { final } = z.object({ final: z.boolean().default(false) }).parse(input.body);
    report(input, { status: final ? "failure" : "attempted_delivery" });
  },
  deliver: (input) => report(input, { status: "delivered" }),
  refund: ({ context, shop, order, body }) => refund({ context, shop, order, body }),
  cancel: ({ context, shop, order, body }) => {
    const reason = z
      .enum(["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"])
      .default("CUSTOMER");
    cancelOrder(context, shop, {
      order,
      ...z.object({ reason, refund: z.boolean().default(true), note: text.optional() }).parse(body),
    });
  },
  edit: ({ context, shop, order, body }) => {
    const schema = z.object({
      add: z.array(z.object({ variantId: text, quantity })).optional(),
      remove: z.array(z.object({ lineId: text, quantity })).optional(),
      staffNote: z.string().optional(),
    });
    const given = schema.parse(body);
    const first = shop.products[0]?.variants[0];
    const add = given.add ?? (given.remove || !first ? [] : [{ variantId: first.id, quantity: 1 }]);
    editOrder(context, shop, { order, ...given, add });
  },
  return: ({ context, shop, order, body }) => {
    const schema = z.object({
      action: z.enum(returnActions).default("request"),
      lineId: text.optional(),
      reason: text.optional(),
      customerNote: text.optional(),
    });
    returnOrder(context, shop, { order, ...schema.parse(body) });
  },
  dispute: ({ context, shop, order, body }) => {
    const schema = z.object({
      type: z.enum(["chargeback", "inquiry"]).optional(),
      reason: text.optional(),
      status: z.enum(["needs_response", "under_review", "won", "lost", "accepted"]).optional(),
    });
    disputeOrder(context, shop, { order, ...schema.parse(body) });
  },
  "fulfillment-order": ({ context, shop, order, body }) => {
    const schema = z.object({
      action: z.enum(fulfillmentOrderActions),
      reason: text.optional(),
      reasonNotes: text.optional(),
      fulfillAt: z.iso.datetime().optional(),
    });
    changeFulfillmentOrder(context, shop, { order, ...schema.parse(body) });
  },
  "update-note": ({ context, shop, order, body }) =>
    updateOrder(context, shop, {
      order,
      fields: { note: z.object({ note: z.string().nullable() }).parse(body).note },
    }),
  update: ({ context, shop, order, body }) =>
    updateOrder(context, shop, { order, fields: orderFields(body) }),
  delete: ({ context, shop, order }) => deleteOrder(context, shop, order),
};

function report(
  { context, shop, order }: Input,
  event: Omit<Parameters<typeof addCarrierEvent>[2], "order" | "fulfillment">,
): void {
  const fulfillment = parcelUnderWay(context, shop, order);
  const door = {
    city: order.shippingAddress?.city ?? null,
    country: order.shippingAddress?.countryCode ?? null,
  };
  addCarrierEvent(context, shop, { order, fulfillment, place: door, ...event });
}

function refund({ context, shop, order, body }: Input): void {
  const schema = z.object({
    lines: z.array(z.object({ lineId: text, quantity })).optional(),
    amount: text.optional(),
    shipping: z.boolean().default(false),
    note: z.string().optional(),
  });
  const { lines, amount, shipping, note } = schema.parse(body);
  const first = order.lines.find((line) => line.currentQuantity > 0);
  const one = first ? [{ lineId: first.id, quantity: 1 }] : [];
  refundOrder(context, shop, {
    order,
    lines: lines ?? (amount ? [] : one),
    adjustment: amount ? minorUnits(amount, order.currency) : 0,
    shipping: shipping ? order.shippingPrice : 0,
    note: note ?? null,
  });
}

function orderFields(body: unknown) {
  const address = z
    .object({
      address1: text,
      address2: z.string().nullable(),
      city: text,
      zip: text,
      province: z.string().nullable(),
    })
    .partial();
  const schema = z.object({
    note: z.string().nullable().optional(),
    tags: z.array(text).optional(),
    email: z.email().nullable().optional(),
    phone: text.nullable().optional(),
    shippingAddress: address.optional(),
  });
  const { note, tags, email, phone, shippingAddress } = schema.parse(body);
  return {
    ...(note !== undefined && { note }),
    ...(tags && { tags }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(shippingAddress && { shippingAddress: dropAbsent(shippingAddress) }),
  };
}

function dropAbsent<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** `GET /control/orders`, `POST /control/orders`, `POST /control/orders/:id/:action`. */
export function orderControls(context: DevstoreContext): Router {
  const router = express.Router();
  router.get("/control/orders", (request, response) => {
    const shop = shopOf(context, request);
    response.json({ items: shop.orders.map((order) => orderSummary(shop, order)).reverse() });
  });
  router.get("/control/orders/:id", (request, response) => {
    const shop = shopOf(context, request);
    const order = findOrder(shop, request.params.id);
    response.json({ ...orderSummary(shop, order), record: order });
  });
  router.post("/control/orders", (request, response) => {
    const shop = shopOf(context, request);
    response.status(201).json(orderSummary(shop, placeByControl(context, shop, request.body ?? {})));
  });
  router.post("/control/orders/:id/:action", (request, response) => {
    const shop = shopOf(context, request);
    const order = findOrder(shop, request.params.id);
    const act = actions[request.params.action];
    if (!act) throw new RefusedChange(`there is no action ${request.params.action}`, "action");
    act({ context, shop, order, body: bodyOf(request) });
    response.json(orderSummary(shop, order));
  });
  return router;
}

function bodyOf(request: Request): unknown {
  return request.body ?? {};
}
