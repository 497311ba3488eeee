import type { Reading } from "./reading.ts";

/** Intents that words around a code are taken for: the matter is what the code was asked for. */
const SAYS_LITTLE: ReadonlySet<Reading["intent"]> = new Set(["other", "praise", "account", "spam_or_auto"]);
const SURE = 0.5;

/**
 * The reading of a message that brings a code, pure. "483 920, thanks" is about what was asked before proof was asked for, so the
 * matter is taken over from there, unless the message says what it wants itself. The emotion stays its own.
 */
export function readWithCode(
  reading: Reading,
  { outcome, asked }: { outcome: "matched" | "wrong"; asked: Reading | null },
): Reading {
  const matched = outcome === "matched";
  const checked: Reading = {
    ...reading,
    proofCode: outcome,
    identity: matched && reading.identity !== "signed_in" ? "code" : reading.identity,
  };
  if (!asked) return checked;
  const { intent, intentConfidence, intents, claims, cause } = asked;
  const goesOn = SAYS_LITTLE.has(reading.intent) || reading.intentConfidence < SURE;
  return {
    ...checked,
    ...(goesOn ? { intent, intentConfidence, intents, claims, cause } : {}),
    // What could not wait for a code cannot wait with one.
    urgency: goesOn && asked.urgency > reading.urgency ? asked.urgency : reading.urgency,
    language: reading.language === "und" ? asked.language : reading.language,
    ...(matched || reading.orderNamed
      ? {}
      : { orderNamed: asked.orderNamed, orderIds: asked.orderIds, proofs: asked.proofs }),
  };
}

/** The order that a code would be sent for: the first one named by its number and not shown to be the writer's. */
export function orderToProve({ proofs }: Pick<Reading, "proofs">): string | null {
  return proofs.find(({ level, by }) => level === "none" && by.includes("order_number"))?.orderId ?? null;
}
