import type { ConversationDetail } from "#app/desk/shapes.ts";
import { listedAnd } from "#app/components/labels.ts";
import type { Say } from "#app/words/say.ts";

type NoDraft = NonNullable<ConversationDetail["noDraft"]>;

export function noDraftTitle(say: Say, noDraft: NoDraft | null): string {
  switch (noDraft?.reason) {
    case undefined:
      return say("conversation.noDraft.title");
    case "no_reply_needed":
    case "spam":
      return say("conversation.noDraft.notNeeded");
    case "too_thin":
      return say("conversation.noDraft.missing", {
        missing: listedAnd(
          say,
          noDraft.missing.map((one) => say(`conversation.noDraft.missing.${one}`)),
        ),
      });
  }
}

/** Why there is none, and what a person can do. */
export const noDraftText = (say: Say, { reason }: NoDraft): string => say(`conversation.noDraft.${reason}`);
