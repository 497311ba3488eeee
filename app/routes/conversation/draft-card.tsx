import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import type { ConversationDetail } from "#app/desk/shapes.ts";
import { NoDraft } from "./no-draft.tsx";
import { OwnReply, WriteAgain } from "./own-reply.tsx";
import type { TakenBack } from "./outgoing-leaving.tsx";
import type { clientAction } from "./route.tsx";
import { keptCopies, keptReplies, type Edited } from "./kept-by-conversation.ts";
import { useKept } from "./use-kept.ts";
import { useWriting } from "./use-writing.ts";
import { WaitingDraft } from "./waiting-draft.tsx";

type Given = {
  conversation: Pick<
    ConversationDetail,
    "id" | "draft" | "noDraft" | "messages" | "status" | "outgoing" | "language" | "deliveries"
  >;
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
  const { id, draft, noDraft, messages, status, outgoing, language } = conversation;
  const place = { conversationId: id, draftId: draft?.id ?? null, takenBack };
  const { value: edited, change: edit, restored } = useKept(place, REPLIES);
  const { value: copied, change: copy } = useKept(place, COPIES);
  const redraft = useWriting(messages.at(-1)?.id ?? null);
  const closes = useClosing(draft?.id ?? null, onChange);
  const newest = messages.findLast((message) => message.direction === "in" && !message.automatic);
  const messageId = newest?.id ?? null;
  const { data: declining } = useFetcher<typeof clientAction>({ key: `decline:${messageId}` });
  const isOwn = edited?.draftId === OWN && !(restored && isBlank(edited));
  const own = isOwn ? edited.text : null;
  if (draft && (draft.status === "waiting" || draft.status === "stale")) {
    return (
      <WaitingDraft
        conversationId={id}
        draft={draft}
        messageId={messageId}
        outgoing={outgoing}
        focused={takenBack !== null || own !== null}
        edited={editOf(draft, edited)}
        restored={restored}
        copies={copied?.copies ?? []}
        onCopies={(copies) => copy(copies.length > 0 ? { copies } : null)}
        onMacro={(macro) => {
          if (macro.tags.length > 0) onChange({ addTags: macro.tags });
          if (macro.closes) closes();
        }}
        onEdited={edit}
      />
    );
  }
  if (own !== null)
    return (
      <OwnReply
        text={own}
        language={language ?? ""}
        restored={restored}
        redraft={redraft}
        onText={(text) => edit(text === null ? null : { draftId: OWN, text })}
      />
    );
  const write = () => edit({ draftId: OWN, text: "" });
  // While the reply to the newest message is on its way, and after it left, there is nothing to draft. One that could not
  // leave, or was cancelled, opened the conversation again: a person may want another.
  const drafted = draft !== null && draft.messageId === messageId;
  // Whether it left is asked above; another would be a second answer.
  if (drafted && mayHaveLeft(conversation.deliveries, draft.id)) return null;
  const unanswered = newest && messages.at(-1)?.direction === "in" && (!drafted || status === "open");
  const expected = status === "open" && !drafted && declining?.outcome !== "declined";
  if (!unanswered) return isSettled(conversation) ? <WriteAgain onWrite={write} /> : null;
  const declined = declining?.outcome === "declined" && !drafted;
  return (
    <NoDraft
      message={newest}
      expected={expected}
      noDraft={noDraft}
      declined={declined}
      redraft={redraft}
      onOwn={write}
    />
  );
}

/** Stands for the draft of a reply that a person writes whole, until there is one. */
const OWN = "own";

const isBlank = ({ text }: Edited) => text.trim() === "";

/** What they make of a draft: of one that nobody drafted always something. */
function editOf(draft: NonNullable<Given["conversation"]["draft"]>, edited: Edited | null): Edited | null {
  const begun = edited?.draftId === OWN ? { draftId: draft.id, text: edited.text } : edited;
  if (draft.maker === "person") return begun ?? { draftId: draft.id, text: draft.text };
  return edited?.draftId === OWN && isBlank(edited) ? null : begun;
}

const mayHaveLeft = (deliveries: Given["conversation"]["deliveries"], draftId: string) =>
  deliveries.some((one) => one.draftId === draftId && one.status === "uncertain");

/** Nothing of ours is on its way, or may have left: what is written now follows what is in the thread. */
const isSettled = ({ status, deliveries, messages }: Given["conversation"]) =>
  status !== "spam" &&
  messages.length > 0 &&
  !deliveries.some((one) => ["queued", "sending", "uncertain"].includes(one.status));

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
