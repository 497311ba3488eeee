import { courtesy, offering, type Part, type PlanContext } from "#app/care/draft/plan-step.ts";
import type { RiskFlag } from "#app/care/understand/reading.ts";

const WHY: Record<RiskFlag, string> = {
  legal: "They mention legal steps",
  chargeback: "They mention a chargeback",
  safety: "Somebody may get hurt",
  self_harm: "They may be in danger",
  press: "They mention the press",
  vulnerable: "They may be in a vulnerable situation",
  injection: "The text tries to give the software instructions",
  wants_person: "They ask for a person",
};

/**
 * To a person, without a persuasion or an offer; the only promise is by when that person answers. What the record says is left to that person. A reply leaves only
 * once a person has read it, so that is all it says of them.
 */
export function handOver({ sheet, reading, tone }: PlanContext): Part {
  const flags = new Set(reading.riskFlags);
  const rests = [sheet.ids.handOver];
  const steps = [courtesy(flags.has("wants_person") ? "hand_over.wished" : "hand_over.person", { rests })];
  if (flags.has("self_harm")) steps.unshift(courtesy("hand_over.emergency"));
  if (flags.has("safety")) steps.push(offering("hand_over.do_not_use", { rests }));
  if (tone === "grieving" || flags.has("vulnerable")) steps.push(courtesy("grief.no_hurry"));
  const reasons = reading.riskFlags.map((flag) => WHY[flag]);
  const disputed = sheet.orders.some(({ openDispute }) => openDispute !== null)
    ? ["A dispute is open on the order"]
    : [];
  return {
    approach: "hand_over",
    steps,
    offers: [],
    handOver: `${[...reasons, ...disputed].join(". ")}. Read it yourself before anything is sent.`,
  };
}

/** Grief is met, not managed: no option, no question, no hurry. A death gets its word. */
export function listen({ told }: Pick<PlanContext, "told">): Part {
  return {
    approach: "listen",
    steps: [
      courtesy(told.death ? "grief.condolence" : "grief.thanks"),
      courtesy("grief.no_hurry"),
      courtesy("grief.when_ready"),
    ],
    offers: [],
    handOver: "The message speaks of a loss: answer it in your own words.",
  };
}
