import type { Draft } from "#app/care/draft/draft.ts";
import { BidiText } from "#app/components/bidi-text.tsx";
import { DraftText } from "./draft-text.tsx";

/** A draft that is only read: each sentence with what it rests on. What a person made of it has no sentences, and stands as they left it. */
export function ReadText({ draft }: { draft: Draft }) {
  if (draft.editedBy === null) return <DraftText conversationId={draft.conversationId} draft={draft} />;
  return (
    <div lang={draft.language}>
      <BidiText lines>{draft.text}</BidiText>
    </div>
  );
}
