import {
  addBusinessTime,
  businessTimeBetween,
  nextOpening,
  type Calendar,
} from "#app/care/triage/business-time.ts";
import { days, hours, minutes, type Duration } from "#app/lib/duration.ts";

export type ReceiptInput = {
  now: Date;
  /** When they wrote. */
  askedAt: Date;
  calendar: Calendar;
  /** What the service level gives the first reply; null: nothing is promised by it. */
  target: Duration | null;
  /** By when the shop's own term has it answered, where no service level says so. */
  term: Date;
  /** Conversations that wait for an answer now. */
  queue: number;
  /** Answers that left within `over`, the weeks before now. */
  answered: number;
  over: Duration;
};

/** `because`: which of them was the later one. Without a time none is named: nobody could hold it. */
export type ReceiptTime = {
  by: Date | null;
  because: "target" | "term" | "pace";
  /** Answers in an hour of business time; null where there are too few to say. */
  perHour: number | null;
};

/** Fewer answers than this tell no pace. */
const LEAST = 20;
/** Business time that is left to answer in, whatever was promised: who is told a time that is all but over is let down by it. */
const NOTICE = minutes(30);
/** Who is told of a day so far off is not told when, but still that somebody answers. */
const FURTHEST = days(10);

/**
 * By when somebody is told that they are answered, pure: by what the service level promises, or when the queue is through at the pace
 * of the last weeks, whichever is later. On a full hour, since it goes by estimates.
 */
export function receiptTime(input: ReceiptInput): ReceiptTime {
  const { now, askedAt, calendar, target, term } = input;
  const promised = target === null ? term : addBusinessTime(calendar, askedAt, target);
  const perHour = paceOf(input);
  // The message itself is one of those that wait.
  const through =
    perHour === null
      ? null
      : addBusinessTime(calendar, nextOpening(calendar, now), hours(Math.max(input.queue, 1) / perHour));
  const isSlower = through !== null && through > promised;
  const earliest = addBusinessTime(calendar, now, NOTICE);
  const at = fullHour(Math.max((isSlower ? through : promised).getTime(), earliest.getTime()));
  return {
    by: at - now.getTime() > FURTHEST ? null : new Date(at),
    because: isSlower ? "pace" : target === null ? "term" : "target",
    perHour,
  };
}

function paceOf({ now, calendar, answered, over }: ReceiptInput): number | null {
  const open = businessTimeBetween(calendar, new Date(now.getTime() - over), now);
  return answered < LEAST || open <= 0 ? null : answered / (open / hours(1));
}

/** Half an hour's zones have their full hours between ours; nobody minds being told half past. */
const fullHour = (at: number) => Math.ceil(at / hours(1)) * hours(1);
