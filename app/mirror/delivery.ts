import type { Origin } from "#app/mirror/fold/version.ts";

/** A recorded webhook, opened. `triggeredAt` is the header's: unsigned. */
export type Delivery = {
  id: string;
  topic: string;
  shopDomain: string;
  receivedAt: Date;
  triggeredAt: Date | null;
  state: string;
  body: Buffer;
};

/** Who says what the webhook says, and when. */
export const originOf = ({ triggeredAt }: Delivery): Origin => ({
  by: "webhook",
  at: triggeredAt?.toISOString() ?? null,
});

/** The time of what does not say its own, a deletion: Shopify's if it was sent along, else ours. */
export const saidAt = ({ triggeredAt, receivedAt }: Delivery): Date => triggeredAt ?? receivedAt;

/** The header's time, if it is one that a database can hold. */
export function timeOf(header: string | null): Date | null {
  const time = header ? new Date(header) : null;
  const year = time?.getUTCFullYear() ?? Number.NaN;
  return time && year >= 1970 && year < 2200 ? time : null;
}
