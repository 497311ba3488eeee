import { hours } from "#app/lib/duration.ts";
import type { Evidence } from "#app/care/detect/issue.ts";
import type { CarrierEvent, Parcel } from "#app/care/detect/parcel.ts";
import { plain } from "#app/care/understand/shipments.ts";
import type { MirroredOrder, Money } from "#app/mirror/order.ts";

/** What is said of one record; the ids are those of a draft's facts (care/draft/facts) wherever a draft has such a fact. */
type Said = Pick<Evidence, "label" | "kind"> & {
  key: string;
  field: string;
  value: string | null | undefined;
  /** Absent: when Shopify last changed the order. */
  observedAt?: string;
};
/** Money that comes with the order comes within minutes of it. */
export const isPaidLater = ({ placedAt, paidAt }: MirroredOrder): boolean =>
  Date.parse(paidAt ?? placedAt) - Date.parse(placedAt) > hours(1);

type Made = (order: MirroredOrder) => Said;

const made = {
  name: ({ name }) => ({ key: "name", label: "Order", kind: "order_name", field: "name", value: name }),
  placed: ({ placedAt }) => ({
    key: "placed",
    label: "Placed",
    kind: "date",
    field: "placedAt",
    value: placedAt,
  }),
  /** Only of an order that waited for its money. */
  paid: (order) => ({
    key: "paid",
    label: "Paid",
    kind: "date",
    field: "paidAt",
    value: isPaidLater(order) ? order.paidAt : null,
  }),
  status: ({ cancelledAt, fulfillmentStatus }) => ({
    key: "status",
    label: "Shipping status",
    kind: "status",
    field: cancelledAt ? "cancelledAt" : "fulfillmentStatus",
    value: cancelledAt ? "cancelled" : plain(fulfillmentStatus) || "unfulfilled",
  }),
  total: ({ total }) => ({
    key: "total",
    label: "Total",
    kind: "money",
    field: "total",
    value: money(total),
  }),
  cancelledAt: ({ cancelledAt }) => ({
    key: "cancelledAt",
    label: "Cancelled",
    kind: "date",
    field: "cancelledAt",
    value: cancelledAt,
  }),
  cancelReason: ({ cancelReason }) => ({
    key: "cancelReason",
    label: "Reason of the cancellation",
    kind: "status",
    field: "cancelReason",
    value: cancelReason && plain(cancelReason),
  }),
  payment: ({ financialStatus }) => ({
    key: "payment",
    label: "Payment",
    kind: "status",
    field: "financialStatus",
    value: plain(financialStatus),
  }),
} satisfies Record<string, Made>;
export type OrderKey = keyof typeof made;

/** What an order itself says, in the given order; what it does not say is left out. */
export const orderSays = (order: MirroredOrder, ...keys: OrderKey[]): Evidence[] =>
  keys.flatMap((key) => says(order, made[key](order)));

/** Something else that was read from the order. */
export const says = (order: MirroredOrder, said: Said): Evidence[] =>
  evidence(order, { entity: "order", id: order.id, ...said });

/** Where a parcel is: who has it, since when, and what they said last. */
export function parcelSays(order: MirroredOrder, parcel: Parcel, event = parcel.last): Evidence[] {
  const about = { entity: "fulfillment", id: parcel.id };
  return [
    { key: "carrier", label: "Carrier", kind: "text", field: "trackingCompany", value: parcel.carrier },
    {
      key: "tracking",
      label: "Tracking number",
      kind: "tracking",
      field: "trackingNumber",
      value: parcel.number,
    },
    {
      key: "shippedAt",
      label: "Shipped",
      kind: "date",
      field: "createdAt",
      value: iso(parcel.shippedAt),
    },
    ...(event ? scanSays(event) : []),
  ].flatMap((said) => evidence(order, { ...about, ...(said as Said) }));
}

function scanSays(event: CarrierEvent): Said[] {
  const observedAt = new Date(event.at).toISOString();
  const scan = { field: "events", observedAt };
  return [
    { key: "lastStatus", label: "Last scan", kind: "status", value: event.status, ...scan },
    { key: "lastAt", label: "Time of the last scan", kind: "date", value: observedAt, ...scan },
    { key: "city", label: "Place of the last scan", kind: "text", value: event.city, ...scan },
    { key: "lastMessage", label: "The carrier's words", kind: "text", value: event.message, ...scan },
  ];
}

/** Something else that was read from a parcel. */
export const ofParcel = (order: MirroredOrder, id: string, said: Said): Evidence[] =>
  evidence(order, { entity: "fulfillment", id, ...said });

/** One refund. */
export const refundSays = (order: MirroredOrder, refund: MirroredOrder["refunds"][number]): Evidence[] =>
  (
    [
      {
        key: "refundState",
        label: "Refund",
        kind: "status",
        field: "settled",
        value: refund.settled ? "settled" : "pending",
      },
      {
        key: "refundAmount",
        label: "Refunded amount",
        kind: "money",
        field: "amount",
        value: money(refund.amount),
      },
      { key: "refundAt", label: "Refund made", kind: "date", field: "at", value: refund.at },
    ] satisfies Said[]
  ).flatMap((said) => evidence(order, { entity: "refund", id: refund.id, ...said }));

/** One thing that a record says. */
export function evidence(
  order: MirroredOrder,
  { entity, id, key, field, value, label, kind, observedAt }: Said & { entity: string; id: string },
): Evidence[] {
  if (!value) return [];
  return [
    {
      id: `${entity}:${id}:${key}`,
      label,
      value,
      kind,
      source: { entity, id, field },
      observedAt: observedAt ?? order.updatedAt,
    },
  ];
}

/** "59.90 EUR" */
export const money = ({ amount, currency }: Money): string => `${amount} ${currency}`;

export const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
