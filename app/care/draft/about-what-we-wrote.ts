import { matterOfIssue, type WroteFirst } from "#app/care/draft/issue-to-tell.ts";
import { SURE_OF_INTENT } from "#app/care/draft/plan/matter.ts";
import type { Reading } from "#app/care/understand/reading.ts";

type Asked = Pick<Reading, "intent" | "intentConfidence">;

/** What is no question about an order, however briefly it is said. */
const OTHERWISE: ReadonlySet<Reading["intent"]> = new Set([
  "praise",
  "spam_or_auto",
  "product_question",
  "account",
]);

/**
 * The reading of an answer to what we wrote first, pure: "When will they try again?" names no matter, and is about what we told of.
 */
export function aboutWhatWeWrote<Of extends Asked>(
  reading: Of,
  first: Pick<WroteFirst, "kind"> | undefined,
): Of {
  const named = reading.intent !== "other" && reading.intentConfidence >= SURE_OF_INTENT;
  if (!first || named || OTHERWISE.has(reading.intent)) return reading;
  return { ...reading, intent: matterOfIssue[first.kind], intentConfidence: SURE_OF_INTENT };
}
