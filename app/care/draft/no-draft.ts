import type { DraftInput } from "#app/care/draft/compose-draft.ts";

/** What a reply would have to rest on, and nothing in the shop says. */
export type Missing = "product_knowledge" | "account_knowledge";

/** Why nothing is drafted unless a person asks. Holds nothing personal: it stands on a job, too. */
export type NoDraft = { reason: "no_reply_needed" | "spam" | "too_thin"; missing: Missing[] };

/**
 * Whether a message needs no draft, pure: thanks for an answer wants none, spam gets none, and where the sheet is too thin a draft
 * could only say that somebody will answer. A person may ask for one all the same.
 */
export function whyNoDraft(
  input: Pick<DraftInput, "reading" | "text" | "followsReply" | "facts">,
  missing: Missing[],
): NoDraft | null {
  if (input.reading.riskFlags.length > 0) return null;
  if (input.reading.intent === "spam_or_auto") return { reason: "spam", missing: [] };
  if (isMereThanks(input)) return { reason: "no_reply_needed", missing: [] };
  return missing.length > 0 ? { reason: "too_thin", missing } : null;
}

/** "Got it, thank you": kind words after our answer, that ask, state and bring nothing. Who writes kindly first gets a thank-you. */
function isMereThanks({ reading, text, followsReply, facts }: Parameters<typeof whyNoDraft>[0]): boolean {
  const { intent, intents, intentConfidence, unsure, claims, orderNamed } = reading;
  return (
    followsReply === true &&
    intent === "praise" &&
    intentConfidence >= 0.5 &&
    (intents ?? []).every((one) => one === "praise") &&
    !unsure &&
    !orderNamed &&
    claims.length === 0 &&
    facts.message.attachments === 0 &&
    text.length <= SHORT &&
    !/[?？¿]/u.test(text)
  );
}

const SHORT = 280;
