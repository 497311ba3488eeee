import { drawFrom, type Drawn } from "#app/care/draft/facts/draw-fact.ts";
import type { Format } from "#app/care/draft/format-value.ts";
import type { Situation } from "#app/care/draft/order-situation.ts";

/** That whoever ships the order has taken it on. */
export function warehouseFacts({ beingPacked }: Situation, format: Format): Drawn[] {
  if (!beingPacked) return [];
  const { plain } = drawFrom({ entity: "fulfillment_order", id: beingPacked.id }, format);
  return plain(
    { key: "warehouse", label: "Shipping request", field: "requestStatus" },
    "status",
    beingPacked.status,
  );
}
