import type { PromiseKind } from "#app/care/keep/promise-words.ts";
import type { MirroredOrder } from "#app/mirror/order.ts";

/** A promise, with what the records held of its kind already when it was made (`evidenceOf`). */
export type Promised = {
  kind: PromiseKind;
  madeAt: Date;
  deliveryId: string | null;
  before: readonly string[];
};

export type Records = {
  /** What was sent in the conversation since, oldest first. */
  sent: readonly { id: string; at: Date }[];
  /** The order it is about, when that is known. */
  order: MirroredOrder | null;
};

/** A record that may keep a promise; `at` is null where Shopify does not say when it came about. */
type Evidence = { id: string; at: Date | null };

/**
 * What kept a promise, and when: a later message of ours, a parcel that left, a refund that went through, a tracking number. Null as
 * long as nothing did. `now` stands for a time the records do not give. A promise of no known kind is kept by a person's word only.
 */
export function isKept(promised: Promised, records: Records, now: Date): { by: string; at: Date } | null {
  switch (promised.kind) {
    case "write":
    case "enquiry": {
      const later = records.sent.find((one) => one.id !== promised.deliveryId && one.at > promised.madeAt);
      return later ? { by: `message:${later.id}`, at: later.at } : null;
    }
    case "ship":
    case "refund":
    case "tracking": {
      const isNew = ({ id, at }: Evidence) =>
        !promised.before.includes(id) || (at !== null && at > promised.madeAt);
      const evidence = evidenceOf(promised.kind, records.order).find(isNew);
      if (!evidence) return null;
      const { id, at } = evidence;
      // Older than the promise: what is new about it (the money went through, a number was added) has no time of its own.
      return { by: id, at: at && at > promised.madeAt ? at : now };
    }
    case "other":
      return null;
  }
}

/** What the record of an order shows that would keep a promise of this kind. */
export function evidenceOf(kind: PromiseKind, order: MirroredOrder | null): Evidence[] {
  if (!order) return [];
  const parcels = order.fulfillments.filter((one) => !isCancelled(one.status));
  switch (kind) {
    case "ship":
      return parcels.map(({ id, createdAt }) => ({ id: `fulfillment:${id}`, at: timeOf(createdAt) }));
    case "tracking":
      return parcels
        .filter(({ trackingNumber }) => trackingNumber?.trim())
        .map(({ id, trackingNumber }) => ({ id: `fulfillment:${id}:${trackingNumber?.trim()}`, at: null }));
    case "refund":
      return order.refunds
        .filter(({ settled }) => settled)
        .map(({ id, at }) => ({ id: `refund:${id}`, at: timeOf(at) }));
    case "write":
    case "enquiry":
    case "other":
      return [];
  }
}

const timeOf = (at: string | null) => (at === null ? null : new Date(at));
const isCancelled = (status: string | null | undefined) =>
  ["cancelled", "canceled", "failure", "error"].includes((status ?? "").toLowerCase());
