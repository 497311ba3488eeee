import type { Origin } from "#app/mirror/fold/version.ts";
import { consentRow, customerRow, summaryRow } from "#app/mirror/payloads/customer.ts";
import { eventRow, fulfillmentRow, tellsDates } from "#app/mirror/payloads/fulfillment.ts";
import { orderRows } from "#app/mirror/payloads/order.ts";
import { namedCurrency, refundRow } from "#app/mirror/payloads/refund.ts";
import { paymentOf } from "#app/mirror/payloads/transaction.ts";
import type { SaidRows } from "#app/mirror/rows.ts";
import type { Meaning, PayloadOf } from "#app/mirror/topics.ts";

/** A webhook's body that fits its topic. */
export type Understood = { [M in Meaning]: { meaning: M; payload: PayloadOf<M> } }[Meaning];

type Told = {
  origin: Origin;
  /** When it was sent, or else received: the time of a deletion, which does not say its own. */
  saidAt: string;
};

/** The rows of each meaning that rows say whole. A refund may leave out its currency, and a carrier take back a date: null then. */
const makers: { [M in Meaning]?: (payload: PayloadOf<M>, told: Told) => SaidRows | null } = {
  order: (payload, { origin }) => orderRows(payload, origin),
  fulfillment: (payload, { origin }) => ({ fulfillments: [fulfillmentRow(payload, origin)] }),
  event: (payload, { origin }) => ({ events: [eventRow(payload, null, origin)] }),
  eventDeleted: (payload, { origin, saidAt }) =>
    tellsDates(payload) ? null : { events: [eventRow(payload, saidAt, origin)] },
  customer: (payload, { origin }) => ({ customers: [customerRow(payload, origin)] }),
  customerSummary: (payload, { origin }) => ({ customers: [summaryRow(payload, origin)] }),
  customerConsent: (payload, { origin }) => ({ customers: [consentRow(payload, origin)] }),
  refund: (payload, { origin }) => {
    const currency = namedCurrency(payload);
    return currency === null ? null : { refunds: [refundRow(payload, currency, origin)] };
  },
  transaction: (payload) => ({ payments: [paymentOf(payload)] }),
};

/** What a webhook says as rows, when that is all there is to do; null when Shopify must be asked or something else is to be done. */
export function rowsOf<M extends Meaning>(
  { meaning, payload }: { meaning: M; payload: PayloadOf<M> },
  told: Told,
): SaidRows | null {
  const make = makers[meaning];
  return make ? make(payload, told) : null;
}
