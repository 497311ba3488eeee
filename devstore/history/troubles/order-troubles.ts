import { DAY, dayOf, endOfWorkdays, HOUR, timeOn } from "../calendar.ts";
import { HANDLING_DAYS, type Life } from "../life.ts";
import { earliest, lasting, overAt, stepsOf, type Trouble } from "./trouble.ts";

/** What is wrong with an order before a parcel leaves, or with the order itself. */
export function orderTroubles(life: Life): Trouble[] {
  return [
    ...unfulfilled(life),
    ...preorderSlipped(life),
    ...partlyShipped(life),
    ...paymentPending(life),
    ...badAddress(life),
    ...placedTwice(life),
    ...neededByAtRisk(life),
  ];
}

/** When a line had left; null: never. What was taken off the order has no need to. */
function leftAt(life: Life, line: number): number | null {
  const shipped = life.parcels.find(({ lines }) => lines === null || lines.includes(line))?.shippedAt;
  const removed = stepsOf(life, "remove").find((step) => step.line === line)?.at;
  const refunded = stepsOf(life, "refund").find(({ lines }) => lines?.includes(line))?.at;
  return earliest(shipped, removed, refunded, overAt(life));
}

function lineTimes(life: Life): (number | null)[] {
  // What was added later goes with what was left.
  return life.placing.lines.map((_, line) => leftAt(life, line));
}

const lastOf = (times: (number | null)[]): number | null =>
  times.includes(null) ? null : Math.max(...times.map((at) => at ?? 0));

function unfulfilled(life: Life): Trouble[] {
  const { truth } = life;
  if (truth.unsent || !Number.isFinite(truth.handlingFrom)) return [];
  const due = truth.promisedUntil ?? endOfWorkdays(truth.handlingFrom, HANDLING_DAYS);
  const times = lineTimes(life);
  const first = earliest(...times);
  // A pre-order past its day is the other kind by name; said of either, it is right.
  const whole = lasting({
    kind: "unfulfilled",
    from: due,
    until: first,
    noticedAt: due,
    beyondBlame: truth.promisedUntil !== null,
  });
  const rest =
    first === null
      ? []
      : lasting({
          kind: "unfulfilled",
          from: Math.max(due, first),
          until: lastOf(times),
          noticedAt: due,
          beyondBlame: true,
        });
  return [...whole, ...rest];
}

function preorderSlipped(life: Life): Trouble[] {
  const { promisedUntil } = life.truth;
  if (promisedUntil === null) return [];
  const says = life.placing.attributes.length > 0;
  const putOff = stepsOf(life, "schedule").find(({ fulfillAt }) => fulfillAt >= promisedUntil);
  const from = Math.min(promisedUntil, says && putOff ? putOff.at : Infinity);
  return lasting({
    kind: "preorder_slipped",
    from,
    until: lastOf(lineTimes(life)),
    noticedAt: promisedUntil,
  });
}

/** Not without a word: whoever was told beforehand, or within the hour, knows. */
function partlyShipped(life: Life): Trouble[] {
  const times = lineTimes(life);
  const [firstParcel] = life.parcels;
  if (!firstParcel || times.length < 2) return [];
  const first = firstParcel.shippedAt;
  const last = lastOf(times);
  if (last !== null && last <= first) return [];
  if (life.words.some(({ at, about }) => about.includes("partly_shipped") && at <= first + HOUR)) return [];
  const noticedAt = firstParcel.arrivedAt ?? first + 3 * DAY;
  const inTime = last !== null && last <= endOfWorkdays(life.truth.handlingFrom, HANDLING_DAYS);
  return lasting({ kind: "partly_shipped", from: first, until: last, noticedAt, beyondBlame: inTime });
}

/** Deposits take up to five days. Whoever did not pay wonders after a week. A payment that fails at last was pending till then. */
function paymentPending(life: Life): Trouble[] {
  if (!life.placing.unpaid) return [];
  const ended = earliest(stepsOf(life, "pay")[0]?.at, overAt(life));
  const expired = stepsOf(life, "expire")[0]?.at;
  const from = expired ?? life.placedAt + 5 * DAY;
  const trouble = { kind: "payment_pending" as const, noticedAt: Math.max(from, life.placedAt + 7 * DAY) };
  const before = expired
    ? lasting({ ...trouble, from: life.placedAt, until: expired, beyondBlame: true })
    : [];
  return [...lasting({ ...trouble, from, until: ended }), ...before];
}

function badAddress(life: Life): Trouble[] {
  const { badAddress: bad } = life.truth;
  if (!bad) return [];
  const noticedAt = endOfWorkdays(life.placedAt, 5);
  return lasting({
    kind: "bad_address",
    from: life.placedAt,
    until: earliest(bad.until, overAt(life)),
    noticedAt,
  });
}

function placedTwice(life: Life): Trouble[] {
  const { double } = life.truth;
  if (!double) return [];
  // Either order of a pair may be named: the later one is asked for.
  const earlier = life.placedAt < double.from;
  return lasting({
    kind: "placed_twice",
    from: double.from,
    until: double.until,
    noticedAt: double.from + HOUR,
    beyondBlame: earlier,
  });
}

/**
 * At risk from when less time is left than such an order usually takes. One that arrives in time after all, with less than two days
 * to spare, was at risk and is not asked for.
 */
function neededByAtRisk(life: Life): Trouble[] {
  const { neededBy } = life.truth;
  const [parcel] = life.parcels;
  if (!neededBy || !parcel) return [];
  const way = parcel.lane.legs.reduce((sum, { hours }) => sum + hours, parcel.lane.lastHours) * HOUR;
  const fromShop = neededBy.until - way - DAY / 2;
  const from = Math.max(life.placedAt, parcel.shippedAt > fromShop ? fromShop - DAY : fromShop);
  const heard = parcel.scans.findLast(({ status }) => status === "delivered")?.heardAt ?? null;
  const until = earliest(heard, overAt(life));
  const asks = Math.max(life.placedAt + DAY, timeOn(dayOf(neededBy.until) - 3, 12));
  if (neededBy.missed) return lasting({ kind: "needed_by_at_risk", from, until, noticedAt: asks });
  const spare = neededBy.until - (parcel.arrivedAt ?? 0);
  if (spare > 2 * DAY) return [];
  return lasting({ kind: "needed_by_at_risk", from, until, noticedAt: asks, beyondBlame: true });
}
