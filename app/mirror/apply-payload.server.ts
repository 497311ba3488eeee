import type { Effect, Occasion } from "#app/mirror/effect.ts";
import { mirrorCustomerDeletion, mirrorCustomerMerge } from "#app/mirror/mirror-customer.server.ts";
import {
  mirrorOrderDeletion,
  mirrorOrderEdit,
  mirrorRows,
  mirrorTransaction,
} from "#app/mirror/mirror-order.server.ts";
import {
  mirrorDispute,
  mirrorEventDeletion,
  mirrorFulfillmentOrders,
  mirrorRefund,
  mirrorReturn,
} from "#app/mirror/mirror-parts.server.ts";
import {
  mirrorBulkFinish,
  mirrorCompliance,
  mirrorScopes,
  mirrorShop,
  mirrorUninstall,
} from "#app/mirror/mirror-shop.server.ts";
import { originOf, saidAt } from "#app/mirror/delivery.ts";
import { rowsOf, type Understood } from "#app/mirror/rows-of.ts";
import type { Meaning, PayloadOf } from "#app/mirror/topics.ts";

/** What is said whole by its rows (rows-of.ts). */
type OnlyRows = "order" | "fulfillment" | "event" | "customer" | "customerSummary" | "customerConsent";
type Apply<M extends Meaning> = (occasion: Occasion, payload: PayloadOf<M>) => Effect | Promise<Effect>;

/** The mirror function of every other meaning: one that is missing does not compile. */
const apply: { [M in Exclude<Meaning, OnlyRows>]: Apply<M> } = {
  orderEdited: mirrorOrderEdit,
  orderDeleted: mirrorOrderDeletion,
  eventDeleted: mirrorEventDeletion,
  fulfillmentOrders: mirrorFulfillmentOrders,
  transaction: mirrorTransaction,
  refund: mirrorRefund,
  returned: mirrorReturn,
  dispute: mirrorDispute,
  customerDeleted: mirrorCustomerDeletion,
  customerMerged: mirrorCustomerMerge,
  shop: mirrorShop,
  appUninstalled: mirrorUninstall,
  scopesUpdated: mirrorScopes,
  bulkFinished: mirrorBulkFinish,
  dataRequest: (occasion) => mirrorCompliance(occasion, "data-requested"),
  customerRedact: (occasion) => mirrorCompliance(occasion, "redaction-requested"),
  shopRedact: (occasion) => mirrorCompliance(occasion, "shop-redaction-requested"),
};

/** What an understood webhook does. */
export async function applyPayload(occasion: Occasion, understood: Understood): Promise<Effect> {
  const rows =
    understood.meaning === "transaction"
      ? null
      : rowsOf(understood, {
          origin: originOf(occasion.delivery),
          saidAt: saidAt(occasion.delivery).toISOString(),
        });
  if (rows) return mirrorRows(occasion, rows);
  const { meaning, payload } = understood;
  if (!(meaning in apply)) throw new Error(`Nothing is done for ${meaning}`);
  return (apply[meaning as keyof typeof apply] as Apply<Meaning>)(occasion, payload);
}
