import { dayName, dayOf } from "#app/lib/local-day.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** What a third party may be told of an order; the screen words each. */
export const sideFactKinds = [
  "order",
  "placed",
  "items",
  "carrier",
  "tracking",
  "link",
  "name",
  "address",
  "phone",
  "email",
] as const;
export type SideFactKind = (typeof sideFactKinds)[number];

/** `personal`: it says who the shopper is or where they live, and is told only where a person ticks it. */
export type SideFact = { id: string; kind: SideFactKind; value: string; personal: boolean };

/** Two orders of one person name the same person: who chose to tell it chose it of both. */
export const sameFact = ({ kind, value }: Pick<SideFact, "kind" | "value">): string =>
  `${kind} ${value.normalize("NFKC").trim().toLowerCase()}`;

const PERSONAL: ReadonlySet<SideFactKind> = new Set(["name", "address", "phone", "email"]);

type Source = Pick<
  MirroredOrder,
  "id" | "name" | "placedAt" | "lines" | "fulfillments" | "customer" | "shippingAddress"
>;

/** What is known of an order that a warehouse or a carrier may need, pure; the shopper's own data last. Days are the shop's. */
export function sideFacts(order: Source, timeZone: string): SideFact[] {
  const { id, name, placedAt, lines, fulfillments, customer, shippingAddress } = order;
  const address = shippingAddress;
  const postal = [address?.address1, address?.address2, address?.zip, address?.city, address?.country];
  const facts: [SideFactKind, string, string | null | undefined][] = [
    ["order", "", name],
    ["placed", "", dayName(dayOf(Date.parse(placedAt), timeZone))],
    ["items", "", lines.map(({ title, quantity }) => `${quantity} × ${title}`).join("\n")],
    ...fulfillments.flatMap(({ id: parcel, trackingCompany, trackingNumber, trackingUrl }) => [
      ["carrier", parcel, trackingCompany] satisfies [SideFactKind, string, unknown],
      ["tracking", parcel, trackingNumber] satisfies [SideFactKind, string, unknown],
      ["link", parcel, trackingUrl] satisfies [SideFactKind, string, unknown],
    ]),
    ["name", "", address?.name ?? customer?.name],
    ["address", "", postal.filter(Boolean).join("\n")],
    ["phone", "", address?.phone],
    ["email", "", customer?.email],
  ];
  return facts.flatMap(([kind, part, value]) =>
    value
      ? [{ id: [id, part, kind].filter(Boolean).join(":"), kind, value, personal: PERSONAL.has(kind) }]
      : [],
  );
}
