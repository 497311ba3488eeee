import type { Raises } from "#app/care/draft/draft.ts";
import type { ClaimSheet, PromiseSheet } from "#app/care/draft/facts/raised-facts.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import { refundState } from "#app/care/draft/plan/about-money.ts";
import { ALONE, saysTheSame, type JoinedPart } from "#app/care/draft/plan/join-parts.ts";
import { tracking, whereIsIt } from "#app/care/draft/plan/about-shipping.ts";
import { naming, promising, telling, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** What has to be told unasked. `later`: who writes again, and by which day; it stands last. */
export type RaisedPart = { steps: Step[]; later: Step[]; raises: Raises[]; notes: string[] };

const UNSEEN =
  "No record can show whether what we promised was done. If it was, mark the promise as done instead of sending this.";
const OTHER_PARCEL =
  "We told them something of another parcel of this order that is not so any more. This does not say what is so instead: add it.";

/**
 * Says it plainly: what we wrote, that it is not so or not done, and what is true now. No offer and no new day but the shop's own term
 * for an answer. `notes` are for the reviewer.
 */
export function raise({ raised, ids }: PlanContext["sheet"]): RaisedPart {
  const { promises, claims } = raised;
  return {
    steps: distinct([...claims.flatMap((one) => correct(one)), ...promises.flatMap((one) => warn(one))]),
    later:
      promises.length > 0 ? [promising("promise.by", { with: { team: ids.team, by: ids.answerBy } })] : [],
    raises: [...claims, ...promises].map((one) => one.raises),
    notes: [
      ...(promises.some(({ kind }) => kind === "other") ? [UNSEEN] : []),
      ...(claims.some(({ ofOtherParcel }) => ofOtherParcel) ? [OTHER_PARCEL] : []),
    ],
  };
}

/** An answer that also tells what has to be told, first of all. Where a person takes over or listens, they see it beside the draft. */
export function withRaised(part: JoinedPart, owed: RaisedPart): JoinedPart & Pick<RaisedPart, "raises"> {
  if (ALONE.has(part.approach) || owed.raises.length === 0) return { ...part, raises: [] };
  const rest = part.steps.filter((step) => !owed.steps.some((known) => saysTheSame(known, step)));
  return { ...part, steps: [...owed.steps, ...rest, ...owed.later], raises: owed.raises };
}

function correct({ order, keys, ids }: ClaimSheet): Step[] {
  const told = ids.said.map((said) => named(telling("raise.told", { with: { on: ids.on, said } })));
  return [
    ...told,
    named(telling("raise.false", { rests: [...ids.said, ...keys.map((key) => currentOf(order, key))] })),
    naming("raise.sorry", { rests: ids.said }),
    ...nowOf(order, keys),
  ];
}

/** What the record says now of what was told. */
function nowOf(order: OrderSheet, keys: readonly string[]): Step[] {
  const { ids } = order;
  if (keys.every((key) => key.startsWith("refund"))) return refundState(order);
  if (keys.every((key) => key === "total") && ids.total)
    return [telling("payment.total", { with: { order: ids.name, total: ids.total } })];
  const state = whereIsIt(order);
  const saysDay = state.some(({ say }) => say === "state.eta" || say === "state.overdue");
  return [
    ...state,
    ...(keys.includes("eta") && ids.eta && !saysDay && AHEAD.has(order.shipping)
      ? [telling("state.eta", { with: { eta: ids.eta } })]
      : []),
    ...(keys.includes("tracking") || keys.includes("carrier") ? tracking(order) : []),
  ];
}

/** States in which a day of arrival is still to come. */
const AHEAD: ReadonlySet<OrderSheet["shipping"]> = new Set([
  "shipped",
  "label_made",
  "in_transit",
  "stalled",
  "out_for_delivery",
  "failed_attempt",
]);

function warn({ kind, broken, order, ids }: PromiseSheet): Step[] {
  return [
    named(telling("raise.told", { with: { on: ids.on, said: ids.said } })),
    named(telling(broken ? "raise.broken" : "raise.open", { with: { due: ids.due }, rests: [ids.state] })),
    naming("raise.late", { rests: [ids.due] }),
    ...(order ? stateFor(kind, order) : []),
  ];
}

/** Where the thing that was promised stands. */
function stateFor(kind: string, order: OrderSheet): Step[] {
  if (kind === "refund") return refundState(order);
  return kind === "write" || kind === "other" ? [] : whereIsIt(order);
}

const named = (step: Step): Step => ({ ...step, stage: "name" });

function currentOf({ ids }: OrderSheet, key: string): string | null {
  const known = Object.entries(ids).find(([name]) => name === key);
  return known?.[1] ?? null;
}

const distinct = (steps: Step[]): Step[] => [
  ...new Map(steps.map((step) => [JSON.stringify([step.say, step.with]), step])).values(),
];
