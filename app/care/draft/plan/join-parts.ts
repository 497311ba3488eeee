import type { Part, Step } from "#app/care/draft/plan-step.ts";

/** `left`: how many questions were left out. */
export type JoinedPart = Part & { left: number };

/** Once a person takes over or listens, nothing else is answered beside it. */
export const ALONE: ReadonlySet<Part["approach"]> = new Set(["hand_over", "listen"]);

/**
 * What answers several questions in one reply: each thing said once, and one question asked. A second question is left out with what
 * hangs on its answer.
 */
export function joinParts(first: Part, others: readonly Part[]): JoinedPart {
  return others.reduce<JoinedPart>((whole, other) => join(whole, other), { ...first, left: 0 });
}

function join(whole: JoinedPart, other: Part): JoinedPart {
  if (ALONE.has(whole.approach) || ALONE.has(other.approach)) return whole;
  const second = whole.question !== undefined && other.question !== undefined;
  const same = second && other.question === whole.question;
  const steps = second ? beforeQuestion(other.steps) : other.steps;
  const added = steps.filter((step) => !whole.steps.some((known) => saysTheSame(known, step)));
  const notes = [whole.handOver, other.handOver].filter((note) => note !== undefined);
  const { question, codeFor } = whole.question === undefined ? other : whole;
  return {
    ...whole,
    steps: [...whole.steps, ...added],
    offers: [...new Set([...whole.offers, ...(second ? [] : other.offers)])],
    ...(question ? { question } : {}),
    ...(codeFor === undefined ? {} : { codeFor }),
    ...(notes.length > 0 ? { handOver: [...new Set(notes)].join(" ") } : {}),
    // As long as one of them is answered there is something to say.
    missing:
      whole.missing?.length && other.missing?.length
        ? [...new Set([...whole.missing, ...other.missing])]
        : [],
    left: whole.left + (second && !same ? 1 : 0),
  };
}

/** A question, and what is promised for when it is answered, stand at the end of a part. */
function beforeQuestion(steps: Step[]): Step[] {
  const at = steps.findIndex(({ kind }) => kind === "question");
  return at === -1 ? steps : steps.slice(0, at);
}

export const saysTheSame = (one: Step, other: Step) =>
  one.say === other.say && JSON.stringify(one.with) === JSON.stringify(other.with);
