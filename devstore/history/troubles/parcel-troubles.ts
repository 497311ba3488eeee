import { DAY, dayOf, endOfWorkdays, HOUR, timeOn } from "../calendar.ts";
import type { Life, Parcel } from "../life.ts";
import type { Scan } from "../step.ts";
import { earliest, lasting, overAt, stepsOf, type Trouble } from "./trouble.ts";

/** What is wrong with parcels on their way, as far as a carrier lets the shop know. */
export function parcelTroubles(life: Life): Trouble[] {
  return life.parcels.flatMap((parcel) => [
    ...notPickedUp(life, parcel),
    ...stalled(life, parcel),
    ...pastEstimate(life, parcel),
    ...deliveryFailed(life, parcel),
    ...exceptions(life, parcel),
    ...deliveredOddly(life, parcel),
  ]);
}

/** "Label made" and "information received" move nothing. */
const LABELS = new Set(["confirmed", "label_purchased", "label_printed"]);
const moves = ({ status }: Scan) => !LABELS.has(status);
const isDelivered = ({ status }: Scan) => status === "delivered";

const deliveredHeard = ({ scans }: Parcel): number | null => scans.find(isDelivered)?.heardAt ?? null;
const ended = (life: Life, parcel: Parcel): number | null => earliest(deliveredHeard(parcel), overAt(life));

/** Parcels are fetched by the end of the second working day. A carrier that says nothing of any parcel cannot be asked. */
function notPickedUp(life: Life, parcel: Parcel): Trouble[] {
  if (parcel.lane.speaks !== "all") return [];
  const due = endOfWorkdays(parcel.shippedAt, 2);
  const heard = parcel.scans.find(moves)?.heardAt ?? null;
  const noticedAt = endOfWorkdays(parcel.shippedAt, 3);
  return lasting({
    kind: "not_picked_up",
    from: due,
    until: earliest(heard, overAt(life)),
    noticedAt,
    beyondBlame: parcel.mute,
  });
}

/** Silent for longer than a parcel that is well ever is on this lane. Who waits at a counter or was given up is not silent. */
function stalled(life: Life, parcel: Parcel): Trouble[] {
  if (parcel.lane.speaks === "arrival" || parcel.lane.speaks === "nothing") return [];
  const { truth } = life;
  const usual = parcel.lane.silence * HOUR;
  const dueAt = lastEstimate(parcel.scans);
  return parcel.scans.flatMap((scan, index) => {
    const after = parcel.scans.slice(0, index + 1);
    if (after.some(isDelivered) || truth.waiting.has(scan) || !after.some(moves)) return [];
    const next = parcel.scans[index + 1]?.heardAt ?? null;
    const from = scan.happenedAt + usual;
    const noticedAt = Math.max(from, Math.min(dueAt ?? Infinity, scan.happenedAt + 2 * usual));
    const follows = after.some((one) => truth.exceptions.has(one) || one.status === "attempted_delivery");
    return lasting({
      kind: "stalled",
      from,
      until: earliest(next, overAt(life)),
      noticedAt,
      beyondBlame: follows,
    });
  });
}

const endOfDay = (at: number) => timeOn(dayOf(at) + 1, 0);

const lastEstimate = (scans: Scan[]): number | null => {
  const day = scans.findLast(({ estimate }) => estimate !== undefined)?.estimate;
  return day === undefined ? null : endOfDay(day);
};

/** The end of the day that was the newest when it passed. */
function pastEstimate(life: Life, parcel: Parcel): Trouble[] {
  const named = parcel.scans.filter((one) => one.estimate !== undefined);
  return named.flatMap(({ estimate, heardAt }, index) => {
    const from = Math.max(endOfDay(estimate ?? 0), heardAt);
    const until = earliest(named[index + 1]?.heardAt, ended(life, parcel));
    return lasting({ kind: "past_estimate", from, until, noticedAt: from });
  });
}

function deliveryFailed(life: Life, parcel: Parcel): Trouble[] {
  const first = parcel.scans.find(({ status }) => status === "attempted_delivery");
  if (!first) return [];
  return lasting({
    kind: "delivery_failed",
    from: first.heardAt,
    until: ended(life, parcel),
    noticedAt: first.heardAt,
  });
}

/** A bare "delayed" is an exception to some and none to others. One that failed for good may be called a failed delivery, too. */
function exceptions(life: Life, parcel: Parcel): Trouble[] {
  const first = parcel.scans.find((one) => life.truth.exceptions.has(one));
  if (!first) return [];
  const trouble = { from: first.heardAt, until: ended(life, parcel), noticedAt: first.heardAt + DAY / 4 };
  const bare = first.status === "delayed" && first.message === undefined;
  const asFailed =
    first.status === "failure" ? lasting({ ...trouble, kind: "delivery_failed", beyondBlame: true }) : [];
  return [...lasting({ ...trouble, kind: "carrier_exception", beyondBlame: bare }), ...asFailed];
}

function deliveredOddly(life: Life, parcel: Parcel): Trouble[] {
  const odd = parcel.scans.find((one) => life.truth.odd.has(one));
  if (!odd) return [];
  const takenBack = stepsOf(life, "unscan")[0]?.at;
  const until = earliest(takenBack, overAt(life));
  const trouble = { from: odd.heardAt, until, noticedAt: odd.heardAt + 2 * HOUR };
  return [...lasting({ ...trouble, kind: "delivered_oddly" }), ...onItsWayAgain(life, takenBack)];
}

/** Until it is brought to the right door it is late and has been silent, whoever counts how. */
function onItsWayAgain(life: Life, takenBack: number | undefined): Trouble[] {
  if (takenBack === undefined) return [];
  const until = stepsOf(life, "scan").at(-1)?.at ?? null;
  return (["past_estimate", "stalled", "not_picked_up"] as const).flatMap((kind) =>
    lasting({ kind, from: takenBack, until, noticedAt: takenBack, beyondBlame: true }),
  );
}
