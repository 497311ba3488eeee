import { evidence, orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule } from "#app/care/detect/issue.ts";
import { lookedAtParcels, parcelTraits } from "#app/care/detect/looked.ts";
import { isOnTheWay } from "#app/care/detect/order-state.ts";
import type { CarrierEvent, Parcel, Says } from "#app/care/detect/parcel.ts";

const GRAVITY: Partial<Record<Says, number>> = { failure: 1, lost: 2, damaged: 3, returned: 4 };
/** Whatever is scanned afterwards, it is still so. */
const LASTING: ReadonlySet<Says> = new Set(["damaged", "returned"]);

/** The carrier cannot go on: failed, lost, damaged, or on the way back to the sender. */
export const carrierException: IssueRule = {
  kind: "carrier_exception",
  look: (seen) =>
    lookedAtParcels(seen, (parcel) => {
      const { order } = seen;
      if (parcel.delivered !== null || !isOnTheWay(order)) return null;
      const found = exceptionOf(parcel) ?? shownException(parcel, Date.parse(order.placedAt));
      if (!found) return null;
      return {
        subject: `fulfillment:${parcel.id}@${new Date(found.since).toISOString()}`,
        knownSince: new Date(found.since),
        weight: 3,
        evidence: [
          ...orderSays(order, "name"),
          ...parcelSays(order, parcel, found.event),
          ...evidence(order, {
            entity: "fulfillment",
            id: parcel.id,
            key: "exception",
            label: "What happened",
            kind: "status",
            field: "events",
            value: found.says,
          }),
        ],
        traits: parcelTraits(seen, parcel),
      };
    }),
};

type Exception = { says: Says; since: number; event: CarrierEvent | null };

/** The gravest of what has happened since the parcel last moved on as it should. */
const exceptionOf = ({ scans }: Parcel): Exception | null =>
  scans.reduce<Exception | null>((found, event) => {
    const gravity = GRAVITY[event.says];
    if (gravity === undefined) return found && LASTING.has(found.says) ? found : null;
    if (found === null) return { says: event.says, since: event.at, event };
    return gravity > (GRAVITY[found.says] ?? 0) ? { ...found, says: event.says, event } : found;
  }, null);

/** Shopify shows the status alone where the carrier's events are not known. */
const shownException = ({ scans, says, shippedAt }: Parcel, placed: number): Exception | null =>
  scans.length === 0 && says !== null && GRAVITY[says] !== undefined
    ? { says, since: shippedAt ?? placed, event: null }
    : null;
