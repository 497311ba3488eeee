/** The id of the n-th order and of its parcel, refund and fulfillment order. */
export const idOf = (nth: number) => String(5_000_000_000 + nth);
const gid = (type: string, nth: number) => `gid://shopify/${type}/${idOf(nth)}`;
const money = { shopMoney: { amount: "12.30", currencyCode: "EUR" } };

function order(nth: number) {
  const time = "2026-11-20T08:00:00Z";
  return {
    id: gid("Order", nth),
    name: `#${nth}`,
    createdAt: time,
    processedAt: time,
    updatedAt: time,
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "FULFILLED",
    totalPriceSet: money,
    email: `shopper${nth}@example.test`,
    customer: { id: gid("Customer", nth), firstName: "Ana", lastName: "Ruiz" },
    fulfillments: [{ id: gid("Fulfillment", nth), status: "SUCCESS", createdAt: time, updatedAt: time }],
    refunds: [{ id: gid("Refund", nth), processedAt: time, updatedAt: time, totalRefundedSet: money }],
  };
}

const children = (nth: number) => [
  ...[0, 1].map((line) => ({
    id: gid("LineItem", nth * 10 + line),
    title: `Mug ${line}`,
    quantity: 1 + line,
    __parentId: gid("Order", nth),
  })),
  {
    id: gid("FulfillmentOrder", nth),
    status: "CLOSED",
    requestStatus: "UNSUBMITTED",
    updatedAt: "2026-11-20T08:00:00Z",
    assignedLocation: { name: "Main stock" },
    __parentId: gid("Order", nth),
  },
];

/** A result of BULK_ORDERS, three children an order: beside it, or after all orders. */
export function bulkResult(orders: number, layout: "near" | "after"): Buffer {
  const all = Array.from({ length: orders }, (_, at) => at + 1);
  const lines =
    layout === "near"
      ? all.flatMap((nth) => [order(nth), ...children(nth)])
      : [...all.map((nth) => order(nth)), ...all.flatMap((nth) => children(nth)).toReversed()];
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}
