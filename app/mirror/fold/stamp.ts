import type { Kind, RowOf, Stamped } from "#app/mirror/fold/rules.ts";
import { NEVER, tieOf, versionText } from "#app/mirror/fold/version.ts";
import type { MirrorRows } from "#app/mirror/rows.ts";
import { contentDigest, type ShopKeys } from "#app/shop/seal.ts";

export type StampedRows = { [K in Kind]: Stamped<K>[] };

/** Rows with what decides between them when they claim one version. */
export function stampRows(keys: ShopKeys, rows: MirrorRows): StampedRows {
  const stamp = <K extends Kind>(kind: K) =>
    ((rows[kind] ?? []) as RowOf[K][]).map((row) => stampRow(keys, kind, row));
  return {
    orders: stamp("orders"),
    customers: stamp("customers"),
    fulfillments: stamp("fulfillments"),
    events: stamp("events"),
    fulfillmentOrders: stamp("fulfillmentOrders"),
    refunds: stamp("refunds"),
    returns: stamp("returns"),
    disputes: stamp("disputes"),
  };
}

/** A digest of personal data would tell who guesses right: it is keyed, and forgotten with what it is of. */
export function stampRow<K extends Kind>(keys: ShopKeys, kind: K, row: RowOf[K]): Stamped<K> {
  const { updatedAt: given, origin } = row;
  const updatedAt = given.length === NEVER.length ? given : new Date(given).toISOString();
  // JSON leaves out what is undefined; to copy a row without a field takes several times as long.
  const said = JSON.stringify({ ...row, id: undefined, updatedAt: undefined, origin: undefined });
  const content = contentDigest(keys, said, 14);
  const tie = tieOf(origin, { content, claim: claimOf(keys, kind, row) });
  const stamped = { ...row, updatedAt, tie: updatedAt === NEVER ? "" : tie };
  const carried = own[kind] as (row: RowOf[K], version: string) => object;
  return Object.assign(stamped, carried(stamped, tie), { origin: undefined }) as Stamped<K>;
}

/** What webhooks and the Admin API say of an order or a parcel in the same words. */
function claimOf<K extends Kind>(keys: ShopKeys, kind: K, row: RowOf[K]): string {
  const claim = claims[kind] as ((row: RowOf[K]) => unknown[]) | undefined;
  return claim ? contentDigest(keys, JSON.stringify(claim(row)), 6) : "";
}

const claims: { [K in Kind]?: (row: RowOf[K]) => unknown[] } = {
  orders: ({ financialStatus, fulfillmentStatus, cancelledAt, closedAt, total }) => [
    financialStatus,
    fulfillmentStatus,
    cancelledAt,
    closedAt,
    Number(total),
  ],
  fulfillments: ({ status, shipmentStatus, trackingNumber }) => [status, shipmentStatus, trackingNumber],
};

const carriedAt = (carried: boolean, updatedAt: string | null, tie: string) =>
  carried && updatedAt !== null ? versionText({ updatedAt, tie }) : "";

/** Which of the versions beside a row's own it carries. */
const own: { [K in Kind]: (row: RowOf[K], tie: string) => object } = {
  orders: ({ lines, updatedAt }, tie) => ({ linesVersion: carriedAt(lines.length > 0, updatedAt, tie) }),
  customers: ({ tags, summaryAt, updatedAt }, tie) => ({
    profileVersion: carriedAt(tags !== null, updatedAt, tie),
    summaryVersion: carriedAt(true, summaryAt, tie),
  }),
  fulfillments: ({ origin, estimatedDeliveryAt, deliveredAt, updatedAt }, tie) => ({
    datesVersion: carriedAt(
      origin?.by === "admin" || estimatedDeliveryAt !== null || deliveredAt !== null,
      updatedAt,
      tie,
    ),
  }),
  events: () => ({}),
  fulfillmentOrders: () => ({}),
  refunds: () => ({}),
  returns: () => ({}),
  disputes: ({ detailsAt }, tie) => ({ detailsVersion: carriedAt(true, detailsAt, tie) }),
};
