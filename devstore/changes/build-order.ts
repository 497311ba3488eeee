import { createHash } from "node:crypto";
import { newId, newLargeId } from "../ids.ts";
import { orderTotals } from "../state/order-totals.ts";
import type { Address, Customer, Line, Order, ShopState } from "../state/model.ts";

export type OrderInput = {
  customer: Customer;
  /** By variant id. */
  lines: { variantId: string; quantity: number }[];
  /** What the books say; must be a currency the variants have a price in. */
  currency: string;
  presentmentCurrency?: string;
  presentmentRate?: number;
  shippingPrice: number;
  shippingTitle?: string;
  discountCode?: string | null;
  discount?: number;
  note?: string | null;
  attributes?: { name: string; value: string }[];
  tags?: string[];
  sourceName?: string;
  /** Where it goes when not to the customer's first address; null: nowhere (a pickup, a download). */
  shippingAddress?: Address | null;
  /** How it is to be paid, when it is not paid at once. */
  unpaid?: { gateway: string };
  at: string;
};

const TAX: Record<string, { rate: number; title: string }> = {
  DE: { rate: 0.19, title: "MwSt." },
  AT: { rate: 0.2, title: "USt." },
  ES: { rate: 0.21, title: "IVA" },
  FR: { rate: 0.2, title: "TVA" },
  PT: { rate: 0.23, title: "IVA" },
  GB: { rate: 0.2, title: "VAT" },
  JP: { rate: 0.1, title: "消費税" },
};

/** Every fifth order id does not fit a double, as Shopify's own examples do not. */
const LARGE_ID_EVERY = 5;

/** Makes the record of an order, paid unless told otherwise, and adds it to the shop; causes no webhook. */
export function buildOrder(shop: ShopState, input: OrderInput): Order {
  const number = shop.nextOrderNumber;
  shop.nextOrderNumber += 1;
  const id = number % LARGE_ID_EVERY === 0 ? newLargeId(shop) : newId(shop);
  const home = input.customer.addresses[0] ?? null;
  const address = input.shippingAddress === undefined ? home : input.shippingAddress;
  const tax = TAX[(address ?? home)?.countryCode ?? ""] ?? { rate: 0, title: "Tax" };
  const order: Order = {
    id,
    number,
    name: `#${number}`,
    confirmationNumber: confirmationNumber(id),
    token: token(shop, id),
    customerId: input.customer.id,
    email: input.customer.email,
    phone: input.customer.phone,
    currency: input.currency,
    presentmentCurrency: input.presentmentCurrency ?? input.currency,
    presentmentRate: input.presentmentRate ?? 1,
    locale: input.customer.locale,
    note: input.note ?? null,
    attributes: input.attributes ?? [],
    tags: input.tags ?? [],
    sourceName: input.sourceName ?? "web",
    gateway: input.unpaid?.gateway ?? "shopify_payments",
    lines: input.lines.map((line) => buildLine(shop, { ...line, currency: input.currency })),
    shippingTitle: input.shippingTitle ?? "Standard",
    shippingPrice: input.shippingPrice,
    discountCode: input.discountCode ?? null,
    discount: input.discount ?? 0,
    taxRate: tax.rate,
    taxTitle: tax.title,
    financialStatus: input.unpaid ? "PENDING" : "PAID",
    shippingAddress: address && copyOf(address),
    billingAddress: home && copyOf(home),
    fulfillments: [],
    fulfillmentOrders: [],
    transactions: [],
    refunds: [],
    returns: [],
    cancelledAt: null,
    cancelReason: null,
    closedAt: null,
    createdAt: input.at,
    processedAt: input.at,
    updatedAt: input.at,
  };
  addFulfillmentOrder(shop, order);
  recordPayment(shop, order, { status: input.unpaid ? "pending" : "success", at: input.at });
  shop.orders.push(order);
  return order;
}

/** The payment of the whole order, as it went or as it is awaited. */
function recordPayment(
  shop: ShopState,
  order: Order,
  { status, at }: { status: "success" | "pending"; at: string },
): void {
  order.transactions.push({
    id: newId(shop),
    kind: "sale",
    status,
    gateway: order.gateway,
    amount: orderTotals(order).total,
    parentId: null,
    createdAt: at,
  });
}

/** A line of one of the shop's variants. Throws when the shop has no such variant or no price in the currency. */
export function buildLine(
  shop: ShopState,
  input: { variantId: string; quantity: number; currency: string },
): Line {
  const product = shop.products.find((one) => one.variants.some((variant) => variant.id === input.variantId));
  const variant = product?.variants.find((one) => one.id === input.variantId);
  if (!product || !variant) throw new Error(`no such variant: ${input.variantId}`);
  const price = variant.prices[input.currency];
  if (price === undefined) throw new Error(`no price in ${input.currency}`);
  return {
    id: newId(shop),
    productId: product.id,
    variantId: variant.id,
    title: product.title,
    variantTitle: variant.title === "Default Title" ? null : variant.title,
    sku: variant.sku,
    vendor: product.vendor,
    quantity: input.quantity,
    currentQuantity: input.quantity,
    price,
    grams: product.grams,
  };
}

function addFulfillmentOrder(shop: ShopState, order: Order): void {
  order.fulfillmentOrders.push({
    id: newId(shop),
    status: "OPEN",
    requestStatus: "UNSUBMITTED",
    fulfillAt: order.createdAt,
    locationId: shop.locationId,
    lines: order.lines.map((line) => ({
      id: newId(shop),
      lineId: line.id,
      totalQuantity: line.quantity,
      remainingQuantity: line.quantity,
    })),
    holds: [],
    createdAt: order.createdAt,
    updatedAt: order.createdAt,
  });
}

function copyOf(address: Address): Address {
  return { ...address };
}

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

function confirmationNumber(id: string): string {
  let rest = BigInt(id) * 2_654_435_761n;
  let text = "";
  while (text.length < 9) {
    text += LETTERS[Number(rest % 32n)] ?? "A";
    rest = rest / 32n + 7n * BigInt(text.length);
  }
  return text;
}

function token(shop: ShopState, id: string): string {
  return createHash("sha256").update(`${shop.id}/${id}`).digest("hex").slice(0, 32);
}
