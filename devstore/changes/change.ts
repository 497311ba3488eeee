import { randomUUID } from "node:crypto";
import type { DevstoreContext } from "../context.ts";
import type { Order, ShopState } from "../state/model.ts";
import { laterThan } from "../time.ts";
import { purchasingSummaryPayload } from "../webhooks/payloads/customer.ts";
import { orderPayload } from "../webhooks/payloads/order.ts";

/** What a change of the store's state needs. */
export type Doing = Pick<DevstoreContext, "now"> & {
  store: Pick<DevstoreContext["store"], "changed">;
  webhooks: Pick<DevstoreContext["webhooks"], "emit">;
};

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
  /** `payload` is asked for at once, and only when somebody may hear of it: a long history is played before the app is installed. */
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
    if (!shop.installed) return;
    const body: unknown = typeof payload === "function" ? payload() : payload;
    doing.webhooks.emit({ shop, topic, payload: body, eventId: told.has(topic) ? randomUUID() : eventId });
    told.add(topic);
  };
  return {
    at: (previous) => laterThan(previous, doing.now()),
    emit,
    orderUpdated: (order) => emit("orders/updated", () => orderPayload(shop, order)),
    purchasesChanged: ({ customerId }) => {
      if (!customerId) return;
      emit("customers/purchasing_summary", () =>
        purchasingSummaryPayload(shop, { customerId, occurredAt: nextSummaryAt(doing.now()) }),
      );
    },
  };
}

let lastSummaryAt = 0;

/** The time a summary is counted: never the same as the one before, since it is the summary's only version. */
function nextSummaryAt(now: Date): string {
  lastSummaryAt = Math.max(lastSummaryAt + 1, now.getTime());
  return new Date(lastSummaryAt).toISOString();
}
