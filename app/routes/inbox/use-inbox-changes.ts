import { useAppBridge } from "@shopify/app-bridge-react";
import { useLook } from "#app/components/live/use-live.ts";
import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/components/words.tsx";
import type { ViewId } from "#app/desk/inbox/views.ts";
import type { Say } from "#app/words/say.ts";
import { sayCode } from "#app/words/say.ts";
import type { InboxAnswer } from "./change-inbox.server.ts";
import type { SentChange } from "#app/components/acting/sent-change.ts";
import { leaves } from "./list-change.ts";
import type { List } from "./use-list.ts";

type Given = { list: List; view: ViewId; me: string; announce: (text: string) => void };
type Unreached = { outcome: "unreached" };

/** Sends what the inbox asks for. */
export async function askInbox(body: unknown): Promise<InboxAnswer | Unreached> {
  try {
    const answer = await fetch("/inbox/change", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.ok ? ((await answer.json()) as InboxAnswer) : { outcome: "unreached" };
  } catch {
    return { outcome: "unreached" };
  }
}

/** Changes conversations: those that leave the view go at once, what was done is said with a way back, and a failure brings them back. */
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
    shopify.toast.show(text, undo ? { action: say("action.undo"), onAction: undo, duration: 8_000 } : {});
  };
  const undo = async (changeId: string) => {
    const answer = await askInbox({ what: "undo", changeId });
    if (answer.outcome === "undone") latest.current.act(answer.ids, false);
    look();
    tell(undoneWords(say, answer));
  };
  const change = async (ids: readonly string[], wanted: SentChange) => {
    if (ids.length === 0) return;
    setBusy((count) => count + 1);
    list.act(ids, leaves(view, wanted, me));
    const answer = await askInbox({ what: "change", ids, change: wanted });
    setBusy((count) => count - 1);
    look();
    if (answer.outcome !== "changed") {
      announce(say("inbox.notChanged"));
      shopify.toast.show(say("inbox.notChanged"), { isError: true });
      return;
    }
    const { changeId, changed, refused } = answer;
    if (changed.length > 0)
      tell(doneWords(say, wanted, changed.length), changeId ? () => void undo(changeId) : undefined);
    const [why, count] = Object.entries(refused)[0] ?? [];
    if (why && count) tell(say("inbox.refused", { count, why: sayCode(say, "inbox.refusal", why) }));
  };
  return { change, isBusy: busy > 0 };
}

function undoneWords(say: Say, answer: InboxAnswer | Unreached): string {
  if (answer.outcome !== "undone") return say("inbox.notUndone");
  return answer.kept > 0 ? say("inbox.undoneInPart") : say("inbox.undone");
}

/** What was done to so many. */
function doneWords(say: Say, change: SentChange, count: number): string {
  if (change.status === "closed") return say("inbox.done.closed", { count });
  if (change.status === "spam") return say("inbox.done.spam", { count });
  if (change.status === "open") return say("inbox.done.opened", { count });
  if (change.snoozeUntil) return say("inbox.done.snoozed", { count });
  if (change.assigneeId === null) return say("inbox.done.unassigned", { count });
  if (change.assigneeId !== undefined) return say("inbox.done.assigned", { count });
  if (change.priority) return say("inbox.done.priority", { count });
  return say("inbox.done.tagged", { count });
}
