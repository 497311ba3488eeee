import type { FactSheet } from "#app/care/draft/build-facts.ts";
import type { OrderFactKey } from "#app/care/draft/facts/draw-fact.ts";
import { macroFields, type MacroField } from "#app/voice/fill-macro.ts";

/** Which fact fills a placeholder: one of the order that is meant, or one of the message and the shop by its id. */
const SOURCES: Record<MacroField, { order: OrderFactKey } | { id: string }> = {
  first_name: { id: "message:first-name" },
  name: { id: "message:name" },
  order: { order: "name" },
  order_day: { order: "placed" },
  items: { order: "items" },
  total: { order: "total" },
  carrier: { order: "carrier" },
  tracking_number: { order: "tracking" },
  tracking_link: { order: "link" },
  estimated_day: { order: "eta" },
  delivered_day: { order: "deliveredAt" },
  refund_amount: { order: "refundAmount" },
  refund_day: { order: "refundAt" },
  shop: { id: "shop:name" },
  team: { id: "shop:team" },
};

/** A value, and the fact that says it. */
export type MacroValue = { field: MacroField; value: string; factId: string };

/**
 * What a conversation's own facts say to the placeholders of a macro, pure. Of an order only what its writer may be told, and only where it
 * is clear which order is meant: of several a person chooses.
 */
export function macroValues({ facts, orders }: Pick<FactSheet, "facts" | "orders">): MacroValue[] {
  const [meant, ...others] = orders;
  const ids = others.length === 0 ? meant?.ids : undefined;
  return macroFields.flatMap((field) => {
    const source = SOURCES[field];
    const id = "id" in source ? source.id : ids?.[source.order];
    const fact = facts.find((one) => one.id === id);
    return fact ? [{ field, value: fact.value, factId: fact.id }] : [];
  });
}
