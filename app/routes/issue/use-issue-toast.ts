import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";
import type { WordKey } from "#app/words/say.ts";

const WORDS: Record<string, WordKey> = {
  approved: "issue.toast.approved",
  approved_later: "issue.toast.approvedLater",
  already_approved: "issue.toast.alreadyApproved",
  declined: "issue.toast.declined",
  snoozed: "issue.toast.snoozed",
  taken_back: "issue.toast.takenBack",
  left_already: "issue.toast.leftAlready",
  woken: "issue.toast.woken",
  dismissed: "issue.toast.dismissed",
  reopened: "issue.toast.reopened",
};

/** Says once what became of a click on an order problem. */
export const useIssueToast = (answered: { outcome: string } | undefined) => useOutcomeToast(answered, WORDS);
