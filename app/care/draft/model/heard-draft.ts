import type { DraftUsage } from "#app/care/draft/draft.ts";
import { costOf } from "#app/care/draft/model/price.ts";
import type { Silence } from "#app/care/draft/model/why-set-aside.ts";
import type { Duration } from "#app/lib/duration.ts";
import type { CompletionOutcome, ModelFailure, TokenUsage } from "#app/ports.ts";

/** Asking again after a while may help; null: no time was named. */
export type Later = { after: Duration | null; why: Extract<Silence, "busy" | "overloaded"> };

/** `usage`: null when nobody can say what was spent, so that the question counts as it was held. */
export type HeardDraft<T> = { usage: DraftUsage | null } & (
  | {
      outcome: "kept";
      answer:
        { outcome: "answered"; value: T } | { outcome: "refused" } | { outcome: "invalid"; reason: string };
    }
  | { outcome: "later"; wait: Later }
  | { outcome: "silent"; why: Silence }
);

const NOTHING: DraftUsage = { tokensIn: 0, tokensOut: 0, tokensCached: 0, costMicros: 0 };

/** What one outcome means for what was asked for, for what is kept, and for the shop's budget, pure. */
export function heardDraft<T>(model: string, said: CompletionOutcome<T>): HeardDraft<T> {
  switch (said.outcome) {
    case "answered":
      return {
        outcome: "kept",
        answer: { outcome: "answered", value: said.value },
        usage: paid(model, said.usage),
      };
    case "refused":
      return { outcome: "kept", answer: { outcome: "refused" }, usage: paid(model, said.usage) };
    case "invalid":
      // What told no usage was no answer of the model's, but of something before it: the next one may be.
      return said.usage
        ? {
            outcome: "kept",
            answer: { outcome: "invalid", reason: said.reason },
            usage: paid(model, said.usage),
          }
        : { outcome: "silent", why: "unavailable", usage: null };
    case "throttled":
      return { outcome: "later", wait: { after: said.retryAfter, why: "overloaded" }, usage: NOTHING };
    case "unavailable":
      return unavailable(said.reason);
  }
}

function unavailable(reason: ModelFailure): HeardDraft<never> {
  switch (reason) {
    case "overloaded":
      return { outcome: "later", wait: { after: null, why: "overloaded" }, usage: NOTHING };
    // It may have been answered, and paid for, without our hearing of it.
    case "timed_out":
      return { outcome: "silent", why: "timed_out", usage: null };
    case "stopped":
    case "broken_off":
      return { outcome: "silent", why: "unavailable", usage: null };
    case "key_refused":
      return { outcome: "silent", why: "key_refused", usage: NOTHING };
    case "unreachable":
    case "http_error":
    case "paused":
      return { outcome: "silent", why: "unavailable", usage: NOTHING };
  }
}

function paid(model: string, usage: TokenUsage): DraftUsage {
  const { tokensIn, tokensOut, tokensCached } = usage;
  return { tokensIn, tokensOut, tokensCached, costMicros: costOf(model, usage) };
}
