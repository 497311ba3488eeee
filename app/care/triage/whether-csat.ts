import type { CareEmotion, RiskFlag } from "#app/care/understand/reading.ts";

/** What is known when a shopper may be asked how it went. */
export type CsatCircumstances = {
  on: boolean;
  status: string;
  /** Of everything they wrote in it, as it was read. */
  readings: readonly { emotion: CareEmotion; riskFlags: readonly RiskFlag[]; intent: string }[];
  suppressed: boolean;
  /** They were asked in another conversation not long ago. */
  askedLately: boolean;
  hasAddress: boolean;
  /** They wrote in it; what was merged into another conversation is asked of there. */
  spoke: boolean;
};

/** Nobody in grief is asked for a mark, and none that may end in court is talked of like a purchase. */
const NOT_OF: ReadonlySet<CareEmotion> = new Set(["sadness", "grief"]);
const FLAGS: ReadonlySet<RiskFlag> = new Set([
  "legal",
  "chargeback",
  "safety",
  "self_harm",
  "press",
  "vulnerable",
  "injection",
]);

/** `later`: it may be asked once it is closed again. */
export type WhetherCsat = { decision: "ask" } | { decision: "later" } | { decision: "refuse"; why: string };

/** Whether a shopper is asked how it went, pure. */
export function whetherCsat(given: CsatCircumstances): WhetherCsat {
  if (!given.on) return { decision: "refuse", why: "off" };
  if (given.status === "spam") return { decision: "refuse", why: "spam" };
  if (given.status !== "closed") return { decision: "later" };
  if (!given.spoke) return { decision: "refuse", why: "moved" };
  if (!given.hasAddress) return { decision: "refuse", why: "no_address" };
  if (given.suppressed) return { decision: "refuse", why: "suppressed" };
  if (given.askedLately) return { decision: "refuse", why: "asked_lately" };
  if (given.readings.some(({ intent }) => intent === "spam_or_auto"))
    return { decision: "refuse", why: "spam" };
  if (given.readings.some(({ emotion }) => NOT_OF.has(emotion)))
    return { decision: "refuse", why: "grieving" };
  if (given.readings.some(({ riskFlags }) => riskFlags.some((flag) => FLAGS.has(flag))))
    return { decision: "refuse", why: "risk" };
  return { decision: "ask" };
}
