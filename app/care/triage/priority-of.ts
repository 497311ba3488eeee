import type { Intent, Reading } from "#app/care/understand/reading.ts";
import { days, hours } from "#app/lib/duration.ts";
import { overdueFor, type Leaving } from "./leaving.ts";
import type { PriorityReason } from "./priority-reason.ts";
import { atLeast, raised, type Priority } from "./priority.ts";

/** What a message said, as far as it decides how long it may wait: neither its words nor its language nor who wrote it. */
export type Heard = Pick<Reading, "urgency" | "riskFlags"> & {
  /** Every intent that stands, best first. */
  intents: readonly Intent[];
};

/** An order that the conversation is about, and what is at stake on it. Times in epoch milliseconds. */
export type OrderAtStake = {
  orderId: string;
  leaving: Leaving;
  arrived: boolean;
  /** Nobody waits for it any more: called off, or paid back. */
  over: boolean;
  gift: boolean;
  /** The end of the day on which it is needed. */
  neededBy: number | null;
  /** Its value in medians of the shop's own newest orders; null while there are too few to tell. */
  timesMedian: number | null;
};

/** All that a priority rests on, as plain data: the same gives the same answer. */
export type AtStake = {
  now: number;
  /** Null: nothing of it was read yet, or nobody wrote. */
  heard: Heard | null;
  orders: readonly OrderAtStake[];
  /** How long an order of this shop usually takes to leave. */
  usualHandling: number;
  /** Since when the shopper waits for an answer; null: they do not. */
  waitingSince: number | null;
  /** Within which time this shop answers. */
  answerWithin: number;
  /** How often they wrote about the same before: while they waited, and in other conversations. */
  writtenBefore: number;
  /** The rule that brought it before somebody. */
  escalatedBy: string | null;
  /** Ours to them, open or broken and not kept since. */
  promises: readonly { dueAt: number | null; warnAt: number | null; broken: boolean }[];
  toldWrong: boolean;
  /** Open ones of the orders. */
  issues: readonly { issueId: string; kind: string; severity: number }[];
};

export type Judged = {
  priority: Priority;
  reasons: PriorityReason[];
  /** Until when somebody has to act, where there is such a time: of two that are as urgent the earlier goes first. */
  actBy: number | null;
  /** When it is to be judged anew though nothing happens; null: time changes nothing more. */
  lookAt: number | null;
};

const byUrgency = ["low", "normal", "high", "urgent"] as const satisfies Priority[];
/** What can be granted only until the order is packed. */
const stoppable: readonly Intent[] = ["cancel", "change_address", "change_order"];
/** No rule lowers what is said to endanger somebody. */
const grave = ["safety", "self_harm"] as const;
const SOON = hours(2);
const NEEDED_NEAR = days(3);
const NEEDED_NOW = days(1);
const HIGH_VALUE = 3;

/**
 * How urgent a conversation is and why: its urgency as it was read, what a delay would cost (a time that passes, a promise, a danger), and
 * what else is at stake, from the records. What somebody feels is in the urgency alone. Never an absolute amount of money: an order's
 * value counts against the shop's own median.
 */
export function priorityOf(given: AtStake): Judged {
  const reasons = given.heard?.intents[0] === "spam_or_auto" ? ofNoise(given.heard) : reasonsOf(given);
  const least = reasons.reduce<Priority>((so, one) => atLeast(so, one.least ?? "low"), startOf(given));
  const counted = reasons.reduce((sum, { counts }) => sum + counts, 0);
  const times = reasons.flatMap((one) => ("by" in one ? [Date.parse(one.by)] : []));
  return {
    priority: raised(least, Math.floor(counted / 2), "high"),
    reasons,
    actBy: times.length > 0 ? Math.min(...times) : null,
    lookAt: nextLook(given),
  };
}

/** Whether somebody may be in danger. */
export const isGraveFlag = (flag: string): boolean => grave.some((one) => one === flag);

/** Whether no rule may lower it. */
export const isGrave = (reasons: readonly PriorityReason[]): boolean =>
  reasons.some((one) => one.code === "risk" && isGraveFlag(one.flag));

/** Where nothing was read there is nothing to say against the usual order. */
const startOf = ({ heard }: AtStake): Priority => (heard ? "low" : "normal");

function reasonsOf(given: AtStake): PriorityReason[] {
  return [
    ...(given.heard ? ofHeard(given.heard) : []),
    ...(given.escalatedBy === null
      ? []
      : [{ code: "escalated" as const, ruleId: given.escalatedBy, ...sets("high") }]),
    ...ofStopping(given),
    ...ofPromises(given),
    ...ofNeed(given),
    ...ofIssues(given),
    ...ofWaiting(given),
    ...ofValue(given),
  ];
}

const sets = (least: Priority) => ({ least, counts: 0 });
const counts = (times: number) => ({ least: null, counts: Math.min(times, 2) });
const iso = (time: number) => new Date(time).toISOString();

function ofHeard({ urgency, riskFlags }: Heard): PriorityReason[] {
  return [{ code: "urgency", urgency, ...sets(byUrgency[urgency]) }, ...ofRisks(riskFlags)];
}

const ofNoise = ({ riskFlags }: Heard): PriorityReason[] => [
  { code: "no_answer_wanted", ...sets("low") },
  ...ofRisks(riskFlags.filter(isGraveFlag)),
];

/** Who asks for a person is not in a hurry by that, and what a text tells a machine to do is none of the shopper's matters. */
function ofRisks(riskFlags: Heard["riskFlags"]): PriorityReason[] {
  return riskFlags
    .filter((flag) => flag !== "injection" && flag !== "wants_person")
    .map((flag) => ({
      code: "risk",
      flag,
      ...sets(isGraveFlag(flag) ? "urgent" : "high"),
    }));
}

/** Of several orders, the one that leaves first. */
function ofStopping({ heard, orders, now }: AtStake): PriorityReason[] {
  if (!heard?.intents.some((one) => stoppable.includes(one))) return [];
  const timed = orders.flatMap(({ orderId, leaving }) =>
    leaving.outcome === "leaves" ? [{ orderId, ...leaving }] : [],
  );
  const [first] = timed.toSorted((one, other) => one.at - other.at);
  if (first) {
    const { orderId, at, basis } = first;
    const least = at - now <= SOON ? "urgent" : "high";
    return [{ code: "before_fulfilment", orderId, by: iso(at), basis, ...sets(least) }];
  }
  const open = orders.find(({ leaving }) => leaving.outcome !== "gone");
  if (open) {
    const held = open.leaving.outcome === "held";
    return [{ code: "may_still_stop", orderId: open.orderId, held, ...sets("high") }];
  }
  // Of several that have left nobody knows which one is meant: the draft asks.
  const [gone] = orders.length === 1 ? orders : [];
  return gone ? [{ code: "too_late_to_stop", orderId: gone.orderId, least: null, counts: 0 }] : [];
}

function ofPromises({ promises, toldWrong, now }: AtStake): PriorityReason[] {
  const due = promises.flatMap(({ dueAt, warnAt, broken }) =>
    dueAt !== null && (broken || (warnAt ?? dueAt) <= now) ? [{ dueAt, broken: broken || dueAt <= now }] : [],
  );
  const [first] = due.toSorted((one, other) => one.dueAt - other.dueAt);
  return [
    ...(first
      ? [
          {
            code: first.broken ? ("promise_broken" as const) : ("promise_due" as const),
            by: iso(first.dueAt),
            ...sets("high"),
          },
        ]
      : []),
    ...(toldWrong ? [{ code: "told_wrong" as const, ...sets("high") }] : []),
  ];
}

/** A day that is over for longer is no hurry any more. */
function ofNeed({ orders, now }: AtStake): PriorityReason[] {
  const waited = orders.filter(({ arrived, over }) => !arrived && !over);
  const needed = waited.flatMap(({ orderId, neededBy }) =>
    neededBy !== null && neededBy - now <= NEEDED_NEAR && now - neededBy < NEEDED_NEAR
      ? [{ orderId, by: neededBy }]
      : [],
  );
  const [first] = needed.toSorted((one, other) => one.by - other.by);
  if (!first) {
    const gift = waited.find((one) => one.gift);
    return gift ? [{ code: "gift", orderId: gift.orderId, ...counts(1) }] : [];
  }
  const left = first.by - now;
  const least = left > 0 && left <= NEEDED_NOW ? "urgent" : "high";
  return [{ code: "needed_by", orderId: first.orderId, by: iso(first.by), ...sets(least) }];
}

function ofIssues({ issues }: AtStake): PriorityReason[] {
  const [gravest] = issues.toSorted((one, other) => other.severity - one.severity);
  if (!gravest || gravest.severity < 3) return [];
  return [{ code: "issue", ...gravest, ...(gravest.severity > 3 ? sets("high") : counts(1)) }];
}

function ofWaiting({ waitingSince, writtenBefore, answerWithin, now }: AtStake): PriorityReason[] {
  return [
    ...(writtenBefore > 0
      ? [{ code: "written_again" as const, times: writtenBefore, ...counts(writtenBefore) }]
      : []),
    ...(waitingSince !== null && now - waitingSince >= answerWithin
      ? [{ code: "waiting" as const, since: iso(waitingSince), ...counts(1) }]
      : []),
  ];
}

function ofValue({ orders }: AtStake): PriorityReason[] {
  const valued = orders.flatMap(({ orderId, over, timesMedian }) =>
    !over && timesMedian !== null && timesMedian >= HIGH_VALUE ? [{ orderId, times: timesMedian }] : [],
  );
  const [most] = valued.toSorted((one, other) => other.times - one.times);
  return most ? [{ code: "high_value", ...most, ...counts(1) }] : [];
}

/** The next time at which one of the reasons comes, weighs otherwise, or ends. */
function nextLook({ now, heard, orders, usualHandling, waitingSince, answerWithin, promises }: AtStake) {
  const stops = heard?.intents.some((one) => stoppable.includes(one));
  const times = [
    ...orders.flatMap(({ leaving, neededBy, arrived }) => [
      ...(stops && leaving.outcome === "leaves" && leaving.basis !== "packing"
        ? [leaving.at - SOON, leaving.at, leaving.at + overdueFor({ usualHandling })]
        : []),
      ...(neededBy !== null && !arrived
        ? [neededBy - NEEDED_NEAR, neededBy - NEEDED_NOW, neededBy, neededBy + NEEDED_NEAR]
        : []),
    ]),
    ...(waitingSince === null ? [] : [waitingSince + answerWithin]),
    ...promises.flatMap(({ warnAt, dueAt }) => [...(warnAt ? [warnAt] : []), ...(dueAt ? [dueAt] : [])]),
  ].filter((time) => time > now);
  return times.length > 0 ? Math.min(...times) : null;
}
