import { useOutcomeToast } from "#app/components/use-outcome-toast.ts";

const WORDS: Record<string, string> = {
  approved: "Approved. It is being sent.",
  approved_later: "Approved. It leaves when the quiet hours are over.",
  already_approved: "This message was approved already.",
  declined: "Message declined",
  snoozed: "Snoozed",
  dismissed: "Marked as not a problem",
  reopened: "Open again",
};

/** Says once what became of a click on an order problem. */
export const useIssueToast = (answered: { outcome: string } | undefined) => useOutcomeToast(answered, WORDS);
