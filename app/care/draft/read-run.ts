import { matterIn, SURE_OF_INTENT } from "#app/care/draft/plan/matter.ts";
import type { PlanContext } from "#app/care/draft/plan-step.ts";
import type { Intent, OrderRef, Reading } from "#app/care/understand/reading.ts";

/** What is asked in the messages that one reply answers: first of all `reading`, and besides it each of `also`. */
export type Run = { reading: Reading; also: PlanContext["reading"][] };

/** With these alone nothing is asked: after a question they leave it open. */
const ASKS_NOTHING: ReadonlySet<Intent> = new Set(["other", "praise", "complaint", "spam_or_auto"]);
/** What the record makes impossible while we wait: it comes first, however long ago it was asked. */
const CANNOT_WAIT: ReadonlySet<Intent> = new Set(["cancel", "change_order", "change_address"]);
const ABOUT_A_PARCEL: ReadonlySet<Intent> = new Set(["order_status", "delivery_problem"]);

/**
 * The readings of several messages that one reply answers, as one, pure: no reading is changed or made again by it. Orders, claims and
 * risks add up. What was asked stays asked when a thin or a thankful message follows it, and what is asked for the second time is
 * answered once. The feeling is the newest message's own, unless that says nothing; grief stays for all of them.
 *
 * @param readings of one writer's messages, oldest first; at least one
 */
export function readRun(readings: readonly [Reading, ...Reading[]]): Run {
  const newest = readings.at(-1) ?? readings[0];
  if (readings.length === 1) return { reading: newest, also: [] };
  const groups = inOrder(groupsOf(readings));
  const [first = [fallback(readings, newest)], ...rest] = groups;
  const refs = readings.flatMap(({ orderRefs }) => orderRefs);
  const thin = readings.filter((one) => !asks(one));
  const shared = {
    ...feelingOf(readings, newest),
    riskFlags: unique(readings.flatMap(({ riskFlags }) => riskFlags)),
    orderNamed: readings.some(({ orderNamed }) => orderNamed),
    identity: newest.identity,
    proofCode: newest.proofCode,
  };
  const merged = (group: readonly Reading[], claims: readonly Reading[]) => ({
    ...asked(group),
    ...shared,
    orderRefs: refsOf(group, { all: refs, thin }),
    claims: distinct(
      [...group, ...claims].flatMap((one) => one.claims),
      ({ kind, claim }) => `${kind}|${claim}`,
    ),
  });
  return {
    reading: {
      ...newest,
      ...merged(first, thin),
      language: languageOf(readings, newest),
      intents: unique([...first, ...readings].flatMap(({ intents }) => intents)),
      urgency: readings.reduce((most, { urgency }) => (urgency > most ? urgency : most), newest.urgency),
      proofs: [...newest.proofs, ...unprovenIn(readings.slice(0, -1))],
      orderIds: unique(readings.toReversed().flatMap(({ orderIds }) => orderIds)),
    },
    also: rest.map((group) => merged(group, [])),
  };
}

/** A guess asks nothing beside a message that does. */
function asks(reading: Reading): boolean {
  return !ASKS_NOTHING.has(matterIn(reading)) && reading.intentConfidence >= SURE_OF_INTENT;
}

/** The messages that ask something, those together that ask the same of the same order. Each group is oldest first. */
function groupsOf(readings: readonly Reading[]): Reading[][] {
  const groups: Reading[][] = [];
  for (const reading of readings.filter((one) => asks(one))) {
    const known = groups.find((group) => group.every((one) => isSameQuestion(one, reading)));
    if (known) known.push(reading);
    else groups.push([reading]);
  }
  return groups;
}

function isSameQuestion(one: Reading, other: Reading): boolean {
  const [theirs, its] = [matterIn(one), matterIn(other)];
  if (theirs !== its && !(ABOUT_A_PARCEL.has(theirs) && ABOUT_A_PARCEL.has(its))) return false;
  const [named, meant] = [namedIn(one.orderRefs), namedIn(other.orderRefs)];
  return named.length === 0 || meant.length === 0 || named.some((value) => meant.includes(value));
}

/** What cannot wait before the rest, else the newest first: of their newest message each. */
function inOrder(groups: readonly Reading[][]): Reading[][] {
  const waits = (group: readonly Reading[]) => !group.some((one) => CANNOT_WAIT.has(one.intent));
  const newestFirst = groups.toReversed();
  return [...newestFirst.filter((group) => !waits(group)), ...newestFirst.filter((group) => waits(group))];
}

/** Where none asks anything: a grievance stands, whatever polite words follow it. */
function fallback(readings: readonly Reading[], newest: Reading): Reading {
  return readings.findLast(({ intent }) => intent === "complaint") ?? newest;
}

/** What one group asks: in the words of its newest message; of a parcel that something is wrong, once that was said. */
function asked(group: readonly Reading[]): Pick<Reading, "intent" | "intentConfidence" | "cause"> {
  const wrong = group.findLast((one) => matterIn(one) === "delivery_problem");
  const { intent, intentConfidence, cause } = wrong ?? group.at(-1) ?? missing();
  return { intent, intentConfidence, cause };
}

function missing(): never {
  throw new Error("A group of messages is empty");
}

/** A question that names no order means the only one that is named anywhere; of several it may mean any. */
function refsOf(
  group: readonly Reading[],
  { all, thin }: { all: OrderRef[]; thin: readonly Reading[] },
): OrderRef[] {
  const own = group.flatMap(({ orderRefs }) => orderRefs);
  const told = namedIn(own).length > 0 ? [] : thin.flatMap(({ orderRefs }) => orderRefs);
  const only = namedIn([...own, ...told]).length === 0 && namedIn(all).length === 1 ? all : [];
  return distinct([...own, ...told, ...only], ({ kind, value }) => `${kind}|${value.toLowerCase()}`);
}

const namedIn = (refs: readonly OrderRef[]): string[] =>
  unique(
    refs.filter(({ kind }) => kind !== "email").map(({ value, orderId }) => orderId ?? value.toLowerCase()),
  );

/** The newest message's, unless it only adds a word: then the feeling of the one that it adds to. Nobody gets over a loss in minutes. */
function feelingOf(readings: readonly Reading[], newest: Reading): Pick<Reading, "emotion" | "unsure"> {
  const grief = readings.findLast(({ emotion, unsure }) => emotion.label === "grief" && !unsure);
  const isFlat = newest.emotion.label === "neutral" || newest.unsure;
  const before = !asks(newest) && isFlat ? readings.findLast((one) => asks(one)) : undefined;
  const { emotion, unsure } = grief ?? before ?? newest;
  return { emotion, unsure };
}

/** A word or a number tells no language: then the last that could be told, of a message that asks something if there is one. */
function languageOf(readings: readonly Reading[], newest: Reading): string {
  if (asks(newest) && newest.language !== "und") return newest.language;
  const told = readings.filter(({ language }) => language !== "und");
  return (told.findLast((one) => asks(one)) ?? told.at(-1) ?? newest).language;
}

/** Orders that still wait for a proof, newest first: what an earlier message proved holds for that message. */
function unprovenIn(earlier: readonly Reading[]): Reading["proofs"] {
  return earlier.toReversed().flatMap(({ proofs }) => proofs.filter(({ level }) => level === "none"));
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const distinct = <T>(values: readonly T[], key: (value: T) => string): T[] => [
  ...new Map(values.map((value) => [key(value), value])).values(),
];
