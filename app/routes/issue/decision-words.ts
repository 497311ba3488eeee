import { zonedTime } from "#app/components/zoned-time.ts";
import type { ShownOutreach } from "#app/desk/issue-shapes.ts";
import type { OutreachState } from "#app/care/decide/outreach.ts";
import { isolated } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";

type Said = { title: string; summary: string };
type Title = "yes" | "no" | "later" | "open";

const TITLES: Record<OutreachState, Title> = {
  ...{ refused: "no", held_out: "no", declined: "no", superseded: "no" },
  ...{ held: "later", snoozed: "later" },
  ...{ wanted: "yes", waiting: "yes", approved: "yes", sent: "yes" },
};

type Decided = {
  outreach: Pick<ShownOutreach, "state" | "reasons" | "lookAt"> | null;
  status: string;
  /** Who of the team decided it; null: nobody, or it is not known. */
  decider: { id: string; name: string } | null;
  /** Who reads it. */
  me: string;
};

/** What came of the rules, above the rules themselves. */
export function decisionInWords(
  say: Say,
  { outreach, status, decider, me }: Decided,
  zone: string | null,
): Said {
  const titled = (title: Title, summary: string): Said => ({
    title: say(`issue.decisionTitle.${title}`),
    summary,
  });
  const byWhom = (done: "approved" | "declined" | "snoozed" | "dismissed"): string => {
    if (!decider) return say(`issue.decision.${done}`);
    if (decider.id === me) return say(`issue.decision.${done}.me`);
    return say(`issue.decision.${done}.by`, { name: isolated(decider.name) });
  };
  if (status === "dismissed") return titled("no", byWhom("dismissed"));
  if (!outreach) return titled("open", say("issue.decision.deciding"));
  const { state, reasons, lookAt } = outreach;
  if (state === "held" && lookAt)
    return titled("later", say("issue.decision.heldUntil", { when: zonedTime(say, lookAt, zone) }));
  const against = reasons.filter(({ outcome }) => outcome === "refuse").length;
  if (state === "approved" || state === "declined" || state === "snoozed")
    return titled(TITLES[state], byWhom(state));
  return titled(TITLES[state], say(`issue.decision.${state}`, { count: against }));
}
