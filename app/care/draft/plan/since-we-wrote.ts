import { placeholders } from "#app/care/draft/catalogue/catalogue.ts";
import { telling, type Part, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** What says where an order, a refund or a return stands, or names its trouble. */
const SAYS_STATE = /^(?:state|name|refund|return)\./u;

/**
 * What we told a shopper before they wrote is no news to them: where the record says the same still, that nothing is new is said instead,
 * once. Where any of it has changed, all of it is told.
 */
export function sinceWeWrote<Of extends Pick<Part, "steps">>(part: Of, { sheet: { told } }: PlanContext): Of {
  const states = part.steps.filter(({ say, kind }) => SAYS_STATE.test(say) && STATES.has(kind));
  const [first] = states;
  if (!told || !first || !states.every((step) => namedBy(step).every((id) => told.same.has(id)))) return part;
  const still = telling("told.still", {
    with: { on: told.on },
    rests: states.flatMap((step) => namedBy(step)),
  });
  return {
    ...part,
    steps: part.steps.flatMap((step) =>
      step === first ? [{ ...still, stage: first.stage }] : states.includes(step) ? [] : [step],
    ),
  };
}

const STATES: ReadonlySet<Step["kind"]> = new Set(["fact", "empathy"]);

/** The facts that a step says or rests on. */
const namedBy = ({ say, with: filled, rests }: Step): string[] => [
  ...placeholders(say).flatMap((name) => filled[name] ?? []),
  ...rests,
];
