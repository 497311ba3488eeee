import { randomUUID } from "node:crypto";
import type { DevstoreContext } from "../context.ts";
import type { Order, ShopState } from "../state/model.ts";
import { laterThan } from "../time.ts";
import { purchasingSummaryPayload } from "../webhooks/payloads/customer.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";

/** What a change of the store's state needs. */
export type Doing = Pick<DevstoreContext, "store" | "webhooks" | "now">;

/** A change that cannot be made, with the field that stands in its way. */
export class RefusedChange extends Error {
  readonly field: string | null;
  constructor(message: string, field: string | null = null) {
    super(message);
    this.name = "RefusedChange";
    this.field = field;
  }
}

export type Change = {
  /** The time of the change: later than `previous`, so that versions stay in order. */
  at: (previous: string) => string;
  emit: (topic: string, payload: unknown) => void;
  /** `orders/updated` with the order as it stands. */
  orderUpdated: (order: Order) => void;
  /** `customers/purchasing_summary`, when there is a customer. */
  purchasesChanged: (of: { customerId: string | null }) => void;
};

/**
 * One change in the shop. All webhooks it causes share one event id, as at Shopify; a second webhook of the same topic is another
 * event.
 */
export function startChange(doing: Doing, shop: ShopState): Change {
  const eventId = randomUUID();
  const told = new Set<string>();
  doing.store.changed();
  const emit: Change["emit"] = (topic, payload) => {
    doing.webhooks.emit({ shop, topic, payload, eventId: told.has(topic) ? randomUUID() : eventId });
    told.add(topic);
  };
  return {
    at: (previous) => laterThan(previous, doing.now()),
    emit,
    orderUpdated: (order) => emit("orders/updated", orderPayload(shop, order)),
    purchasesChanged: ({ customerId }) => {
      if (!customerId) return;
      const payload = purchasingSummaryPayload(shop, { customerId, occurredAt: nextSummaryAt(doing.now()) });
      emit("customers/purchasing_summary", payload);
    },
  };
}

let lastSummaryAt = 0;

/** The time a summary is counted: never the same as the one before, since it is the summary's only version. */
function nextSummaryAt(now: Date): string {
  lastSummaryAt = Math.max(lastSummaryAt + 1, now.getTime());
  return new Date(lastSummaryAt).toISOString();
}
