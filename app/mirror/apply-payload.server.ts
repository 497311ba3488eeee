import type { Effect, Occasion } from "#app/mirror/effect.ts";
import {
  mirrorCustomerDeletion,
  mirrorCustomerMerge,
  mirrorCustomerSummary,
} from "#app/mirror/mirror-customer.server.ts";
import { mirrorOrderDeletion, mirrorOrderEdit, mirrorRows } from "#app/mirror/mirror-order.server.ts";
import { mirrorDispute, mirrorFulfillmentOrders, mirrorReturn } from "#app/mirror/mirror-parts.server.ts";
import {
  mirrorBulkFinish,
  mirrorCompliance,
  mirrorScopes,
  mirrorShop,
  mirrorUninstall,
} from "#app/mirror/mirror-shop.server.ts";
import { customerRow } from "#app/mirror/payloads/customer.ts";
import { eventRow, fulfillmentRow } from "#app/mirror/payloads/fulfillment.ts";
import { orderRows } from "#app/mirror/payloads/order.ts";
import { refundRow } from "#app/mirror/payloads/refund.ts";
import { meanings, type Meaning, type PayloadOf } from "#app/mirror/topics.ts";

type Apply<M extends Meaning> = (occasion: Occasion, payload: PayloadOf<M>) => Effect | Promise<Effect>;

/** The mirror function of every meaning: one that is missing does not compile. */
const apply: { [M in Meaning]: Apply<M> } = {
  order: (occasion, payload) => mirrorRows(occasion, orderRows(payload)),
  orderEdited: mirrorOrderEdit,
  orderDeleted: mirrorOrderDeletion,
  fulfillment: (occasion, payload) => mirrorRows(occasion, { fulfillments: [fulfillmentRow(payload)] }),
  event: (occasion, payload) => mirrorRows(occasion, { events: [eventRow(payload, null)] }),
  eventDeleted: (occasion, payload) =>
    mirrorRows(occasion, { events: [eventRow(payload, occasion.delivery.receivedAt.toISOString())] }),
  fulfillmentOrders: mirrorFulfillmentOrders,
  refund: (occasion, payload) =>
    mirrorRows(occasion, { refunds: [refundRow(payload, occasion.shop.currency ?? "XXX")] }),
  returned: mirrorReturn,
  dispute: mirrorDispute,
  customer: (occasion, payload) => mirrorRows(occasion, { customers: [customerRow(payload)] }),
  customerDeleted: mirrorCustomerDeletion,
  customerMerged: mirrorCustomerMerge,
  customerSummary: mirrorCustomerSummary,
  shop: mirrorShop,
  appUninstalled: mirrorUninstall,
  scopesUpdated: mirrorScopes,
  bulkFinished: mirrorBulkFinish,
  dataRequest: (occasion) => mirrorCompliance(occasion, "data-requested"),
  customerRedact: (occasion) => mirrorCompliance(occasion, "redaction-requested"),
  shopRedact: (occasion) => mirrorCompliance(occasion, "shop-redaction-requested"),
};

/** Fits the body to its topic's schema and answers what it does. A body that does not fit does nothing. */
export async function applyPayload<M extends Meaning>(
  meaning: M,
  occasion: Occasion,
  body: unknown,
): Promise<Effect> {
  const parsed = meanings[meaning].safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? ` at ${issue.path.join(".")}` : "";
    return {
      state: "quarantined",
      phrase: `the body does not fit the topic${where}: ${issue?.code ?? "invalid"}`,
    };
  }
  return apply[meaning](occasion, parsed.data as PayloadOf<M>);
}
