import type { CompletionOutcome, ModelFailure, TokenUsage } from "#app/ports.ts";
import type { ModelAnswer } from "./model-prompt.ts";
import type { ModelAbsence } from "./reading.ts";

/** What is kept of a question: whatever was paid for, a refusal and an answer that was none included. */
export type KeptAnswer = { outcome: "answered"; value: ModelAnswer } | { outcome: "refused" | "invalid" };

/** `kept`: null when asking again may help. `spent`: null when nobody can say, so that the question counts as it was held. */
export type Heard = { spent: TokenUsage | null } & (
  { kept: KeptAnswer } | { kept: null; absence: ModelAbsence }
);

const NOTHING: TokenUsage = { tokensIn: 0, tokensOut: 0, tokensCached: 0, tokensWritten: 0 };

/** What one outcome means for the reading, for what is kept, and for the shop's budget. */
export function heard(outcome: CompletionOutcome<ModelAnswer>): Heard {
  switch (outcome.outcome) {
    case "answered": {
      const { value, usage } = outcome;
      return { kept: { outcome: "answered", value }, spent: usage };
    }
    case "refused":
      return { kept: { outcome: "refused" }, spent: outcome.usage };
    case "invalid":
      // What told no usage was no answer of the model's, but of something before it: the next one may be.
      return outcome.usage
        ? { kept: { outcome: "invalid" }, spent: outcome.usage }
        : { kept: null, absence: "invalid_answer", spent: null };
    case "throttled":
      return { kept: null, absence: "unavailable", spent: NOTHING };
    case "unavailable":
      return unavailable(outcome.reason);
  }
}

function unavailable(reason: ModelFailure): Heard {
  switch (reason) {
    // It may have been answered, and paid for, without our hearing of it.
    case "timed_out":
      return { kept: null, absence: "timed_out", spent: null };
    case "stopped":
    case "broken_off":
      return { kept: null, absence: "unavailable", spent: null };
    case "unreachable":
    case "overloaded":
    case "key_refused":
    case "http_error":
    case "paused":
      return { kept: null, absence: "unavailable", spent: NOTHING };
  }
}
