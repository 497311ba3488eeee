import type { Option, Plan } from "#app/care/draft/draft.ts";
import { optionRules } from "#app/care/draft/options/all.ts";
import type { OrderSheet } from "#app/care/draft/facts/order-facts.ts";
import type { OptionCase, OptionId } from "#app/care/draft/options/option-rule.ts";
import type { PlanContext } from "#app/care/draft/plan-step.ts";

export type Options = { possible: Option[]; impossible: NonNullable<Plan["notPossible"]> };

/** What can be done in this matter on this order now, and what cannot with its reason, pure. No feeling is an input. `asked` is told of too. */
export function feasibleOptions(given: OptionCase, asked?: OptionId | null): Options {
  const options: Options = { possible: [], impossible: [] };
  for (const { id, label, serves, feasible } of Object.values(optionRules)) {
    if (!serves.includes(given.intent) && id !== asked) continue;
    const answer = feasible(given);
    if (answer.ok) options.possible.push({ id, label, cites: answer.cites });
    else options.impossible.push({ id, label, cites: answer.cites, because: answer.because });
  }
  return options;
}

type Matter = Pick<PlanContext, "matter" | "sheet" | "now"> & {
  reading: Pick<PlanContext["reading"], "claims">;
};

/** What the rules may see of a reply's context. */
export function matterOf({ matter, reading, sheet, now }: Matter): Omit<OptionCase, "order"> {
  return { sheet, intent: matter, claims: reading.claims.map(({ kind }) => kind), now };
}

/** Whether one thing is possible on one order now. */
export function canDo(id: OptionId, order: OrderSheet, context: Matter): boolean {
  return optionRules[id].feasible({ ...matterOf(context), order }).ok;
}
