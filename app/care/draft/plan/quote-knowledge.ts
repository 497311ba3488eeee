import { policy, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** What the shop itself has written about what they ask, in its own words, where one passage is the clear answer. */
export function quoteKnowledge({ sheet }: Pick<PlanContext, "sheet">): Step[] {
  const found = sheet.knowledgeFacts.find(({ clear, quote }) => clear && quote !== null);
  return found ? [policy("knowledge.quote", { with: { quote: found.quote } })] : [];
}

/** The same where it is the whole answer, before what comes next. */
export function answerByKnowledge(context: Pick<PlanContext, "sheet">): Step[] {
  return quoteKnowledge(context).map((step) => ({ ...step, stage: "answer" as const }));
}
