import type { Origin } from "#app/mirror/fold/version.ts";
import { customerRow, summaryRow } from "#app/mirror/payloads/customer.ts";
import { eventRow, fulfillmentRow } from "#app/mirror/payloads/fulfillment.ts";
import { orderRows } from "#app/mirror/payloads/order.ts";
import { namedCurrency, refundRow } from "#app/mirror/payloads/refund.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import type { Meaning, PayloadOf } from "#app/mirror/topics.ts";

/** A webhook's body that fits its topic. */
export type Understood = { [M in Meaning]: { meaning: M; payload: PayloadOf<M> } }[Meaning];

/**
 * What a webhook says as rows, when that is all there is to do; null when Shopify must be asked or something else is to be done.
 *
 * @param saidAt when it was sent, or else received: the time of a deletion, which does not say its own
 */
export function rowsOf(understood: Understood, origin: Origin, saidAt: string): MirrorRows | null {
  const { meaning, payload } = understood;
  switch (meaning) {
    case "order":
      return orderRows(payload, origin);
    case "fulfillment":
      return { fulfillments: [fulfillmentRow(payload, origin)] };
    case "event":
      return { events: [eventRow(payload, null, origin)] };
    case "eventDeleted":
      return { events: [eventRow(payload, saidAt, origin)] };
    case "customer":
      return { customers: [customerRow(payload, origin)] };
    case "customerSummary":
      return { customers: [summaryRow(payload, origin)] };
    case "refund": {
      const currency = namedCurrency(payload);
      return currency === null ? null : { refunds: [refundRow(payload, currency, origin)] };
    }
    default:
      return null;
  }
}
