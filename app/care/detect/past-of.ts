import { hash } from "node:crypto";
import type { MirroredOrder } from "#app/mirror/order.ts";

/**
 * A short digest of all that had happened to an order until a moment, by the times its records bear. When it is another one later,
 * something of that time was told late, or was taken back.
 */
export function pastOf(order: MirroredOrder, until: Date): string {
  const happened = [
    ...entry("paid", order.paidAt),
    ...entry("cancelled", order.cancelledAt),
    ...entry("edited", order.editedAt),
    ...order.returns.flatMap(({ id, closedAt }) => entry(`returned ${id}`, closedAt)),
    ...order.refunds.flatMap(({ id, at }) => entry(`refund ${id}`, at)),
    ...order.fulfillments.flatMap((parcel) => [
      ...entry(`shipped ${parcel.id}`, parcel.createdAt),
      ...entry(`delivered ${parcel.id}`, parcel.deliveredAt),
      ...parcel.events.flatMap(({ status, at }) => entry(`${status} ${parcel.id}`, at)),
    ]),
  ].filter(({ at }) => at <= until.getTime());
  const lines = happened.map(({ what, at }) => `${at} ${what}`).toSorted();
  return hash("sha256", lines.join("\n"), "base64url").slice(0, 16);
}

const entry = (what: string, at: string | null | undefined) => (at ? [{ what, at: Date.parse(at) }] : []);
