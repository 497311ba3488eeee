import { days, hours } from "#app/lib/duration.ts";
import { evidence, orderSays, parcelSays } from "#app/care/detect/evidence.ts";
import type { IssueRule, Seen } from "#app/care/detect/issue.ts";
import { dayName, dayOf, startOfDay, type Day } from "#app/lib/local-day.ts";
import { looked, parcelTraits, waitingTraits } from "#app/care/detect/looked.ts";
import {
  awaitsShipping,
  isOnTheWay,
  isPaid,
  isPartlyShipped,
  occasion,
} from "#app/care/detect/order-state.ts";
import { parcelsOf, type Parcel, type Says } from "#app/care/detect/parcel.ts";
import { habitOf, reports } from "#app/care/detect/silence.ts";

/** What is usual is that nine of ten arrive by then: most do after this share of it. */
const LIKELY = 0.8;
/** A parcel whose way is not known takes so long, after half a day for packing it. */
const USUAL_TRANSIT = days(2.5);
const TO_PACK = hours(12);
/** A parcel that is not out for delivery half a day before the end will not come. */
const LAST_CALL = hours(12);
const GONE_WRONG: ReadonlySet<Says> = new Set(["lost", "damaged", "returned", "failure"]);

/** When it became likely that it will not be there in time. */
type Risk = {
  at: number;
  /** The parcel that will not; null: what has not left. */
  parcel: Parcel | null;
  /** It was at risk before it left, and then it was not: the same day at risk once more. */
  again: boolean;
};

/** A gift or a day that matters: it will not be there in time, or was not. Where the shopper can still choose, hours count. */
export const neededByAtRisk: IssueRule = {
  kind: "needed_by_at_risk",
  look: (seen) =>
    looked(seen, (clock) => {
      const { order, shop } = seen;
      const { neededBy, by } = occasion(seen);
      if (neededBy === null || !isOnTheWay(order)) return null;
      // The end of a day that has no time zone: the shop's day is meant.
      const day = Math.ceil(neededBy / days(1)) - 1;
      const risk = riskOf(seen, day);
      if (!risk || !clock.passed(risk.at)) return null;
      return {
        subject: `order:${order.id}@${dayName(day)}${risk.again ? "#2" : ""}`,
        knownSince: new Date(Math.max(risk.at, Date.parse(order.placedAt))),
        weight: clock.passed(startOfDay(day + 1, shop.timeZone)) ? 3 : 2,
        evidence: [
          ...orderSays(order, "name", "placed", "status"),
          ...evidence(order, {
            ...(by
              ? { entity: "message", id: by.messageId, field: "text", observedAt: by.at }
              : { entity: "order", id: order.id, field: "note" }),
            ...{ key: "neededBy", label: "Needed by", kind: "date", value: dayName(day) },
          }),
          ...(risk.parcel ? parcelSays(order, risk.parcel) : []),
        ],
        traits: risk.parcel ? parcelTraits(seen, risk.parcel) : waitingTraits(order),
      };
    }),
};

/** The earliest risk of all that is not there yet; null: all is there, or nothing can be said. */
function riskOf(seen: Seen, day: Day): Risk | null {
  const { order, shop } = seen;
  const end = startOfDay(day + 1, shop.timeZone);
  const leaveBy = end - usualTransit(seen) - TO_PACK;
  const risks = parcelsOf(order).flatMap((parcel) => riskOfParcel(seen, parcel, { day, end, leaveBy }) ?? []);
  const waits = awaitsShipping(order) || (isPartlyShipped(order) && order.closedAt == null);
  if (waits && isPaid(order)) risks.push({ at: leaveBy, parcel: null, again: false });
  return risks.toSorted((one, other) => one.at - other.at || (idOf(one) < idOf(other) ? -1 : 1))[0] ?? null;
}

const idOf = ({ parcel }: Risk): string => parcel?.id ?? "";

function usualTransit({ order, habitOf: of }: Seen): number {
  const usual = of(null, order.shippingAddress?.countryCode)?.usualTransit ?? null;
  return usual === null ? USUAL_TRANSIT : usual * LIKELY;
}

function riskOfParcel(
  seen: Seen,
  parcel: Parcel,
  { day, end, leaveBy }: { day: Day; end: number; leaveBy: number },
): Risk | null {
  const { last, says: word, estimate, shippedAt } = parcel;
  if (parcel.delivered !== null || word === "waiting") return null;
  // Nobody would ever hear that it arrived.
  if (parcel.scans.length === 0 && (parcel.number === null || !reports(seen, parcel))) return null;
  const lastCall = last?.status === "out_for_delivery" ? end : end - LAST_CALL;
  const leftLate = shippedAt !== null && shippedAt > leaveBy;
  const early = (at: number): Risk => ({ at: Math.min(at, lastCall), parcel, again: false });
  if (last && GONE_WRONG.has(last.says)) return early(last.at);
  if (estimate !== null) {
    const told = parcel.events.findLast((event) => event.estimate !== null)?.at ?? shippedAt ?? lastCall;
    if (dayOf(estimate, seen.shop.timeZone) > day) return early(leftLate ? leaveBy : told);
  } else {
    const known = habitOf(seen, parcel)?.usualTransit ?? null;
    const usual = known === null ? (leftLate ? USUAL_TRANSIT : 0) : known * LIKELY;
    if (shippedAt !== null && shippedAt + usual > end) return early(leftLate ? leaveBy : shippedAt);
  }
  return { at: lastCall, parcel, again: leftLate };
}
