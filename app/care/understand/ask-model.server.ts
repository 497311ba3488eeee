import { setTimeout as sleep } from "node:timers/promises";
import { modelAnswerSchema, modelSystem, type ModelAnswer } from "#app/care/understand/model-prompt.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { modelSeconds, modelTokens } from "#app/metrics.server.ts";
import type { CompletionOutcome, LanguageModel } from "#app/ports.ts";

/** For everything, a second try included: so long a message waits for the model at most. */
export const ASK_WITHIN: Duration = seconds(8);
/** Less is not worth a second try. */
const SHORTEST_TRY: Duration = seconds(1);
/** The answer takes some forty; newer models think first, and what they think counts. */
export const MOST_TOKENS_OUT = 1_024;

/**
 * Asks the model about one prepared text, within `ASK_WITHIN`; once more when it asks for a moment that is over in time. Takes
 * some seconds: never inside a transaction.
 */
export async function askModel(
  model: LanguageModel,
  content: string,
  signal: AbortSignal,
): Promise<CompletionOutcome<ModelAnswer>> {
  const started = performance.now();
  const left = () => ASK_WITHIN - (performance.now() - started);
  const ask = () =>
    model.complete({
      system: modelSystem,
      content,
      answer: modelAnswerSchema,
      limits: { maxTokens: MOST_TOKENS_OUT, deadline: Math.max(1, Math.floor(left())), signal },
    });
  let answer = await ask();
  if (
    answer.outcome === "throttled" &&
    answer.retryAfter !== null &&
    left() - answer.retryAfter >= SHORTEST_TRY &&
    (await waited(answer.retryAfter, signal))
  )
    answer = await ask();
  measure(answer, performance.now() - started);
  return answer;
}

/** Whether it could be waited for: who stops meanwhile is told what the model said, and that nothing was spent on it. */
const waited = (time: Duration, signal: AbortSignal): Promise<boolean> =>
  sleep(time, true, { signal }).catch(() => false);

function measure(answer: CompletionOutcome<ModelAnswer>, took: Duration): void {
  const outcome = answer.outcome === "unavailable" ? answer.reason : answer.outcome;
  modelSeconds.observe({ outcome }, took / seconds(1));
  if (!("usage" in answer) || !answer.usage) return;
  modelTokens.inc({ direction: "in" }, answer.usage.tokensIn);
  modelTokens.inc({ direction: "out" }, answer.usage.tokensOut);
}
