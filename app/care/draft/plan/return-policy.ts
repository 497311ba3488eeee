import { quoteKnowledge } from "#app/care/draft/plan/quote-knowledge.ts";
import { policy, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** What the shop's own policy says: its days and its link, and its own words where a passage is the clear answer. */
export function returnPolicy({ sheet }: Pick<PlanContext, "sheet">): Step[] {
  const { policyLink: link, policyWindow: window } = sheet.ids;
  const quoted = quoteKnowledge({ sheet });
  // Days that stand in the quote are not said twice.
  const days = quoted.some(({ with: { quote } }) => holds(sheet, { quote, window })) ? null : window;
  if (link) return [...quoted, policy(days ? "policy.window_link" : "policy.link", { with: { days, link } })];
  return [...quoted, ...(days ? [policy("policy.window", { with: { days } })] : [])];
}

function holds(
  { facts }: PlanContext["sheet"],
  { quote, window }: { quote: Step["with"][string] | undefined; window: string | null },
): boolean {
  const value = (id: unknown) => facts.find((fact) => fact.id === id)?.value ?? "";
  return window !== null && value(quote).split(/\D+/u).includes(value(window));
}
