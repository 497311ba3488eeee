import { makerLine } from "#app/care/draft/maker-line.ts";
import type { LockedDraft } from "#app/care/review/lock-draft.server.ts";

/** What the shopper is told of how the mail was made: nothing of AI when a person wrote it all. `name` is theirs. */
export function honestLine({ row, content }: LockedDraft, sent: { text: string; name: string }): string {
  return (
    makerLine({ language: row.language, name: sent.name, draftText: content.text, sentText: sent.text }) ?? ""
  );
}
