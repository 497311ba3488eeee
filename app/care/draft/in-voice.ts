import type { DraftInput } from "#app/care/draft/compose-draft.ts";
import type { Settings } from "#app/shop/settings.ts";

export type GivenVoice = Settings["voice"] & Pick<Settings, "answerWithinHours">;

/** What a draft is made from, with another voice in the place of the one that is saved. */
export function inVoice(input: DraftInput, voice: GivenVoice): DraftInput {
  const { formality, teamName, answerWithinHours } = voice;
  const shop = { ...input.facts.shop, team: teamName, answerWithinHours };
  return { ...input, voice: formality, facts: { ...input.facts, shop } };
}
