import { useOutcomeToast as useToast } from "#app/components/use-outcome-toast.ts";

const WORDS: Record<string, string> = {
  sent: "Reply approved. It is being sent.",
  already_sent: "This reply was approved already.",
  declined: "Draft declined",
  settled: "Settled",
  promise_done: "Promise marked as done",
  promise_moved: "Promise moved by a working day",
  correction_settled: "Noted. It comes up again only if the records change again.",
  answer_kept: "Kept among your knowledge",
  fact_added: "Fact added",
  fact_removed: "Fact removed",
  corrected: "Emotion corrected",
  confirmed: "Emotion confirmed",
  uncorrected: "Undone. The emotion is as it was read.",
};

/** Says once what became of a click on a conversation. */
export const useOutcomeToast = (answered: { outcome: string } | undefined) => useToast(answered, WORDS);
