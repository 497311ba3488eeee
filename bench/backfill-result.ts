import { createReadStream, createWriteStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Orders whose children stand together after them: Shopify does not group a result, and does not spread it without end. */
const PAGE = 50;
const FIRST_ORDER = 5_400_000_000_000n;
const NEWEST = Date.parse("2026-11-20T12:00:00Z");
const TITLES = [
  "Enamel mug, forest green",
  "Linen towel",
  "Field notebook, ruled",
  "Wool blanket 130 × 180 cm",
];
const CITIES = ["Leipzig", "Lyon", "Kraków", "Porto", "Aarhus"];

export type Layout = "near" | "after";

/**
 * A result of BULK_ORDERS, the same for the same numbers: two line items and one fulfillment order an order on average, a
 * fulfillment for seven of eight, a refund for one of twelve. Children come in another order than their parents: "near" after
 * every fifty orders, "after" at the end of the file, after all of them.
 */
export async function writeResult(
  file: string,
  { orders, layout }: { orders: number; layout: Layout },
): Promise<number> {
  await pipeline(Readable.from(pages(orders, layout)), createWriteStream(file));
  return statSync(file).size;
}

function* pages(orders: number, layout: Layout): Generator<string> {
  for (let from = 0; from < orders; from += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, orders - from) }, (_, at) => from + at);
    yield text(page.map(order));
    if (layout === "near") yield text(shuffled(page.flatMap(children)));
  }
  if (layout === "near") return;
  for (let from = 0; from < orders; from += PAGE)
    yield text(Array.from({ length: Math.min(PAGE, orders - from) }, (_, at) => children(from + at)).flat());
}

const text = (lines: object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** The same other order each time. */
function shuffled(lines: object[]): object[] {
  return lines
    .map((line, at) => ({ line, place: (at * 7_919) % 1_009 }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ line }) => line);
}

const idOf = (nth: number) => String(FIRST_ORDER + BigInt(nth) * 1_024n);
const gid = (type: string, id: string) => `gid://shopify/${type}/${id}`;
const money = (cents: number) => ({ shopMoney: { amount: (cents / 100).toFixed(2), currencyCode: "EUR" } });
const at = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");

function order(nth: number): object {
  const id = idOf(nth);
  const placed = NEWEST - nth * 37_000;
  const person = nth % 3_001;
  const first = `Ana${person}`;
  return {
    id: gid("Order", id),
    name: `#${1_001 + nth}`,
    createdAt: at(placed),
    processedAt: at(placed),
    updatedAt: at(placed + 86_400_000),
    cancelledAt: null,
    cancelReason: null,
    closedAt: nth % 4 === 0 ? null : at(placed + 86_400_000),
    displayFinancialStatus: nth % 12 === 0 ? "PARTIALLY_REFUNDED" : "PAID",
    displayFulfillmentStatus: nth % 8 === 0 ? "UNFULFILLED" : "FULFILLED",
    currencyCode: "EUR",
    totalPriceSet: money(2_490 + (nth % 9_000)),
    customerLocale: "de-DE",
    tags: nth % 5 === 0 ? ["gift", "newsletter"] : [],
    email: `ana.${person}@shopper-${person % 97}.example`,
    phone: nth % 3 === 0 ? `+4915112${String(person).padStart(6, "0")}` : null,
    note: nth % 10 === 0 ? "Please leave it with the neighbour on the second floor." : null,
    customAttributes: nth % 6 === 0 ? [{ key: "gift-note", value: "For your birthday" }] : [],
    statusPageUrl: `https://bench-store.example/69000/orders/${id}/authenticate?key=0f8fad5bd9cb469fa16570867728950e`,
    customer: {
      id: gid("Customer", String(7_000_000_000_000 + person)),
      firstName: first,
      lastName: "Albrecht",
    },
    shippingAddress: {
      name: `${first} Albrecht`,
      company: null,
      address1: `Lindenstraße ${1 + (nth % 180)}`,
      address2: null,
      city: CITIES[nth % CITIES.length],
      province: null,
      zip: String(10_000 + (nth % 80_000)),
      country: "Germany",
      countryCodeV2: "DE",
      phone: null,
    },
    disputes: [],
    fulfillments: nth % 8 === 0 ? [] : [fulfillment(nth, placed)],
    refunds: nth % 12 === 0 ? [refund(nth, placed)] : [],
  };
}

function fulfillment(nth: number, placed: number): object {
  const number = `JJD0003${String(nth).padStart(12, "0")}`;
  return {
    id: gid("Fulfillment", idOf(nth)),
    status: "SUCCESS",
    displayStatus: "DELIVERED",
    createdAt: at(placed + 40_000_000),
    updatedAt: at(placed + 86_400_000),
    estimatedDeliveryAt: at(placed + 180_000_000),
    deliveredAt: at(placed + 170_000_000),
    trackingInfo: [{ company: "DHL", number, url: `https://tracking.example/${number}` }],
  };
}

const refund = (nth: number, placed: number) => ({
  id: gid("Refund", idOf(nth)),
  createdAt: at(placed + 90_000_000),
  processedAt: at(placed + 90_000_000),
  updatedAt: at(placed + 90_000_000),
  totalRefundedSet: money(1_245),
});

function children(nth: number): object[] {
  const id = idOf(nth);
  const lines = Array.from({ length: 1 + (nth % 3) }, (_, line) => ({
    id: gid("LineItem", String(BigInt(id) + BigInt(line))),
    title: TITLES[(nth + line) % TITLES.length],
    variantTitle: line === 0 ? "Large / Green" : null,
    sku: `SKU-${(nth * 7 + line) % 5_000}`,
    quantity: 1 + (line % 2),
    currentQuantity: 1 + (line % 2),
    originalUnitPriceSet: money(1_245),
    __parentId: gid("Order", id),
  }));
  const fulfillmentOrder = {
    id: gid("FulfillmentOrder", id),
    status: nth % 8 === 0 ? "OPEN" : "CLOSED",
    requestStatus: "UNSUBMITTED",
    fulfillAt: at(NEWEST - nth * 37_000),
    updatedAt: at(NEWEST - nth * 37_000 + 40_000_000),
    assignedLocation: { name: "Main stock" },
    fulfillmentHolds: [],
    __parentId: gid("Order", id),
  };
  return [...lines, fulfillmentOrder];
}

/** Serves the file as Shopify's storage does, ranges included. */
export async function serveResult(file: string): Promise<{ origin: string; url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const size = statSync(file).size;
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    response.writeHead(from > 0 ? 206 : 200, {
      "Content-Type": "application/jsonl",
      "Content-Length": size - from,
      ...(from > 0 ? { "Content-Range": `bytes ${from}-${size - 1}/${size}` } : {}),
    });
    createReadStream(file, { start: from })
      .on("error", () => response.destroy())
      .pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, url: `${origin}/result.jsonl`, close: () => server.close() };
}
