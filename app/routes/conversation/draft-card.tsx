import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { NoDraft } from "./no-draft.tsx";
import type { TakenBack } from "./outgoing-leaving.tsx";
import type { clientAction } from "./route.tsx";
import { keptCopies, keptReplies, type Edited } from "./kept-by-conversation.ts";
import { useKept } from "./use-kept.ts";
import { WaitingDraft } from "./waiting-draft.tsx";

type Given = {
  conversation: Pick<ConversationDetail, "id" | "draft" | "noDraft" | "messages" | "status" | "outgoing">;
  /** A reply that was taken back just now. */
  takenBack: TakenBack | null;
  /** What a macro does besides its words. */
  onChange: (change: SentChange) => void;
};

const REPLIES = {
  store: keptReplies,
  of: ({ draftId, text }: TakenBack): Edited | null =>
    draftId !== null && text !== null ? { draftId, text } : null,
};
const COPIES = {
  store: keptCopies,
  of: ({ copies }: TakenBack) => (copies.length > 0 ? { copies } : null),
};

/** The drafted reply: why it says what it says, and what a person does with it. */
export function DraftCard({ conversation, takenBack, onChange }: Given) {
  const { id, draft, noDraft, messages, status, outgoing } = conversation;
  const place = { conversationId: id, draftId: draft?.id ?? null, takenBack };
  const { value: edited, change: edit, restored } = useKept(place, REPLIES);
  const { value: copied, change: copy } = useKept(place, COPIES);
  const [own, setOwn] = useState(false);
  const closes = useClosing(draft?.id ?? null, onChange);
  const newest = messages.findLast((message) => message.direction === "in" && !message.automatic);
  const messageId = newest?.id ?? null;
  const { data: declining } = useFetcher<typeof clientAction>({ key: `decline:${messageId}` });
  if (draft && (draft.status === "waiting" || draft.status === "stale")) {
    return (
      <WaitingDraft
        conversationId={id}
        draft={draft}
        messageId={messageId}
        outgoing={outgoing}
        focused={takenBack !== null}
        edited={edited ?? (own ? { draftId: draft.id, text: "" } : null)}
        restored={restored}
        copies={copied?.copies ?? []}
        onCopies={(copies) => copy(copies.length > 0 ? { copies } : null)}
        onMacro={(macro) => {
          if (macro.tags.length > 0) onChange({ addTags: macro.tags });
          if (macro.closes) closes();
        }}
        onEdited={(text) => {
          setOwn(false);
          edit(text);
        }}
      />
    );
  }
  // While the reply to the newest message is on its way, and after it left, there is nothing to draft. One that could not
  // leave, or was cancelled, opened the conversation again: a person may want another.
  const drafted = draft !== null && draft.messageId === messageId;
  const unanswered = newest && messages.at(-1)?.direction === "in" && (!drafted || status === "open");
  const expected = status === "open" && !drafted && declining?.outcome !== "declined";
  if (!unanswered) return null;
  const declined = declining?.outcome === "declined" && !drafted;
  return (
    <NoDraft message={newest} expected={expected} noDraft={noDraft} declined={declined} onOwn={setOwn} />
  );
}

/** A macro that closes does so once the reply it is in was sent. Answers how to ask for that. */
function useClosing(draftId: string | null, onChange: Given["onChange"]): () => void {
  const { data } = useFetcher<typeof clientAction>({ key: `send:${draftId ?? ""}` });
  const wanted = useRef(false);
  useEffect(() => {
    if (data?.outcome !== "sent" || !wanted.current) return;
    wanted.current = false;
    onChange({ status: "closed" });
  }, [data, onChange]);
  return () => {
    wanted.current = true;
  };
}
