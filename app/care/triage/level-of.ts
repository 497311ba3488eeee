import { addBusinessTime, businessTimeBetween, type Calendar } from "#app/care/triage/business-time.ts";
import { minutes, type Duration } from "#app/lib/duration.ts";
import {
  clocks,
  type Clock,
  type ServiceLevelSettings,
  type Targets,
} from "#app/shop/service-level-settings.ts";

/**
 * What happened to a conversation, as far as its clocks go by it: a person wrote to the shop, the shop wrote back (nothing automatic),
 * somebody put it off, closed it or took it up again.
 */
export type Moment = { at: Date; what: "asked" | "answered" | "snoozed" | "closed" | "opened" };

export type LevelInput = {
  /** Oldest first. */
  moments: readonly Moment[];
  /** Of the conversation now, and when it last changed: for what no moment told of. */
  status: string;
  changedAt: Date;
  targets: Targets;
  warn: ServiceLevelSettings["warn"];
  calendar: Calendar;
  now: Date;
};

/** `key` tells one reply that is due from the next one: each is warned of, and missed, once. */
export type ClockState = {
  clock: Clock;
  key: string;
  running: boolean;
  /** When its time is over; null while it does not run and was not over before. */
  dueAt: Date | null;
  /** When it is warned of; null likewise. */
  warnAt: Date | null;
  metAt: Date | null;
  missedAt: Date | null;
  /** Business time that it has left; below zero once it is over. */
  left: Duration;
};

/** `keys`: of all clocks that its moments started, also of those without a target now. */
export type Level = { clocks: ClockState[]; keys: string[]; dueAt: Date | null; atRiskAt: Date | null };

/** When a clock ran; `to` null: it runs. */
type Stretch = { from: Date; to: Date | null };
type Running = { key: string; stretches: Stretch[]; metAt: Date | null };

/**
 * What a conversation's clocks show, pure. The first reply is due from the first message on, each further one from the first message
 * that our last reply did not answer, the end from the first message on without the time it waited on the shopper. None of them runs
 * while it is snoozed or closed. All by the targets of now: what a person makes urgent was urgent from the start.
 */
export function levelOf(input: LevelInput): Level {
  const ran = run(allMoments(input));
  const states = clocks.flatMap((clock) => {
    const one = ran[clock];
    const target = input.targets[clock];
    return one && target !== null ? [stateOf(clock, one, { ...input, target: minutes(target) })] : [];
  });
  const open = states.filter(({ running }) => running);
  return {
    clocks: states,
    keys: Object.values(ran).map(({ key }) => key),
    dueAt: earliest(open.map(({ dueAt }) => dueAt)),
    atRiskAt: earliest(open.map(({ warnAt }) => warnAt)),
  };
}

/** What a person is told of now, each by its key, and when there may be more: the earliest time that is still to come. */
export function toTell(
  level: Level,
  { warned, missed, now }: { warned: readonly string[]; missed: readonly string[]; now: Date },
): { warn: ClockState[]; miss: ClockState[]; lookAt: Date | null } {
  const open = level.clocks.filter(({ running }) => running);
  const due = (at: Date | null) => at !== null && at <= now;
  const miss = level.clocks.filter(({ key, missedAt }) => missedAt && !missed.includes(key));
  // Of what is over already nobody is warned any more.
  const warn = open.filter(({ key, warnAt, dueAt }) => due(warnAt) && !due(dueAt) && !warned.includes(key));
  const ahead = open.flatMap(({ warnAt, dueAt }) => [warnAt, dueAt]).filter((at) => at !== null && at > now);
  return { warn, miss, lookAt: earliest(ahead) };
}

/** What came by one channel or carries a tag may have targets of its own. */
export function targetsFor(
  { targets, exceptions }: Pick<ServiceLevelSettings, "targets" | "exceptions">,
  about: { priority: string; channel: string; tags: readonly string[] },
): Targets {
  const fitting = exceptions.find(
    ({ channel, tag }) =>
      (channel === null || channel === about.channel) && (tag === null || about.tags.includes(tag)),
  );
  const given = fitting?.targets ?? targets;
  const { priority } = about;
  return priority === "urgent" || priority === "high" || priority === "low" ? given[priority] : given.normal;
}

/** Where the conversation is now may be known to no moment: a mail closed it by itself, or an earlier release did. */
function allMoments({ moments, status, changedAt, now }: LevelInput): Moment[] {
  const last = moments.findLast(({ what }) => what !== "answered")?.what ?? "opened";
  const stands = last === "asked" ? "opened" : last;
  const is =
    status === "closed" || status === "spam" ? "closed" : status === "snoozed" ? "snoozed" : "opened";
  if (is === stands) return [...moments];
  const since = moments.at(-1)?.at ?? changedAt;
  const at = Math.min(now.getTime(), Math.max(since.getTime(), changedAt.getTime()));
  return [...moments, { at: new Date(at), what: is }];
}

function run(moments: readonly Moment[]): Partial<Record<Clock, Running>> {
  const ran: Partial<Record<Clock, Running>> = {};
  // Closing settles what they asked, as long as nobody takes it up again.
  let [waits, ours, unanswered] = [false, false, false];
  for (const { at, what } of moments) {
    switch (what) {
      case "asked":
        ran.first ??= { key: "first", stretches: [], metAt: null };
        ran.resolve ??= { key: "resolve", stretches: [], metAt: null };
        if (!waits && ran.first.metAt)
          ran.next = { key: `next:${at.toISOString()}`, stretches: [], metAt: null };
        [waits, ours, unanswered] = [true, true, true];
        ran.resolve.metAt = null;
        startAll(ran, { at, waits, ours });
        break;
      case "opened":
        [waits, ours] = [unanswered, true];
        if (ran.resolve) ran.resolve.metAt = null;
        startAll(ran, { at, waits, ours });
        break;
      case "answered":
        if (!ran.first) break;
        stopAll(ran, at);
        ran.first.metAt ??= at;
        if (ran.next) ran.next.metAt ??= at;
        [waits, ours, unanswered] = [false, false, false];
        break;
      case "snoozed":
        stopAll(ran, at);
        break;
      case "closed":
        stopAll(ran, at);
        waits = false;
        if (ran.resolve) ran.resolve.metAt = at;
        break;
    }
  }
  return ran;
}

type Since = { at: Date; waits: boolean; ours: boolean };

function startAll(ran: Partial<Record<Clock, Running>>, { at, waits, ours }: Since): void {
  const start = (one: Running | undefined) => {
    if (one && !one.metAt && one.stretches.at(-1)?.to !== null) one.stretches.push({ from: at, to: null });
  };
  if (waits) [ran.first, ran.next].forEach((one) => start(one));
  if (ours) start(ran.resolve);
}

function stopAll(ran: Partial<Record<Clock, Running>>, at: Date): void {
  for (const one of Object.values(ran)) {
    const last = one.stretches.at(-1);
    if (last?.to === null) last.to = at;
  }
}

function stateOf(clock: Clock, one: Running, given: LevelInput & { target: Duration }): ClockState {
  const { target, calendar, warn, now } = given;
  const running = one.stretches.at(-1)?.to === null;
  const before = warn.by === "share" ? target * warn.share : Math.min(minutes(warn.minutes), target);
  const dueAt = reached(one.stretches, target, calendar);
  const over = one.metAt ?? one.stretches.at(-1)?.to ?? now;
  const used = one.stretches.reduce(
    (sum, { from, to }) => sum + businessTimeBetween(calendar, from, to ?? now),
    0,
  );
  return {
    clock,
    key: one.key,
    running,
    dueAt,
    warnAt: reached(one.stretches, target - before, calendar),
    metAt: one.metAt,
    // What was done at the last moment was done in time; what still runs then was not.
    missedAt: dueAt && (dueAt < over || (running && dueAt <= over)) ? dueAt : null,
    left: target - used,
  };
}

/** When the stretches together come to so much business time; null when they ended before. */
function reached(stretches: readonly Stretch[], time: Duration, calendar: Calendar): Date | null {
  let left = time;
  for (const { from, to } of stretches) {
    const length = to === null ? Infinity : businessTimeBetween(calendar, from, to);
    if (left <= length) return addBusinessTime(calendar, from, left);
    left -= length;
  }
  return null;
}

function earliest(times: readonly (Date | null)[]): Date | null {
  const known = times.filter((at) => at !== null).map((at) => at.getTime());
  return known.length > 0 ? new Date(Math.min(...known)) : null;
}
