import type { Reading } from "./reading.ts";

/**
 * Whether a message that was read again was read differently in something that somebody acts on. How sure or how strong a
 * feeling is may shift a little with every look, and is no news.
 */
export function differs(before: Reading, after: Reading): boolean {
  return JSON.stringify(essence(before)) !== JSON.stringify(essence(after));
}

function essence({ emotion, cause, claims, ...reading }: Reading) {
  const { language, intent, urgency, unsure, orderIds, riskFlags } = reading;
  const { words, model, record } = emotion.readings;
  return {
    said: { language, intent, urgency, riskFlags, orderIds },
    felt: [emotion.label, unsure, ...[words, model, record].map((voice) => voice?.label ?? null)],
    because: [cause.about, cause.blamed],
    claims: claims.map(({ kind, verdict }) => [kind, verdict]),
  };
}
