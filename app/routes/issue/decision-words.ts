import { zonedTime } from "#app/components/zoned-time.ts";
import type { ShownOutreach } from "#app/desk/issue-shapes.ts";
import type { OutreachState } from "#app/care/decide/outreach.ts";
import type { Say } from "#app/words/say.ts";

type Said = { title: string; summary: string };
type Title = "yes" | "no" | "later" | "open";

const TITLES: Record<OutreachState, Title> = {
  ...{ refused: "no", held_out: "no", declined: "no", superseded: "no" },
  ...{ held: "later", snoozed: "later" },
  ...{ wanted: "yes", waiting: "yes", approved: "yes", sent: "yes" },
};

/** What came of the rules, above the rules themselves. */
export function decisionInWords(
  say: Say,
  { outreach, status }: { outreach: ShownOutreach | null; status: string },
  zone: string | null,
): Said {
  const titled = (title: Title, summary: string): Said => ({
    title: say(`issue.decisionTitle.${title}`),
    summary,
  });
  if (status === "dismissed") return titled("no", say("issue.decision.dismissed"));
  if (!outreach) return titled("open", say("issue.decision.deciding"));
  const { state, reasons, lookAt } = outreach;
  if (state === "held" && lookAt)
    return titled("later", say("issue.decision.heldUntil", { when: zonedTime(say, lookAt, zone) }));
  const against = reasons.filter(({ outcome }) => outcome === "refuse").length;
  return titled(TITLES[state], say(`issue.decision.${state}`, { count: against }));
}
