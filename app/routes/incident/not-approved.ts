import { reasonInLine } from "#app/components/reason-words.ts";
import type { NotApproved } from "#app/desk/issue-shapes.ts";
import type { Say } from "#app/words/say.ts";

/** Why a message was not approved, or would not be, as a line without a full stop. */
export const whyNotApproved = (say: Say, not: NotApproved): string =>
  not.because === "unwanted" ? reasonInLine(say, not.said) : say(`incident.not.${not.because}`);
