import { useOutcomeToast as useToast } from "#app/components/use-outcome-toast.ts";
import type { WordKey } from "#app/words/say.ts";

const WORDS: Record<string, WordKey> = {
  sent: "conversation.toast.sent",
  already_sent: "conversation.toast.alreadySent",
  declined: "conversation.toast.declined",
  settled: "conversation.toast.settled",
  promise_done: "conversation.toast.promiseDone",
  promise_moved: "conversation.toast.promiseMoved",
  correction_settled: "conversation.toast.correctionSettled",
  answer_kept: "conversation.toast.answerKept",
  fact_added: "conversation.toast.factAdded",
  fact_removed: "conversation.toast.factRemoved",
  corrected: "conversation.toast.corrected",
  confirmed: "conversation.toast.confirmed",
  uncorrected: "conversation.toast.uncorrected",
};

/** Says once what became of a click on a conversation. */
export const useOutcomeToast = (answered: { outcome: string } | undefined) => useToast(answered, WORDS);
