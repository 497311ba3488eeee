import { policy, type PlanContext, type Step } from "#app/care/draft/plan-step.ts";

/** What the shop's own policy says, by its link and its days, never in other words. */
export function returnPolicy({ sheet }: PlanContext): Step[] {
  const { policyLink: link, policyWindow: days } = sheet.ids;
  if (link) return [policy(days ? "policy.window_link" : "policy.link", { with: { days, link } })];
  return days ? [policy("policy.window", { with: { days } })] : [];
}
