import { draftAnswerSchema, type DraftAnswer } from "#app/care/draft/model/answer.ts";
import { seconds, type Duration } from "#app/lib/duration.ts";
import { modelDraftSeconds, modelTokens } from "#app/metrics.server.ts";
import type { Completion, CompletionOutcome, LanguageModel } from "#app/ports.ts";

/** For everything, the body included. */
export const DRAFT_WITHIN: Duration = seconds(25);
/** A draft takes some four hundred, and half as many again with its gloss; what a model thinks before counts as well. */
export const MOST_DRAFT_TOKENS = 3_000;

/** Asks the model for one draft, once. Takes seconds: never inside a transaction. */
export async function askForDraft(
  model: LanguageModel,
  { system, content, hear }: { system: string[]; content: string; hear?: Completion<never>["hear"] },
  signal: AbortSignal,
): Promise<CompletionOutcome<DraftAnswer>> {
  const started = performance.now();
  const said = await model.complete({
    system,
    content,
    answer: draftAnswerSchema,
    ...(hear ? { hear } : {}),
    limits: { maxTokens: MOST_DRAFT_TOKENS, deadline: DRAFT_WITHIN, signal },
  });
  const outcome = said.outcome === "unavailable" ? said.reason : said.outcome;
  modelDraftSeconds.observe({ outcome }, (performance.now() - started) / seconds(1));
  if ("usage" in said && said.usage) {
    modelTokens.inc({ direction: "in" }, said.usage.tokensIn);
    modelTokens.inc({ direction: "out" }, said.usage.tokensOut);
  }
  return said;
}
