import { days } from "#app/lib/duration.ts";
import type { ClaimWords } from "./claim-words/claim-words.ts";
import {
  orderFact,
  silent,
  type ClaimRecord,
  type Evidence,
  type Finding,
  type Stated,
} from "./claim-record.ts";
import type { Sentence } from "./fold.ts";
import { smallNumber } from "./number-words.ts";
import type { RecordedOrder } from "./record-events.ts";
import { deliveredAt } from "./shipments.ts";
import { isDayOf, writtenDays, type WrittenDay } from "./written-days.ts";

/** When the order was placed, announced and delivered, as the sentence states it by a day or a length of time. */
export function claimedDays({ folded }: Sentence, words: ClaimWords, record: ClaimRecord): Stated[] {
  const ordered = words.ordered.test(folded);
  const stated = agoIn(folded, words, record);
  const [day] = writtenDays(folded, record.language);
  if (!day) return stated;
  const { order } = record;
  if (words.expected.test(folded))
    return [
      ...stated,
      {
        kind: "expected_on",
        claim: `it was announced for ${day.text}`,
        ...compare(day, order && announced(order)),
      },
    ];
  if (words.arrived.test(folded) && !ordered)
    return [
      ...stated,
      {
        kind: "delivered_on",
        claim: `it was delivered on ${day.text}`,
        ...compare(day, order && arrivals(order)),
      },
    ];
  if (ordered)
    return [
      ...stated,
      {
        kind: "ordered_on",
        claim: `ordered on ${day.text}`,
        ...compare(
          day,
          order && [{ at: order.placedAt, shows: orderFact(order, `placed ${order.placedAt}`) }],
        ),
      },
    ];
  return stated;
}

function agoIn(folded: string, words: ClaimWords, record: ClaimRecord): Stated[] {
  const ordered = words.ordered.test(folded);
  if (!ordered && !words.paid.test(folded)) return [];
  const length = daysAgo(folded, words);
  if (!length) return [];
  const found = placedAgo(length, record);
  const claim = `${ordered ? "ordered" : "paid"} about ${length.days} days ago`;
  // Who pays later than they order is right as well.
  const later = !ordered && found.verdict === "conflicts" && length.days < placedDaysAgo(record);
  return [{ kind: "ordered_ago", claim, ...found, ...(later ? { verdict: "unknown" } : {}) }];
}

const placedDaysAgo = ({ order, now }: ClaimRecord): number =>
  order ? (now.getTime() - Date.parse(order.placedAt)) / days(1) : 0;

type Dated = { at: string; shows: Evidence };

/** A day that is one of those on record agrees; a day that may be, or nothing on record, is unknown. */
function compare(day: WrittenDay, dated: Dated[] | null): Finding {
  if (!dated || dated.length === 0) return silent;
  const evidence = dated.map(({ shows }) => shows);
  const same = dated.map(({ at }) => isDayOf(day, Date.parse(at)));
  if (same.includes("yes")) return { verdict: "agrees", evidence };
  return { verdict: same.includes("maybe") ? "unknown" : "conflicts", evidence };
}

/** Every day a parcel was announced for, the carrier's earlier ones too. */
function announced(order: RecordedOrder): Dated[] {
  return order.fulfillments.flatMap(({ id, estimatedDeliveryAt, events }) => {
    const earlier = events.map((event) =>
      "estimatedDeliveryAt" in event ? event.estimatedDeliveryAt : null,
    );
    const all = [estimatedDeliveryAt, ...earlier].filter((at) => typeof at === "string");
    return [...new Set(all)].map((at) => ({
      at,
      shows: { entity: "fulfillment", id, shows: `estimated delivery ${at}` },
    }));
  });
}

function arrivals(order: RecordedOrder): Dated[] {
  return order.fulfillments.flatMap((shipment) => {
    const arrived = deliveredAt(shipment);
    if (arrived === null) return [];
    const at = new Date(arrived).toISOString();
    return [{ at, shows: { entity: "fulfillment", id: shipment.id, shows: `delivered ${at}` } }];
  });
}

type Length = { days: number; tolerance: number };

function daysAgo(folded: string, { ago }: ClaimWords): Length | undefined {
  const { count = "", unit = "" } = ago.exec(folded)?.groups ?? {};
  const number = smallNumber(count);
  if (number === undefined) return undefined;
  // People round: a unit either way still agrees.
  return { days: number * unitDays(unit), tolerance: Math.max(2, unitDays(unit)) };
}

const WEEK = /^(?:w|se|tyd|tyg|нед|тиж|sapt|veck|हफ|सप्ता|週)/;
const MONTH = /^(?:m|мес|міс|lun|महीन|[かヶケ])/;
const unitDays = (unit: string): number => (WEEK.test(unit) ? 7 : MONTH.test(unit) ? 30 : 1);

function placedAgo(length: Length, record: ClaimRecord): Finding {
  const { order } = record;
  if (!order) return silent;
  const actual = placedDaysAgo(record);
  return {
    verdict: Math.abs(actual - length.days) <= length.tolerance ? "agrees" : "conflicts",
    evidence: [orderFact(order, `placed ${order.placedAt}`)],
  };
}
