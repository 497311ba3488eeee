import { reasonInWords } from "#app/components/reason-words.ts";
import type { Say } from "#app/words/say.ts";
import type { Refusal } from "./answer-issue.server.ts";

type Answered = { outcome: string } | Refusal;

/** What a click came to, a refusal with its words. */
export function answerInWords(
  say: Say,
  answered: Answered | undefined,
): { outcome: string; message?: string } | undefined {
  if (!answered || !("code" in answered)) return answered;
  const { outcome, code, because } = answered;
  const why = because ? reasonInWords(say, because) : "";
  return { outcome, message: say(`issue.refused.${code}`, { why }) };
}
