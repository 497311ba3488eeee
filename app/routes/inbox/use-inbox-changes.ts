import { useAppBridge } from "@shopify/app-bridge-react";
import { useLook } from "#app/components/live/use-live.ts";
import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { ViewId } from "#app/desk/inbox/views.ts";
import { sayCode } from "#app/words/say.ts";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { askInbox } from "./ask-inbox.ts";
import { doneWords, undoneWords } from "./done-words.ts";
import { leaves } from "./list-change.ts";
import type { List } from "./use-list.ts";

type Given = { list: List; view: ViewId; me: string; announce: (text: string) => void };

/** Changes conversations: those that leave the view go at once, what was done is said with a way back, and without an answer they stand there again. */
export function useInboxChanges({ list, view, me, announce }: Given) {
  const shopify = useAppBridge();
  const say = useWords();
  const look = useLook();
  const [busy, setBusy] = useState(0);
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  });

  const tell = (text: string, undo?: () => void) => {
    announce(text);
    const how = undo ? { action: say("action.undo"), onAction: undo, duration: 8_000 } : {};
    return shopify.toast.show(text, how);
  };
  const undo = async (changeId: string, said: string) => {
    // What is being undone is not said any more, nor can it be undone twice.
    shopify.toast.hide(said);
    const answer = await askInbox({ what: "undo", changeId });
    if (answer.outcome === "undone") latest.current.act(answer.ids, false);
    look();
    tell(undoneWords(say, answer));
  };
  const fail = (text: string, again?: () => void) => {
    announce(text);
    const retry = again ? { action: say("action.tryAgain"), onAction: again, duration: 8_000 } : {};
    shopify.toast.show(text, { isError: true, ...retry });
  };
  /** The same `asked` again is done once. */
  const ask = async (asked: { changeId: string; ids: readonly string[]; change: SentChange }) => {
    const { ids, change: wanted } = asked;
    setBusy((count) => count + 1);
    latest.current.act(ids, leaves(view, wanted, me));
    const answer = await askInbox({ what: "change", ...asked });
    setBusy((count) => count - 1);
    if (answer.outcome !== "changed") latest.current.bringBack(ids);
    look();
    if (answer.outcome === "unreached") return fail(say("inbox.notKnown"), () => void ask(asked));
    if (answer.outcome !== "changed") return fail(say("inbox.notChanged"));
    const { changeId, changed, refused } = answer;
    if (changed.length > 0) {
      const back = changeId ? () => void undo(changeId, said) : undefined;
      const said: string = tell(doneWords(say, wanted, changed.length), back);
    }
    const [why, count] = Object.entries(refused)[0] ?? [];
    if (why && count) tell(say("inbox.refused", { count, why: sayCode(say, "inbox.refusal", why) }));
  };
  const change = async (ids: readonly string[], wanted: SentChange) => {
    if (ids.length > 0) await ask({ changeId: crypto.randomUUID(), ids, change: wanted });
  };
  return { change, isBusy: busy > 0 };
}
