import { buildOrder } from "../changes/build-order.ts";
import { recordRefund } from "../changes/refund-record.ts";
import { newId } from "../ids.ts";
import type { Customer, Order, ShopState } from "../state/model.ts";
import { orderTotals } from "../state/order-totals.ts";
import { seconds } from "../time.ts";
import { people } from "./people.ts";
import { shippingPrices } from "./products.ts";
import type { Random } from "./random.ts";
import { shipStory, travelOf } from "./seed-parcels.ts";
import { stories, type Story } from "./stories.ts";

const DAY = 24 * 60 * 60 * 1000;

export type Scene = {
  shop: ShopState;
  order: Order;
  customer: Customer;
  random: Random;
  now: Date;
  placedAt: number;
};

/** Plays every story of `stories.ts` into the shop, with times relative to `now`. */
export function seedOrders(shop: ShopState, input: { now: Date; random: Random }): void {
  stories.forEach(({ age, person, story }, index) => {
    const customer = shop.customers[person];
    if (!customer) throw new Error(`no customer ${person}`);
    const placedAt = input.now.getTime() - age * DAY - input.random.integer(1, 9) * (DAY / 24);
    const order = placeSeedOrder(shop, { customer, person, story, index, placedAt, random: input.random });
    const scene: Scene = { shop, order, customer, random: input.random, now: input.now, placedAt };
    playStory(scene, story);
    customer.updatedAt = order.createdAt;
  });
}

type Placing = {
  customer: Customer;
  person: number;
  story: Story;
  index: number;
  placedAt: number;
  random: Random;
};

function placeSeedOrder(shop: ShopState, input: Placing): Order {
  const { random } = input;
  const wanted = people[input.person]?.currency ?? shop.currency;
  // Some American orders are kept in the shop's own currency, as Shopify Markets does; the shopper still saw dollars.
  const viaMarkets = wanted === "USD" && input.index % 8 === 4;
  const currency = viaMarkets ? shop.currency : wanted;
  const count =
    input.story === "split" || input.story.startsWith("partly") ? random.integer(2, 3) : random.integer(1, 3);
  const products = new Map<string, number>();
  while (products.size < count) {
    const variant = random.pick(random.pick(shop.products).variants);
    products.set(variant.id, random.integer(1, 4) === 4 ? 2 : 1);
  }
  const gift = input.story === "gift_missed";
  return buildOrder(shop, {
    customer: input.customer,
    lines: [...products].map(([variantId, quantity]) => ({ variantId, quantity })),
    currency,
    ...(viaMarkets && { presentmentCurrency: "USD", presentmentRate: 1.08 }),
    shippingPrice: shippingPrices[currency] ?? 0,
    ...(input.index % 6 === 0 && {
      discountCode: "WANDERLUST10",
      discount: Math.round(1000 / (currency === "JPY" ? 1 : 2)),
    }),
    note: gift ? "Bitte als Geschenk verpacken, der Geburtstag ist am Wochenende." : null,
    attributes: gift
      ? [{ name: "Gift date", value: seconds(new Date(input.placedAt + 6 * DAY)).slice(0, 10) }]
      : [],
    tags: gift ? ["gift"] : [],
    at: seconds(new Date(input.placedAt)),
  });
}

function playStory(scene: Scene, story: Story): void {
  if (story === "unfulfilled") return;
  if (story === "on_hold") return hold(scene);
  if (story === "cancelled") return cancel(scene);
  shipStory(scene, travelOf(story));
  const deliveredAt = scene.order.fulfillments[0]?.deliveredAt;
  const after = (days: number) => {
    const from = deliveredAt ? new Date(deliveredAt).getTime() : scene.placedAt;
    return seconds(new Date(Math.min(scene.now.getTime(), from + days * DAY)));
  };
  if (story === "partly_refunded") refundOneLine(scene, after(4));
  if (story === "refunded" || story === "failed") refundAll(scene, after(9));
  if (story === "returned") returnOneLine(scene, { requested: after(3), closed: after(11) });
  if (story === "return_requested") requestReturn(scene, after(5));
  if (story === "disputed") dispute(scene, after(12));
}

function hold({ shop, order, placedAt }: Scene): void {
  const at = seconds(new Date(placedAt + DAY / 12));
  for (const one of order.fulfillmentOrders) {
    one.status = "ON_HOLD";
    one.updatedAt = at;
    one.holds.push({
      id: newId(shop),
      reason: "INVENTORY_OUT_OF_STOCK",
      reasonNotes: "Waiting for the next delivery of this colour.",
    });
  }
  order.updatedAt = at;
}

function cancel({ shop, order, placedAt }: Scene): void {
  const at = seconds(new Date(placedAt + DAY / 8));
  order.cancelledAt = at;
  order.closedAt = at;
  order.cancelReason = "CUSTOMER";
  for (const one of order.fulfillmentOrders) {
    one.status = "CLOSED";
    one.updatedAt = at;
    for (const line of one.lines) line.remainingQuantity = 0;
  }
  recordRefund(shop, order, {
    lines: order.lines.map((line) => ({
      lineId: line.id,
      quantity: line.quantity,
      restockType: "cancel" as const,
    })),
    shipping: order.shippingPrice,
    note: "Cancelled at the shopper's wish",
    at,
  });
}

function refundOneLine({ shop, order }: Scene, at: string): void {
  const line = order.lines[0];
  if (line)
    recordRefund(shop, order, { lines: [{ lineId: line.id, quantity: 1 }], note: "Arrived damaged", at });
}

function refundAll({ shop, order }: Scene, at: string): void {
  const totals = orderTotals(order);
  recordRefund(shop, order, {
    lines: order.lines.map((line) => ({ lineId: line.id, quantity: line.currentQuantity })),
    shipping: totals.shipping,
    note: "Lost or returned to sender",
    at,
  });
}

function returnOneLine(scene: Scene, times: { requested: string; closed: string }): void {
  requestReturn(scene, times.requested);
  const request = scene.order.returns.at(-1);
  const line = scene.order.lines[0];
  if (!request || !line) return;
  request.status = "CLOSED";
  request.closedAt = times.closed;
  recordRefund(scene.shop, scene.order, {
    lines: [{ lineId: line.id, quantity: 1, restockType: "return" }],
    note: "Return received",
    at: times.closed,
  });
}

function requestReturn({ shop, order, random }: Scene, at: string): void {
  const shipped = order.fulfillments[0]?.lines[0];
  if (!shipped) return;
  order.returns.push({
    id: newId(shop),
    name: `${order.name}-R${order.returns.length + 1}`,
    status: "REQUESTED",
    lines: [
      {
        id: newId(shop),
        lineId: shipped.lineId,
        fulfillmentLineId: shipped.id,
        quantity: 1,
        reason: random.pick(["SIZE_TOO_SMALL", "COLOR", "UNWANTED"]),
        customerNote: null,
      },
    ],
    declineReason: null,
    createdAt: at,
    closedAt: null,
  });
  order.updatedAt = at;
}

function dispute({ shop, order }: Scene, at: string): void {
  shop.disputes.push({
    id: newId(shop),
    orderId: order.id,
    type: "chargeback",
    amount: orderTotals(order).total,
    currency: order.currency,
    reason: "product_not_received",
    networkReasonCode: "4855",
    status: "under_review",
    evidenceDueBy: seconds(new Date(new Date(at).getTime() + 14 * DAY)),
    evidenceSentOn: seconds(new Date(new Date(at).getTime() + 5 * DAY)),
    finalizedOn: null,
    initiatedAt: at,
  });
}
