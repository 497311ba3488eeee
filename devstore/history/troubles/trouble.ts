import type { Life } from "../life.ts";
import type { Problem } from "../problems.ts";
import type { Step } from "../step.ts";

/** A problem as it really is. */
export type Trouble = {
  kind: Problem;
  from: number;
  until: number | null;
  /** When the shopper could first notice. */
  noticedAt: number;
  /** The records hardly show it: finding it is right, and so is not finding it. */
  beyondBlame?: boolean;
};

type StepOf<D extends Step["do"]> = Extract<Step, { do: D }>;

export const stepsOf = <D extends Step["do"]>({ steps }: Life, wanted: D): StepOf<D>[] =>
  steps.filter((step): step is StepOf<D> => step.do === wanted).toSorted((one, other) => one.at - other.at);

/** When nothing is owed any more: called off, or all of it given back. */
export function overAt(life: Life): number | null {
  const cancelled = stepsOf(life, "cancel")[0]?.at;
  const refunded = stepsOf(life, "refund").find(({ lines }) => lines === null)?.at;
  return earliest(cancelled, refunded);
}

export function earliest(...times: (number | null | undefined)[]): number | null {
  const known = times.filter((at) => typeof at === "number");
  return known.length === 0 ? null : Math.min(...known);
}

/** Only what begins before it ends. */
export const lasting = (trouble: Trouble): Trouble[] =>
  trouble.from < (trouble.until ?? Infinity) && Number.isFinite(trouble.from) ? [trouble] : [];
