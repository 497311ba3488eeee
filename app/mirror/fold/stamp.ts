import type { Kind, RowOf, Stamped } from "#app/mirror/fold/rules.ts";
import { NEVER, tieOf, versionText, type Version } from "#app/mirror/fold/version.ts";
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

export function stampRow<K extends Kind>(keys: ShopKeys, kind: K, row: RowOf[K]): Stamped<K> {
  return Object.assign({ ...row, origin: undefined }, stampOf(keys, kind, row)) as Stamped<K>;
}

/** The fields of a stamp. */
export const stampFields: ReadonlySet<string> = new Set([
  "updatedAt",
  "tie",
  "linesVersion",
  "profileVersion",
  "summaryVersion",
  "consentVersion",
  "datesVersion",
  "locationVersion",
  "detailsVersion",
]);

/**
 * Only what a stamped row has beside the row itself, for who keeps no row. A digest of personal data would tell who guesses
 * right: it is keyed, and forgotten with what it is of.
 */
export function stampOf<K extends Kind>(
  keys: ShopKeys,
  kind: K,
  row: RowOf[K],
): Version & Record<string, string> {
  const { updatedAt: given, origin } = row;
  const updatedAt = given.length === NEVER.length ? given : new Date(given).toISOString();
  // JSON leaves out what is undefined; to copy a row without a field takes several times as long.
  const said = JSON.stringify({ ...row, id: undefined, updatedAt: undefined, origin: undefined });
  const content = contentDigest(keys, said, 14);
  const made = tieOf(origin, { content, claim: claimOf(keys, kind, row) });
  const tie = updatedAt === NEVER ? "" : made;
  const carried = own[kind] as (row: RowOf[K], version: Version) => Record<string, string>;
  return { updatedAt, tie, ...carried(row, { updatedAt, tie: made }) };
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

const carriedAt = (carried: boolean, { updatedAt, tie }: { updatedAt: string | null; tie: string }) =>
  carried && updatedAt !== null ? versionText({ updatedAt, tie }) : "";

/** Which of the versions beside a row's own it carries. */
const own: { [K in Kind]: (row: RowOf[K], version: Version) => Record<string, string> } = {
  orders: ({ lines }, version) => ({ linesVersion: carriedAt(lines.length > 0, version) }),
  customers: ({ tags, summaryAt, emailConsent, emailConsentAt }, version) => ({
    profileVersion: carriedAt(tags !== null, version),
    summaryVersion: carriedAt(true, { ...version, updatedAt: summaryAt }),
    consentVersion: carriedAt(emailConsent !== null, { ...version, updatedAt: emailConsentAt ?? NEVER }),
  }),
  fulfillments: ({ origin, estimatedDeliveryAt, deliveredAt }, version) => ({
    datesVersion: carriedAt(
      origin?.by === "admin" || estimatedDeliveryAt !== null || deliveredAt !== null,
      version,
    ),
  }),
  events: () => ({}),
  fulfillmentOrders: ({ origin }, version) => ({
    locationVersion: carriedAt(origin?.by === "admin", version),
  }),
  refunds: () => ({}),
  returns: () => ({}),
  disputes: ({ detailsAt }, version) => ({
    detailsVersion: carriedAt(true, { ...version, updatedAt: detailsAt }),
  }),
};
