import type { DraftContent } from "#app/care/draft/draft.ts";

/** A draft of which nothing is written yet: what is known lies beside it, and the guard judges what the person writes. */
export function byHand({ gloss: _gloss, answers: _answers, ...content }: DraftContent): DraftContent {
  return { ...content, text: "", sentences: [], checks: [] };
}
