import { useAppBridge } from "@shopify/app-bridge-react";
import { useParams, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { Unreachable } from "#app/components/last-known.ts";
import { writingEventSchema, type WritingEvent } from "./writing-event.ts";

type Writing = {
  busy: boolean;
  /** What is written so far. */
  sentences: string[];
  answered: WritingEvent["answered"] | Unreachable;
};

const IDLE: Writing = { busy: false, sentences: [], answered: undefined };

/** What asks for a draft, and shows what is written of it: made once for all that ask on a card. */
export type Redraft = ReturnType<typeof useWriting>;

/** Asks for a new draft and tells what is written of it meanwhile. When the connection breaks the draft is made all the same. */
export function useWriting(messageId: string | null) {
  const [writing, setWriting] = useState(IDLE);
  const { conversationId } = useParams();
  const { revalidate } = useRevalidator();
  const shopify = useAppBridge();
  const say = useWords();
  const ask = async (asked: { hint: string } | { own: "true" }) => {
    if (messageId === null) return;
    setWriting({ ...IDLE, busy: true });
    const answered = await listen(`/inbox/${conversationId}/draft`, { messageId, ...asked }, (sentences) =>
      setWriting({ ...IDLE, busy: true, sentences }),
    ).catch(() => undefined);
    setWriting({ ...IDLE, answered: answered ?? { outcome: "unreachable" } });
    if (answered?.outcome === "redrafted" && "hint" in asked)
      shopify.toast.show(say("conversation.toast.newDraft"));
    if (answered?.outcome === "not_followed") shopify.toast.show(say("conversation.hint.notFollowed"));
    revalidate();
  };
  return {
    ...writing,
    redraft: (hint: string) => void ask({ hint }),
    /** A person writes it all: what theirs is checked against is made, and nothing drafted. */
    writeOwn: () => void ask({ own: "true" }),
  };
}

/** What came of it; undefined when the events ended without saying so. */
async function listen(
  address: string,
  given: Record<string, string>,
  onSentences: (sentences: string[]) => void,
): Promise<WritingEvent["answered"]> {
  // By fetch, and not as an EventSource: App Bridge proves who asks on a fetch.
  const response = await fetch(address, { method: "POST", body: new URLSearchParams(given) });
  if (!response.ok || !response.body) return undefined;
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const events = (rest + next.value).split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) {
      const { sentences, answered } = writingEventSchema.parse(JSON.parse(event.replace(/^data: /u, "")));
      if (answered) return answered;
      if (sentences) onSentences(sentences);
    }
  }
  return undefined;
}
