import type { Fact } from "#app/care/draft/draft.ts";
import { drawFrom, orderFactKeys, type Drawn, type OrderFactKey } from "#app/care/draft/facts/draw-fact.ts";
import { moneyFacts } from "#app/care/draft/facts/money-facts.ts";
import { parcelFacts } from "#app/care/draft/facts/parcel-facts.ts";
import { plainTitle } from "#app/care/draft/facts/plain-words.ts";
import { warehouseFacts } from "#app/care/draft/facts/warehouse-facts.ts";
import {
  formatCounted,
  formatDate,
  formatList,
  formatNoted,
  type Format,
} from "#app/care/draft/format-value.ts";
import {
  orderSituation,
  type DraftOrder,
  type Situation,
  type SpokenOf,
} from "#app/care/draft/order-situation.ts";
import type { Intent } from "#app/care/understand/reading.ts";
import { proves } from "#app/care/understand/prove-orders.ts";
import type { IdentityProof } from "#app/conversation/message-content.ts";

/** One order as the plan reads it: where it is, and which facts say so. */
export type OrderSheet = Situation & {
  orderId: string;
  /** What the writer has proven of this order. */
  proof: IdentityProof;
  /** What was ordered, a line each: to tell whether the text says which. */
  titles: string[];
  ids: Record<OrderFactKey, string | null>;
};

type About = {
  format: Format;
  intents: readonly Intent[];
  proof: IdentityProof;
  mirroredAt: ReadonlyMap<string, string>;
  /** Which parcel or refund is spoken of, where it is one of several. */
  spokenOf?: SpokenOf | undefined;
};

/** What was paid, and what was paid back: for the owner alone. That a refund was made, and when, is the order's state. */
const PAYMENT: ReadonlySet<OrderFactKey> = new Set(["total", "refundAmount"]);

/**
 * The facts of one order, each with the field it was read from. Order state and tracking need `address_match`; amounts of a
 * payment, and the delivery address, drawn only for a change of address, need a `code`. `sheet.ids` leads to no fact
 * above the writer's proof.
 */
export function orderFacts(
  order: DraftOrder,
  { format, intents, proof, mirroredAt, spokenOf }: About,
): { facts: Fact[]; sheet: OrderSheet } {
  const situation = orderSituation(order, format.now, spokenOf);
  const drawn = [
    ...orderItself(order, situation, format),
    ...parcelFacts(situation, format),
    ...moneyFacts(order, situation, format),
    ...warehouseFacts(situation, format),
  ];
  const unknown = new Date(order.updatedAt ?? format.now).toISOString();
  const observedAt = ({ entity, id, field }: Fact["source"]) =>
    mirroredAt.get(`${entity}:${id}:${field}`) ?? mirroredAt.get(`${entity}:${id}`) ?? unknown;
  const idOf = ({ source, key }: Drawn) => `${source.entity}:${source.id}:${key}`;
  const facts = drawn.map((one): Fact => {
    const { key: _key, ...fact } = one;
    return {
      ...fact,
      id: idOf(one),
      observedAt: observedAt(fact.source),
      needs: levelOf(one),
      proof,
      order: order.id,
    };
  });
  const ids = Object.fromEntries(orderFactKeys.map((key) => [key, null])) as OrderSheet["ids"];
  for (const one of drawn) if (proves(proof, levelOf(one))) ids[one.key] = idOf(one);
  const address = intents.includes("change_address") ? addressFacts(order, observedAt) : [];
  return {
    facts: [...facts, ...address.map((fact) => ({ ...fact, proof, order: order.id }))],
    sheet: { ...situation, orderId: order.id, proof, titles: order.lines.map(({ title }) => title), ids },
  };
}

const levelOf = ({ key }: Drawn): IdentityProof => (PAYMENT.has(key) ? "code" : "address_match");

function orderItself(order: DraftOrder, { parcels }: Situation, format: Format): Drawn[] {
  const { plain, date, relative, money } = drawFrom({ entity: "order", id: order.id }, format);
  const status = order.cancelledAt ? "cancelled" : (order.fulfillmentStatus?.toLowerCase() ?? "unfulfilled");
  const label = formatNoted(order.name, formatDate(order.placedAt, format), format.locale);
  return [
    plain({ key: "name", label: "Order", field: "name" }, "order_name", order.name),
    plain({ key: "label", label: "Order and day", field: "name" }, "text", label),
    date({ key: "placed", label: "Placed", field: "placedAt" }, order.placedAt),
    relative({ key: "placedAgo", label: "Placed, from today", field: "placedAt" }, order.placedAt),
    plain(
      {
        key: "status",
        label: "Shipping status",
        field: order.cancelledAt ? "cancelledAt" : "fulfillmentStatus",
      },
      "status",
      status,
    ),
    money({ key: "total", label: "Total", field: "total" }, order.total),
    plain({ key: "items", label: "Items", field: "lines" }, "title", itemList(order, format.locale)),
    date({ key: "cancelledAt", label: "Cancelled", field: "cancelledAt" }, order.cancelledAt),
    plain(
      { key: "parcels", label: "Parcels", field: "fulfillments" },
      "number",
      parcels > 1 ? String(parcels) : null,
    ),
  ].flat();
}

function addressFacts(order: DraftOrder, observedAt: (source: Fact["source"]) => string): Fact[] {
  const { address1, zip, city } = order.shippingAddress ?? {};
  const value = [address1, zip, city].filter(Boolean).join(", ");
  if (!value) return [];
  const source = { entity: "order", id: order.id, field: "shippingAddress" };
  return [
    {
      id: `order:${order.id}:address`,
      label: "Delivery address",
      value,
      kind: "text",
      raw: value,
      source,
      observedAt: observedAt(source),
      needs: "code",
    },
  ];
}

/** Up to three items as a list; none when a title carries what must not be repeated to anyone. */
function itemList(order: DraftOrder, locale: string): string | null {
  const titles = order.lines.flatMap(({ title, quantity }) => {
    const { text } = plainTitle(title);
    return text ? [quantity > 1 ? formatCounted(quantity, text, locale) : text] : [];
  });
  return titles.length === order.lines.length && titles.length > 0 && titles.length <= 3
    ? formatList(titles, locale)
    : null;
}
