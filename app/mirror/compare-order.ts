import type { ListedOrder } from "#app/mirror/reconcile-answers.ts";

/** What the mirror has of an order, as far as a listing can be compared with it. Times in milliseconds since 1970. */
export type KnownOrder = {
  id: string;
  updatedAt: number;
  /** Marked deleted, though Shopify lists it. */
  deleted: boolean;
  /** A refund of which no successful transaction is known. */
  unsettled: boolean;
  /** It is paid by what webhooks say, and none said when. */
  undated: boolean;
  /** By id: its version, whether Shopify said that it arrived, and the carrier's events. */
  fulfillments: Record<
    string,
    { updatedAt: number; arrived: boolean; events: string[]; deletedEvents: string[] }
  >;
  refunds: string[];
  returns: Record<string, string>;
  fulfillmentOrders: Record<string, number>;
};

/**
 * `missing`, `older`, `parts`: the mirror lacks the order, its newest version, or something that belongs to it. `deleted`: it
 * has a tombstone for an order that is there. `recheck`: nothing can be missing, but a refund may have been paid out, which
 * gives the order no new version, or a webhook was lost that says when it was paid.
 */
export type Verdict = "same" | "missing" | "older" | "parts" | "deleted" | "recheck";

export function compareOrder(listed: ListedOrder, known: KnownOrder | undefined): Verdict {
  if (!known) return "missing";
  if (known.deleted) return "deleted";
  if (known.updatedAt < Date.parse(listed.updatedAt)) return "older";
  if (lacksParts(listed, known)) return "parts";
  return known.unsettled || known.undated ? "recheck" : "same";
}

function lacksParts(listed: ListedOrder, known: KnownOrder): boolean {
  return (
    listed.fulfillments.some((one) => lacksFulfillment(one, known)) ||
    listed.refunds.some((id) => !known.refunds.includes(id)) ||
    listed.returns.some(({ id, status }) => known.returns[id] !== status) ||
    listed.fulfillmentOrders.some((one) => lacksFulfillmentOrder(one, known))
  );
}

function lacksFulfillment(
  listed: ListedOrder["fulfillments"][number],
  { fulfillments }: KnownOrder,
): boolean {
  const known = fulfillments[listed.id];
  if (!known || known.updatedAt < Date.parse(listed.updatedAt)) return true;
  // A report of arrival that was taken back: no webhook says so of the parcel.
  if (known.arrived && !listed.arrived) return true;
  const isKnown = (id: string) => known.events.includes(id) || known.deletedEvents.includes(id);
  if (listed.events.some((id) => !isKnown(id))) return true;
  return listed.allEvents && known.events.some((id) => !listed.events.includes(id));
}

/** An order is mirrored without its fulfillment orders: open and closed ones say nothing that the order itself does not. */
function lacksFulfillmentOrder(
  { id, status, updatedAt }: ListedOrder["fulfillmentOrders"][number],
  { fulfillmentOrders }: KnownOrder,
): boolean {
  const known = fulfillmentOrders[id];
  if (known === undefined) return status !== "open" && status !== "closed";
  return known < Date.parse(updatedAt);
}

/** What the mirror has counted for a customer: null when it does not know them. `redacted` must not come back. */
export type KnownCustomer = {
  id: string;
  updatedAt: number;
  ordersCount: number | null;
  amountSpent: number | null;
  emailConsent: string | null;
  deleted: boolean;
  redacted: boolean;
};

/** Whether a customer's purchases are others than the mirror says: that gives the customer no new version. */
export function summaryDiffers(
  listed: NonNullable<ListedOrder["customer"]>,
  known: KnownCustomer | undefined,
): boolean {
  if (!known) return true;
  if (known.redacted || known.deleted) return false;
  return (
    known.ordersCount !== listed.numberOfOrders || known.amountSpent !== Number(listed.amountSpent.amount)
  );
}
